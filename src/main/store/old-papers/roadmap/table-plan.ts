import type { DueYears } from './dues'
import { executorsOf, type Known } from './executors'
import type { FoundItem, FoundSection } from './found'
import { cellWords, type Grid, type GridCell, type SeenLine } from './grid'
import type { FoundColumn } from './heads'
import { type FoundPart, partTitle, type Timed, timed } from './parts'
import { sectionOf, untitled } from './sections'
import type { TableLayout } from './table-layout'
import { columnOf, numberOf, type RowReader, rowKind } from './table-rows'
import { joined, NO_WORDS, type Words } from './words'

/** What of a table is no field: heads said again, numbers of columns. */
export interface TableYield {
  known: Words[]
  /** Rows that are not of the plan: notes under it. */
  notes: Words[]
}

/** Reads the rows of a table into sections, going on with the last one it is given. */
export function readTable(
  grid: Grid,
  layout: TableLayout,
  sections: FoundSection[],
  years: DueYears,
  known: Known,
): TableYield {
  const reader: RowReader = { grid, layout, years }
  const found: TableYield = { known: [], notes: [] }
  let rows: number[] = []
  let sectionCell: GridCell | null = null
  const section = (): FoundSection => {
    const last = sections.at(-1)
    if (last) return last
    const first = untitled()
    sections.push(first)
    return first
  }
  const close = (): void => {
    if (rows.length > 0) section().items.push(itemOf(reader, rows, known))
    rows = []
  }
  for (let row = layout.from; row < grid.rows; row += 1) {
    const group = layout.sections ? grid.at(row, layout.sections.column) : null
    if (group && group !== sectionCell && group.text !== '' && group.columnSpan === 1) {
      close()
      sectionCell = group
      sections.push(sectionOf(oneLine(group), labelOf(group), years))
    }
    const kind = rowKind(reader, row, aboveOf(reader, rows))
    if (kind.kind === 'blank') continue
    if (kind.kind === 'head') found.known.push(...grid.beginning(row).map(cellWords))
    else if (kind.kind === 'note') {
      close()
      found.notes.push(...grid.beginning(row).map(cellWords))
    } else if (kind.kind === 'section') {
      close()
      sections.push(sectionWith(kind.number, kind.title, years))
      if (kind.number) found.known.push(cellWords(kind.number))
    } else {
      if (kind.kind === 'item') close()
      rows.push(row)
    }
  }
  close()
  return found
}

const labelOf = (cell: GridCell): string => cell.lines.find(({ label }) => label !== '')?.label ?? ''

const oneLine = ({ lines }: GridCell): Words =>
  joined(
    lines.map(({ words }) => words),
    ' ',
  )

function sectionWith(number: GridCell | null, title: GridCell, years: DueYears): FoundSection {
  const section = sectionOf(oneLine(title), labelOf(title), years)
  if (!number || section.number !== '') return section
  return { ...section, number: numberOf(number), whole: joined([cellWords(number), section.whole], ' ') }
}

function aboveOf({ grid, layout }: RowReader, rows: readonly number[]): { title: string; due: boolean } | null {
  const first = rows[0]
  if (first === undefined) return null
  const last = rows.findLast((row) => grid.at(row, columnOf(layout, 'title'))?.text !== '') ?? first
  return {
    title: grid.at(last, columnOf(layout, 'title'))?.text ?? '',
    due: (grid.at(first, columnOf(layout, 'due'))?.text ?? '') !== '',
  }
}

