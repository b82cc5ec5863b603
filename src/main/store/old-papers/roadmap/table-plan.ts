import { dueAmong } from './beside'
import { type DueYears, isDueLike } from './dues'
import { executorsOf, type Known } from './executors'
import type { FoundItem, FoundSection } from './found'
import { cellWords, type Grid, type GridCell, isBlank, type SeenLine } from './grid'
import type { FoundColumn } from './heads'
import { endingDue, type FoundPart, partTitle, type Timed, timed } from './parts'
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
  // The section that goes on is looked through once more.
  const before = Math.max(sections.length - 1, 0)
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
    const parted = rows.length === 0 && row === layout.from && !layout.head ? sections.at(-1)?.items.at(-1) : undefined
    const kind = rowKind(
      reader,
      row,
      parted ? { title: parted.title.text, due: parted.due.length > 0 } : aboveOf(reader, rows),
    )
    if (kind.kind === 'blank') continue
    if (kind.kind === 'head') found.known.push(...grid.beginning(row).map(cellWords))
    else if (kind.kind === 'note') {
      close()
      found.notes.push(...grid.beginning(row).map(cellWords))
    } else if (kind.kind === 'section') {
      close()
      const last = sections.at(-1)
      if (last && last.items.length === 0 && UNDER_SECTION.test(kind.title.text)) addTo(last, oneLine(kind.title))
      else sections.push(sectionWith(kind.number, kind.title, years))
      if (kind.number) found.known.push(cellWords(kind.number))
    } else if (kind.kind === 'more' && parted) {
      goOn(parted, itemOf(reader, [row], known))
    } else {
      if (kind.kind === 'item') close()
      rows.push(row)
    }
  }
  close()
  for (const { items } of sections.slice(before)) takeFromAbove(items, layout)
  return found
}

