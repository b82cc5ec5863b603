import type { FoundTable } from './tables'

/**
 * Tables as some programs write Word's: every cell begins on a line of its own with a tab, goes on in lines without one, and
 * a row ends with an empty line. A cell may end with an empty line too, so which empty line ends a row is told by the
 * number of cells that fits all rows.
 */
export function leadingTable(lines: readonly string[], at: number): FoundTable | null {
  if (!lines[at]?.startsWith('\t') || lines[at - 1]?.startsWith('\t')) return null
  const cells = cellsFrom(lines, at)
  if (cells.length < 4) return null
  for (const columns of widths(cells)) {
    const rows = split(cells, columns)
    if (!rows) continue
    const last = rows.at(-1)?.at(-1)
    if (last) cutTail(last, rows, columns)
    const taken = rows.flat().reduce((sum, cell) => sum + cell.lines.length, 0)
    return { rows: rows.map((row) => row.map(shown)), columns, taken }
  }
  return null
}

interface Cell {
  /** As in the text, the tab and empty lines at its end included. */
  lines: string[]
  endsRow: boolean
}

/** Nothing honest has more cells before it is split. */
const mostCells = 20_000

function cellsFrom(lines: readonly string[], at: number): Cell[] {
  const cells: Cell[] = []
  for (let index = at; index < lines.length; index++) {
    const line = lines[index] ?? ''
    if (line.startsWith('\t')) {
      if (cells.length === mostCells) break
      cells.push({ lines: [line], endsRow: false })
    } else cells.at(-1)?.lines.push(line)
  }
  for (const cell of cells) cell.endsRow = cell.lines.length > 1 && cell.lines.at(-1)?.trim() === ''
  const last = cells.at(-1)
  if (last) last.endsRow = true
  return cells
}

/** Numbers of columns to try: first what the first row has, which is as a rule the head. */
function widths(cells: readonly Cell[]): number[] {
  const ends = cells.flatMap(({ endsRow }, index) => (endsRow ? [index + 1] : []))
  const gaps = ends.map((end, index) => end - (ends[index - 1] ?? 0)).filter((gap) => gap > 1 && gap <= 20)
  const others = [...new Set(gaps)].sort((a, b) => b - a)
  const first = gaps[0]
  return first === undefined ? others : [first, ...others.filter((width) => width !== first)]
}

/** Rows of that many cells, with rows of one cell between them; null when the cells do not come out so. */
function split(cells: readonly Cell[], columns: number): Cell[][] | null {
  const cost: number[] = [0]
  const width: number[] = [0]
  for (let end = 1; end <= cells.length; end++) {
    cost[end] = Number.POSITIVE_INFINITY
    if (cells[end - 1]?.endsRow !== true) continue
    const whole = end >= columns ? (cost[end - columns] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
    const single = (cost[end - 1] ?? Number.POSITIVE_INFINITY) + 1
    cost[end] = Math.min(whole, single)
    width[end] = whole <= single ? columns : 1
  }
  if (!Number.isFinite(cost[cells.length])) return null
  const rows: Cell[][] = []
  for (let end = cells.length; end > 0; end -= width[end] ?? 1) rows.push(cells.slice(end - (width[end] ?? 1), end))
  rows.reverse()
  const full = rows.filter((row) => row.length === columns).length
  return full >= 2 && full * 2 >= rows.length ? rows : null
}

/** What follows the table is written like a paragraph more of its last cell. */
function cutTail(last: Cell, rows: readonly Cell[][], columns: number): void {
  const gap = last.lines.findIndex((line) => line.trim() === '')
  if (gap === -1) return
  const rest = last.lines.slice(gap)
  const several = rows.filter(
    (row) => row.length === columns && row !== rows.at(-1) && hasParagraphs(row.at(-1)),
  ).length
  const farOff = rest[1]?.trim() === ''
  const signed = rest.some((line) =>
    /^\s*(?:председател|секретар|начальник|директор|руководител|методист|приложени|исп\.)/iu.test(line),
  )
  if (several * 3 < rows.length || farOff || signed) last.lines.length = gap
}

function hasParagraphs(cell: Cell | undefined): boolean {
  const filled = cell?.lines.findLastIndex((line) => line.trim() !== '') ?? -1
  return cell?.lines.slice(0, Math.max(filled, 0)).some((line) => line.trim() === '') ?? false
}

/** Lines of a cell, without its tab and the empty ones at its end. */
function shown({ lines }: Cell): string[] {
  const own = lines.map((line, index) => (index === 0 ? line.slice(1) : line))
  while (own.length > 1 && own.at(-1)?.trim() === '') own.pop()
  return own
}
