import { contentsOf } from '@shared/papers/contents'
import { paperHtml } from '@shared/papers/html'
import type { Paper } from '@shared/papers/model'
import { columnCss, pageOfBlock, sheetSize } from './paging'

/** Numbers of the pages in contents: taken from the page as it is laid out here, so they are those of the print. */

/** Writes them into a paper that is laid out in columns. */
export function fillContents(article: HTMLElement): void {
  for (const line of article.querySelectorAll<HTMLElement>('[data-goes]')) {
    const heading = headingOf(article, line.dataset.goes ?? '')
    const page = line.querySelector('.paper-contents-page')
    if (heading && page) page.textContent = String(pageOfBlock(article, heading) + 1)
  }
}

/** Lays the paper out aside and answers the pages of its headings by bookmark; of a paper without contents none. */
export async function contentsPages(paper: Paper): Promise<ReadonlyMap<string, number>> {
  if (!paper.blocks.some((block) => block.kind === 'contents')) return new Map()
  const host = document.createElement('div')
  // Out of sight, but laid out.
  host.style.position = 'fixed'
  host.style.left = '-100000px'
  document.body.append(host)
  try {
    await Promise.all(['', 'bold ', 'italic '].map((face) => document.fonts.load(`${face}14pt "Liberation Serif"`)))
    const root = host.attachShadow({ mode: 'open' })
    const html = paperHtml(paper)
    root.adoptedStyleSheets = [html.css, columnCss(sheetSize(paper.page))].map(sheetOf)
    const content = document.createElement('template')
    content.innerHTML = html.body
    root.replaceChildren(content.content)
    const article = root.querySelector<HTMLElement>('.paper')
    if (!article) return new Map()
    const pages = new Map<string, number>()
    for (const { bookmark } of contentsOf(paper)) {
      const heading = headingOf(article, bookmark)
      if (heading) pages.set(bookmark, pageOfBlock(article, heading) + 1)
    }
    return pages
  } finally {
    host.remove()
  }
}

function headingOf(article: HTMLElement, bookmark: string): HTMLElement | null {
  return article.querySelector<HTMLElement>(`#${CSS.escape(bookmark)}`)
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
