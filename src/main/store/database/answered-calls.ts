import type { Database as Sqlite } from 'better-sqlite3'

/**
 * When the store dies with a command in hand, nobody outside knows whether it was committed. The shell therefore names
 * each command and asks again under the same name: the answer was written in the command's own transaction, so the new
 * store either finds it or does the command for the first time.
 */

/** Commands that can be in flight at once are few; more are kept than there can ever be. */
const kept = 200

/** The answer of a command already done. */
export function recallAnswer(raw: Sqlite, operation: string): { value: unknown } | null {
  const row = raw
    .prepare<[string], { answer: string }>('SELECT answer FROM answeredCall WHERE operation = ?')
    .get(operation)
  return row ? { value: JSON.parse(row.answer) as unknown } : null
}

/** Call inside the command's transaction. */
export function rememberAnswer(raw: Sqlite, operation: string, value: unknown): void {
  const { lastInsertRowid } = raw
    .prepare('INSERT INTO answeredCall (operation, answer) VALUES (?, ?)')
    .run(operation, JSON.stringify(value ?? null))
  raw.prepare('DELETE FROM answeredCall WHERE id <= ?').run(Number(lastInsertRowid) - kept)
}
