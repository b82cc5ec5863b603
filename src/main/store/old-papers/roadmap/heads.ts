import type { ColumnRole } from '@shared/contract/roadmaps'
import { cellWords, type Grid, type GridCell } from './grid'
import { headingWords } from './heading-words'
import { joined, plain, type Words } from './words'

/** A column of the plan as its heading names it. */
export interface FoundColumn {
  role: ColumnRole
  /** Place in the table. */
  column: number
  heading: Words
  text: string
  /** The column of the plan it is, where a further table has it in another place. */
  of?: FoundColumn
  /** Of a column that is a month: a plus in it is that срок. */
  month?: boolean
  /** Of a column of dues that names executors too. */
  mixed?: boolean
}

/** The head of a table: its rows [from, to) and the columns they name. */
export interface Head {
  from: number
  to: number
  columns: FoundColumn[]
}

/** A heading is a few words; «Отметка о выполнении (реквизиты документа, ссылка на сайт)» is about the longest. */
const LONGEST = 160
/** A head stands at the top, below perhaps a title and a stamp inside the table. */
const TOP = 8

const MONTH =
  /^(?:январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь|янв|фев|февр|мар|апр|июн|июл|авг|сен|сент|окт|ноя|нояб|дек)\.?$/u

function meaning(text: string): { role: ColumnRole; weight: number } | null {
  const words = plain(text.replace(/[-‐]\n/gu, '').replace(/[«»":*]/gu, ' '))
  if (words === '' || words.length > LONGEST) return null
  return headingWords.find((known) => known.words.test(words)) ?? null
}

/** The head of a table; null where it has none: it goes on another, or is no table of a plan. */
export function headOf(grid: Grid): Head | null {
  for (let row = 0; row < Math.min(grid.rows, TOP); row += 1) {
    const cells = grid.beginning(row).filter(({ text }) => text !== '')
    if (cells.length < 2 || !isHead(cells)) continue
    const to = Math.min(headEnd(grid, row, cells), grid.rows)
    return { from: row, to, columns: columnsOf(grid, row, to) }
  }
  return null
}

function isHead(cells: readonly GridCell[]): boolean {
  const roles = cells.map(({ text }) => (MONTH.test(plain(text)) ? 'due' : (meaning(text)?.role ?? null)))
  const known = new Set(roles.filter((role) => role !== null && role !== 'other'))
  const strange = roles.filter((role) => role === null).length
  if (known.size < 2 || strange * 2 > cells.length) return false
  // A row of the plan has a day or a sentence somewhere; a head has the word for what is done, or says who and when.
  return known.has('title') || known.has('number') || (known.has('due') && known.has('executors'))
}

/** Rows of a head: as far down as its own cells go, and one more where only what is parted below has words. */
function headEnd(grid: Grid, row: number, cells: readonly GridCell[]): number {
  const end = row + Math.max(...cells.map(({ rowSpan }) => Math.min(rowSpan, 3)))
  if (end > row + 1) return end
  const wide = cells.filter(({ columnSpan }) => columnSpan > 1)
  const below = grid.beginning(row + 1).filter(({ text }) => text !== '')
  const under = ({ column }: GridCell): boolean =>
    wide.some((cell) => column >= cell.column && column < cell.column + cell.columnSpan)
  return below.length > 1 && wide.length > 0 && below.every(under) ? row + 2 : end
}

const MONTHLY = { role: 'due' as const, weight: 9 }

function columnsOf(grid: Grid, from: number, to: number): FoundColumn[] {
  const named: {
    column: number
    heading: Words
    upper: GridCell | null
    lowest: string
    weight: number
    role: ColumnRole
  }[] = []
  for (let column = 0; column < grid.columns; column += 1) {
    const cells: GridCell[] = []
    for (let row = from; row < to; row += 1) {
      const cell = grid.at(row, column)
      if (cell && cell.text !== '' && !cells.includes(cell)) cells.push(cell)
    }
    const lowest = cells.at(-1)
    // A heading over several columns of the table that nothing parts is one column.
    if (!lowest || lowest.column !== column) continue
    const heading = joined(cells.map(cellWords), ' ')
    const own = meaning(lowest.text)
    const whole = own && own.role !== 'other' ? own : (meaning(heading.text) ?? own)
    const upper = cells.length > 1 ? (cells[0] ?? null) : null
    const above = upper ? meaning(upper.text) : null
    const month = MONTH.test(plain(lowest.text))
    const role = month ? MONTHLY : above?.role === 'due' ? above : (whole ?? above)
    named.push({ column, heading, upper, lowest: lowest.text, role: role?.role ?? 'other', weight: role?.weight ?? 0 })
  }
  return named.map(({ column, heading, role, upper }, index) => {
    const rivals = named.filter((other) => other.role === role)
    const together = role === 'executors' || role === 'coExecutors' || role === 'other' || role === 'execution'
    const best = rivals.toSorted((one, other) => other.weight - one.weight)[0]
    const beside = upper !== null && best?.upper === upper
    const parts = role === 'due' && /полугоди|квартал|четверт/u.test(plain(heading.text))
    const month = MONTH.test(plain(named[index]?.lowest ?? ''))
    const mixed = role === 'executors' && /(?<!\p{L})(?:срок|дат[аы])/u.test(plain(heading.text))
    if (mixed && !named.some((other) => other.role === 'due')) {
      return { column, heading, role: 'due', text: oneLine(heading.text), mixed }
    }
    const kept = together || month || beside || parts || best === named[index]
    return { column, heading, role: kept ? role : 'other', text: oneLine(heading.text), ...(month ? { month } : {}) }
  })
}

/** «Ответственный исполнитель/ соисполнители», «организационно-распорядитель-\nных» put together again. */
const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Whether the row says again what the head says, as on the next page. */
export function repeatsHead(grid: Grid, row: number, head: readonly string[]): boolean {
  const cells = grid.beginning(row).filter(({ text }) => text !== '')
  const known = new Set(head)
  return cells.length > 1 && cells.every(({ text }) => known.has(plain(text)))
}

/** Everything a head says, cell by cell, for knowing it again. */
export function headTexts(grid: Grid, head: Head): string[] {
  const texts: string[] = []
  for (let row = head.from; row < head.to; row += 1)
    for (const { text } of grid.beginning(row)) if (text !== '') texts.push(plain(text))
  return texts
}

/** «1 2 3 4 5 6» under the head. */
export function isCounting(cells: readonly GridCell[]): boolean {
  const numbers = cells.filter(({ text }) => text !== '').map(({ text }) => Number(text.replace(/[.)]$/u, '')))
  return (
    numbers.length > 1 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index) && numbers[0] === 1
  )
}