function itemOf({ grid, layout, years }: RowReader, rows: readonly number[], known: Known): FoundItem {
  const cells = (column: number): GridCell[] => {
    const found = new Set<GridCell>()
    for (const row of rows) {
      const cell = grid.at(row, column)
      if (cell && (cell.text !== '' || cell.lines.some(({ label }) => label !== ''))) found.add(cell)
    }
    return [...found]
  }
  const of = (role: FoundColumn['role']): GridCell[] => [
    ...new Set(layout.columns.filter((column) => column.role === role).flatMap(({ column }) => cells(column))),
  ]
  const text = (role: FoundColumn['role']): Words => joined(of(role).map(cellWords), '\n')
  const numberCell = cells(columnOf(layout, 'number'))[0] ?? null
  const time = timeOf(grid, layout, rows, years)
  return {
    number: numberCell ? numberOf(numberCell) : labelNumber(of('title')[0]),
    numberWords: numberCell ? cellWords(numberCell) : NO_WORDS,
    ...time,
    executors: [
      ...executorsOf(linesIn(of('executors')), known).map((words) => ({ role: 'main' as const, words })),
      ...executorsOf(linesIn(of('coExecutors')), known).map((words) => ({ role: 'co' as const, words })),
    ],
    document: text('document'),
    results: text('results'),
    cells: layout.columns
      .filter((column) => (column.role === 'other' || column.role === 'execution') && column !== layout.sections)
      .map((column) => ({ column, words: joined(cells(column.column).map(cellWords), '\n') }))
      .filter(({ words }) => words.text !== ''),
  }
}

/** Where the plan has no column of numbers, Word may number the titles. */
function labelNumber(title: GridCell | undefined): string {
  const labels = title?.lines.filter(({ words }) => words.text !== '').map(({ label }) => label) ?? []
  const [first = ''] = labels
  return labels.length === 1 && /^\d{1,3}(?:\.\d{1,3})*[.)]?$/u.test(first) ? first.replace(/[.)]$/u, '') : ''
}

const BREAK: SeenLine = { words: NO_WORDS, label: '', bold: false, centred: false, heading: false, part: 'body' }

/** Lines of several cells, parted as cells are. */
const linesIn = (cells: readonly GridCell[]): SeenLine[] =>
  cells.flatMap(({ lines }, index) => (index === 0 ? lines : [BREAK, ...lines]))

type ItemTime = Pick<FoundItem, 'title' | 'parts' | 'due'>

function timeOf(grid: Grid, layout: TableLayout, rows: readonly number[], years: DueYears): ItemTime {
  const titleColumn = columnOf(layout, 'title')
  const dueColumns = layout.columns.filter(({ role }) => role === 'due').map(({ column }) => column)
  const first = rows[0] ?? 0
  const titles = [...new Set(rows.map((row) => grid.at(row, titleColumn)))].filter((cell) => cell !== null)
  const dues = [...new Set(rows.flatMap((row) => dueColumns.map((column) => grid.at(row, column))))].filter(
    (cell): cell is GridCell => cell !== null && cell.text !== '',
  )
  const byRows = rows.length > 1 ? rowParts(titles, dues, first) : null
  if (byRows) return byRows
  const only = dues.length === 1 ? dues[0] : undefined
  if (dues.length > 1) return { title: joined(titles.map(cellWords), '\n'), parts: [], due: dues.map(cellWords) }
  const read: Timed = timed(linesIn(titles), only?.lines ?? [], years)
  return { title: read.title, parts: read.parts, due: read.due.text === '' ? [] : [read.due] }
}

/** Sub-events that are further rows of a merged item: each title with the срок of its own row. */
function rowParts(titles: readonly GridCell[], dues: readonly GridCell[], first: number): ItemTime | null {
  const own = (cell: GridCell): GridCell[] => dues.filter(({ row }) => row === cell.row)
  const later = titles.filter((cell) => cell.row > first && own(cell).length > 0)
  if (later.length === 0) return null
  const parts: FoundPart[] = []
  const intro: Words[] = []
  for (const cell of titles) {
    const due = own(cell)
    const words = cellWords(cell)
    const last = parts.at(-1)
    if (due.length > 0) parts.push({ title: partTitle(words), due: joined(due.map(cellWords), ', '), label: NO_WORDS })
    else if (last) last.title = joined([last.title, words], '\n')
    else intro.push(words)
  }
  const taken = new Set(titles.map(({ row }) => row))
  const rest = dues.filter(({ row }) => !taken.has(row))
  return { title: joined(intro, '\n'), parts, due: rest.map(cellWords) }
}
