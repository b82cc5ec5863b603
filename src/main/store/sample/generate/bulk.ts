import type { Database as Sqlite } from 'better-sqlite3'

type Cell = string | number | null

/** Rows of one INSERT: more gain nothing. */
const portion = 100

/** Inserts rows a hundred at a time: millions in seconds. Call `flush` at the end. */
export function bulkInsert(
  raw: Sqlite,
  table: string,
  columns: readonly string[],
): { add(...row: readonly Cell[]): void; flush(): void } {
  const names = columns.map((name) => `"${name}"`).join(', ')
  const one = `(${columns.map(() => '?').join(', ')})`
  const sql = (rows: number): string => `INSERT INTO "${table}" (${names}) VALUES ${Array(rows).fill(one).join(', ')}`
  const whole = raw.prepare<Cell[]>(sql(portion))
  let waiting: Cell[] = []
  return {
    add(...row) {
      for (const cell of row) waiting.push(cell)
      if (waiting.length < portion * columns.length) return
      whole.run(waiting as never)
      waiting = []
    },
    flush() {
      if (waiting.length > 0) raw.prepare<Cell[]>(sql(waiting.length / columns.length)).run(waiting as never)
      waiting = []
    },
  }
}

/**
 * Does work with the indexes and triggers of tables put away, and makes them anew from their own text: rows are then
 * sorted once instead of found a place one by one. What the triggers keep (the journal, balances) is the work's to write.
 * Inside the running transaction: a failure puts all back.
 */
export function withoutIndexes(raw: Sqlite, tables: readonly string[], work: () => void): void {
  const found = raw
    .prepare<[string], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL
         AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY type, rowid`,
    )
    .all(JSON.stringify(tables))
  for (const { type, name } of found) raw.exec(`DROP ${type} "${name}"`)
  work()
  for (const { sql } of found) raw.exec(sql)
}

/** What the journal's triggers would have written of new rows, in one statement. */
export function journalInserted(raw: Sqlite, table: string, record: string, owner: string): void {
  raw
    .prepare(
      `INSERT INTO change (groupId, tableName, rowKey, record, recordId, op)
       SELECT (SELECT groupId FROM changeContext WHERE id = 1), ?, CAST(id AS TEXT), ?, "${owner}", 'I' FROM "${table}" ORDER BY id`,
    )
    .run(table, record)
}
