import type { ContentsEntry } from './contents'

/** Contents: the heading, dots to the margin, the page. */
export function contentsHtml(
  entries: readonly ContentsEntry[],
  pages: ReadonlyMap<string, number> | undefined,
  escaped: (text: string) => string,
): string {
  const lines = entries.map(({ level, text, bookmark }) => {
    const page = pages?.get(bookmark)
    return (
      `<p class="paper-contents-${level} paper-contents-line" data-goes="${escaped(bookmark)}"><span class="paper-contents-name">${escaped(text)}</span> ` +
      `<span class="paper-contents-dots"></span> <span class="paper-contents-page">${page ?? ''}</span></p>`
    )
  })
  return `<div class="paper-contents">${lines.join('\n')}</div>`
}
