import { paperHtml } from '@shared/papers/html'
import type { Paper, Picture } from '@shared/papers/model'
import { buildProtocol } from '@shared/papers/protocol/build'
import { paperToDocx } from '@store/documents/docx/writer'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { paperText } from '../../../src/main/cli/paper-text'
import { districtRecord } from '../../fixtures/meetings/district'
import { profile } from '../../fixtures/meetings/make'
import { libreOffice, officePdf } from './read-docx'
import { darkness, readPng } from './read-png'

/** Left half: a word; right half: a grey box. 100 × 40 mm. */
const picture: Picture = {
  kind: 'picture',
  svg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40">' +
    '<text x="2" y="26" font-size="18" font-family="Times New Roman, Liberation Serif, serif">Щука</text>' +
    '<rect x="60" y="5" width="30" height="30" fill="#595959"/></svg>',
  widthMm: 100,
  heightMm: 40,
  description: 'Щука и "квадрат"',
}
const paper: Paper = {
  ...buildProtocol(districtRecord, { profile, layout: 'full' }),
  blocks: [picture],
}

describe('a picture in Word', () => {
  test('is a PNG of 300 dots per inch, in its size, with a description', async () => {
    const zip = await JSZip.loadAsync(await paperToDocx(paper))
    const names = Object.keys(zip.files).filter((name) => name.startsWith('word/media/') && !zip.files[name]?.dir)
    expect(names).toHaveLength(1)
    const png = readPng(Buffer.from((await zip.file(names[0] ?? '')?.async('uint8array')) ?? []))
    expect([png.width, png.height]).toEqual([Math.round((100 / 25.4) * 300), Math.round((40 / 25.4) * 300)])
    const document = (await zip.file('word/document.xml')?.async('string')) ?? ''
    const [, width, height] = /<wp:extent cx="(\d+)" cy="(\d+)"/u.exec(document) ?? []
    // English metric units, 36,000 of them to a millimetre.
    expect(Number(width) / 36_000).toBeCloseTo(100, 0)
    expect(Number(height) / 36_000).toBeCloseTo(40, 0)
    expect(document).toContain('descr="Щука и &quot;квадрат&quot;"')
  })

  test('has its letters: a library without the font drops them without a word', async () => {
    const zip = await JSZip.loadAsync(await paperToDocx(paper))
    const name = Object.keys(zip.files).find((one) => /^word\/media\/.+/u.test(one))
    const png = readPng(Buffer.from((await zip.file(name ?? '')?.async('uint8array')) ?? []))
    const share = (x: number, width: number): number => {
      const scale = png.width / 100
      const box = { x: x * scale, y: 0, width: width * scale, height: png.height }
      return darkness(png, {
        x: Math.round(box.x),
        y: 0,
        width: Math.round(box.width),
        height: box.height,
      })
    }
    expect(share(2, 50)).toBeGreaterThan(0.05)
    expect(share(2, 50)).toBeLessThan(0.4)
    expect(share(60, 30)).toBeCloseTo(0.75, 1)
    expect(share(92, 8)).toBe(0)
  })

  test.skipIf(libreOffice === null)('opens in LibreOffice', async () => {
    const { pages } = await officePdf(
      await paperToDocx({
        ...paper,
        blocks: [picture, { kind: 'paragraph', style: 'body', runs: [{ text: 'Подпись под рисунком' }] }],
      }),
    )
    expect(pages).toHaveLength(1)
    expect(pages[0]).toContain('Подпись под рисунком')
  })
})

test('in HTML the picture is inline, sized by attributes, without styles', () => {
  const { body } = paperHtml(paper)
  expect(body).toContain('role="img" aria-label="Щука и &quot;квадрат&quot;" width="100mm" height="40mm"')
  expect(body).toContain('viewBox="0 0 100 40"')
  expect(body).not.toMatch(/<[^>]*\s(?:style|on\w+)=/iu)
})

test('in a terminal it is its description', () => {
  expect(paperText(paper)).toBe('[Рисунок: Щука и "квадрат"]\n')
})
