import type { ColumnRole } from '@shared/contract/roadmaps'
import { type DueYears, isDueLike } from './dues'
import { EXECUTOR, NAME } from './executor-words'
import type { Grid, GridCell } from './grid'
import { usualHeadings } from './heading-words'
import { type FoundColumn, type Head, headOf, headTexts } from './heads'
import { NO_WORDS, plain } from './words'

/** How a table of the plan is to be read. */
export interface TableLayout {
  columns: readonly FoundColumn[]
  /** First row under the head. */
  from: number
  head: Head | null
  headTexts: readonly string[]
  /** Column whose merged cells are sections: «Направление» at the left edge. */
  sections: FoundColumn | null
  width: number
}

/** The layout of a table by its own head, by that of the table it goes on, or by what stands in it; null: no table of a plan. */
export function layoutOf(grid: Grid, before: TableLayout | null, years: DueYears): TableLayout | null {
  const head = headOf(grid)
  if (head) {
    const columns = withDueColumn(head.columns)
    const texts = headTexts(grid, head)
    return {
      columns,
      from: head.to,
      head,
      headTexts: texts,
      sections: sectionColumn(grid, columns, head.to),
      width: grid.columns,
    }
  }
  if (before && before.width === grid.columns) {
    return { ...before, from: 0, head: null, sections: sectionColumn(grid, before.columns, 0) ?? before.sections }
  }
  const columns = guessed(grid, years)
  return columns && { columns, from: 0, head: null, headTexts: [], sections: null, width: grid.columns }
}

/** Where no column is named for the срок, that of the place and the day is it. */
function withDueColumn(columns: readonly FoundColumn[]): FoundColumn[] {
  if (columns.some(({ role }) => role === 'due')) return [...columns]
  const named = columns.find(
    ({ role, text }) => role === 'other' && /(?<!\p{L})(?:дат[аы]|врем|срок|месяц)/iu.test(text),
  )
  return columns.map((column) => (column === named ? { ...column, role: 'due' } : column))
}

const GROUPING = /^(?:направлени|раздел|блок|этап|задач|модуль|содержание|тема|вид)/u

/** A column before the title whose cells run over several rows each. */
function sectionColumn(grid: Grid, columns: readonly FoundColumn[], from: number): FoundColumn | null {
  const title = columns.find(({ role }) => role === 'title')
  const first = columns.find(
    ({ role, column, text }) =>
      role === 'other' && title && column < title.column && (column === 0 || GROUPING.test(plain(text))),
  )
  if (!first) return null
  let merged = 0
  let cells = 0
  for (let row = from; row < grid.rows; row += 1) {
    const cell = grid.beginning(row).find(({ column }) => column === first.column)
    if (!cell || cell.columnSpan > 1) continue
    cells += 1
    if (cell.rowSpan > 1) merged += 1
  }
  return merged > 0 && merged * 3 >= cells ? first : null
}

/** Roles by what stands in the columns, for a table without a head. */
function guessed(grid: Grid, years: DueYears): FoundColumn[] | null {
  if (grid.columns < 3 || grid.rows < 3) return null
  const columns = Array.from({ length: grid.columns }, (_, column) => columnCells(grid, column))
  const share = (cells: readonly GridCell[], test: (text: string) => boolean): number =>
    cells.filter(({ text }) => test(text)).length / Math.max(cells.length, 1)
  const due = best(columns, (cells) => share(cells, (text) => isDueLike(text, years)), 0.5)
  if (due < 0) return null
  const number = columns.findIndex((cells) => share(cells, (text) => /^\d{1,3}(?:\.\d{1,2})?[.)]?$/u.test(text)) > 0.6)
  const free = (column: number): boolean => column !== due && column !== number
  const title = best(columns, (cells, at) => (free(at) ? cells.reduce((sum, { text }) => sum + text.length, 0) : 0), 1)
  const executors = best(
    columns,
    (cells, at) => (free(at) && at !== title ? share(cells, (text) => NAME.test(text) || EXECUTOR.test(text)) : 0),
    0.4,
  )
  if (title < 0) return null
  return columns.map((_, column) => {
    const roles: [number, ColumnRole][] = [
      [due, 'due'],
      [number, 'number'],
      [title, 'title'],
      [executors, 'executors'],
    ]
    const role = roles.find(([at]) => at === column)?.[1] ?? 'other'
    return { role, column, heading: NO_WORDS, text: usualHeadings[role] ?? 'Примечание' }
  })
}

const SAMPLE = 40

function columnCells(grid: Grid, column: number): GridCell[] {
  const cells: GridCell[] = []
  for (let row = 0; row < grid.rows && cells.length < SAMPLE; row += 1) {
    const cell = grid.beginning(row).find((one) => one.column === column)
    if (cell && cell.columnSpan === 1 && cell.text !== '') cells.push(cell)
  }
  return cells
}

function best(
  columns: readonly (readonly GridCell[])[],
  value: (cells: readonly GridCell[], column: number) => number,
  least: number,
): number {
  let found = -1
  let most = least
  columns.forEach((cells, column) => {
    const own = value(cells, column)
    if (own >= most && (found < 0 || own > most)) {
      found = column
      most = own
    }
  })
  return found
}
