import type { HistoryChange } from '@shared/contract/history'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { isJournaled, type JournaledTable, recordTables, type TableInfo, tables } from '../../database/tables'
import { type ChangeRow, changeBetween, changeColumns, currentRow, imageOf } from './changes'
import { canRestoreRow, columnsTogether, innerParents, keepsColumn } from './restorable'
import type { Image } from './values'

/** A row as it is and as it is to become; null is «not there». */
export interface RowDelta {
  table: JournaledTable
  key: string
  now: Image | null
  wanted: Image | null
}

/** An image the erasure of a person (152-ФЗ) has been through has nothing left to come back to. */
export function isErased(image: Image): boolean {
  return image.erased === 1 || Object.keys(image).every((column) => column === 'id' || column === 'uid')
}

const erased = (): AppError =>
  new AppError('locked', 'Данные этого человека удалены по его требованию (152-ФЗ) и не возвращаются.')

/**
 * What would have to change for a record to be what it was before a step (`from` is the step) or after it (the next).
 * Empty when it is the same. @throws AppError `locked` where the values were erased
 */
export function deltasTo(raw: Sqlite, record: string, id: number, from: number): RowDelta[] {
  const earliest = new Map<string, ChangeRow>()
  const rows = prepared<[string, number], ChangeRow>(
    raw,
    `SELECT ${changeColumns} FROM change WHERE record = ? AND recordId = ? ORDER BY id DESC`,
  ).iterate(record, id)
  for (const row of rows) {
    if (row.groupId < from) break
    earliest.set(`${row.tableName}/${row.rowKey}`, row)
  }
  return ordered(
    record,
    [...earliest.values()].flatMap((change) => {
      const delta = deltaOf(raw, change)
      return delta === null ? [] : [delta]
    }),
  )
}

function deltaOf(raw: Sqlite, change: ChangeRow): RowDelta | null {
  const { tableName: table, rowKey: key } = change
  if (!isJournaled(table)) return null
  const before = imageOf(change.before)
  if (before !== null && isErased(before)) throw erased()
  const now = currentRow(raw, table, key)
  // A row given to another record is not this one's to remove.
  const own = now !== null && now[tables[table].owner] === change.recordId ? now : null
  const wanted = before === null ? null : target(table, before, now)
  if (own === null && wanted === null) return null
  if (own !== null && wanted !== null && own === now && isSame(own, wanted)) return null
  // Notes of corrections and settings go back by commands of their own only; they come back with a lost record.
  if (!canRestoreRow(table) && change.op !== 'D') return null
  return { table, key, now, wanted }
}

/** The image with what restoring never touches left as it is, and what an older file lacked. */
function target(table: JournaledTable, before: Image, now: Image | null): Image {
  const wanted: Record<string, string | number | null> = { ...before }
  if (now === null) return wanted
  for (const [column, value] of Object.entries(now)) {
    if (keepsColumn(table, column) || computed.has(column) || !(column in wanted)) wanted[column] = value
  }
  return wanted
}

/** Saving makes them anew. */
const computed: ReadonlySet<string> = new Set([
  'norm',
  'sortKey',
  'nameKey',
  'nameSort',
  'label',
  'stems',
  'isbnKey',
  'fplKey',
])

const isSame = (one: Image, other: Image): boolean =>
  Object.entries(other).every(([column, value]) => one[column] === value)

/** Removals from the inside out, then the others from the record's own row in. */
function ordered(record: string, deltas: readonly RowDelta[]): RowDelta[] {
  const place = (delta: RowDelta): number => (recordTables[record] ?? []).indexOf(delta.table)
  const removals = deltas.filter((delta) => delta.wanted === null).sort((one, other) => place(other) - place(one))
  const others = deltas.filter((delta) => delta.wanted !== null).sort((one, other) => place(one) - place(other))
  return [...removals, ...others]
}

/** Rows a restoring would change, as history says it. */
export function previewOf(raw: Sqlite, record: string, deltas: readonly RowDelta[]): HistoryChange[] {
  return deltas.flatMap(({ table, key, now, wanted }) => {
    const change = changeBetween(raw, record, table, key, now, wanted)
    return change === null ? [] : [change]
  })
}

interface Place {
  record: string
  id: number
  groupId: number
  table: string
  rowKey: string
}

/**
 * One field of a row back to what it was before a step, with what is one value with it; without a column, a removed row
 * with the rows that lived in it. @throws AppError `not-found`, `locked`
 */
export function deltasOfField(raw: Sqlite, place: Place, column: string | null): RowDelta[] {
  const { record, id, groupId, rowKey } = place
  const table = place.table
  const rows = prepared<[string, number, number], ChangeRow>(
    raw,
    `SELECT ${changeColumns} FROM change WHERE record = ? AND recordId = ? AND +groupId = ? ORDER BY id`,
  ).all(record, id, groupId)
  const change = rows.find((row) => row.tableName === table && row.rowKey === rowKey)
  const before = change ? imageOf(change.before) : null
  if (!isJournaled(table) || change === undefined || before === null) {
    throw new AppError('not-found', 'В этом изменении такого значения нет: вернуть нечего.')
  }
  if (isErased(before)) throw erased()
  if (column === null) return removedRows(raw, record, rows, change, before)
  const now = currentRow(raw, table, rowKey)
  const info: TableInfo = tables[table]
  if (now === null || now[info.owner] !== id) {
    throw new AppError('not-found', `${info.title}: этой строки сейчас нет. Верните сначала её.`)
  }
  if (keepsColumn(table, column) || !(column in before)) {
    throw new AppError('locked', 'Это значение меняется только своей командой, из истории оно не возвращается.')
  }
  const wanted = { ...now }
  for (const name of columnsTogether(table, column)) {
    const value = before[name]
    if (value !== undefined) wanted[name] = value
  }
  const delta: RowDelta = { table, key: rowKey, now, wanted }
  // A due found in the words of a decision is bound to its place in them.
  const inside =
    table === 'decision' && column === 'text'
      ? deltasTo(raw, record, id, groupId).filter(
          (one) => one.table === 'decisionDue' && (one.wanted ?? one.now)?.decisionUid === now.uid,
        )
      : []
  return ordered(record, isSame(now, wanted) ? inside : [delta, ...inside])
}

function removedRows(
  raw: Sqlite,
  record: string,
  rows: readonly ChangeRow[],
  change: ChangeRow,
  before: Image,
): RowDelta[] {
  const found: RowDelta[] = []
  const add = (row: ChangeRow, image: Image): void => {
    if (!isJournaled(row.tableName) || currentRow(raw, row.tableName, row.rowKey) !== null) return
    found.push({ table: row.tableName, key: row.rowKey, now: null, wanted: image })
    for (const inner of rows) {
      const own = inner.op === 'D' ? imageOf(inner.before) : null
      if (own !== null && isInside(own, row.tableName, image)) add(inner, own)
    }
  }
  add(change, before)
  return ordered(record, found)
}

function isInside(image: Image, table: string, parent: Image): boolean {
  const own = innerParents.some(([column, owner]) => owner === table && column in image && image[column] === parent.uid)
  if (!own) return false
  // What stands one step further in comes with the row it stands in: a decision's rows with it, a sub-event with its item.
  if (table === 'agendaItem') return !('decisionUid' in image)
  return !(table === 'roadmapSection' && image.parentUid !== null)
}
