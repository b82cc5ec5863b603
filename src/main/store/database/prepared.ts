import type { Database as Sqlite, Statement } from 'better-sqlite3'

const caches = new WeakMap<Sqlite, Map<string, Statement>>()

/**
 * A statement of this connection, compiled once: writing thousands of rows of an import would else compile the same few
 * statements thousands of times. Only for SQL whose text is one of a few; never with values in it.
 */
export function prepared<P extends unknown[], R = unknown>(raw: Sqlite, sql: string): Statement<P, R> {
  let cache = caches.get(raw)
  if (!cache) {
    cache = new Map()
    caches.set(raw, cache)
  }
  let statement = cache.get(sql)
  if (!statement) {
    statement = raw.prepare(sql)
    cache.set(sql, statement)
  }
  return statement as unknown as Statement<P, R>
}
