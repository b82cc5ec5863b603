import type { Original } from '@shared/contract/old-papers'
import { joined, trimmed, type Words, wordsOf } from './words'

/** A line as it is seen: what stands between line breaks. */
export interface SeenLine {
  words: Words
  /** Number or bullet that Word makes; only before the first line of its paragraph. */
  label: string
  bold: boolean
  centred: boolean
  heading: boolean
  part: 'body' | 'box' | 'note'
}

export interface GridCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /** Blank ones too: they part what stands in the cell. */
  lines: SeenLine[]
  /** The lines that are not blank, joined. */
  text: string
}

/** A table whose cells are found by row and column, also where they are merged. */
export interface Grid {
  rows: number
  columns: number
  headRows: number
  /** Cells that begin in a row, left to right. */
  beginning: (row: number) => readonly GridCell[]
  /** The cell that covers a place, perhaps from above. */
  at: (row: number, column: number) => GridCell | null
}

export type Block = { kind: 'line'; line: SeenLine } | { kind: 'table'; grid: Grid }

/** So much of a paper is understood: ten times the longest plan. What is more stays in the original, told of line by line. */
export const MOST_PAPER = { lines: 20_000, characters: 1_000_000 }

/** Lines and tables in their order; lines that a soft break parts are parted. */
export function blocksOf(original: Original): Block[] {
  const blocks: Block[] = []
  const done = new Set<number>()
  const end = endOf(original)
  original.lines.slice(0, end).forEach((line, index) => {
    if (line.cell === null) {
      for (const seen of seenLines(original, index)) blocks.push({ kind: 'line', line: seen })
    } else if (!done.has(line.cell.table)) {
      done.add(line.cell.table)
      blocks.push({ kind: 'table', grid: gridOf(original, line.cell.table, end) })
    }
  })
  return blocks
}

/** The line before which reading stops. */
function endOf({ lines }: Original): number {
  let characters = 0
  const over = lines.findIndex(({ text }, index) => {
    characters += text.length
    return index >= MOST_PAPER.lines || characters > MOST_PAPER.characters
  })
  return over < 0 ? lines.length : over
}

function seenLines({ lines }: Original, index: number): SeenLine[] {
  const line = lines[index]
  if (!line) return []
  const bold = line.bold.reduce((sum, [from, to]) => sum + to - from, 0)
  const shared = {
    bold: bold * 2 > line.text.trim().length && line.text.trim() !== '',
    centred: line.centred,
    heading: line.heading,
    part: line.part,
  }
  let from = 0
  return line.text.split('\n').map((text, at) => {
    // What no paragraph of a plan is so long as stays in the original.
    const to = text.length > LONGEST ? from : from + text.length
    const words = trimmed(wordsOf(lines, { line: index, from, to }))
    from += text.length + 1
    return { ...shared, words, label: at === 0 ? line.label.trim() : '' }
  })
}

const LONGEST = 20_000
const MOST_LINES = 400

/** Whether a cell is longer than any that is read for sub-events or names. */
export const isEndless = (lines: readonly SeenLine[]): boolean =>
  lines.length > MOST_LINES || lines.reduce((sum, { words }) => sum + words.text.length, 0) > LONGEST

function gridOf(original: Original, index: number, end: number): Grid {
  const whole = original.tables[index] ?? { rows: 0, columns: 0, headRows: 0, cells: [] }
  const given = whole.cells.filter(({ to }) => to <= end)
  const cut = given.length < whole.cells.length
  const rows = cut ? given.reduce((most, { row }) => Math.max(most, row + 1), 0) : whole.rows
  const table = { ...whole, rows, cells: given }
  const beginning: GridCell[][] = Array.from({ length: table.rows }, () => [])
  const covering: GridCell[][] = Array.from({ length: table.rows }, () => [])
  for (const { row, column, rowSpan, columnSpan, from, to } of table.cells) {
    const lines: SeenLine[] = []
    for (let line = from; line < to; line += 1) lines.push(...seenLines(original, line))
    const text = cellWords({ lines }).text
    const cell: GridCell = { row, column, rowSpan, columnSpan, lines, text }
    beginning[row]?.push(cell)
    for (let below = row; below < Math.min(row + rowSpan, table.rows); below += 1) covering[below]?.push(cell)
  }
  for (const cells of beginning) cells.sort((a, b) => a.column - b.column)
  return {
    rows: table.rows,
    columns: table.columns,
    headRows: table.headRows,
    beginning: (row) => beginning[row] ?? [],
    at: (row, column) =>
      covering[row]?.find((cell) => column >= cell.column && column < cell.column + cell.columnSpan) ?? null,
  }
}

export const isBlank = ({ words }: SeenLine): boolean => words.text === ''

/** All a cell says, line by line, blank lines left out. */
export function cellWords({ lines }: Pick<GridCell, 'lines'>): Words {
  return joined(
    lines.map(({ words }) => words),
    '\n',
  )
}
