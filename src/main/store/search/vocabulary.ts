import { mostSlips, slipsBetween } from '@shared/domain/text/slips'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'

/** Words of the index, and those of them that are nearest to a mistyped one. */

export interface Word {
  word: string
  docs: number
}

/** How far a word is, and those that are no farther. */
export interface Near {
  words: string[]
  slips: number
}

/** The words of one moment, for one search: what is asked again and again is looked up once. */
export interface Words {
  /** In how many records it stands. */
  docsOf(word: string): number
  /** Words that begin so, most frequent first, no more than `mostBegun`. */
  begunWith(start: string): readonly Word[]
  isBeginning(start: string): boolean
  /**
   * The words nearest to a mistyped one; null: none is near enough.
   * @param typed as typed, and its stem: the slip may be in either
   * @param isUnfinished its letters may be the beginning of a longer word
   */
  nearestTo(typed: string, stemmed: string, isUnfinished: boolean): Near | null
}

/** Longer beginnings are asked for as the words there are: to put together all that begins so would read every one of them to its end. */
const mostBegun = 40

export function wordsOf(raw: Sqlite): Words {
  const docs = prepared<[string], Word>(raw, 'SELECT word, docs FROM searchWord WHERE word = ?')
  const begun = prepared<[string, string, number], Word>(
    raw,
    'SELECT word, docs FROM searchWord WHERE word >= ? AND word < ? ORDER BY docs DESC LIMIT ?',
  )
  const any = prepared<[string, string], unknown>(raw, 'SELECT 1 FROM searchWord WHERE word >= ? AND word < ? LIMIT 1')
  const docsOf = once((word: string) => docs.get(word)?.docs ?? 0)
  const end = (start: string): string => `${start}\u{10ffff}`
  const near = once((key: string) => {
    const [typed = '', stemmed = '', unfinished] = key.split(' ')
    return nearest(vocabulary(raw), typed, stemmed, unfinished !== undefined, docsOf)
  })
  return {
    docsOf,
    begunWith: once((start: string) => begun.all(start, end(start), mostBegun)),
    isBeginning: once((start: string) => any.get(start, end(start)) !== undefined),
    nearestTo: (typed, stemmed, isUnfinished) => near(`${typed} ${stemmed}${isUnfinished ? ' …' : ''}`),
  }
}

function once<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined || known.has(key)) return found as T
    const made = work(key)
    known.set(key, made)
    return made
  }
}

/** Words of one length, with the letters of each as bits: most are passed over without being compared. */
interface OfLength {
  words: string[]
  letters: Int32Array
}

/** Kept by each connection. */
interface Kept {
  /** By length. */
  lengths: OfLength[]
  /** The last row taken in, and its word: another one there means that writing was taken back. */
  last: Word & { id: number }
}

const vocabularies = new WeakMap<Sqlite, Kept>()

/** All words without figures that may be meant by a mistyped one. Only what has come since is read; what is gone is checked when used. */
function vocabulary(raw: Sqlite): readonly OfLength[] {
  let kept = vocabularies.get(raw)
  if (kept && !isThere(raw, kept.last)) kept = undefined
  if (!kept) {
    const lengths = Array.from({ length: mostLetters + 1 }, () => ({ words: [], letters: new Int32Array(0) }))
    kept = { lengths, last: { id: 0, word: '', docs: 0 } }
  }
  const rows = prepared<[number], Word & { id: number }>(
    raw,
    'SELECT id, word, docs FROM searchWord WHERE id > ? ORDER BY id',
  ).all(kept.last.id)
  for (const row of rows) {
    kept.last = row
    const of = kept.lengths[row.word.length]
    if (row.word.length < 3 || !of || /\d/u.test(row.word)) continue
    if (of.words.length === of.letters.length) grow(of)
    of.letters[of.words.length] = lettersOf(row.word)
    of.words.push(row.word)
  }
  vocabularies.set(raw, kept)
  return kept.lengths
}

/** A word that has gone leaves its number empty; another word under it never comes but by a transaction taken back. */
function isThere(raw: Sqlite, { id, word }: { id: number; word: string }): boolean {
  if (id === 0) return true
  const found = prepared<[number], { word: string }>(raw, 'SELECT word FROM searchWord WHERE id = ?').get(id)
  const last = prepared<[], { id: number | null }>(raw, 'SELECT max(id) AS id FROM searchWord').get()?.id ?? 0
  return found ? found.word === word : last > id
}

/** What is longer is no word of any language. */
const mostLetters = 64

function grow(of: OfLength): void {
  const letters = new Int32Array(Math.max(256, of.letters.length * 2))
  letters.set(of.letters)
  of.letters = letters
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

/** One slip is looked for first: of so near a word the letters tell almost all, and most slips are one. */
function nearest(
  lengths: readonly OfLength[],
  typed: string,
  stemmed: string,
  isUnfinished: boolean,
  docsOf: (word: string) => number,
): Near | null {
  const allowed = mostSlips(stemmed)
  if (allowed === 0 || /\d/u.test(typed)) return null
  for (let slips = 1; slips <= allowed; slips++) {
    const words = within(lengths, typed, stemmed, isUnfinished, slips)
      .map((word) => ({ word, docs: docsOf(word) }))
      .filter(({ docs }) => docs > 0)
    if (words.length === 0) continue
    words.sort((one, other) => other.docs - one.docs)
    return { words: words.slice(0, 12).map(({ word }) => word), slips }
  }
  return null
}

/** Words just so many slips away. */
function within(
  lengths: readonly OfLength[],
  typed: string,
  stemmed: string,
  isUnfinished: boolean,
  slips: number,
): string[] {
  const found: string[] = []
  const whole = lettersOf(stemmed)
  for (let length = Math.max(3, stemmed.length - slips); length <= stemmed.length + slips; length++) {
    const { words, letters } = lengths[length] ?? { words: [], letters: [] }
    // What makes it longer brings letters and takes none; another slip takes one and brings one at most.
    const most = 2 * slips - Math.abs(length - stemmed.length)
    for (let at = 0; at < words.length; at++) {
      if (bitsOf(whole ^ (letters[at] ?? 0)) > most) continue
      const word = words[at] ?? ''
      if (slipsBetween(stemmed, word) === slips) found.push(word)
    }
  }
  if (!isUnfinished) return found
  const begun = lettersOf(typed)
  for (let length = Math.max(stemmed.length + slips, typed.length) + 1; length < lengths.length; length++) {
    const { words, letters } = lengths[length] ?? { words: [], letters: [] }
    for (let at = 0; at < words.length; at++) {
      if (bitsOf(begun & ~(letters[at] ?? 0)) > slips) continue
      const word = words[at] ?? ''
      if (slipsBetween(typed, word.slice(0, typed.length)) === slips) found.push(word)
    }
  }
  return found
}
