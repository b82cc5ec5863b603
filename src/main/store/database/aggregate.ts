import { AppError } from '@shared/errors'
import type { Database as Sqlite, Statement } from 'better-sqlite3'
import { prepared } from './prepared'
import type { Database } from './schema'

/** Saving a record with its rows so that only what differs is written, and so journaled. */

type Cell = string | number | null
export type Row = Record<string, Cell>

function cells(row: Readonly<Record<string, unknown>>): Row {
  const plain: Row = {}
  for (const [key, value] of Object.entries(row)) {
    if (value === undefined) continue
    plain[key] = typeof value === 'boolean' ? Number(value) : (value as Cell)
  }
  return plain
}

export function insertRow(raw: Sqlite, table: keyof Database, row: Readonly<Record<string, unknown>>): number {
  const names: string[] = []
  const values: Cell[] = []
  for (const name of Object.keys(row)) {
    const value = row[name]
    if (value === undefined) continue
    names.push(name)
    values.push(typeof value === 'boolean' ? Number(value) : (value as Cell))
  }
  return Number(insertion(raw, table, names).run(values).lastInsertRowid)
}

interface Insertion {
  names: readonly string[]
  statement: Statement<[Cell[]]>
}

const insertions = new WeakMap<Sqlite, Map<string, Insertion>>()

/** Rows of one table come with the same columns thousands of times over: the text is not put together for each. */
function insertion(raw: Sqlite, table: keyof Database, names: readonly string[]): Statement<[Cell[]]> {
  let last = insertions.get(raw)
  if (!last) {
    last = new Map()
    insertions.set(raw, last)
  }
  const known = last.get(table)
  if (known?.names.length === names.length && known.names.every((name, index) => name === names[index])) {
    return known.statement
  }
  const statement = prepared<[Cell[]]>(
    raw,
    `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  )
  last.set(table, { names, statement })
  return statement
}

export function updateRow(
  raw: Sqlite,
  table: keyof Database,
  key: { column: string; value: Cell },
  row: Readonly<Record<string, unknown>>,
): void {
  const plain = cells(row)
  const sets = Object.keys(plain).map((name) => `"${name}" = ?`)
  if (sets.length === 0) return
  prepared(raw, `UPDATE "${table}" SET ${sets.join(', ')} WHERE "${key.column}" = ?`).run(
    ...Object.values(plain),
    key.value,
  )
}

/**
 * Makes the rows of a child table equal to `rows` (matched by `uid`, ordered by `ord`): inserts, changes and deletes
 * only what differs. Every row is given `ord` and the parent's id by this function.
 */
export function syncRows(
  raw: Sqlite,
  table: keyof Database,
  parent: { column: string; id: number },
  rows: readonly (Readonly<Record<string, unknown>> & { uid: string })[],
): void {
  const present = new Map(
    prepared<[number], Row & { uid: string }>(raw, `SELECT * FROM "${table}" WHERE "${parent.column}" = ?`)
      .all(parent.id)
      .map((row) => [row.uid, row]),
  )
  const seen = new Set<string>()
  for (const [ord, row] of rows.entries()) {
    if (seen.has(row.uid)) throw new AppError('invalid-input', 'Две строки записи имеют один ключ.', row.uid)
    seen.add(row.uid)
    const wanted = cells({ ...row, [parent.column]: parent.id, ord })
    const before = present.get(row.uid)
    if (!before) {
      insertRow(raw, table, wanted)
      continue
    }
    const changed = Object.entries(wanted).filter(([name, value]) => before[name] !== value)
    if (changed.length > 0) updateRow(raw, table, { column: 'uid', value: row.uid }, Object.fromEntries(changed))
  }
  for (const uid of present.keys()) {
    if (!seen.has(uid)) prepared(raw, `DELETE FROM "${table}" WHERE uid = ?`).run(uid)
  }
}

/** Writes a record's own row; answers its id and new revision. An unchanged record keeps its revision. */
export function saveRoot(
  raw: Sqlite,
  table: keyof Database,
  id: number | null,
  revision: number | null,
  row: Readonly<Record<string, unknown>>,
): { id: number; revision: number } {
  if (id === null) return { id: insertRow(raw, table, row), revision: 1 }
  const before = prepared<[number], Row & { revision: number }>(raw, `SELECT * FROM "${table}" WHERE id = ?`).get(id)
  if (!before) throw new AppError('not-found', 'Этой записи больше нет: её удалили. Вернуть её можно отменой (Ctrl+Z).')
  if (revision !== null && revision !== before.revision) {
    throw new AppError(
      'conflict',
      'Запись тем временем изменили в другом окне или командой. Ваш текст сохранён в черновике: откройте запись снова и перенесите его.',
    )
  }
  const changed = Object.entries(cells(row)).filter(([name, value]) => before[name] !== value)
  if (changed.length > 0) updateRow(raw, table, { column: 'id', value: id }, Object.fromEntries(changed))
  return { id, revision: before.revision }
}

/** Raises the revision when the command has changed anything of the record, its rows included. */
export function bumpRevision(
  raw: Sqlite,
  table: keyof Database,
  record: string,
  saved: { id: number; revision: number },
  isNew: boolean,
): { id: number; revision: number } {
  if (isNew) return saved
  const touched = prepared(
    raw,
    'SELECT 1 FROM change WHERE groupId = (SELECT groupId FROM changeContext WHERE id = 1) AND record = ? AND recordId = ? LIMIT 1',
  ).get(record, saved.id)
  if (!touched) return saved
  prepared(raw, `UPDATE "${table}" SET revision = revision + 1 WHERE id = ?`).run(saved.id)
  return { id: saved.id, revision: saved.revision + 1 }
}

/** Deletes a record with its rows. @throws AppError `not-found`, `in-use` with `inUse` as its sentence */
export function removeRecord(
  raw: Sqlite,
  table: keyof Database,
  children: readonly (keyof Database)[],
  owner: string,
  id: number,
  inUse: string,
): void {
  try {
    for (const child of children) prepared(raw, `DELETE FROM "${child}" WHERE "${owner}" = ?`).run(id)
    const { changes } = prepared(raw, `DELETE FROM "${table}" WHERE id = ?`).run(id)
    if (changes === 0) throw new AppError('not-found', 'Этой записи уже нет.')
  } catch (error) {
    if ((error as { code?: string }).code === 'SQLITE_CONSTRAINT_FOREIGNKEY') throw new AppError('in-use', inUse)
    throw error
  }
}
