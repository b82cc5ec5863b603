import { tables } from '@store/database/tables'
import type { Database as Sqlite } from 'better-sqlite3'

/** Columns that tell the time of day: two runs of the same commands differ in them and in nothing else. */
const clocks: Readonly<Record<string, readonly string[]>> = { changeGroup: ['at'], draft: ['savedAt'] }

/** Everything in the file that commands write, the journal included, as one text to compare. */
export function dump(raw: Sqlite): string {
  const content: Record<string, unknown[]> = {}
  for (const table of [...Object.keys(tables), 'changeGroup', 'change', 'changeContext', 'draft']) {
    const rows = raw.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY 1`).all()
    for (const row of rows) for (const column of clocks[table] ?? []) delete row[column]
    content[table] = rows
  }
  return JSON.stringify(content, null, 1)
}
