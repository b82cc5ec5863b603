import { join } from 'node:path'
import { connect } from '@store/database/connection'
import { closeGroup, openGroup } from '@store/database/journal'
import { keepSearch } from '@store/search/keep'
import type { Database as Sqlite } from 'better-sqlite3'
import { expect } from 'vitest'
import { temporaryFolder } from './store'

export const file = 'metodist.sqlite'

/** Writes as another program does, past our commands: in a transaction and a change group. */
export function inGroup(raw: Sqlite, work: () => void): void {
  raw
    .transaction(() => {
      const change = {
        command: 'x',
        title: 'x',
        author: 'x',
        at: '2026-11-21',
        kind: 'do',
        undo: 'step',
        targetId: null,
      } as const
      const group = openGroup(raw, change)
      work()
      closeGroup(raw, group, 'x')
    })
    .immediate()
}

/** Everything the index consists of, without the numbers of words: those say only when a word first came. */
function contentsOf(raw: Sqlite): Record<string, unknown[]> {
  raw.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.anewTerms USING fts5vocab ('main', 'searchIndex', 'instance')")
  return {
    docs: raw.prepare('SELECT * FROM searchDoc ORDER BY id').all(),
    words: raw.prepare('SELECT word, docs FROM searchWord ORDER BY word').all(),
    index: raw.prepare('SELECT term, doc, col FROM temp.anewTerms ORDER BY doc, col, term').all(),
  }
}

/** The index as it is kept in the file, and the one made anew of a copy of the file. */
function keptAndAnew(dir: string): { kept: Record<string, unknown[]>; anew: Record<string, unknown[]> } {
  const copy = join(temporaryFolder(), file)
  const own = connect(join(dir, file))
  const kept = contentsOf(own.raw)
  own.raw.prepare('VACUUM INTO ?').run(copy)
  own.close()
  const other = connect(copy)
  other.raw.exec("UPDATE searchState SET rules = ''")
  other.raw.transaction(() => keepSearch(other.raw)).immediate()
  const anew = contentsOf(other.raw)
  other.close()
  return { kept, anew }
}

/** Compared in pieces: what differs is named by itself, not among thousands of rows. */
export function expectSame(dir: string, after: string): void {
  const { kept, anew } = keptAndAnew(dir)
  for (const part of ['docs', 'words', 'index']) {
    const [one, other] = [kept, anew].map((of) => (of[part] ?? []).map((row) => JSON.stringify(row)))
    const [inKept, inAnew] = [new Set(one), new Set(other)]
    const differs = {
      onlyKept: (one ?? []).filter((row) => !inAnew.has(row)).slice(0, 5),
      onlyAnew: (other ?? []).filter((row) => !inKept.has(row)).slice(0, 5),
    }
    expect(differs, `${part} after ${after}`).toEqual({ onlyKept: [], onlyAnew: [] })
    expect(one?.length).toBe(other?.length)
  }
}
