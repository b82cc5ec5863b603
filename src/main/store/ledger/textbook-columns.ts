import { type RawBuilder, sql } from 'kysely'

/** SQL by which lists tell of a textbook: `TextbookDetails` of the contract, of tables `textbook` and `subject`. */

/** «5» or «5–6». */
export const gradesText = sql`case when textbook.gradeFrom = textbook.gradeTo then cast(textbook.gradeFrom as text)
  else textbook.gradeFrom || '–' || textbook.gradeTo end`

export const textbookColumns = sql`
  textbook.id as textbookId, textbook.title as textbook, textbook.sortKey as "textbook$sort",
  subject.name as subject, subject.sortKey as "subject$sort", subject.nameKey as "subject$norm",
  ${gradesText} as grades, textbook.authors, textbook.publisher, textbook.fplCode, textbook.usableUntil`

export const textbookSorted = ['textbook', 'subject'] as const

export const subjectJoin = sql`join subject on subject.id = textbook.subjectId`

/** Rows of a book whose textbook or school has the word; each is looked through once, not for every row. */
export const ofSchoolOrTextbook =
  (schoolId: RawBuilder<unknown>) =>
  (like: (norm: RawBuilder<unknown>) => RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(${schoolId} in (select id from school where ${like(sql`school.norm`)})
      or textbookId in (select id from textbook where ${like(sql`textbook.norm`)}))`
