import type { ColumnSpec } from '@shared/contract/lists'
import { cellText, isRight, rounded, unitsOf } from '@shared/domain/cells/show-cell'
import { writeTsv } from './edit/tsv'
import type { GridRow } from './rows'

export { cellText, isRight, unitsOf } from '@shared/domain/cells/show-cell'

/** A cell for Excel: figures without thousands spaces, so that they arrive as figures. */
export function cellForCopy(column: ColumnSpec, value: unknown): string {
  if (typeof value === 'number') {
    if (column.type === 'money') return (value / 100).toFixed(2).replace('.', ',')
    if (isRight(column)) return String(rounded(value / unitsOf(column))).replace('.', ',')
  }
  return cellText(column, value)
}

/** Rows × columns as Excel takes them from the clipboard. */
export function toTsv(rows: readonly GridRow[], columns: readonly ColumnSpec[]): string {
  return writeTsv(rows.map((row) => columns.map((column) => cellForCopy(column, row[column.key]))))
}
