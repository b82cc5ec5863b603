import type { Textbook } from '@shared/contract/textbooks'
import { type TitleLine, titleLines } from './titles'

/** A textbook of the sample, with what its holdings follow from. */
export interface SampleBook {
  textbook: Textbook
  line: TitleLine
  /** Place among all: chance depends on it. */
  place: number
  /** Of an edition before: its share of the copies, and its year. */
  before: { share: number; publicationYear: number } | null
}

const order = 'приказ от 21.09.2022 № 858'
const newOrder = 'приказ от 05.11.2024 № 769'

/** Every edition of the invented list: about 120 of today, and those before them that are still on the shelves. */
export function sampleBooks(): SampleBook[] {
  let place = 0
  return titleLines.flatMap((line) =>
    line.grades.flatMap(([gradeFrom, gradeTo], index): SampleBook[] => {
      place += 1
      const grades = gradeFrom === gradeTo ? `${gradeFrom} класс` : `${gradeFrom}–${gradeTo} классы`
      const now: Textbook = {
        kind: 'textbook',
        subject: line.subject,
        gradeFrom,
        gradeTo,
        title: `${line.title}. ${grades}`,
        authors: line.authors,
        publisher: line.publisher,
        language: 'русский',
        level: line.level ?? 'none',
        isbn: isbnOf(place * 2),
        fplCode: `${line.code}.${1 + (gradeFrom > 4 ? 1 : 0)}.${index + 1}.`,
        fplState: 'listed',
        usableUntil: line.usableUntil ?? '2029-08-31',
        order: line.usableUntil === undefined ? order : newOrder,
        price: Math.round(line.price * (1 + index * 0.03) * 1.28) * 100,
        note: '',
      }
      const book: SampleBook = { textbook: now, line, place, before: null }
      if (!line.before) return [book]
      const { years, publicationYear, usableUntil, share } = line.before
      const old: Textbook = {
        ...now,
        title: `${now.title} (${years})`,
        isbn: isbnOf(place * 2 + 1),
        fplState: 'dropped',
        usableUntil,
        order: newOrder,
        price: null,
      }
      return [book, { textbook: old, line, place, before: { share, publicationYear } }]
    }),
  )
}

/** With the check digit it must have, of a publisher's number that is invented. */
function isbnOf(n: number): string {
  const body = `978560${410_000 + n * 37}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
