import { AppError } from '@shared/errors'
import { namedPages, withPages } from '@shared/papers/html-contents'
import { CHROMIUM_WITH_MARGIN_BOXES, pdfHeaderTemplate } from '@shared/papers/html-css'
import { BrowserWindow } from 'electron'
import { writeFileAtomically } from '../../files/atomic-file'
import type { Papers } from './app-protocol'
import { hardenContents } from './harden'
import { pagesOfDestinations } from './pdf-destinations'

const loadLimit = 30_000

/** Opens a paper in a window nobody sees: sandboxed, without scripts, without the bridge. */
async function withPaper<T>(papers: Papers, html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const paper = papers.put(html)
  const window = new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    },
  })
  let limit: NodeJS.Timeout | null = null
  try {
    hardenContents(window.webContents)
    const late = new Promise<never>((_, reject) => {
      limit = setTimeout(
        () => reject(new AppError('internal', 'Документ не удалось подготовить к печати за 30 секунд.')),
        loadLimit,
      )
    })
    await Promise.race([window.loadURL(paper.url), late])
    return await work(window)
  } finally {
    if (limit) clearTimeout(limit)
    paper.drop()
    window.destroy()
  }
}

/** Older Chromium draws no margin boxes: there a header template numbers the pages (the first one too). */
const numberedByHeader = Number.parseInt(process.versions.chrome ?? '', 10) < CHROMIUM_WITH_MARGIN_BOXES

/** @throws AppError as `writeFileAtomically` */
export async function paperToPdf(papers: Papers, html: string, file: string): Promise<void> {
  await writeFileAtomically(file, (await settled(papers, html)).pdf)
}

function printed(papers: Papers, html: string): Promise<Buffer> {
  return withPaper(papers, html, (window) =>
    window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      ...(numberedByHeader
        ? { displayHeaderFooter: true, headerTemplate: pdfHeaderTemplate(), footerTemplate: '<span></span>' }
        : {}),
    }),
  )
}

/** Numbers that were longer than those before them may move what follows, and that its numbers; more than once nobody has seen. */
const MOST_PRINTS = 4

/**
 * A paper whose contents name the pages its headings are printed on, and its print. The window's own numbers are a good guess; where the
 * print says otherwise, it is believed (decision 121).
 */
async function settled(papers: Papers, html: string): Promise<{ html: string; pdf: Buffer }> {
  let said = html
  for (let prints = 1; ; prints += 1) {
    const pdf = await printed(papers, said)
    const named = namedPages(said)
    if (named.size === 0 || prints === MOST_PRINTS) return { html: said, pdf }
    const stand = pagesOfDestinations(pdf)
    if ([...named].every(([bookmark, page]) => page === (stand.get(bookmark) ?? page))) return { html: said, pdf }
    said = withPages(said, stand)
  }
}

/** Shows the system's print dialog. A person who changes her mind there is no failure. */
export async function paperToPrinter(papers: Papers, html: string): Promise<void> {
  await withPaper(
    papers,
    namedPages(html).size === 0 ? html : (await settled(papers, html)).html,
    (window) =>
      new Promise<void>((resolve, reject) => {
        window.webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (success, reason) => {
          if (success || /cancel/i.test(reason)) resolve()
          else
            reject(
              new AppError(
                'internal',
                'Напечатать не удалось. Проверьте, включён ли принтер, или сохраните документ в PDF.',
                reason,
              ),
            )
        })
      }),
  )
}
