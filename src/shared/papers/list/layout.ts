import type { ColumnSpec } from '../../contract/lists'
import { isRight } from '../../domain/cells/show-cell'
import { DXA_PER_MM, mmToDxa, PAGE_MM, type PageSetup, textWidthMm } from '../model'
import { CELL_PADDING_MM, CELL_PADDING_Y_MM } from '../styles'

/** How a list lies on paper: the largest type at which it fits, upright before sideways. */
export interface ListLayout {
  page: PageSetup
  tablePt: number
  columnsDxa: number[]
}

const MARGINS = { left: 15, right: 10, top: 15, bottom: 12 }
const tried = [
  { orientation: 'portrait', tablePt: 10 },
  { orientation: 'portrait', tablePt: 9 },
  { orientation: 'landscape', tablePt: 10 },
  { orientation: 'landscape', tablePt: 9 },
  { orientation: 'landscape', tablePt: 8 },
] as const
const LAST = { orientation: 'landscape', tablePt: 7 } as const

/** Pixels of the grid that one character takes; millimetres a character of a point takes on paper. */
const PIXELS_PER_CHARACTER = 7
const MM_PER_POINT = 0.172
const BOLD = 1.12
const MM_IN_POINT = 0.3528
const LINE_SPACING = 1.149

/** @param widths of the grid, pixels @param longest text of each column, characters */
export function layOutList(
  columns: readonly ColumnSpec[],
  widths: readonly number[],
  longest: readonly number[],
): ListLayout {
  const wishes = (tablePt: number) =>
    columns.map((column, index) => wishOf(column, widths[index] ?? column.width, longest[index] ?? 0, tablePt))
  const fits = ({ orientation, tablePt }: (typeof tried)[number]) =>
    sum(wishes(tablePt).map((wish) => wish.full)) <= textWidthMm({ orientation, marginsMm: MARGINS })
  const { orientation, tablePt } = tried.find(fits) ?? LAST
  const page: PageSetup = { orientation, marginsMm: MARGINS, numberedFromFirst: true }
  return { page, tablePt, columnsDxa: share(wishes(tablePt), mmToDxa(textWidthMm(page))) }
}

/** What a column would like, millimetres: whole words and figures at least; at best its longest text or its width in the grid. */
interface Wish {
  least: number
  full: number
}

function wishOf(column: ColumnSpec, pixels: number, longest: number, pt: number): Wish {
  const longestWord = Math.max(...column.title.split(/\s+/u).map((word) => word.length))
  const isWhole = isRight(column) || column.type === 'date'
  const millimetres = (characters: number) => characters * MM_PER_POINT * pt + 2 * CELL_PADDING_MM
  const least = millimetres(Math.max(longestWord * BOLD, isWhole ? longest : 4))
  return { least, full: Math.max(least, millimetres(Math.min(longest, pixels / PIXELS_PER_CHARACTER))) }
}

/** The whole width, in DXA: what is over goes to all alike, what lacks is taken from those that can give. */
function share(wishes: readonly Wish[], total: number): number[] {
  const full = sum(wishes.map((wish) => wish.full))
  const least = sum(wishes.map((wish) => wish.least))
  const width = total / DXA_PER_MM
  const millimetres = wishes.map((wish) => {
    if (full <= width) return (wish.full * width) / full
    if (least >= width) return (wish.least * width) / least
    return wish.least + ((wish.full - wish.least) * (width - least)) / (full - least)
  })
  const rounded = millimetres.map((one) => Math.floor(one * DXA_PER_MM))
  const last = rounded.length - 1
  return rounded.map((one, index) => (index === last ? one + total - sum(rounded) : one))
}

/** About how high a row comes out, millimetres. @param texts of its cells */
export function rowHeight(layout: ListLayout, texts: readonly string[]): number {
  let lines = 1
  for (const [index, text] of texts.entries()) {
    const room = (layout.columnsDxa[index] ?? 0) / DXA_PER_MM - 2 * CELL_PADDING_MM
    const perLine = Math.max(1, room / (MM_PER_POINT * layout.tablePt))
    lines = Math.max(lines, Math.ceil(text.length / perLine))
  }
  return lines * layout.tablePt * LINE_SPACING * MM_IN_POINT + 2 * CELL_PADDING_Y_MM + 0.2
}

/** Height of the text on a page, millimetres. */
export function pageHeight({ page }: ListLayout): number {
  const height = page.orientation === 'portrait' ? PAGE_MM.height : PAGE_MM.width
  return height - page.marginsMm.top - page.marginsMm.bottom
}

function sum(values: readonly number[]): number {
  return values.reduce((whole, value) => whole + value, 0)
}
