import { type Block, type PaperTable, textLine } from '../blocks'
import { leadingTable } from './leading-tabs'
import { separatedTable } from './separated-tabs'

/** A table found in a text: cells row by row, each as its lines, and how many lines of the text it takes. */
export interface FoundTable {
  /** A row of one cell spans the table. */
  rows: string[][][]
  columns: number
  taken: number
}

/** Lines of a text, with the tables that are surely tables; what is not sure stays lines. */
export function textBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    const found = line.includes('\t') ? (leadingTable(lines, at) ?? separatedTable(lines, at)) : null
    if (found) {
      blocks.push({ table: tableOf(found) })
      at += found.taken
    } else {
      blocks.push({ line: textLine(line) })
      at++
    }
  }
  return blocks
}

function tableOf({ rows, columns }: FoundTable): PaperTable {
  const cells = rows.flatMap((row, index) =>
    row.map((lines, column) => ({
      row: index,
      column,
      rowSpan: 1,
      columnSpan: row.length === 1 ? columns : 1,
      blocks: lines.map((line) => ({ line: textLine(line) })),
    })),
  )
  return { rows: rows.length, columns, headRows: 0, cells }
}
