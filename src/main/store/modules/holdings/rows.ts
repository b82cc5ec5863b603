import { type RawBuilder, sql } from 'kysely'
import { textbookDetailColumns } from '../../lists/textbooks'

/** SQL that lists of books share: how a lot's school and textbook are shown, sorted and searched. */

/** School, textbook and what makes a lot, of tables `lot`, `school`, `textbook`, `subject`. */
export const lotColumns = sql`
  lot.schoolId, school.shortName as school, school.sortKey as "school$sort", school.nameKey as "school$norm",
  ${textbookDetailColumns}, nullif(lot.publicationYear, 0) as publicationYear, nullif(lot.price, 0) as price, lot.source`

export const lotJoins = sql`
  join school on school.id = lot.schoolId
  join textbook on textbook.id = lot.textbookId
  join subject on subject.id = textbook.subjectId`

/** Copies of lot `lot` promised: lines of transfers not handed over and of write-offs not booked. */
export const promised = sql`(
  coalesce((select sum(transferLine.copies) from transferLine join transfer on transfer.id = transferLine.transferId
    where transferLine.lotId = lot.id and transfer.state in ('drafted', 'agreed')), 0)
  + coalesce((select sum(writeOffLine.copies) from writeOffLine join writeOff on writeOff.id = writeOffLine.writeOffId
    where writeOffLine.lotId = lot.id and writeOff.state = 'drafted'), 0))`

type Like = (norm: RawBuilder<unknown>) => RawBuilder<unknown>

/** Rows whose school or textbook has the word; each is looked through once, not for every lot. */
export const ofSchoolOrTextbook = (like: Like): RawBuilder<unknown> =>
  sql`(schoolId in (select id from school where ${like(sql`school.norm`)})
    or textbookId in (select id from textbook where ${like(sql`textbook.norm`)}))`
