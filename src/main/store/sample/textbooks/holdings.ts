import type { Movement } from '@shared/contract/holdings'
import { between, noise } from '../marks'
import type { SampleBook } from './catalogue'
import type { StorySchool } from './story'

/** Receipts of the sample: what each school holds follows from how many study there, with the accidents of life. */

/** Copies over or under what follows, so that a transfer of the story has its reason: school, subject, grade. */
export type Amends = ReadonlyMap<string, number>
export const amendKey = (school: string, subject: string, grade: number): string => `${school}|${subject}|${grade}`

const groups = 'Второй иностранный язык (немецкий)'
const projects = 'Индивидуальный проект'

/** Of schools where a subject is studied by a part, how many of a grade do. */
export function groupOf(school: StorySchool, schoolYear: string, subject: string, grade: number): number {
  const all = school.students(schoolYear, grade)
  if (subject === groups) return grade >= 5 && grade <= 9 && school.place % 6 === 1 ? Math.round(all * 0.45) : 0
  if (subject === projects) return grade === 10 && school.place % 4 === 0 ? all : 0
  return all
}

export const groupSubjects = [groups, projects] as const

const year = '2026-2027'

/** Copies a school is to have of a book, of all its editions that are usable. */
function wanted({ textbook, place }: SampleBook, school: StorySchool, amends: Amends): number {
  let students = 0
  let amend = 0
  for (let grade = textbook.gradeFrom; grade <= textbook.gradeTo; grade++) {
    students += groupOf(school, year, textbook.subject, grade)
    amend += amends.get(amendKey(school.shortName, textbook.subject, grade)) ?? 0
  }
  if (students === 0) return Math.max(0, amend)
  if (amend !== 0) return Math.max(0, students + amend)
  const chance = noise(school.place, place * 7)
  const factor =
    chance < 0.07
      ? 0.62 + 0.3 * noise(school.place, place * 11)
      : chance > 0.9
        ? 1.14 + 0.25 * noise(school.place, place * 13)
        : 1 + 0.05 * noise(school.place, place * 17)
  return Math.round(students * factor)
}

interface Batch {
  publicationYear: number
  date: string
  copies: number
  document: string
}

/** Receipts of one book by one school, in the order of their days. */
export function receiptsOf(book: SampleBook, school: StorySchool, amends: Amends): Omit<Movement, 'textbookId'>[] {
  if (book.line.schools && !book.line.schools.includes(school.shortName)) return []
  // Closed schools had written off what was old.
  if (book.before && !school.isActive) return []
  const copies = wanted(book, school, amends)
  return batchesOf(book, school, copies)
    .filter((batch) => batch.copies > 0)
    .map(({ publicationYear, date, copies: count, document }) => ({
      schoolId: school.id,
      publicationYear,
      price: priceOf(book, publicationYear),
      source: sourceOf(school, publicationYear),
      date,
      kind: 'receipt' as const,
      copies: count,
      document,
      note: '',
    }))
}

function batchesOf(book: SampleBook, school: StorySchool, copies: number): Batch[] {
  const { before } = book
  const chance = (n: number): number => noise(school.place * 31 + n, book.place)
  if (before && book.textbook.usableUntil !== null && book.textbook.usableUntil < '2026-09-01') {
    // What was on the shelves when the books began to be counted here.
    const publicationYear = before.publicationYear - 1 + between(0, 2, school.place, book.place)
    const held = Math.round(copies * before.share * (0.6 + 0.6 * chance(1)))
    return [{ publicationYear, date: '2022-09-01', copies: held, document: 'Остаток на начало учёта' }]
  }
  if (before) {
    const share = Math.round(copies * before.share)
    return [{ ...delivery(before.publicationYear, 2022, book, school), copies: share }]
  }
  const share = book.line.before?.usableUntil === '2027-08-31' ? 1 - book.line.before.share : 1
  const now = share === 1 ? copies : copies - Math.round(copies * (1 - share))
  const first = 2022 + between(0, 2, book.place, 5)
  const main = chance(2) < 0.35 || !school.isActive ? now : Math.round(now * (0.6 + 0.25 * chance(3)))
  const later = between(first + 1, 2026, school.place, book.place + 900)
  return [
    { ...delivery(first, first, book, school), copies: main },
    { ...delivery(later, later, book, school), copies: now - main },
  ]
}

/** In August, by the supplier's note. */
function delivery(publicationYear: number, year: number, book: SampleBook, school: StorySchool): Omit<Batch, 'copies'> {
  const date = `${year}-08-${String(between(11, 29, school.place + year, book.line.code.length)).padStart(2, '0')}`
  return { publicationYear, date, document: `Накладная № ${between(100, 899, school.place, year)}` }
}

/** Kopecks; books grow dearer every year. */
function priceOf({ line, textbook }: SampleBook, publicationYear: number): number {
  const roubles = line.price * 1.06 ** (publicationYear - 2022) * (1 + (textbook.gradeTo - textbook.gradeFrom) * 0.02)
  return Math.round(roubles * 10) * 10
}

const sourceOf = (school: StorySchool, publicationYear: number): Movement['source'] =>
  publicationYear >= 2023 && school.place % 3 === 0 ? 'federal' : school.place % 7 === 2 ? 'municipal' : 'regional'
