import type { ColumnSpec } from '@shared/contract/lists'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { isRight, unitsOf } from '../cells'
import type { GridRow } from '../rows'

/** What a marked block holds. Sums are in shown units: roubles, ставки. */
export interface BlockSums {
  cells: number
  filled: number
  figures: number
  sum: number
  least: number | null
  greatest: number | null
}

export function sumsOf(rows: readonly GridRow[], columns: readonly ColumnSpec[]): BlockSums {
  const sums: BlockSums = {
    cells: rows.length * columns.length,
    filled: 0,
    figures: 0,
    sum: 0,
    least: null,
    greatest: null,
  }
  for (const row of rows) {
    for (const column of columns) {
      const value = row[column.key]
      if (value === null || value === undefined || value === '') continue
      sums.filled++
      if (!isRight(column) || typeof value !== 'number') continue
      const shown = value / unitsOf(column)
      sums.figures++
      sums.sum += shown
      sums.least = Math.min(sums.least ?? shown, shown)
      sums.greatest = Math.max(sums.greatest ?? shown, shown)
    }
  }
  return sums
}

/** «Выделено: 12 ячеек · заполнено 10 · сумма 345 · среднее 34,5»; one cell says nothing. */
export function sumsText(sums: BlockSums): string {
  if (sums.cells < 2) return ''
  const figure = (value: number) => formatNumber(Math.round(value * 100) / 100)
  const parts = [
    `Выделено: ${counted(sums.cells, ['ячейка', 'ячейки', 'ячеек'])}`,
    `заполнено ${formatNumber(sums.filled)}`,
  ]
  if (sums.figures > 0) parts.push(`сумма ${figure(sums.sum)}`, `среднее ${figure(sums.sum / sums.figures)}`)
  if (sums.figures > 1 && sums.least !== null && sums.greatest !== null) {
    parts.push(`от ${figure(sums.least)} до ${figure(sums.greatest)}`)
  }
  return parts.join(' · ')
}
