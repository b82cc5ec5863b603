import { shortSubjects } from '@shared/domain/text/short-forms'
import { mostSlips, slipsBetween } from '@shared/domain/text/slips'
import { stem, words } from '@shared/domain/text/stems'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'

/** Words of a search over the catalogue, as conditions of its full-text index: any form of a word, its beginning, slips of typing. */

/** Words that say nothing of which book is meant. */
const passedOver: ReadonlySet<string> = new Set(
  [
    'учебник',
    'учебники',
    'учебное',
    'пособие',
    'для',
    'по',
    'в',
    'и',
    'на',
    'с',
    'класс',
    'класса',
    'кл',
    'уровень',
  ].map((word) => stem(word)),
)

export interface Asked {
  /** Each to be found on its own. */
  words: readonly string[]
  grade: { from: number; to: number } | null
  level: 'basic' | 'advanced' | null
}

/** «Макарчук алгебра 8 кл.» → макарчук, алгебра; grade 8. */
export function askedOf(text: string): Asked {
  const asked: { words: string[]; grade: Asked['grade']; level: Asked['level'] } = {
    words: [],
    grade: null,
    level: null,
  }
  const range = /(?<![\d.])(\d{1,2})\s?[-–—]\s?(\d{1,2})(?![\d.])/u.exec(text)
  const rest = range ? text.replace(range[0], ' ') : text
  if (range) asked.grade = gradesOf(Number(range[1]), Number(range[2]))
  for (const word of words(rest)) {
    const figure = /^(\d{1,2})(?:кл\p{L}*|й|го)?$/u.exec(word)
    if (figure && asked.grade === null) asked.grade = gradesOf(Number(figure[1]), Number(figure[1]))
    else if (/^углубл/u.test(word)) asked.level = 'advanced'
    else if (/^базов/u.test(word)) asked.level = 'basic'
    // An initial is told by its surname.
    else if ((word.length > 1 || /\d/u.test(word)) && !passedOver.has(stem(word))) {
      asked.words.push(...(shortSubjects[word] ?? [word]))
    }
  }
  return asked
}

const gradesOf = (from: number, to: number): Asked['grade'] =>
  from >= 1 && to <= 12 && from <= to ? { from, to } : null

/**
 * What the index must hold for a word to be found; null: nothing in the catalogue is like it.
 * @param isLast the word may be still being typed
 */
export function conditionOf(raw: Sqlite, word: string, isLast: boolean, slips = true): string | null {
  const root = stem(word)
  const begun = [...new Set([root, word])]
  if (isKnown(raw, root)) {
    return isLast && root.length > 1 ? `${quoted(root)}*` : quoted(root)
  }
  const beginnings = begun.filter((one) => one.length > 1 && isBeginning(raw, one))
  if (beginnings.length > 0) return anyOf(beginnings.map((one) => `${quoted(one)}*`))
  return slips ? slipsOf(raw, word, isLast) : null
}

/** The words of the catalogue that are nearest to a mistyped one. */
export function slipsOf(raw: Sqlite, word: string, isLast: boolean): string | null {
  const root = stem(word)
  const allowed = mostSlips(root)
  if (allowed === 0 || /^\d+$/u.test(word)) return null
  let best = allowed + 1
  let nearest: string[] = []
  const consider = (term: string, far: number): void => {
    if (far > best) return
    if (far < best) nearest = []
    best = far
    if (far <= allowed) nearest.push(term)
  }
  for (const term of vocabulary(raw)) {
    if (term.length < root.length - allowed) continue
    if (term.length <= root.length + allowed) consider(term, slipsBetween(root, term))
    else if (isLast) consider(term, slipsBetween(word, term.slice(0, word.length)))
  }
  return nearest.length === 0 ? null : anyOf(nearest.slice(0, 12).map(quoted))
}

const quoted = (term: string): string => `"${term.replaceAll('"', '')}"`
const anyOf = (terms: readonly string[]): string => (terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`)

function isKnown(raw: Sqlite, term: string): boolean {
  return prepared(raw, 'SELECT 1 FROM textbookVocabulary WHERE term = ?').get(term) !== undefined
}

function isBeginning(raw: Sqlite, start: string): boolean {
  return (
    prepared(raw, 'SELECT 1 FROM textbookVocabulary WHERE term >= ? AND term < ? LIMIT 1').get(
      start,
      `${start}\uffff`,
    ) !== undefined
  )
}

const vocabularies = new WeakMap<Sqlite, { version: string; terms: readonly string[] }>()

/** All words of the catalogue without figures, read again when the file has changed: by this connection or another. */
function vocabulary(raw: Sqlite): readonly string[] {
  const own = prepared<[], { n: number }>(raw, 'SELECT total_changes() AS n').get()?.n
  const others = prepared<[], { data_version: number }>(raw, 'PRAGMA data_version').get()?.data_version
  const version = `${own}/${others}`
  const known = vocabularies.get(raw)
  if (known?.version === version) return known.terms
  const terms = prepared<[], { term: string }>(raw, 'SELECT term FROM textbookVocabulary')
    .all()
    .map((row) => row.term)
    .filter((term) => term.length > 2 && !/\d/u.test(term))
  vocabularies.set(raw, { version, terms })
  return terms
}
