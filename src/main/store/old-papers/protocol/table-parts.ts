import { cellText, type Table } from './blocks'
import { kindOfTable } from './columns'
import { strip } from './piece'
import { looksSigned } from './signatures'

export interface TableParts {
  /** Rows above the labels of the columns; null where there are none. */
  head: Table | null
  body: Table
  /** Rows of those who sign. */
  tail: Table | null
}

/** How far below the top the labels of the columns may stand. */
const DEEPEST = 30
const MOST_SIGNED = 8

/** A whole protocol in one table: its head, its questions under labelled columns, its signatures; null: another table. */
export function partsOfTable(table: Table): TableParts | null {
  const labels = labelsRow(table)
  if (labels < 0) return null
  const from = signedFrom(table, labels + 1)
  if (labels === 0 && from === table.rows) return null
  return {
    head: labels === 0 ? null : rowsOf(table, 0, labels),
    body: rowsOf(table, labels, from),
    tail: from === table.rows ? null : rowsOf(table, from, table.rows),
  }
}

function labelsRow(table: Table): number {
  for (let row = 0; row < Math.min(DEEPEST, table.rows - 1); row += 1) {
    const crossed = table.cells.some((cell) => cell.row < row && cell.row + cell.rowSpan > row)
    if (crossed || kindOfTable(rowsOf(table, row, row + 1)) !== 'questions') continue
    // A row of two or more cells just above may be of the labels too.
    return row === 1 && filled(table, 0).length > 2 ? -1 : row
  }
  return -1
}

function signedFrom(table: Table, from: number): number {
  let at = table.rows
  while (at > Math.max(from, table.rows - MOST_SIGNED)) {
    const [first] = filled(table, at - 1)
    if (!first || first.column > 0 || !looksSigned(strip(cellText(first)))) break
    at -= 1
  }
  return at
}

const filled = (table: Table, row: number): Table['cells'] =>
  table.cells.filter((cell) => cell.row === row && cell.paras.some(({ piece }) => piece.text !== ''))

/** Rows [from, to) as a table of their own. */
const rowsOf = (table: Table, from: number, to: number): Table => ({
  columns: table.columns,
  rows: to - from,
  cells: table.cells
    .filter(({ row }) => row >= from && row < to)
    .map((cell) => ({ ...cell, row: cell.row - from, rowSpan: Math.min(cell.rowSpan, to - cell.row) })),
})
