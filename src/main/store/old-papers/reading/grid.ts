import type { Block, PaperCell } from './blocks'

/** A cell by the lines of the grid its row has. */
export interface GridCell {
  from: number
  span: number
  /** Goes on the cell above. */
  below: boolean
  blocks: Block[]
}

/**
 * Rows and columns of a table. A column is where some cell begins: Word counts finer ones, where only an edge was moved.
 */
export function placed(rows: readonly GridCell[][]): { rows: number; columns: number; cells: PaperCell[] } {
  const { at, count } = columnsOf(rows)
  const cells: PaperCell[] = []
  let above = new Map<number, PaperCell>()
  for (const [row, raw] of rows.entries()) {
    const here = new Map<number, PaperCell>()
    for (const { from, span, below, blocks } of raw) {
      const column = at(from)
      const columnSpan = Math.max(at(from + span) - column, 1)
      const upper = below ? above.get(column) : undefined
      if (upper && upper.columnSpan === columnSpan) {
        upper.rowSpan = row - upper.row + 1
        upper.blocks.push(...filled(blocks))
        here.set(column, upper)
        continue
      }
      const cell: PaperCell = { row, column, rowSpan: 1, columnSpan, blocks }
      cells.push(cell)
      here.set(column, cell)
    }
    above = here
  }
  return { rows: rows.length, columns: count, cells }
}

function columnsOf(rows: readonly GridCell[][]): { at: (line: number) => number; count: number } {
  const begins = new Set<number>()
  let end = 0
  for (const row of rows) {
    for (const { from, span } of row) {
      begins.add(from)
      end = Math.max(end, from + span)
    }
  }
  const sorted = [...begins].sort((a, b) => a - b)
  const index = new Map(sorted.map((line, at) => [line, at]))
  // Ends of cells need not be where another begins.
  const at = (line: number): number => index.get(line) ?? sorted.filter((begin) => begin < line).length
  return { at, count: at(end) }
}

/** Of a cell that only goes on another, Word hides what it holds, which is as a rule an empty paragraph. */
export const filled = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => !('line' in block) || block.line.text.trim() !== '')
