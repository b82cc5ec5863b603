import { join } from 'node:path'
import { tables } from '@store/database/tables'
import BetterSqlite from 'better-sqlite3'

type Row = Record<string, unknown>

/** Every row of every table whose changes are kept. Undo is a change too, so revisions are not compared. */
export function dumpOf(dir: string): Record<string, Row[]> {
  const raw = new BetterSqlite(join(dir, 'metodist.sqlite'), { readonly: true })
  try {
    return Object.fromEntries(
      Object.keys(tables).map((name) => [
        name,
        raw
          .prepare<[], Row>(`SELECT * FROM "${name}" ORDER BY 1`)
          .all()
          .map(({ revision: _, ...row }) => row),
      ]),
    )
  } finally {
    raw.close()
  }
}
