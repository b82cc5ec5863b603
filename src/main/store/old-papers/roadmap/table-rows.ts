import { type DueYears, isDue } from './dues'
import type { Grid, GridCell } from './grid'
import { isCounting, repeatsHead } from './heads'
import { looksNumbered } from './sections'
import type { TableLayout } from './table-layout'

/** What a row of the table is. */
export type RowKind =
  | { kind: 'blank' }
  /** The head again, or «1 2 3 4» under it. */
  | { kind: 'head' }
  | { kind: 'section'; number: GridCell | null; title: GridCell }
  /** A new item, or one more row of the item above. */
  | { kind: 'item' | 'more' }
  | { kind: 'note' }

export interface RowReader {
  grid: Grid
  layout: TableLayout
  years: DueYears
}

const NOTE = /^(?:примечани[ея]\s*[:.]|итого|всего(?!\p{L})|\*)/iu
const LONGEST_SECTION = 400
const LONGEST_NUMBER = 12

export const columnOf = (layout: TableLayout, role: string): number =>
  layout.columns.find((column) => column.role === role)?.column ?? -1

/** What a number cell says: typed, or made by Word. */
export function numberOf(cell: GridCell | null): string {
  const label = cell?.lines.find((line) => line.label !== '')?.label ?? ''
  const text = (cell?.text ?? '') === '' ? label : (cell?.text ?? '')
  // Words in the column of numbers are no number.
  if (text.length > LONGEST_NUMBER || !/^(?:№?\s*\d[\d.\s–-]*\p{L}?|[IVXІХ]+|\p{L})[.)]*$/u.test(text)) return ''
  return text.replace(/\s+/gu, '').replace(/[.)]+$/u, '')
}

/** The kind of a row; `above`: the item that may go on in it (its title ends with a colon, or the page has parted it). */
export function rowKind(reader: RowReader, row: number, above: { title: string; due: boolean } | null): RowKind {
  const { grid, layout } = reader
  const numberColumn = columnOf(layout, 'number')
  const isFilled = (cell: GridCell): boolean =>
    cell.text !== '' || (cell.column === numberColumn && cell.columnSpan === 1 && numberOf(cell) !== '')
  const own = grid.beginning(row).filter(isFilled)
  if (own.length === 0) return { kind: 'blank' }
  if (repeatsHead(grid, row, layout.headTexts) || isCounting(own)) return { kind: 'head' }
  const section = sectionRow(reader, row, own)
  if (section) return section
  const wide = own[0]
  if (own.length === 1 && wide && isWide(wide, grid)) return { kind: 'note' }
  return itemRow(reader, row, above)
}

const isWide = ({ columnSpan }: GridCell, { columns }: Grid): boolean =>
  columnSpan > 1 && columnSpan >= Math.ceil(columns * 0.6)

const stands = (cell: GridCell): boolean =>
  cell.lines.some(({ bold, heading, words }) => words.text !== '' && (bold || heading))

function sectionRow(reader: RowReader, row: number, own: readonly GridCell[]): RowKind | null {
  const { grid, layout } = reader
  const titleColumn = columnOf(layout, 'title')
  const numberColumn = columnOf(layout, 'number')
  const last = own.at(-1)
  const first = own[0]
  if (!last || !first || own.length > 2 || last.text.length > LONGEST_SECTION || NOTE.test(last.text)) return null
  if (own.length === 2) {
    if (first.column !== numberColumn && !(first.column === 0 && /^[IVX\d.]{1,6}$/u.test(first.text))) return null
    const number = numberOf(first)
    const roman = /^[IVX]+$/u.test(number)
    const parted = nextNumber(reader, row).startsWith(`${number}.`)
    const wide = isWide(last, grid)
    const alone = last.column === titleColumn && (stands(last) || roman || parted) && !isCovered(grid, row, layout)
    return wide || alone ? { kind: 'section', number: first, title: last } : null
  }
  if (isWide(first, grid)) return { kind: 'section', number: null, title: first }
  if (isCovered(grid, row, layout)) return null
  return alone(reader, row, first) ? { kind: 'section', number: null, title: first } : null
}

/** Whether the only cell with words is a section and no item without dues. */
function alone(reader: RowReader, row: number, cell: GridCell): boolean {
  const { grid, layout, years } = reader
  const titleColumn = columnOf(layout, 'title')
  const numberColumn = columnOf(layout, 'number')
  if (looksNumbered(cell.text)) return true
  if (/^\p{Ll}/u.test(cell.text) && !isDue(cell.text, years)) return false
  if (cell.column === numberColumn || cell.column < titleColumn || cell.columnSpan > 1) return cell.text.length > 3
  if (cell.column !== titleColumn) return false
  if (stands(cell)) return true
  // Where items are numbered, words without a number before a numbered row are a heading.
  const unnumbered = numberColumn >= 0 && grid.at(row, numberColumn)?.row === row
  return unnumbered && nextNumber(reader, row) !== '' && !/[:;,]$/u.test(cell.text) && cell.text.length < 160
}

/** Whether cells of the rows above reach down here with words of theirs: then it is no row by itself. */
const isCovered = (grid: Grid, row: number, layout: TableLayout): boolean =>
  layout.columns.some(({ column }) => {
    const cell = grid.at(row, column)
    return cell !== null && cell.row < row && cell.text !== '' && layout.sections?.column !== column
  })

function nextNumber({ grid, layout }: RowReader, row: number): string {
  const numberColumn = columnOf(layout, 'number')
  if (numberColumn < 0) return ''
  for (let below = row + 1; below < Math.min(row + 3, grid.rows); below += 1) {
    const number = numberOf(grid.at(below, numberColumn))
    if (number !== '') return number
  }
  return ''
}

function itemRow({ grid, layout }: RowReader, row: number, above: { title: string; due: boolean } | null): RowKind {
  const own = (role: string): GridCell | null => {
    const cell = grid.at(row, columnOf(layout, role))
    return cell && cell.row === row && cell.text !== '' ? cell : null
  }
  if (!above) return { kind: 'item' }
  const numberColumn = columnOf(layout, 'number')
  const number = numberColumn < 0 ? null : grid.at(row, numberColumn)
  const title = own('title')
  if (number && number.row < row && numberOf(number) !== '') return { kind: 'more' }
  if (numberOf(number) !== '') return { kind: 'item' }
  if (!title) return { kind: 'more' }
  if (numberColumn < 0) return { kind: goesOn(title.text, above.title) ? 'more' : 'item' }
  if (goesOn(title.text, above.title) || /:$/u.test(above.title)) return { kind: 'more' }
  return { kind: own('due') && !above.due ? 'more' : 'item' }
}

/** Words that the end of the page has cut off from those above. */
const goesOn = (text: string, above: string): boolean => /^\p{Ll}/u.test(text) && !/[.;:!?»"]$/u.test(above)
