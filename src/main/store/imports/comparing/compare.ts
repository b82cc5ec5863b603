import type { ImportRow } from '@shared/contract/imports'
import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { canonicalText, cellHash } from '../../documents/xlsx/row-key'
import type { AnyListRecord } from '../../lists/record'
import type { Sameness, Values } from './current'

type ChangedCell = ImportRow['cells'][number]

/**
 * What a row of the file would change in a row of the data. With hashes of the cells as they were exported it is a
 * comparison of three: what the file has not touched stays as the data have it now; what both have changed, each in its
 * own way, is a conflict.
 */
export async function changedCells(
  context: QueryContext,
  list: AnyListRecord,
  sameness: Sameness,
  row: { id: number; values: Values; columns: readonly ColumnSpec[]; hashes: ReadonlyMap<string, string> | null },
  current: Values,
): Promise<ChangedCell[]> {
  const changed: ChangedCell[] = []
  let record: unknown
  for (const column of row.columns) {
    const after = row.values[column.key] ?? null
    const before = current[column.key] ?? null
    if (sameness.same(column, after, before)) continue
    // In a file of another's making an empty cell is what they did not know, not what they erased.
    if (row.hashes === null && (after === null || after === '')) continue
    const hash = row.hashes?.get(column.key)
    if (hash !== undefined && cellHash(after) === hash) continue
    record ??= await list.read(context, row.id)
    if (meansTheSame(context, list, record, column, after)) continue
    const conflict = hash !== undefined && cellHash(before) !== hash
    changed.push({ column: column.key, before, after, conflict })
  }
  return changed
}

/** Whether the record with this cell set is the record as it is: «нет» of a category is «без категории». */
function meansTheSame(
  context: QueryContext,
  list: AnyListRecord,
  record: unknown,
  column: ColumnSpec,
  value: CellValue,
): boolean {
  try {
    const stored = column.type === 'text' ? canonicalText(value) : value
    const set = list.set[column.key]?.(record, stored, context)
    return JSON.stringify(set) === JSON.stringify(record)
  } catch (error) {
    // What cannot be set is a fault of the row, found when it is judged.
    if (error instanceof AppError) return false
    throw error
  }
}
