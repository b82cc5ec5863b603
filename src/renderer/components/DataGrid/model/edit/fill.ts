import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { addDays, isRealDate } from '@shared/domain/dates'
import type { Block } from '../selection'

/** Where a filled cell takes its value from, within the block. */
export interface FillSource {
  row: number
  column: number
}

/** Ctrl+D and Ctrl+R: the first row (column) of the block over the rest; of a single cell, from its neighbour. */
export function fillBlock(block: Block, direction: 'down' | 'right'): { from: Block; to: Block } | null {
  const isDown = direction === 'down'
  const isSingle = isDown ? block.top === block.bottom : block.left === block.right
  const start = isSingle ? (isDown ? block.top : block.left) - 1 : isDown ? block.top : block.left
  if (start < 0) return null
  return isDown
    ? { from: { ...block, top: start, bottom: start }, to: { ...block, top: start + 1 } }
    : { from: { ...block, left: start, right: start }, to: { ...block, left: start + 1 } }
}

/** The source of a cell when `from` is repeated over whatever lies around it. */
export function sourceOf(from: Block, row: number, column: number): FillSource {
  const height = from.bottom - from.top + 1
  const width = from.right - from.left + 1
  return {
    row: from.top + ((((row - from.top) % height) + height) % height),
    column: from.left + ((((column - from.left) % width) + width) % width),
  }
}

/** A series goes on by its own step, or by one where there is a single value; null where it is no series. */
export function seriesValue(column: ColumnSpec, known: readonly CellValue[], ahead: number): CellValue {
  const [first] = known
  const last = known.at(-1)
  const previous = known.at(-2)
  if (typeof last === 'number') {
    const unit = column.type === 'money' || column.type === 'hundredths' ? 100 : 1
    const step = typeof previous === 'number' ? last - previous : unit
    return ahead > 0 ? last + step * ahead : (first as number) + step * ahead
  }
  if (column.type === 'date' && typeof last === 'string' && isRealDate(last)) {
    const step = typeof previous === 'string' && isRealDate(previous) ? daysBetween(previous, last) : 1
    return addDays(ahead > 0 ? last : String(first), step * ahead)
  }
  return last ?? null
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
