import { createHash } from 'node:crypto'
import type { Mark, SearchKind } from './kind'
import { searchKinds } from './kinds'

/** Raised when words are made in another way than before by code that the declarations do not show. */
const version = 1

/** By what the index was made: with other rules it is made anew. */
export const rules: string = createHash('sha256')
  .update(
    JSON.stringify([
      version,
      searchKinds.map((kind) => [kind.record, kind.place, kind.words, kind.root, kind.select('?'), kind.marks]),
    ]),
  )
  .digest('hex')

export const markPrefix = 'search_mark_'

/** Triggers that note whose words a written row makes other. Plain SQL: other tools that write to the file fire them too. */
export function markTriggers(): string[] {
  return searchKinds.flatMap((kind) => kind.marks.flatMap((mark, at) => triggersOf(kind, mark, at)))
}

function triggersOf(kind: SearchKind, mark: Mark, at: number): string[] {
  const name = (event: string): string => `"${markPrefix}${kind.place}_${at}_${event}"`
  const note = (row: 'NEW' | 'OLD'): string => {
    const ids = mark.ids.replaceAll('$', row)
    const found = ids.startsWith('SELECT ')
      ? `SELECT ${kind.place}, * FROM (${ids}) WHERE true`
      : `VALUES (${kind.place}, ${ids})`
    return `INSERT INTO searchDirty (kind, recordId) ${found} ON CONFLICT DO NOTHING;`
  }
  if (mark.of !== undefined) {
    const differs = mark.of.map((column) => `OLD."${column}" IS NOT NEW."${column}"`).join(' OR ')
    const columns = mark.of.map((column) => `"${column}"`).join(', ')
    return [
      `CREATE TRIGGER ${name('update')} AFTER UPDATE OF ${columns} ON "${mark.table}" WHEN ${differs} BEGIN ${note('NEW')} END`,
    ]
  }
  return [
    `CREATE TRIGGER ${name('insert')} AFTER INSERT ON "${mark.table}" BEGIN ${note('NEW')} END`,
    `CREATE TRIGGER ${name('update')} AFTER UPDATE ON "${mark.table}" BEGIN ${note('OLD')} ${note('NEW')} END`,
    `CREATE TRIGGER ${name('delete')} AFTER DELETE ON "${mark.table}" BEGIN ${note('OLD')} END`,
  ]
}
