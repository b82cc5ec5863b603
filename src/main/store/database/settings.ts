import type { Database as Sqlite } from 'better-sqlite3'

/** One value of the journaled key-value table; `fallback` while it was never set. */
export function readSetting<T>(raw: Sqlite, key: string, fallback: T): T {
  const row = raw.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?').get(key)
  return row ? (JSON.parse(row.value) as T) : fallback
}

export function writeSetting(raw: Sqlite, key: string, value: unknown): void {
  raw
    .prepare('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, JSON.stringify(value))
}
