import type { HistoryChange } from '@shared/contract/history'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { isJournaled, type JournaledTable, rootTables, type TableInfo, tables } from '../../database/tables'
import { rowName } from './names'
import { canRestoreField, canRestoreRow } from './restorable'
import { differences, type Image } from './values'

export interface ChangeRow {
  id: number
  groupId: number
  tableName: string
  rowKey: string
  record: string
  recordId: number
  op: 'I' | 'U' | 'D'
  before: string | null
}
export const changeColumns = 'id, groupId, tableName, rowKey, record, recordId, op, before'

export const imageOf = (json: string | null): Image | null => (json === null ? null : (JSON.parse(json) as Image))

/** The row as it is now, or null. */
export function currentRow(raw: Sqlite, table: JournaledTable, key: string): Image | null {
  const { key: column }: TableInfo = tables[table]
  const value = column === 'id' ? Number(key) : key
  return prepared<[string | number], Image>(raw, `SELECT * FROM "${table}" WHERE "${column}" = ?`).get(value) ?? null
}

/** What one step did to one record: each row once, however often the step wrote it. @param rows in order of their ids */
export function changesOf(raw: Sqlite, rows: readonly ChangeRow[]): HistoryChange[] {
  const byRow = new Map<string, { first: ChangeRow; last: ChangeRow }>()
  for (const row of rows) {
    const key = `${row.tableName}/${row.rowKey}`
    byRow.set(key, { first: byRow.get(key)?.first ?? row, last: row })
  }
  return [...byRow.values()].flatMap(({ first, last }) => {
    if (!isJournaled(first.tableName)) return []
    const change = changeBetween(
      raw,
      first.record,
      first.tableName,
      first.rowKey,
      imageOf(first.before),
      after(raw, last),
    )
    return change === null ? [] : [change]
  })
}

/** One row of a record before and after; null when nothing that people know differs. */
export function changeBetween(
  raw: Sqlite,
  record: string,
  table: JournaledTable,
  rowKey: string,
  before: Image | null,
  after: Image | null,
): HistoryChange | null {
  if (before === null && after === null) return null
  const op = before === null ? 'added' : after === null ? 'removed' : 'changed'
  const fields = differences(raw, table, before, after).map((field) => ({
    ...field,
    canRestore: op === 'changed' && before !== null && canRestoreField(table, field.column, before),
  }))
  if (op === 'changed' && fields.length === 0) return null
  const isRoot = rootTables[record] === table
  return {
    table,
    rowKey,
    what: tables[table].title,
    name: isRoot ? '' : rowName(raw, table, after ?? before),
    op,
    fields,
    canRestore: op === 'removed' && !isRoot && canRestoreRow(table),
  }
}

/** The row right after a change: as the next change of it found it, or as it is. */
function after(raw: Sqlite, change: ChangeRow): Image | null {
  if (change.op === 'D') return null
  const next = prepared<[string, number, number, string, string], { before: string | null }>(
    raw,
    `SELECT before FROM change WHERE record = ? AND recordId = ? AND id > ? AND tableName = ? AND rowKey = ?
     ORDER BY id LIMIT 1`,
  ).get(change.record, change.recordId, change.id, change.tableName, change.rowKey)
  if (next) return imageOf(next.before)
  return currentRow(raw, change.tableName as JournaledTable, change.rowKey)
}
