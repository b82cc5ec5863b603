import { fplKey } from '@shared/domain/fpl'
import { formatGrades, parseGrades } from '@shared/domain/grades'
import { isbn13 } from '@shared/domain/isbn'
import { normKey } from '@shared/domain/text/norm'
import { stems } from '@shared/domain/text/stems'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import { prepared } from '../database/prepared'
import type { Expression } from './list'

/** How lists of other modules tell of a textbook. They join `textbook` and `subject` under these names. */

export const gradesText: Expression = sql`(case when textbook.gradeFrom = textbook.gradeTo then '' || textbook.gradeFrom
  else textbook.gradeFrom || '–' || textbook.gradeTo end)`

/** The columns of `TextbookDetails` without the id, with the sort key and norm of `textbook` and `subject` beside them. */
export const textbookTellingColumns: Expression = sql`textbook.label as textbook,
  textbook.nameSort as "textbook$sort", textbook.nameKey as "textbook$norm", subject.name as subject,
  subject.sortKey as "subject$sort", subject.nameKey as "subject$norm", ${gradesText} as grades, textbook.authors,
  textbook.publisher, textbook.fplCode, textbook.usableUntil`

/** The columns of `TextbookDetails`. */
export const textbookDetailColumns: Expression = sql`textbook.id as textbookId, ${textbookTellingColumns}`

interface Book {
  id: number
  label: string
  fplCode: string
  isbn: string
  title: string
  authors: string
  gradeFrom: number
  gradeTo: number
  publisher: string
  subject: string
}

const books = `SELECT textbook.id, label, fplCode, isbn, title, authors, textbook.gradeFrom, textbook.gradeTo, publisher,
  (SELECT name FROM subject WHERE id = subjectId) AS subject FROM textbook`

/**
 * The textbook a cell names: by its name in our lists, its ISBN, its code of the federal list, or by author, title and grade in
 * any order, «Рябинин К. О. Алгебра. 7 кл.». Among namesakes the code after the name tells which: «Алгебра. 7 класс 1.1.2.4.3.1.1.».
 * @throws AppError `not-found` with what to do
 */
export function textbookByName(context: QueryContext, text: string): number {
  const found = candidates(context, text)
  const [only] = found
  if (only && found.length === 1) return only.id
  if (!only) {
    throw new AppError(
      'not-found',
      `Учебника «${text.trim()}» в каталоге нет. Проверьте название или сначала добавьте учебник в раздел «Учебники».`,
    )
  }
  const names = found.slice(0, 4).map((book) => {
    const number = book.fplCode !== '' ? book.fplCode : book.isbn
    return `«${book.label}»${number === '' ? '' : ` ${number}`}`
  })
  const more = found.length > names.length ? ' и ещё' : ''
  throw new AppError(
    'not-found',
    `«${text.trim()}» — подходят несколько учебников: ${names.join('; ')}${more}. Впишите название целиком, код ФПУ или ISBN.`,
  )
}

/**
 * The name in our lists of the textbook a row of a file speaks of: its cell with the help of those beside it (by the keys
 * of `textbookDetails` and `isbn`). Null where they tell none, or more than one.
 */
export function textbookTold(
  context: QueryContext,
  text: string,
  hints: Readonly<Record<string, string>>,
): string | null {
  const exact = candidates(context, text)
  if (exact.length === 1 && normKey(exact[0]?.label ?? '') === normKey(text)) return exact[0]?.label ?? null
  const grade = hints.grades === undefined ? null : parseGrades(hints.grades)
  const numbered = [hints.isbn, hints.fplCode].flatMap((number) => {
    const found = number === undefined || number === '' ? [] : candidates(context, number)
    return found.length > 0 ? [found] : []
  })
  const named = exact.length > 0 ? exact : candidates(context, [text, hints.authors ?? ''].join(' ').trim())
  let found = numbered[0] ?? named
  if (numbered[0] && found.length > 1 && text !== '') {
    const ids = new Set(named.map((book) => book.id))
    const both = found.filter((book) => ids.has(book.id))
    if (both.length > 0) found = both
  }
  if (grade) found = found.filter((book) => grade.gradeFrom >= book.gradeFrom && grade.gradeTo <= book.gradeTo)
  if (hints.authors !== undefined) found = narrowed(found, (book) => shareWord(book.authors, hints.authors ?? ''))
  if (hints.publisher !== undefined) found = narrowed(found, (book) => shareWord(book.publisher, hints.publisher ?? ''))
  if (hints.subject !== undefined) {
    const soft = found.filter((book) => shareWord(book.subject, hints.subject ?? ''))
    if (soft.length > 0) found = soft
  }
  const [only] = found
  if (!only || found.length > 1) return null
  const namesakes = candidates(context, only.label)
  return namesakes.length > 1 && only.fplCode !== '' ? `${only.label} ${only.fplCode}` : only.label
}

