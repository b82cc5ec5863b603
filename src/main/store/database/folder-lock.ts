import { AppError } from '@shared/errors'
import BetterSqlite from 'better-sqlite3'
import { explainSqliteError } from './connection'

/**
 * Who may be in a data folder: many at once share it; migration and restore need it for themselves. Held as SQLite's own
 * lock on an empty file, because the system lets go of it whenever the process ends, however it ends. A file that names
 * a process id cannot do that: ids are used again, and a power cut would leave the folder locked by a stranger.
 */
export type Release = () => void

/** @throws AppError `database-locked` when someone else still holds the folder after `patience` ms */
export function takeLock(file: string, mode: 'shared' | 'exclusive', patience: number): Release {
  let raw: BetterSqlite.Database | null = null
  try {
    raw = new BetterSqlite(file, { timeout: patience })
    // Nothing is ever written: a journal beside the lock would only be litter after a crash.
    raw.pragma('journal_mode = MEMORY')
    raw.exec(mode === 'exclusive' ? 'BEGIN EXCLUSIVE' : 'BEGIN')
    raw.prepare('SELECT count(*) FROM sqlite_schema').get()
  } catch (error) {
    raw?.close()
    throw isBusy(error) ? lockedError() : explainSqliteError(error)
  }
  const held = raw
  return () => held.close()
}

function isBusy(error: unknown): boolean {
  return String((error as { code?: unknown } | null)?.code).startsWith('SQLITE_BUSY')
}

function lockedError(): AppError {
  return new AppError(
    'database-locked',
    'Данные сейчас открыты другой программой «Методист» или командой. Закройте её и повторите.',
  )
}
