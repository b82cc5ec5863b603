import { type TextbookHit, type TextbookLevel, textbookLevels } from '@shared/contract/textbooks'
import { fplKey } from '@shared/domain/fpl'
import { isbn13 } from '@shared/domain/isbn'
import { withOtherKeys } from '@shared/domain/text/keyboard'
import { stem, words } from '@shared/domain/text/stems'
import { textbookName } from '@shared/domain/textbook-name'
import type { Database as Sqlite } from 'better-sqlite3'
import { sql } from 'kysely'
import type { z } from 'zod'
import { gradeWord } from '../database/derived'
import { prepared } from '../database/prepared'
import type { Expression } from './list'
import { type Asked, askedOf, conditionOf, slipsOf } from './textbook-words'

interface Book {
  id: number
  label: string
  title: string
  authors: string
  publisher: string
  level: z.infer<typeof TextbookLevel>
  gradeFrom: number
  gradeTo: number
  isbn: string
  fplCode: string
  fplState: string
  usableUntil: string | null
  price: number | null
  nameSort: string
  stems: string
}

const columns = `textbook.id, label, title, authors, publisher, level, gradeFrom, gradeTo, isbn, fplCode, fplState,
  usableUntil, price, nameSort, textbook.stems`

/** Rows ranked here: what the index itself finds best. */
const ranked = 300

/**
 * Textbooks by words in any form and order, unfinished or mistyped, with a grade among them; by ISBN with or without hyphens; by
 * the beginning of a code of the federal list. Best first: all words in the title, then in title and authors; an edition of the
 * grade asked for; those of the list in force.
 * @param slips whether mistyped words are forgiven
 */
export function findTextbooks(raw: Sqlite, text: string, limit: number, slips = true): TextbookHit[] {
  return named(foundBooks(raw, text, limit, slips))
}

function foundBooks(raw: Sqlite, text: string, limit: number, slips: boolean): Book[] {
  const plain = text.trim()
  const isbn = isbn13(plain)
  if (isbn !== null) return books(raw, "WHERE isbnKey <> '' AND isbnKey = ? ORDER BY nameSort, id LIMIT ?", isbn, limit)
  const digits = plain.replace(/[\s-]/gu, '')
  if (/^97[89]\d{2,10}$/.test(digits)) {
    return books(raw, "WHERE isbnKey <> '' AND isbnKey LIKE ? || '%' ORDER BY nameSort, id LIMIT ?", digits, limit)
  }
  if (/^\d{1,3}(?:\.\d{1,3})+\.?$/.test(plain)) {
    const code = fplKey(plain) || plain.replace(/\.$/u, '')
    return books(
      raw,
      "WHERE fplKey <> '' AND fplKey >= ? AND fplKey < ? ORDER BY fplKey <> ?, nameSort, id LIMIT ?",
      ...[code, `${code}:`, code, limit],
    )
  }
  const asked = askedOf(plain)
  const found = byWords(raw, asked, slips)
  const other = found.length === 0 && slips ? withOtherKeys(plain) : null
  const again = other === null ? null : askedOf(other)
  const [from, best] = again === null ? [asked, found] : [again, byWords(raw, again, slips)]
  return inOrder(best, from).slice(0, limit)
}

const books = (raw: Sqlite, rest: string, ...values: (string | number)[]): Book[] =>
  prepared<(string | number)[], Book>(raw, `SELECT ${columns} FROM textbook ${rest}`).all(...values)

function byWords(raw: Sqlite, asked: Asked, allowsSlips: boolean): Book[] {
  if (asked.words.length === 0) {
    if (asked.grade === null) return books(raw, 'ORDER BY nameSort, id LIMIT ?', ranked)
    const { from, to } = asked.grade
    return books(raw, 'WHERE gradeFrom <= ? AND gradeTo >= ? ORDER BY nameSort, id LIMIT ?', from, to, ranked)
  }
  const last = asked.words.length - 1
  const each = asked.words.map((word, at) => conditionOf(raw, word, at === last, allowsSlips))
  const all = each.every((one) => one !== null) ? matching(raw, each.join(' AND '), asked) : []
  if (all.length > 0 || !allowsSlips) return all
  // A mistyped word may be another word of the catalogue.
  const slips = asked.words.map((word, at) => {
    const own = each[at] ?? null
    const near = slipsOf(raw, word, at === last)
    return own === null ? near : near === null || near === own ? own : `(${own} OR ${near})`
  })
  if (slips.every((one) => one !== null)) {
    const near = matching(raw, slips.join(' AND '), asked)
    if (near.length > 0) return near
  }
  // One word too many: those that have all but it.
  const known = slips.filter((one) => one !== null)
  return known.length > 1 || known.length < asked.words.length ? partly(raw, known, asked) : []
}

