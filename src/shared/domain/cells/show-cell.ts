import { formatDate, isRealDate } from '../dates'
import { formatMoney, formatNumber } from '../text/plural'
import type { CellColumn } from './parse-cell'

/** Stored units in one shown unit: kopecks in a rouble, hundredths in a ставка. */
export function unitsOf(column: CellColumn): number {
  return column.type === 'hundredths' || column.type === 'money' ? 100 : 1
}

/** What a cell shows. */
export function cellText(column: CellColumn, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  switch (column.type) {
    case 'number':
      if (column.ordinal === true) return String(value)
      return typeof value === 'number' ? formatNumber(rounded(value)) : String(value)
    case 'hundredths':
      return typeof value === 'number' ? formatNumber(rounded(value / unitsOf(column))) : String(value)
    case 'money':
      return typeof value === 'number' ? formatMoney(value, '') : String(value)
    case 'date':
      return shownDay(String(value))
    case 'choice':
      return column.choices?.[String(value)] ?? String(value)
    case 'boolean':
      return value === true ? 'да' : 'нет'
    case 'text':
      return String(value)
  }
}

export function isRight(column: CellColumn): boolean {
  return column.type === 'number' || column.type === 'hundredths' || column.type === 'money'
}

/** «08.09.2023»; what is no day, as it is. */
function shownDay(iso: string): string {
  return isRealDate(iso) ? formatDate(iso, 'digits') : iso
}

/** Without the binary tail of 0.07 × 100. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
