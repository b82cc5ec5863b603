import type { ColumnSpec } from '@shared/contract/lists'
import { cellText } from './cells'
import type { GridRow } from './rows'

/** Room for the padding of a cell, and in the head for its buttons. */
const CELL_ROOM = 20
const HEAD_ROOM = 60
const WIDEST = 520

/** The width at which a column's head and the rows at hand are read whole. @param font as CSS has it: «13px PT Sans» */
export function fittingWidth(column: ColumnSpec, rows: readonly GridRow[], font: string): number {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return column.width
  context.font = `600 ${font}`
  let width = context.measureText(column.title).width + HEAD_ROOM
  context.font = font
  for (const row of rows) {
    width = Math.max(width, context.measureText(cellText(column, row[column.key])).width + CELL_ROOM)
  }
  return Math.min(WIDEST, Math.ceil(width))
}
