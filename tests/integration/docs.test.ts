import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { tables } from '@store/database/tables'
import type { Database as Sqlite } from 'better-sqlite3'
import { expect, it } from 'vitest'
import { testStore } from './support/store'

const page = resolve(import.meta.dirname, '../../docs/database.md')

interface Column {
  name: string
  type: string
  notnull: number
  pk: number
}
interface Reference {
  from: string
  table: string
}

/** The database as a diagram, from the database itself. */
function describeTables(raw: Sqlite): string {
  const names = raw
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid",
    )
    .all()
    .map((row) => row.name)
  const entities = names.map((name) => {
    const columns = raw
      .prepare<[string], Column>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)')
      .all(name)
    const lines = columns.map(
      (one) =>
        `    ${one.type} ${one.name}${one.pk > 0 ? ' PK' : ''}${one.notnull === 0 && one.pk === 0 ? ' "null"' : ''}`,
    )
    return `  ${name} {\n${lines.join('\n')}\n  }`
  })
  const links = names.flatMap((name) =>
    raw
      .prepare<[string], Reference>('SELECT "from", "table" FROM pragma_foreign_key_list(?)')
      .all(name)
      .map((link) => `  ${link.table} ||--o{ ${name} : ${link.from}`),
  )
  const rows = Object.entries(tables).map(
    ([name, info]) => `| ${name} | ${info.title} | ${info.record} | ${info.key} |`,
  )
  return [
    '# Database',
    '',
    'Made from the database itself by `tests/integration/docs.test.ts`; `UPDATE_DOCS=1` rewrites it.',
    '',
    'Tables with journal triggers (see [architecture](architecture.md)), what a row is called in history and whose record it is:',
    '',
    '| table | row | record | key |',
    '|---|---|---|---|',
    ...rows,
    '',
    '```mermaid',
    'erDiagram',
    ...entities,
    ...links,
    '```',
    '',
  ].join('\n')
}

it('docs/database.md shows the tables as they are', async () => {
  const test = await testStore()
  const described = describeTables(test.store.router.reader.connection.raw)
  if (process.env.UPDATE_DOCS) writeFileSync(page, described)
  expect(readFileSync(page, 'utf8')).toBe(described)
})