const DITTO = /^[\s\-–—«»"„“/=]*(?:\/\/|["«»„“])[\s\-–—«»"„“/=]*$|^то же\.?$/iu

/** A срок left blank under that of the row above, in the first column, is the same; so is «-//-» anywhere. */
function takeFromAbove(items: readonly FoundItem[], layout: TableLayout): void {
  const first = columnOf(layout, 'due') >= 0 && columnOf(layout, 'due') < columnOf(layout, 'title')
  let above: FoundItem | null = null
  for (const item of items) {
    const same = item.due.length === 1 && DITTO.test(item.due[0]?.text ?? '')
    if (above && (same || (first && item.due.length === 0 && item.parts.length === 0))) item.due = above.due
    above = item
  }
}

/** «Тема: …» in a row of its own under «Заседание № 1». */
const UNDER_SECTION = /^(?:тема|цел[ьи]|задач[аи]|форма|место|ответственн\p{L}+|девиз)(?!\p{L})[^:]{0,40}:/iu

function addTo(section: FoundSection, words: Words): void {
  section.title = joined([section.title, words], '\n')
  section.whole = joined([section.whole, words], '\n')
}

/** Adds to an item what the next page says of it. */
function goOn(item: FoundItem, more: FoundItem): void {
  item.title = joined([item.title, more.title], '\n')
  item.due.push(...more.due)
  item.parts.push(...more.parts)
  item.executors.push(...more.executors)
  item.document = joined([item.document, more.document], '\n')
  item.results = joined([item.results, more.results], '\n')
  for (const { column, words } of more.cells) {
    const same = item.cells.find((cell) => (cell.column.of ?? cell.column) === (column.of ?? column))
    if (same) same.words = joined([same.words, words], '\n')
    else item.cells.push({ column, words })
  }
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
  const mixed = layout.columns.find((column) => column.mixed)
  const named = mixed
    ? apart(linesIn(cells(mixed.column)), years).filter((line) => isBlank(line) || !isDueLike(line.words.text, years))
    : []
  const time = timeOf(grid, layout, rows, years)
  return {
    number: numberCell ? numberOf(numberCell) : labelNumber(of('title')[0]),
    numberWords: numberCell && numberOf(numberCell) !== '' ? cellWords(numberCell) : NO_WORDS,
    ...time,
    executors: [
      ...executorsOf([...linesIn(of('executors')), ...named], known).map((words) => ({ role: 'main' as const, words })),
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

/** «март, методист» of a column for both: the срок and who does it, each in its line. */
const apart = (lines: readonly SeenLine[], years: DueYears): SeenLine[] =>
  lines.flatMap((line) => {
    const among = dueAmong(line.words, years)
    return among ? [among.due, among.executors].map((words) => ({ ...line, words })) : [line]
  })

type ItemTime = Pick<FoundItem, 'title' | 'parts' | 'due'>

function timeOf(grid: Grid, layout: TableLayout, rows: readonly number[], years: DueYears): ItemTime {
  const titleColumn = columnOf(layout, 'title')
  const dueColumns = layout.columns.filter(({ role }) => role === 'due').map(({ column }) => column)
  const first = rows[0] ?? 0
  const months = monthsOf(grid, layout, rows)
  if (months) return { title: joined(titleCells(grid, rows, titleColumn).map(cellWords), '\n'), parts: [], due: months }
  const titles = titleCells(grid, rows, titleColumn)
  const dues = [...new Set(rows.flatMap((row) => dueColumns.map((column) => grid.at(row, column))))].filter(
    (cell): cell is GridCell => cell !== null && cell.text !== '',
  )
  const byRows = rows.length > 1 ? rowParts(titles, dues, first) : null
  if (byRows) return byRows
  const only = dues.length === 1 ? dues[0] : undefined
  const dueLines = layout.columns.some(({ mixed }) => mixed)
    ? apart(only?.lines ?? [], years).filter(({ words }) => isDueLike(words.text, years))
    : (only?.lines ?? [])
  if (dues.length > 1) return { title: joined(titles.map(cellWords), '\n'), parts: [], due: dues.map(cellWords) }
  const read: Timed = timed(linesIn(titles), dueLines, years)
  const due = read.due.text === '' && read.parts.length === 0 ? dueInTitle(titles, years) : read.due
  return { title: read.title, parts: read.parts, due: due.text === '' ? [] : [due] }
}

/** «Сверка книг – до 20 января»: where no column says when, the end of the title may. */
function dueInTitle(titles: readonly GridCell[], years: DueYears): Words {
  const last = linesIn(titles).findLast((line) => !isBlank(line))
  return (last && endingDue(last.words, years)) ?? NO_WORDS
}

const titleCells = (grid: Grid, rows: readonly number[], column: number): GridCell[] =>
  [...new Set(rows.map((row) => grid.at(row, column)))].filter((cell) => cell !== null)

const PLUS = /^[+xхv✓✔•*−–-]$/iu

/** Months that have a plus; null where no column is a month. */
function monthsOf(grid: Grid, layout: TableLayout, rows: readonly number[]): Words[] | null {
  const months = layout.columns.filter(({ month }) => month)
  if (months.length < 2) return null
  const found: Words[] = []
  for (const { column, heading } of months) {
    const cells = [...new Set(rows.map((row) => grid.at(row, column)))].filter(
      (cell) => cell !== null && cell.text !== '',
    )
    for (const cell of cells) if (cell) found.push(PLUS.test(cell.text) ? heading : cellWords(cell))
  }
  return found
}

const DASH = /^[–—-]\s/u

/**
 * Sub-events that are further rows of a merged item: each title with the срок of its own row. Where all but the first
 * begin with a dash, as we print them, the first row is of the item itself.
 */
function rowParts(titles: readonly GridCell[], dues: readonly GridCell[], first: number): ItemTime | null {
  const byRow = new Map<number, GridCell[]>()
  for (const cell of dues) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell])
  const own = (cell: GridCell): GridCell[] => byRow.get(cell.row) ?? []
  const later = titles.filter((cell) => cell.row > first && own(cell).length > 0)
  if (later.length === 0) return null
  const [head, ...under] = titles
  const whole = head && !DASH.test(head.text) && under.every(({ text }) => DASH.test(text)) ? head : null
  const parts: FoundPart[] = []
  const intro: Words[] = []
  for (const cell of titles) {
    const due = own(cell)
    const words = cellWords(cell)
    const last = parts.at(-1)
    if (cell === whole) intro.push(words)
    else if (due.length > 0)
      parts.push({ title: partTitle(words), due: joined(due.map(cellWords), ', '), label: NO_WORDS })
    else if (last) last.title = joined([last.title, words], '\n')
    else intro.push(words)
  }
  const taken = new Set(titles.map(({ row }) => row))
  const rest = dues.filter(({ row }) => !taken.has(row))
  return { title: joined(intro, '\n'), parts, due: [...(whole ? own(whole) : []), ...rest].map(cellWords) }
}
