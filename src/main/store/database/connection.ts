import { AppError } from '@shared/errors'
import BetterSqlite, { type Database as Sqlite, type Statement } from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { addFunctions } from './functions'
import type { Database } from './schema'

/** `MET1`: marks a file as ours, so that a foreign SQLite file is never taken for a district. */
export const applicationId = 0x4d455431

/** How long a writer waits for another process's transaction, ms. */
const busyTimeout = 5000

export interface Connection {
  raw: Sqlite
  db: Kysely<Database>
  close(): void
}

/** Opens a file with the pragmas every connection must have; none of them is the driver's default by accident. */
export function openRaw(file: string, options: { readonly?: boolean; create?: boolean } = {}): Sqlite {
  const raw = new BetterSqlite(file, {
    readonly: options.readonly ?? false,
    fileMustExist: !(options.create ?? false),
    timeout: busyTimeout,
  })
  try {
    if (!raw.readonly) {
      raw.pragma('journal_mode = WAL')
      // better-sqlite3 sets NORMAL in WAL mode: a power cut could then lose an acknowledged change.
      raw.pragma('synchronous = FULL')
    }
    raw.pragma('foreign_keys = ON')
    // Else INSERT OR REPLACE deletes rows the journal never hears of.
    raw.pragma('recursive_triggers = ON')
    raw.pragma('trusted_schema = OFF')
    // A damaged page is then reported where it is met, instead of being read as something else.
    raw.pragma('cell_size_check = ON')
    raw.pragma('cache_size = -16000')
    raw.pragma('temp_store = MEMORY')
  } catch (error) {
    raw.close()
    throw error
  }
  return raw
}

/** A bounded cache of prepared statements behind Kysely: a repeated query costs microseconds, not a compilation. */
function withStatementCache(raw: Sqlite, limit = 256) {
  const cache = new Map<string, Statement>()
  return {
    prepare(sql: string): Statement {
      const known = cache.get(sql)
      if (known) {
        cache.delete(sql)
        cache.set(sql, known)
        return known
      }
      const statement = raw.prepare(sql)
      cache.set(sql, statement)
      if (cache.size > limit) {
        const oldest = cache.keys().next().value
        if (oldest !== undefined) cache.delete(oldest)
      }
      return statement
    },
    close: () => raw.close(),
  }
}

/** A connection for handlers: pragmas set, Russian functions there, Kysely on top. */
export function connect(file: string, options: { readonly?: boolean } = {}): Connection {
  const raw = openRaw(file, options)
  addFunctions(raw)
  const db = new Kysely<Database>({
    // Kysely's own type of the driver is narrower than the driver's.
    dialect: new SqliteDialect({ database: withStatementCache(raw) as never }),
  })
  return {
    raw,
    db,
    close() {
      if (raw.open) raw.close()
    },
  }
}

/** Turns what SQLite reports of the machine (full disk, locked or read-only file) into sentences; others pass through. */
export function explainSqliteError(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return error
  // SHMSIZE: the index of the WAL could not be given its room.
  if (code.startsWith('SQLITE_FULL') || code === 'SQLITE_IOERR_SHMSIZE') {
    return new AppError(
      'disk-full',
      'На диске с данными закончилось место: изменение не записано. Освободите место и повторите.',
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new AppError(
      'database-busy',
      'Файл данных занят другой программой: изменение не записано. Подождите несколько секунд и повторите.',
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) {
    return new AppError(
      'folder-read-only',
      'В папку с данными нельзя записать: изменение не сохранено. Проверьте права на папку или выберите другую.',
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('database-damaged', 'Файл данных повреждён.')
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && (error as { message?: unknown }).message === 'ledger-negative') {
    return new AppError(
      'not-enough',
      'Остаток стал бы меньше нуля на одну из дат: изменение не записано. Проверьте число экземпляров и дату.',
    )
  }
  if (code.startsWith('SQLITE_IOERR')) {
    return new AppError(
      'folder-missing',
      'Файл данных недоступен (диск отключён или папка перемещена): изменение не записано. Верните диск и повторите.',
    )
  }
  return error
}
