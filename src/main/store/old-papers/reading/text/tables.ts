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

/** How often a table that begins with a tab is looked for: honest texts have few lines that begin so. */
const mostTries = 50

/** Lines of a text, with the tables that are surely tables; what is not sure stays lines. */
export function textBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  let tries = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    // To see that something is no table may take a look at all the rest.
    const leading = line.startsWith('\t') && tries++ < mostTries ? leadingTable(lines, at) : null
    const found = leading ?? (line.includes('\t') ? separatedTable(lines, at) : null)
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
