import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Where each word of a paper stands on its pages, as LibreOffice lays it out and poppler reads it. */

const run = promisify(execFile)

export interface Box {
  text: string
  /** Millimetres from the left and the upper edge. */
  left: number
  right: number
  top: number
  bottom: number
}

export interface PageBoxes {
  /** Millimetres. */
  width: number
  height: number
  words: Box[]
}

const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72

/** @param pdf path of a PDF */
export async function boxesOfPdf(pdf: string): Promise<PageBoxes[]> {
  const { stdout } = await run('/usr/bin/pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1 << 28 })
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gsu)].map(
    ([, width, height, page]) => ({
      width: mm(width),
      height: mm(height),
      words: [
        ...(page ?? '').matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gsu,
        ),
      ].map(([, left, top, right, bottom, text = '']) => ({
        text,
        left: mm(left),
        right: mm(right),
        top: mm(top),
        bottom: mm(bottom),
      })),
    }),
  )
}

/** Through LibreOffice; `keep` is called with the PDF before it goes. */
export async function boxesOfDocx(
  office: string,
  docx: Buffer,
  keep?: (pdf: Buffer) => Promise<void>,
): Promise<PageBoxes[]> {
  const folder = await mkdtemp(join(tmpdir(), 'metodist-boxes-'))
  try {
    await writeFile(join(folder, 'paper.docx'), docx)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await run(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'paper.docx')])
    const pdf = join(folder, 'paper.pdf')
    if (keep) await keep(await readFile(pdf))
    return await boxesOfPdf(pdf)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface Margins {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * Words outside the margins, each with its page. The number of a page stands in the upper margin and is let be; a hair's
 * breadth over the edge is how a slanting or hanging letter is measured.
 */
export function overflowing(pages: readonly PageBoxes[], margins: Margins, hair = 0.6): string[] {
  return pages.flatMap((page, at) => {
    const turned = page.width > page.height
    const inside = (word: Box): boolean =>
      word.left >= margins.left - hair &&
      word.right <= page.width - margins.right + hair &&
      word.bottom <= page.height - margins.bottom + hair + 1 &&
      (word.top >= margins.top - hair - 1 || (word.top >= 9 && /^\d+$/u.test(word.text)))
    return page.words
      .filter((word) => !inside(word))
      .map(
        (word) =>
          `page ${at + 1}${turned ? ' (on its side)' : ''}: «${word.text}» at ${word.left.toFixed(1)}–${word.right.toFixed(1)} × ` +
          `${word.top.toFixed(1)}–${word.bottom.toFixed(1)} of ${page.width.toFixed(0)} × ${page.height.toFixed(0)} mm`,
      )
  })
}
