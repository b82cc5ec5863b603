import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { type Doc, documentOf, wordsOf } from './document'
import type { Row, SearchKind } from './kind'
import { searchKinds } from './kinds'
import { markPrefix, markTriggers, rules } from './marks'

/** Records read and written at a time. */
const portion = 500

/**
 * Makes the words of every noted record anew: called before a command ends, in its transaction. Where the index was made by
 * other rules (an older file, another version of the program) all of it is made anew.
 */
export function keepSearch(raw: Sqlite): void {
  const isAnew = prepared<[], { rules: string }>(raw, 'SELECT rules FROM searchState').get()?.rules !== rules
  if (isAnew) beginAnew(raw)
  if (prepared(raw, 'SELECT 1 FROM searchDirty LIMIT 1').get() === undefined) return
  const counts = new Map<string, number>()
  for (const kind of searchKinds) {
    for (;;) {
      const ids = prepared<[number, number], { recordId: number }>(
        raw,
        'SELECT recordId FROM searchDirty WHERE kind = ? ORDER BY recordId LIMIT ?',
      )
        .all(kind.place, portion)
        .map((row) => row.recordId)
      const last = ids.at(-1)
      if (last === undefined) break
      writeDocs(raw, kind, ids, counts)
      prepared<[number, number]>(raw, 'DELETE FROM searchDirty WHERE kind = ? AND recordId <= ?').run(kind.place, last)
      if (ids.length < portion) break
    }
  }
  // Of kinds this version does not know.
  prepared(raw, 'DELETE FROM searchDirty').run()
  countWords(raw, counts)
  // One piece is read faster than many, and nothing is to be joined later while somebody waits.
  if (isAnew) {
    prepared(raw, "INSERT INTO searchIndex (searchIndex) VALUES ('optimize')").run()
    gather(raw, usually)
  }
}

/** How much is gathered in memory before it is written, bytes. Not bound: a bound number is a real one to the index. */
function gather(raw: Sqlite, bytes: number): void {
  raw.exec(`INSERT INTO searchIndex (searchIndex, rank) VALUES ('hashsize', ${bytes})`)
}
/** FTS5's own, and while everything is made anew. */
const usually = 1024 * 1024
const whileAnew = 32 * 1024 * 1024

/**
 * After an erasure: what was taken out of the index stays in its older pieces until they are joined, so they are joined now.
 * Words of half a million records are some seconds.
 */
export function forgetWords(raw: Sqlite): void {
  keepSearch(raw)
  prepared(raw, "INSERT INTO searchIndex (searchIndex) VALUES ('optimize')").run()
}

/** Whether `keepSearch` has something to do. */
export function searchIsBehind(raw: Sqlite): boolean {
  return (
    prepared<[], { rules: string }>(raw, 'SELECT rules FROM searchState').get()?.rules !== rules ||
    prepared(raw, 'SELECT 1 FROM searchDirty LIMIT 1').get() !== undefined
  )
}

/** Brings the index up after opening, in a transaction of its own. A file busy with another's writing has it later, at the next command. */
export function keepSearchAtOpening(raw: Sqlite): void {
  if (!searchIsBehind(raw)) return
  try {
    raw.transaction(() => keepSearch(raw)).immediate()
  } catch (error) {
    if (!/^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR)/.test(String((error as { code?: unknown }).code))) throw error
  }
}

function beginAnew(raw: Sqlite): void {
  const old = prepared<[string], { name: string }>(
    raw,
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND instr(name, ?) = 1",
  ).all(markPrefix)
  for (const { name } of old) raw.exec(`DROP TRIGGER "${name}"`)
  for (const sql of markTriggers()) raw.exec(sql)
  // Row by row the index would forget what it is about to forget whole.
  const trigger = prepared<[], { sql: string }>(
    raw,
    "SELECT sql FROM sqlite_schema WHERE name = 'searchDoc_delete'",
  ).get()
  raw.exec(`
    DROP TRIGGER searchDoc_delete;
    DELETE FROM searchDoc;
    INSERT INTO searchIndex (searchIndex) VALUES ('delete-all');
    DELETE FROM searchWord;
    DELETE FROM searchDirty;
    ${trigger?.sql ?? ''};`)
  for (const { place, root } of searchKinds) {
    raw.exec(`INSERT INTO searchDirty (kind, recordId) SELECT ${place}, id FROM "${root}"`)
  }
  gather(raw, whileAnew)
  prepared<[string]>(raw, 'UPDATE searchState SET rules = ?').run(rules)
}

/** Writes only what differs; counts how the words of the whole change. */
function writeDocs(raw: Sqlite, kind: SearchKind, ids: readonly number[], counts: Map<string, number>): void {
  const given = JSON.stringify(ids)
  const rows = prepared<[string], Row>(raw, kind.select('IN (SELECT value FROM json_each(?))')).all(given)
  const kept = new Map(
    prepared<[number, string], Doc>(
      raw,
      'SELECT * FROM searchDoc WHERE kind = ? AND recordId IN (SELECT value FROM json_each(?))',
    )
      .all(kind.place, given)
      .map((doc) => [doc.recordId, doc]),
  )
  const put = prepared<[Doc]>(
    raw,
    `INSERT INTO searchDoc (id, kind, recordId, name, detail, date, title, beside, more)
     VALUES (@id, @kind, @recordId, @name, @detail, @date, @title, @beside, @more)`,
  )
  const remove = prepared<[number]>(raw, 'DELETE FROM searchDoc WHERE id = ?')
  const change = prepared<[Doc]>(
    raw,
    'UPDATE searchDoc SET name = @name, detail = @detail, date = @date, title = @title, beside = @beside, more = @more WHERE id = @id',
  )
  for (const row of rows) {
    const doc = documentOf(kind, row)
    if (doc === null) continue
    const before = kept.get(doc.recordId)
    kept.delete(doc.recordId)
    if (before === undefined) put.run(doc)
    else if (before.id !== doc.id) {
      remove.run(before.id)
      put.run(doc)
    } else if (isSame(before, doc)) continue
    else change.run(doc)
    if (before) count(counts, before, -1)
    count(counts, doc, 1)
  }
  for (const gone of kept.values()) {
    remove.run(gone.id)
    count(counts, gone, -1)
  }
}

const isSame = (one: Doc, other: Doc): boolean =>
  (Object.keys(one) as (keyof Doc)[]).every((column) => one[column] === other[column])

function count(counts: Map<string, number>, doc: Doc, by: 1 | -1): void {
  for (const word of wordsOf(doc)) {
    const sum = (counts.get(word) ?? 0) + by
    if (sum === 0) counts.delete(word)
    else counts.set(word, sum)
  }
}

function countWords(raw: Sqlite, counts: ReadonlyMap<string, number>): void {
  const add = prepared<[string, number]>(
    raw,
    'INSERT INTO searchWord (word, docs) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET docs = docs + excluded.docs',
  )
  const less = prepared<[number, string]>(raw, 'UPDATE searchWord SET docs = docs - ? WHERE word = ?')
  // A word that is nowhere any more goes: it may have been a person's name.
  const forget = prepared<[string]>(raw, 'DELETE FROM searchWord WHERE word = ? AND docs = 0')
  for (const [word, by] of counts) {
    if (by > 0) add.run(word, by)
    else {
      less.run(-by, word)
      forget.run(word)
    }
  }
}
