import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { readCell } from '../cells/read-cell'
import type { FileCell } from '../reading/types'
import { type Head, rowsBelow } from './head'
import { columnLikeness, leastLikeness } from './headings'
import type { SheetPreview } from './preview'

/** Which columns of a list a head's columns are, and how sure that is. */
export interface Matching {
  list: ListSpec
  head: Head
  /** Column of the sheet → column of the list. */
  columns: ReadonlyMap<number, ColumnSpec>
  score: number
}

/** Cells under the head looked at, to see whether they fit the column. */
const sampleSize = 12

/** One to one, the surest pairs first. */
export function matchColumns(sheet: SheetPreview, head: Head, list: ListSpec): Matching {
  const below = rowsBelow(sheet, head)
  const pairs: { index: number; column: ColumnSpec; sure: number }[] = []
  for (const [index, parts] of head.parts.entries()) {
    if (parts.length === 0 || parts.join(' ').length > 300) continue
    for (const column of list.columns) {
      const like = columnLikeness(parts, column)
      if (like < leastLikeness) continue
      pairs.push({
        index,
        column,
        sure:
          like *
          fitness(
            column,
            below.map((row) => row.cells[index] ?? null),
          ),
      })
    }
  }
  pairs.sort((a, b) => b.sure - a.sure || a.index - b.index)
  const columns = new Map<number, ColumnSpec>()
  const taken = new Set<string>()
  let score = 0
  for (const { index, column, sure } of pairs) {
    if (columns.has(index) || taken.has(column.key) || sure < leastLikeness / 2) continue
    columns.set(index, column)
    taken.add(column.key)
    // What the program computes tells which list it is, but brings nothing in.
    score += column.edit ? sure : sure / 2
  }
  return { list, head, columns, score: score * completeness(list, taken) }
}

/** 0.5…1: how many of the cells could be read as the column's. */
function fitness(column: ColumnSpec, cells: readonly FileCell[]): number {
  const filled = cells.filter((cell) => cell !== null).slice(0, sampleSize)
  if (filled.length === 0 || column.type === 'text') return 1
  const fit = filled.filter((cell) => readCell(column, cell, false).ok).length
  return 0.5 + (0.5 * fit) / filled.length
}

/** A list whose rows could neither be made nor known again by these columns is hardly the one. */
function completeness(list: ListSpec, taken: ReadonlySet<string>): number {
  const has = (key: string): boolean =>
    taken.has(key) ||
    (list.headed?.includes(key) ?? false) ||
    list.columns.some((column) => (column.edit?.standsFor === key || column.tells === key) && taken.has(column.key))
  const required = list.columns.filter((column) => column.edit?.required)
  const known = list.identity.some((keys) => keys.every(has))
  if (required.every((column) => has(column.key))) return known ? 1 : 0.9
  return known ? 0.7 : 0.3
}
