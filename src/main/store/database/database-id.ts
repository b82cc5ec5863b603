import type { Database as Sqlite } from 'better-sqlite3'

/**
 * Random id this database was born with. It goes with the data into copies and backups, and into the key column of Excel
 * files, so that a file is known to be of these very data.
 */
export function databaseId(raw: Sqlite): string {
  const row = raw.prepare<[], { value: string }>('SELECT value FROM databaseMark WHERE id = 1').get()
  if (!row) throw new Error('The database has no id')
  return row.value
}
