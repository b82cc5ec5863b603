import type { Parsed } from '@shared/contract'
import type { RemovedRecord } from '@shared/contract/history'
import { normKey } from '@shared/domain/text/norm'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { isJournaled, type JournaledTable, rootTables, tables } from '../../database/tables'
import { type ChangeRow, changeColumns, imageOf } from './changes'
import { nameFromImage } from './names'
import { type GroupRow, groupColumns } from './record'
import { isErased } from './state'
import { differences, type Image } from './values'

/** Changes read at a time: a search for words may have to go a long way back. */
const portion = 200

/** Kinds whose records are removed and can come back. */
export const revivable: readonly string[] = [
  'school',
  'librarian',
  'association',
  'meeting',
  'event',
  'mailing',
  'paper-template',
  'agenda-template',
  'phrase',
  'view',
]

/** Records that are not there now, last removed first. */
export function deleted(
  raw: Sqlite,
  { record, text, before, limit }: Parsed<'history.deleted'>,
): { records: RemovedRecord[]; next: number | null } {
  const wanted = revivable.filter((kind) => record === null || kind === record)
  const words = normKey(text)
  const found: RemovedRecord[] = []
  let from = before ?? Number.MAX_SAFE_INTEGER
  for (;;) {
    const changes = wanted
      .flatMap((kind) => removals(raw, kind, from))
      .sort((one, other) => other.id - one.id)
      .slice(0, portion)
    for (const change of changes) {
      from = change.id
      const image = imageOf(change.before)
      if (image === null || isErased(image)) continue
      const name = nameFromImage(raw, change.record, change.recordId, image)
      if (words !== '' && !normKey(name).includes(words)) continue
      found.push(removed(raw, change, name, image))
      if (found.length === limit) return { records: found, next: change.id }
    }
    if (changes.length < portion) return { records: found, next: null }
  }
}

/** The last removal of each record of a kind that is not there. */
function removals(raw: Sqlite, record: string, before: number): ChangeRow[] {
  const table = rootTables[record]
  if (table === undefined) return []
  return prepared<[string, number, number], ChangeRow>(
    raw,
    `SELECT ${changeColumns} FROM change
     WHERE tableName = ? AND op = 'D' AND id < ?
       AND NOT EXISTS (SELECT 1 FROM "${table}" WHERE id = change.recordId)
       AND NOT EXISTS (SELECT 1 FROM change AS later WHERE later.record = change.record
         AND later.recordId = change.recordId AND later.id > change.id AND later.tableName = change.tableName AND later.op = 'D')
     ORDER BY id DESC LIMIT ?`,
  ).all(table, before, portion)
}

/** The step that removed a record that is not there; null when it is, or never was. */
export function removalOf(raw: Sqlite, record: string, id: number): ChangeRow | null {
  const table = rootTables[record]
  if (table === undefined || !revivable.includes(record)) return null
  if (prepared(raw, `SELECT 1 FROM "${table}" WHERE id = ?`).get(id)) return null
  const last = prepared<[string, number, string], ChangeRow>(
    raw,
    `SELECT ${changeColumns} FROM change WHERE record = ? AND recordId = ? AND tableName = ? AND op = 'D'
     ORDER BY id DESC LIMIT 1`,
  ).get(record, id, table)
  return last ?? null
}

function removed(raw: Sqlite, change: ChangeRow, name: string, image: Image): RemovedRecord {
  const { record, recordId, groupId } = change
  const group = prepared<[number], GroupRow>(raw, `SELECT ${groupColumns} FROM changeGroup WHERE id = ?`).get(groupId)
  const rows = prepared<[string, number, number, string], { tableName: string; count: number }>(
    raw,
    `SELECT tableName, count(*) AS count FROM change
     WHERE record = ? AND recordId = ? AND +groupId = ? AND op = 'D' AND tableName <> ? GROUP BY tableName`,
  ).all(record, recordId, groupId, change.tableName)
  return {
    record,
    id: recordId,
    name,
    groupId,
    at: group?.at ?? '',
    author: group?.author ?? '',
    title: group?.title ?? '',
    fields: differences(raw, change.tableName as JournaledTable, image, null).map(({ title, before: value }) => ({
      title,
      value,
    })),
    rows: rows.flatMap(({ tableName, count }) =>
      isJournaled(tableName) ? [{ what: tables[tableName].title, count }] : [],
    ),
  }
}
