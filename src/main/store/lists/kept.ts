import type { Database as Sqlite } from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { prepared } from '../database/prepared'

/**
 * Answers to queries, kept while the file stays as it is: the order of a long list, its count and totals. An answer is
 * known by its SQL with all values in it, and all are forgotten when SQLite says that the file has changed. Kept only
 * where that is certain: in a transaction (the version is then that of the snapshot the answer is read from) of a
 * connection that has never written (its own changes would not show in the version).
 */
interface Shelf {
  version: number
  weight: number
  answers: Map<string, { value: unknown; weight: number }>
}

/** Of all answers of a connection, in numbers: about 32 MB. */
const mostWeight = 4_000_000

const shelves = new WeakMap<Sqlite, Shelf>()

/** Null where nothing can be kept. */
function shelfOf(raw: Sqlite): Shelf | null {
  if (!raw.inTransaction) return null
  const { changes } = prepared<[], { changes: number }>(raw, 'SELECT total_changes() AS changes').get() ?? {
    changes: 1,
  }
  if (changes > 0) return null
  const row = prepared<[], { data_version: number }>(raw, 'PRAGMA data_version').get()
  if (!row) return null
  const shelf = shelves.get(raw)
  if (shelf?.version === row.data_version) return shelf
  const fresh: Shelf = { version: row.data_version, weight: 0, answers: new Map() }
  shelves.set(raw, fresh)
  return fresh
}

const keyOf = (query: CompiledQuery): string => JSON.stringify([query.sql, query.parameters])

export const canKeep = (raw: Sqlite): boolean => shelfOf(raw) !== null

/** What was answered to this query since the file last changed; undefined: nothing. */
export function recall<T>(raw: Sqlite, query: CompiledQuery): T | undefined {
  const shelf = shelfOf(raw)
  if (!shelf) return undefined
  const key = keyOf(query)
  const known = shelf.answers.get(key)
  if (!known) return undefined
  // The last used stays longest.
  shelf.answers.delete(key)
  shelf.answers.set(key, known)
  return known.value as T
}

/** The answer kept, or else made and kept. @param weight how much memory the answer takes, in numbers */
export async function kept<T>(
  raw: Sqlite,
  query: CompiledQuery,
  make: () => T | Promise<T>,
  weight: (value: T) => number = () => 100,
): Promise<T> {
  const known = recall<T>(raw, query)
  if (known !== undefined) return known
  const value = await make()
  const shelf = shelfOf(raw)
  if (shelf) {
    const entry = { value, weight: weight(value) }
    shelf.answers.set(keyOf(query), entry)
    shelf.weight += entry.weight
    for (const [key, oldest] of shelf.answers) {
      if (shelf.weight <= mostWeight || oldest === entry) break
      shelf.answers.delete(key)
      shelf.weight -= oldest.weight
    }
  }
  return value
}