function partly(raw: Sqlite, known: readonly string[], asked: Asked): Book[] {
  if (known.length === 0) return []
  if (known.length < asked.words.length) {
    const rest = matching(raw, known.join(' AND '), asked)
    if (rest.length > 0) return rest
  }
  if (known.length < 3) return []
  const but = known.map((_, out) => `(${known.filter((__, at) => at !== out).join(' AND ')})`)
  return matching(raw, but.join(' OR '), asked)
}

/**
 * Rows of a list with `id` and `norm` of textbooks that a word of the quick search finds: as `findTextbooks` does, and where it
 * stands anywhere in their texts.
 */
export function wordCondition(raw: Sqlite, word: string, isLast: boolean): Expression {
  const asked = askedOf(word)
  const own = sql`norm like ${`%${word.replace(/[\\%_]/g, (char) => `\\${char}`)}%`} escape '\\'`
  if (asked.grade !== null) {
    const { from, to } = asked.grade
    const named = sql`select rowid from textbookWords where textbookWords match ${`"${from}"`}`
    return sql`id in (select id from textbook where gradeFrom <= ${to} and gradeTo >= ${from} union ${named})`
  }
  const isIsbn = /^[\d-]{5,}$/.test(word)
  if (isIsbn)
    return sql`(${own} or id in (select id from textbook where isbnKey like ${`${word.replaceAll('-', '')}%`}))`
  if (asked.words.length === 0) return asked.level === null ? sql`1` : sql`(level = ${asked.level} or ${own})`
  const found = asked.words.map((one) => conditionOf(raw, one, isLast))
  if (found.some((one) => one === null)) return own
  const match = found.join(' AND ')
  return sql`(${own} or id in (select rowid from textbookWords where textbookWords match ${match}))`
}

/** Of the grade asked for, else of any: the figure may be of the title. */
function matching(raw: Sqlite, condition: string, { grade }: Asked): Book[] {
  const from = `SELECT ${columns} FROM textbookWords JOIN textbook ON textbook.id = textbookWords.rowid WHERE textbookWords MATCH ?`
  if (grade !== null) {
    const graded = prepared<[string, number], Book>(raw, `${from} ORDER BY rank LIMIT ?`).all(
      `(${condition}) AND ${gradeWord(grade.from)} AND ${gradeWord(grade.to)}`,
      ranked,
    )
    if (graded.length > 0) return graded
  }
  return prepared<(string | number)[], Book>(raw, `${from} ORDER BY rank LIMIT ?`).all(condition, ranked)
}

function inOrder(found: readonly Book[], asked: Asked): Book[] {
  const roots = asked.words.map((word) => stem(word))
  const scored = found.map((book) => ({ book, score: scoreOf(book, asked, roots) }))
  scored.sort(
    (one, other) =>
      other.score - one.score ||
      (one.book.nameSort < other.book.nameSort
        ? -1
        : one.book.nameSort > other.book.nameSort
          ? 1
          : one.book.id - other.book.id),
  )
  return scored.map((one) => one.book)
}

function scoreOf(book: Book, { grade, level }: Asked, roots: readonly string[]): number {
  const all = book.stems.split(' ')
  const title = all.slice(0, words(book.title).length)
  const has = (among: readonly string[], root: string): boolean =>
    among.some((one) => one === root || one.startsWith(root))
  const inTitle = roots.filter((root) => has(title, root)).length
  const anywhere = roots.filter((root) => has(all, root)).length
  let score = anywhere * 10 + inTitle * 4
  if (roots.length > 0 && inTitle === roots.length) score += 20
  // «Алгебра» is first of all the book called so.
  if (inTitle > 0) score += 6 * (inTitle / title.length)
  if (roots[0] !== undefined && title[0]?.startsWith(roots[0]) === true) score += 3
  if (grade !== null && book.gradeFrom === grade.from && book.gradeTo === grade.to) score += 5
  if (level !== null && book.level === level) score += 15
  if (book.fplState === 'listed') score += 1
  if (book.fplState === 'dropped') score -= 1
  return score
}

/** Where two of one name are found, each is told with its number, as a cell understands it. */
function named(found: readonly Book[]): TextbookHit[] {
  const seen = new Map<string, number>()
  for (const { label } of found) seen.set(label, (seen.get(label) ?? 0) + 1)
  return found.map((book) => {
    const number = book.fplCode !== '' ? book.fplCode : book.isbn
    const isTold = (seen.get(book.label) ?? 0) > 1 && number !== ''
    return {
      id: book.id,
      name: isTold ? `${book.label} ${number}` : book.label,
      title: textbookName({ ...book, authors: '', publisher: '', level: '' }),
      detail: [book.authors, book.publisher, book.level === 'none' ? '' : textbookLevels[book.level]]
        .filter((part) => part !== '')
        .join(' · '),
      fplCode: book.fplCode,
      isbn: book.isbn,
      usableUntil: book.usableUntil,
      price: book.price,
    }
  })
}
