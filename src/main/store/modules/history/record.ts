import type { HistoryChange, HistoryEntry } from '@shared/contract/history'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { type ChangeRow, changeColumns, changesOf, imageOf } from './changes'

export interface GroupRow {
  id: number
  title: string
  author: string
  at: string
  kind: 'do' | 'undo' | 'redo'
  state: string
  records: number
}
export const groupColumns = 'id, title, author, at, kind, state, records'

export function headOf(group: GroupRow): Omit<HistoryEntry, 'changes'> {
  const { id, title, author, at, kind, state } = group
  return { groupId: id, title, author, at, kind, undone: state === 'undone' }
}

/** Everything that happened to a record and its rows, newest first. @param before only steps older than this one */
export function recordHistory(
  raw: Sqlite,
  record: string,
  id: number,
  page: { before: number | null; limit: number },
): HistoryEntry[] {
  const decision = record === 'decision' ? decisionOf(raw, id) : null
  const groups = new Map<number, ChangeRow[]>()
  const oldest =
    page.before === null
      ? Number.MAX_SAFE_INTEGER
      : (prepared<[number], { id: number | null }>(raw, 'SELECT min(id) AS id FROM change WHERE groupId = ?').get(
          page.before,
        )?.id ?? 0)
  const rows = prepared<[string, number, number], ChangeRow>(
    raw,
    `SELECT ${changeColumns} FROM change WHERE record = ? AND recordId = ? AND id < ? ORDER BY id DESC`,
  ).iterate(decision ? 'meeting' : record, decision?.meetingId ?? id, oldest)
  for (const row of rows) {
    if (decision && !decision.owns(row)) continue
    const known = groups.get(row.groupId)
    if (known) known.unshift(row)
    else if (groups.size === page.limit) break
    else groups.set(row.groupId, [row])
  }
  return [...groups].flatMap(([groupId, changes]) => {
    const group = prepared<[number], GroupRow>(raw, `SELECT ${groupColumns} FROM changeGroup WHERE id = ?`).get(groupId)
    const shown = changesOf(raw, changes)
    return group ? [{ ...headOf(group), changes: decision ? shown.map(readOnly) : shown }] : []
  })
}

/** What a decision was is put back in its meeting, of which it is a part. */
const readOnly = (change: HistoryChange): HistoryChange => ({
  ...change,
  canRestore: false,
  fields: change.fields.map((field) => ({ ...field, canRestore: false })),
})

/** A decision lives in its meeting: its history is that of its own rows there. */
function decisionOf(raw: Sqlite, id: number): { meetingId: number; owns(row: ChangeRow): boolean } | null {
  const found = prepared<[number], { uid: string; meetingId: number }>(
    raw,
    'SELECT uid, meetingId FROM decision WHERE id = ?',
  ).get(id)
  if (!found) return null
  const inner = new Set<string>()
  for (const table of ['decisionAddressee', 'decisionDue', 'execution']) {
    const rows = prepared<[string], { uid: string }>(raw, `SELECT uid FROM "${table}" WHERE decisionUid = ?`)
    for (const { uid } of rows.all(found.uid)) inner.add(`${table}/${uid}`)
  }
  return {
    meetingId: found.meetingId,
    owns(row) {
      if (row.tableName === 'decision') return row.rowKey === String(id)
      return inner.has(`${row.tableName}/${row.rowKey}`) || imageOf(row.before)?.decisionUid === found.uid
    },
  }
}
