import { PAGE_MM, type PageSetup } from '@shared/papers/model'

/**
 * Pages on the screen: the whole paper flows through columns as high as a page's text, and every sheet is a window on
 * one of them. Lines break where they will in print, since nothing is scaled while it is laid out.
 */

/** Between columns, so that what juts out of a line does not show on the next page. */
const GAP_MM = 20
/** Shown on either side of the text: half of a table's outer border lies beyond it. */
const JUT_MM = 1

export interface SheetSize {
  widthMm: number
  heightMm: number
  textWidthMm: number
  textHeightMm: number
  leftMm: number
  topMm: number
}

export function sheetSize({ orientation, marginsMm }: PageSetup): SheetSize {
  const [widthMm, heightMm] =
    orientation === 'portrait' ? [PAGE_MM.width, PAGE_MM.height] : [PAGE_MM.height, PAGE_MM.width]
  return {
    widthMm,
    heightMm,
    textWidthMm: widthMm - marginsMm.left - marginsMm.right,
    textHeightMm: heightMm - marginsMm.top - marginsMm.bottom,
    leftMm: marginsMm.left,
    topMm: marginsMm.top,
  }
}

/** Over the paper's own sheet: the same text, in columns. */
export function columnCss(size: SheetSize): string {
  return `
:host { display: block; box-sizing: border-box; contain: strict; width: ${size.textWidthMm + 2 * JUT_MM}mm;
  height: ${size.textHeightMm}mm; margin: 0 -${JUT_MM}mm; padding: 0 ${JUT_MM}mm; overflow: hidden; }
.paper { width: ${size.textWidthMm}mm; height: ${size.textHeightMm}mm; min-height: 0; margin: 0; padding: 0;
  column-width: ${size.textWidthMm}mm; column-gap: ${GAP_MM}mm; column-fill: auto; background: none; cursor: text; }
.paper .paper-break { height: 0; margin: 0; border: 0; break-after: column; }
.paper > :first-child { margin-top: 0; }
`
}

/** How far the paper is moved to the left for a page, from 0. */
export function pageShift(size: SheetSize, page: number): string {
  return `translateX(-${page * (size.textWidthMm + GAP_MM)}mm)`
}

/** Pages of a laid-out paper. */
export function countPages(article: HTMLElement): number {
  const step = columnStep(article)
  return Math.max(1, Math.round((article.scrollWidth + gapOf(article)) / step))
}

/** The page on which a block begins, from 0. */
export function pageOfBlock(article: HTMLElement, block: HTMLElement): number {
  // Measured as drawn: what `offsetLeft` counts from depends on whether the article is moved by a transform.
  const own = article.getBoundingClientRect()
  const scale = own.width / article.offsetWidth || 1
  const left = (firstRect(block).left - own.left) / scale
  return Math.max(0, Math.floor((left + 2) / columnStep(article)))
}

/** How far below the top of its page a block begins, in pixels of the screen. */
export function depthOfBlock(article: HTMLElement, block: HTMLElement): number {
  return firstRect(block).top - article.getBoundingClientRect().top
}

/** Of a block parted over pages, its first piece. */
function firstRect(block: HTMLElement): DOMRect {
  return block.getClientRects()[0] ?? block.getBoundingClientRect()
}

function columnStep(article: HTMLElement): number {
  return article.clientWidth + gapOf(article)
}

function gapOf(article: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(article).columnGap) || 0
}
