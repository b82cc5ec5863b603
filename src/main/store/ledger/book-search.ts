import { type RawBuilder, sql } from 'kysely'

type Like = (norm: RawBuilder<unknown>) => RawBuilder<unknown>

/** Rows of a book whose textbook or school has the word; each is looked through once, not for every row. */
export const ofSchoolOrTextbook = (like: Like): RawBuilder<unknown> =>
  sql`(schoolId in (select id from school where ${like(sql`school.norm`)})
    or textbookId in (select id from textbook where ${like(sql`textbook.norm`)}))`
