import type { Output, Parsed } from '@shared/contract'
import type { FeedEntry, RecordName, TouchedRecord } from '@shared/contract/history'
import { listSpecs } from '@shared/contract/list-specs'
import { addDays } from '@shared/domain/dates'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { listTables } from '../../database/tables'
import { type ChangeRow, changeColumns, changesOf } from './changes'
import { recordName } from './names'
import { type GroupRow, groupColumns, headOf } from './record'

/** Records named in an entry of the feed; the others are counted. */
const named = 3
/** Changes of a step looked at for their names: a meeting alone may have a hundred. */
const looked = 200

/** One page of the feed, newest first. */
export function feed(raw: Sqlite, query: Parsed<'history.feed'>): Output<'history.feed'> {
  const where = ['changeGroup.records > 0']
  const values: Record<string, string | number> = { limit: query.limit + 1 }
  const add = (condition: string, name: string, value: string | number): void => {
    where.push(condition)
    values[name] = value
  }
  if (query.before !== null) add('changeGroup.id < :before', 'before', query.before)
  if (query.from !== null) add('at >= :from', 'from', startOfDay(query.from))
  if (query.to !== null) add('at < :to', 'to', startOfDay(addDays(query.to, 1)))
  if (query.author !== null) add('author = :author', 'author', query.author)
  const words = normKey(query.text)
  if (words !== '') {
    add(
      `(instr(iif(norm = '', ru_norm(title), norm), :words) > 0 OR changeGroup.id IN (${groupsOfNamed(raw, words)}))`,
      'words',
      words,
    )
  }
  const source = touched(query)
  // The steps of one list are walked in their own order: the outer table of a CROSS JOIN stays the outer one.
  const from =
    source === null
      ? 'changeGroup'
      : `(SELECT DISTINCT groupId FROM changeTouch WHERE ${source}${query.before === null ? '' : ' AND groupId < :before'}
          ORDER BY groupId DESC) AS touch CROSS JOIN changeGroup ON changeGroup.id = touch.groupId`
  const order = source === null ? 'changeGroup.id' : 'touch.groupId'
  const groups = raw
    .prepare<[Record<string, string | number>], GroupRow>(
      `SELECT ${groupColumns} FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${order} DESC LIMIT :limit`,
    )
    .all(values)
  return {
    entries: groups.slice(0, query.limit).map((group) => entryOf(raw, group)),
    more: groups.length > query.limit,
  }
}

/** The start of a local day as the journal writes moments. */
const startOfDay = (day: string): string => new Date(`${day}T00:00:00`).toISOString()

/** Which steps belong to the list or kind asked for; null: all. Names come from tables, never from outside. */
function touched({ list, record }: Parsed<'history.feed'>): string | null {
  if (list !== null) {
    const tables = listTables[list]
    if (tables) return `tableName IN (${tables.map((table) => `'${table}'`).join(', ')})`
    const spec = listSpecs[list]
    if (!spec) throw new AppError('invalid-input', `Списка «${list}» нет.`, 'list')
    return `record = '${spec.record}'`
  }
  if (record === null) return null
  if (!/^[a-z-]+$/u.test(record)) throw new AppError('invalid-input', `Вида записей «${record}» нет.`, 'record')
  return `record = '${record}'`
}

/** Records of one name looked for among the touched ones; a word that fits more of them says nothing. */
const namesakes = 20

/** Steps that touched a record of this name, as a list for IN. */
function groupsOfNamed(raw: Sqlite, words: string): string {
  const pattern = `%${words.replace(/[\\%_]/gu, '\\$&')}%`
  const groups = new Set<number>()
  for (const table of ['school', 'librarian', 'association', 'meeting']) {
    const ids = prepared<[string, number], { id: number }>(
      raw,
      `SELECT id FROM "${table}" WHERE norm LIKE ? ESCAPE '\\' LIMIT ?`,
    ).all(pattern, namesakes + 1)
    if (ids.length > namesakes) continue
    for (const { id } of ids) {
      const rows = prepared<[string, number], { groupId: number }>(
        raw,
        'SELECT DISTINCT groupId FROM change WHERE record = ? AND recordId = ?',
      ).all(table, id)
      for (const { groupId } of rows) groups.add(groupId)
    }
  }
  return [...groups].join(', ')
}

function entryOf(raw: Sqlite, group: GroupRow): FeedEntry {
  const rows = prepared<[number, number], { record: string; recordId: number }>(
    raw,
    'SELECT record, recordId FROM change WHERE groupId = ? ORDER BY id LIMIT ?',
  ).all(group.id, looked)
  const seen = new Map<string, RecordName>()
  for (const { record, recordId } of rows) {
    const key = `${record}/${recordId}`
    if (seen.has(key)) continue
    if (seen.size === named) break
    seen.set(key, { record, id: recordId, ...recordName(raw, record, recordId) })
  }
  return { ...headOf(group), records: group.records, touched: [...seen.values()] }
}

/** Records a step touched, in the order it came to them. @param after `next` of the page before */
export function entryPage(
  raw: Sqlite,
  groupId: number,
  after: number | null,
  limit: number,
): { records: TouchedRecord[]; next: number | null } {
  const bounds = prepared<[number], { last: number | null }>(
    raw,
    'SELECT max(id) AS last FROM change WHERE groupId = ?',
  ).get(groupId)
  const records = prepared<[number, number, number], { record: string; recordId: number; first: number }>(
    raw,
    `SELECT record, recordId, min(id) AS first FROM change WHERE groupId = ? GROUP BY record, recordId
     HAVING first > ? ORDER BY first LIMIT ?`,
  ).all(groupId, after ?? 0, limit + 1)
  const page = records.slice(0, limit).map(({ record, recordId, first }) => {
    const rows = prepared<[string, number, number, number, number], ChangeRow>(
      raw,
      `SELECT ${changeColumns} FROM change WHERE record = ? AND recordId = ? AND id BETWEEN ? AND ? AND +groupId = ?
       ORDER BY id`,
    ).all(record, recordId, first, bounds?.last ?? first, groupId)
    return { record, id: recordId, ...recordName(raw, record, recordId), changes: changesOf(raw, rows) }
  })
  return { records: page, next: records.length > limit ? (records[limit - 1]?.first ?? null) : null }
}

/** From name to next name by the index: a million steps of three people are three looks. */
export function authors(raw: Sqlite): string[] {
  return prepared<[], { author: string }>(
    raw,
    `WITH RECURSIVE one (author) AS (
       SELECT min(author) FROM changeGroup
       UNION ALL SELECT (SELECT min(author) FROM changeGroup WHERE author > one.author) FROM one WHERE author IS NOT NULL)
     SELECT author FROM one WHERE author IS NOT NULL`,
  )
    .all()
    .map((row) => row.author)
}
