import { sql } from 'kysely'
import { promisedOfLot } from '../../ledger/promised'
import type { Expression, Through } from '../../lists/list'
import { textbookTellingColumns } from '../../lists/textbooks'

/** SQL that lists of books share: how a lot's school and textbook are shown, sorted and searched. */

/** School, textbook and what makes a lot, of tables `lot`, `school`, `textbook`, `subject`. */
export const lotColumns = sql`
  lot.schoolId, school.shortName as school, school.sortKey as "school$sort", school.nameKey as "school$norm",
  lot.textbookId, ${textbookTellingColumns}, nullif(lot.publicationYear, 0) as publicationYear, nullif(lot.price, 0) as price, lot.source`

/** Left ones, though all are there: what the query at hand does not ask of, SQLite then does not read. */
export const lotJoins = sql`
  left join school on school.id = lot.schoolId
  left join textbook on textbook.id = lot.textbookId
  left join subject on subject.id = textbook.subjectId`

const schools: Through = {
  by: 'schoolId',
  rows: sql`select id, shortName as school, nameKey as "school$norm" from school`,
}

/** Filters of what is told of the school and the textbook. @param day on which a textbook is usable or not */
export function throughLot(day: string): Readonly<Record<string, Through>> {
  const textbooks: Through = {
    by: 'textbookId',
    rows: sql`select textbook.id, ${textbookTellingColumns}, level, isbn, ${usable(day)} as usable
      from textbook left join subject on subject.id = textbook.subjectId`,
  }
  const keys = [
    'textbook',
    'subject',
    'grades',
    'authors',
    'publisher',
    'fplCode',
    'usableUntil',
    'level',
    'isbn',
    'usable',
  ]
  return { school: schools, ...Object.fromEntries(keys.map((key) => [key, textbooks])) }
}

export const usable = (day: string): Expression => sql`(textbook.usableUntil is null or textbook.usableUntil >= ${day})`

const transferred = sql`select lotId from transferLine`
const writtenOff = sql`select lotId from writeOffLine`

/** Copies of lot `lot` promised: lines of transfers not handed over and of write-offs not booked. Few lots have any. */
export const promised = sql`(case when lot.id in (${transferred} union all ${writtenOff}) then
  ${sql.raw(promisedOfLot('lot.id'))} else 0 end)`
