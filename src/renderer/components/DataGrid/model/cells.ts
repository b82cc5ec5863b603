import type { ColumnSpec } from '@shared/contract/lists'
import { formatMoney, formatNumber } from '@shared/domain/text/plural'
import { formatDay } from '../../format'
import type { GridRow } from './rows'

/** Stored units in one shown unit: kopecks in a rouble, hundredths in a ставка. */
export function unitsOf(column: ColumnSpec): number {
  return column.type === 'hundredths' || column.type === 'money' ? 100 : 1
}

/** What a cell shows. */
export function cellText(column: ColumnSpec, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  switch (column.type) {
    case 'number':
    case 'hundredths':
      return typeof value === 'number' ? formatNumber(rounded(value / unitsOf(column))) : String(value)
    case 'money':
      return typeof value === 'number' ? formatMoney(value, '') : String(value)
    case 'date':
      return formatDay(String(value))
    case 'choice':
      return column.choices?.[String(value)] ?? String(value)
    case 'boolean':
      return value === true ? 'да' : 'нет'
    case 'text':
      return String(value)
  }
}

/** A cell for Excel: figures without thousands spaces, so that they arrive as figures. */
export function cellForCopy(column: ColumnSpec, value: unknown): string {
  if (typeof value === 'number') {
    if (column.type === 'money') return (value / 100).toFixed(2).replace('.', ',')
    if (isRight(column)) return String(rounded(value / unitsOf(column))).replace('.', ',')
  }
  return cellText(column, value).replace(/[\t\r\n]+/g, ' ')
}

export function isRight(column: ColumnSpec): boolean {
  return column.type === 'number' || column.type === 'hundredths' || column.type === 'money'
}

/** Rows × columns as Excel takes them from the clipboard. */
export function toTsv(rows: readonly GridRow[], columns: readonly ColumnSpec[]): string {
  return rows.map((row) => columns.map((column) => cellForCopy(column, row[column.key])).join('\t')).join('\r\n')
}

/** Without the binary tail of 0.07 × 100. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
