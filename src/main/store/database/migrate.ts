import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { applicationId } from './connection'
import type { Header } from './header'
import { installJournal, journalTriggers, removeJournal } from './journal'
import { currentVersion, type Migration, migrations } from './migrations'
import { tables } from './tables'

export function schemaVersion(raw: Sqlite): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

const newer = (version: number, known: number): AppError =>
  new AppError(
    'database-newer',
    `Файл данных сделан более новой версией программы (${version}, а эта понимает ${known}). Он не изменён. Обновите программу на этом компьютере.`,
  )

const notOurs = (): AppError =>
  new AppError('database-damaged', 'Это не файл данных Методиста: внутри что-то другое или файл повреждён.')

/**
 * Judges a file by its first bytes, so that SQLite need not open it. With a WAL beside it only what cannot be a database
 * at all is refused here: the header may be older than what the WAL holds.
 * @throws AppError `database-newer`, `database-damaged`
 */
export function assertOurHeader(header: Exclude<Header, 'blank'>, known: number, hasWal: boolean): void {
  if (header === 'foreign') throw notOurs()
  if (hasWal) return
  const fresh = header.applicationId === 0 && header.userVersion === 0 && header.pages <= 1
  if (header.applicationId !== applicationId && !fresh) throw notOurs()
  if (header.userVersion > known) throw newer(header.userVersion, known)
}

/** A database nobody has written anything to: a first start was cut short, or the file lost everything. */
export function isBlank(raw: Sqlite): boolean {
  return (
    schemaVersion(raw) === 0 && raw.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0
  )
}

/**
 * Refuses a file that a later version of the program has written, and one that is not ours at all. Touches nothing.
 * @throws AppError `database-newer`, `database-damaged`
 */
export function assertOurs(raw: Sqlite, known: number = currentVersion): void {
  const ours = Number(raw.pragma('application_id', { simple: true })) === applicationId
  if (!ours && !isBlank(raw)) throw notOurs()
  const version = schemaVersion(raw)
  if (version > known) throw newer(version, known)
}

/**
 * A file of this version holds every table and every trigger of the journal: one without them would let changes past
 * the history. Costs what reading the schema costs. @throws AppError `database-damaged`
 */
export function assertComplete(raw: Sqlite): void {
  const count = (type: string, names: readonly string[]): number =>
    raw
      .prepare<[string, string], { n: number }>(
        'SELECT count(*) AS n FROM sqlite_schema WHERE type = ? AND name IN (SELECT value FROM json_each(?))',
      )
      .get(type, JSON.stringify(names))?.n ?? 0
  const wanted = Object.keys(tables)
  const triggers = journalTriggers()
  if (count('table', wanted) !== wanted.length || count('trigger', triggers) !== triggers.length) {
    throw new AppError('database-damaged', 'Файл данных повреждён: в нём не хватает таблиц или журнала изменений.')
  }
}

/** Whether the file needs `migrate`. */
export function isOld(raw: Sqlite, known: number = currentVersion): boolean {
  return schemaVersion(raw) < known
}

/**
 * Brings the file to the last version of `plan` in one exclusive transaction that ends in both checks: after a failure
 * the file is as it was. The undo stack is cut, since steps before the migration name columns that may be gone.
 */
export function migrate(raw: Sqlite, plan: readonly Migration[] = migrations): void {
  const from = schemaVersion(raw)
  if (from >= plan.length) return
  raw.pragma('foreign_keys = OFF')
  try {
    raw.exec('BEGIN EXCLUSIVE')
    try {
      removeJournal(raw)
      forgetSearch(raw)
      for (const migration of plan) {
        if (migration.version > from) raw.exec(migration.sql)
      }
      installJournal(raw)
      raw.exec("UPDATE changeGroup SET state = 'dead' WHERE state <> 'dead'")
      raw.pragma(`application_id = ${applicationId}`)
      raw.pragma(`user_version = ${plan.length}`)
      assertSound(raw)
      raw.exec('COMMIT')
    } catch (error) {
      if (raw.inTransaction) raw.exec('ROLLBACK')
      throw error
    }
  } finally {
    raw.pragma('foreign_keys = ON')
  }
}

/** Triggers of the search name columns too; it is made anew by the rules of this version when the file is opened for work. */
function forgetSearch(raw: Sqlite): void {
  const triggers = raw
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'search\\_mark\\_%' ESCAPE '\\'",
    )
    .all()
  for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`)
  if (triggers.length > 0) raw.exec("UPDATE searchState SET rules = ''")
}

/** Both of SQLite's own checks. @throws AppError `database-damaged` naming the first finding. */
export function assertSound(raw: Sqlite): void {
  const integrity = String(raw.pragma('integrity_check(1)', { simple: true }))
  const orphans = raw.pragma('foreign_key_check') as unknown[]
  if (integrity !== 'ok' || orphans.length > 0) {
    throw new AppError(
      'database-damaged',
      `Проверка файла данных нашла повреждение: ${integrity === 'ok' ? 'потеряны связи записей' : integrity}.`,
    )
  }
}