/** A book that has nothing to be held against stays; those that have and differ go. */
const narrowed = (found: Book[], fits: (book: Book) => boolean | null): Book[] =>
  found.filter((book) => fits(book) !== false)

/** Whether two texts have a word in common, endings and small words aside; null: one of them has none. */
function shareWord(one: string, other: string): boolean | null {
  const long = (text: string): string[] =>
    stems(text)
      .split(' ')
      .filter((word) => word.length >= 3 && !legal.has(word))
  const [left, right] = [long(one), long(other)]
  if (left.length === 0 || right.length === 0) return null
  return left.some((word) => right.includes(word))
}

const legal: ReadonlySet<string> = new Set(['издательств', 'ооо', 'оао', 'зао', 'пао'])

/** Each way by its own index: a list of 50,000 rows names a textbook in every one. */
function candidates({ raw }: QueryContext, text: string): Book[] {
  const where = (condition: string, ...values: string[]): Book[] =>
    prepared<string[], Book>(raw, `${books} WHERE ${condition} ORDER BY id LIMIT 20`).all(...values)
  const key = normKey(text)
  if (key === '') return []
  const named = where('nameKey = ?', key)
  if (named.length > 0) return named
  const isbn = isbn13(text)
  if (isbn !== null) return where("isbnKey <> '' AND isbnKey = ?", isbn)
  const ofCode = (code: string): Book[] => where("fplKey <> '' AND fplKey = ?", fplKey(code))
  if (fplKey(text) !== '') return ofCode(text)
  const coded = /^(.*?)[\s,;([]+((?:\d{1,3}\.){2,}\d{1,3}\.?)[\s)\]]*$/su.exec(text)
  if (coded?.[2] !== undefined) {
    const same = ofCode(coded[2])
    if (same.length <= 1) return same
    return preferred(same, normKey(coded[1] ?? ''))
  }
  const within = /(?:ISBN[:\s]*)?((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXХ])(?!\d)/iu.exec(text)?.[1]
  const inner = within === undefined ? null : isbn13(within)
  if (inner !== null) return where("isbnKey <> '' AND isbnKey = ?", inner)
  return byWords({ raw }, key)
}

const preferred = (found: Book[], name: string): Book[] => {
  const exact = found.filter((book) => normKey(book.label) === name)
  return exact.length > 0 ? exact : found
}

/** Every word must be there; a grade is not a word of the index and is held against the edition's own. */
function byWords({ raw }: Pick<QueryContext, 'raw'>, key: string): Book[] {
  const grade = /(?<!\d)(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?\s?(?:класс[а-я]*|кл\b\.?|кл\.)/u.exec(key)
  const rest = grade ? key.replace(grade[0], ' ') : key
  const asked = stems(rest)
    .split(' ')
    .filter((word) => word !== '' && !passedOver.has(word))
  if (asked.length === 0) return []
  const found = prepared<[string], Book>(
    raw,
    `${books.replace('FROM textbook', 'FROM textbookWords JOIN textbook ON textbook.id = textbookWords.rowid')}
     WHERE textbookWords MATCH ? LIMIT 200`,
  ).all(asked.map((word) => `"${word}"`).join(' '))
  const graded = found.filter((book) => !grade || fits(book, grade))
  // «Алгебра» is the book called so, and not also «Алгебра. Задачник».
  const titled = graded.filter((book) => stems(book.title) === asked.join(' '))
  const whole = graded.filter((book) => sameWords(`${book.authors} ${book.title}`, asked))
  const best = whole.length > 0 ? whole : titled.length > 0 ? titled : graded
  return best.sort((one, other) => one.id - other.id)
}

const passedOver: ReadonlySet<string> = new Set(['учебник', 'для', 'класс', 'кл', 'углублен', 'базов', 'уровен'])

function fits(book: Book, grade: RegExpExecArray): boolean {
  const from = Number(grade[1])
  const to = Number(grade[2] ?? grade[1])
  return (
    formatGrades(book) === formatGrades({ gradeFrom: from, gradeTo: to }) ||
    (from >= book.gradeFrom && to <= book.gradeTo)
  )
}

function sameWords(text: string, asked: readonly string[]): boolean {
  const own = stems(text).split(' ')
  return own.length === asked.length && own.every((word) => asked.includes(word))
}
