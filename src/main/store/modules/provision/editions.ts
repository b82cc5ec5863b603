import { isUsable } from '@shared/domain/provision'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import type { Lot } from './fund-facts'

/** Which edition a need asks for. */
export interface Editions {
  /** Undefined where the catalogue has none. */
  of(subjectId: number, grade: number, held: readonly Lot[]): number | undefined
}

interface Book {
  id: number
  subjectId: number
  gradeFrom: number
  gradeTo: number
  usableUntil: string | null
  level: string
  fplState: string
  /** In the whole district. */
  copies: number
}

/**
 * What the school has most of already, for the grade stays with one edition; else what the district has most of, since that
 * is what can be found in it; else one of the federal list, of the usual level and the longest use.
 * @param servesUntil editions that run out before this day are not asked for
 */
export function editions(raw: Sqlite, servesUntil: string): Editions {
  const books = prepared<[], Book>(
    raw,
    `SELECT id, subjectId, gradeFrom, gradeTo, usableUntil, level, fplState,
       coalesce((SELECT sum(copies) FROM lot WHERE textbookId = textbook.id), 0) AS copies
     FROM textbook WHERE kind = 'textbook' ORDER BY id`,
  )
    .all()
    .filter((book) => isUsable(book.usableUntil, servesUntil))
  const bySubject = new Map<number, Book[]>()
  for (const book of books) {
    const known = bySubject.get(book.subjectId)
    if (known) known.push(book)
    else bySubject.set(book.subjectId, [book])
  }
  const usual = new Map<string, number | undefined>()
  return {
    of(subjectId, grade, held) {
      const own = ownEdition(held, subjectId, grade, servesUntil)
      if (own !== undefined) return own
      const key = `${subjectId} ${grade}`
      if (!usual.has(key)) {
        const fitting = (bySubject.get(subjectId) ?? []).filter(
          (book) => book.gradeFrom <= grade && grade <= book.gradeTo && (book.copies > 0 || book.fplState === 'listed'),
        )
        usual.set(key, fitting.sort(mostUsual)[0]?.id)
      }
      return usual.get(key)
    },
  }
}

function ownEdition(held: readonly Lot[], subjectId: number, grade: number, servesUntil: string): number | undefined {
  const copies = new Map<number, number>()
  for (const lot of held) {
    if (lot.subjectId !== subjectId || grade < lot.gradeFrom || grade > lot.gradeTo) continue
    if (isUsable(lot.usableUntil, servesUntil))
      copies.set(lot.textbookId, (copies.get(lot.textbookId) ?? 0) + lot.copies)
  }
  return [...copies].sort(([one, most], [other, less]) => less - most || one - other)[0]?.[0]
}

function mostUsual(one: Book, other: Book): number {
  const listed = Number(other.fplState === 'listed') - Number(one.fplState === 'listed')
  const usual = Number(one.level === 'advanced') - Number(other.level === 'advanced')
  const until = (other.usableUntil ?? '9').localeCompare(one.usableUntil ?? '9')
  return other.copies - one.copies || listed || usual || until || one.id - other.id
}
