import { mostSlips, slipsBetween } from '@shared/domain/text/slips'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'

/** Words of the index, and those of them that are nearest to a mistyped one. */

export interface Word {
  word: string
  docs: number
}

export const docsOf = (raw: Sqlite, word: string): number =>
  prepared<[string], Word>(raw, 'SELECT word, docs FROM searchWord WHERE word = ?').get(word)?.docs ?? 0

/** Words that begin so, most frequent first, no more than so many. */
export function begunWith(raw: Sqlite, start: string, most: number): Word[] {
  return prepared<[string, string, number], Word>(
    raw,
    'SELECT word, docs FROM searchWord WHERE word >= ? AND word < ? ORDER BY docs DESC LIMIT ?',
  ).all(start, `${start}\u{10ffff}`, most)
}

export const isBeginning = (raw: Sqlite, start: string): boolean =>
  prepared(raw, 'SELECT 1 FROM searchWord WHERE word >= ? AND word < ? LIMIT 1').get(start, `${start}\u{10ffff}`) !==
  undefined

/** Kept by each connection: the letters of each word as bits, so that most are passed over without being compared. */
interface Kept {
  words: string[]
  /** Of each word; looked at before the word itself, which most often need not be. */
  letters: Int32Array
  lengths: Uint8Array
  /** The last row taken in, and its word: another one there means that writing was taken back. */
  last: Word & { id: number }
}

const vocabularies = new WeakMap<Sqlite, Kept>()

/** All words without figures that may be meant by a mistyped one. Only what has come since is read; what is gone is checked when used. */
function vocabulary(raw: Sqlite): Kept {
  let kept = vocabularies.get(raw)
  if (kept && !isThere(raw, kept.last)) kept = undefined
  if (!kept)
    kept = { words: [], letters: new Int32Array(0), lengths: new Uint8Array(0), last: { id: 0, word: '', docs: 0 } }
  const rows = prepared<[number], Word & { id: number }>(
    raw,
    'SELECT id, word, docs FROM searchWord WHERE id > ? ORDER BY id',
  ).all(kept.last.id)
  for (const row of rows) {
    kept.last = row
    if (row.word.length < 3 || row.word.length > mostLetters || /\d/u.test(row.word)) continue
    if (kept.words.length === kept.letters.length) grow(kept)
    kept.letters[kept.words.length] = lettersOf(row.word)
    kept.lengths[kept.words.length] = row.word.length
    kept.words.push(row.word)
  }
  vocabularies.set(raw, kept)
  return kept
}

/** A word that has gone leaves its number empty; another word under it never comes but by a transaction taken back. */
function isThere(raw: Sqlite, { id, word }: { id: number; word: string }): boolean {
  if (id === 0) return true
  const found = prepared<[number], { word: string }>(raw, 'SELECT word FROM searchWord WHERE id = ?').get(id)
  const last = prepared<[], { id: number | null }>(raw, 'SELECT max(id) AS id FROM searchWord').get()?.id ?? 0
  return found ? found.word === word : last > id
}

const mostLetters = 255

function grow(kept: Kept): void {
  const room = Math.max(1024, kept.letters.length * 2)
  const [letters, lengths] = [new Int32Array(room), new Uint8Array(room)]
  letters.set(kept.letters)
  lengths.set(kept.lengths)
  Object.assign(kept, { letters, lengths })
}

function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

function bitsOf(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** How far a word is, and those that are no farther. */
export interface Near {
  words: string[]
  slips: number
}

/**
 * The words nearest to a mistyped one; null: none is near enough.
 * @param typed as typed, and its stem: the slip may be in either
 * @param isUnfinished its letters may be the beginning of a longer word
 */
export function nearestTo(raw: Sqlite, typed: string, stemmed: string, isUnfinished: boolean): Near | null {
  const allowed = mostSlips(stemmed)
  if (allowed === 0 || /\d/u.test(typed)) return null
  const { words, letters, lengths } = vocabulary(raw)
  const bits = lettersOf(stemmed)
  let best = allowed
  let nearest: string[] = []
  const consider = (word: string, slips: number): void => {
    if (slips === 0 || slips > best) return
    if (slips < best) nearest = []
    best = slips
    nearest.push(word)
  }
  for (let at = 0; at < words.length; at++) {
    const own = letters[at] ?? 0
    const longer = (lengths[at] ?? 0) - stemmed.length
    // A slip takes away one letter and brings another at most.
    if (longer <= best && longer >= -best) {
      if (bitsOf(bits ^ own) > 2 * best) continue
      const word = words[at] ?? ''
      consider(word, slipsBetween(stemmed, word))
    } else if (isUnfinished && longer > 0 && bitsOf(bits & ~own) <= best) {
      const word = words[at] ?? ''
      if (word.length > typed.length) consider(word, slipsBetween(typed, word.slice(0, typed.length)))
    }
  }
  const there = nearest.map((word) => ({ word, docs: docsOf(raw, word) })).filter(({ docs }) => docs > 0)
  if (there.length === 0) return null
  there.sort((one, other) => other.docs - one.docs)
  return { words: there.slice(0, 12).map(({ word }) => word), slips: best }
}
