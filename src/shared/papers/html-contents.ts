import type { ContentsEntry } from './contents'

export interface ContentsHtmlOptions {
  /** By bookmark; without them the lines end in nothing. */
  pages?: ReadonlyMap<string, number>
  links?: boolean
}

/** Contents: the heading, dots to the margin, the page. */
export function contentsHtml(
  entries: readonly ContentsEntry[],
  { pages, links = false }: ContentsHtmlOptions,
  escaped: (text: string) => string,
): string {
  const lines = entries.map(({ level, text, bookmark }) => {
    const name = escaped(bookmark)
    const said = links ? `<a href="#${name}">${escaped(text)}</a>` : escaped(text)
    return (
      `<p class="paper-contents-${level} paper-contents-line" data-goes="${name}"><span class="paper-contents-name">${said}</span> ` +
      `<span class="paper-contents-dots"></span> <span class="paper-contents-page" data-page-of="${name}">${pages?.get(bookmark) ?? ''}</span></p>`
    )
  })
  return `<div class="paper-contents">${lines.join('\n')}</div>`
}

// Text is escaped, so no text of a paper can look like this.
const PAGE = /(<span class="paper-contents-page" data-page-of="([^"]+)">)(\d*)(?=<\/span>)/gu

/** The pages that contents of a printed paper (its HTML) name, by bookmark; 0 where they name none. Empty without contents. */
export function namedPages(html: string): ReadonlyMap<string, number> {
  return new Map([...html.matchAll(PAGE)].map(([, , bookmark = '', page]) => [bookmark, Number(page)]))
}

/** The same paper with other pages in its contents; those not told stay. */
export function withPages(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replace(PAGE, (_, head: string, bookmark: string, page: string) => head + (pages.get(bookmark) ?? page))
}
