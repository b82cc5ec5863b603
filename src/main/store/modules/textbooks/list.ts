import { type SubjectRow, subjectList, type TextbookRow, textbookList } from '@shared/contract/textbooks'
import { sql } from 'kysely'
import { listDay } from '../../lists/day'
import type { ListSource } from '../../lists/list'
import { wordCondition } from '../../lists/textbook-search'
import { gradesText } from '../../lists/textbooks'

/** Editions, with the copies there were of them at the end of the chosen school year or are today. */
export const textbookSource: ListSource<TextbookRow> = {
  spec: textbookList,
  sorted: ['title', 'subject'],
  normed: ['subject'],
  filled: ['title', 'subject', 'grades'],
  select(context, query) {
    const on = listDay(context, query.schoolYear)
    const copies =
      on < context.today()
        ? sql`(select sum(balance) from (select sum(movement.copies) as balance from lot join movement on lotId = lot.id
            where textbookId = textbook.id and date <= ${on}))`
        : sql`(select sum(copies) from lot where textbookId = textbook.id)`
    const schools =
      on < context.today()
        ? sql`(select count(distinct schoolId) from (select schoolId, sum(movement.copies) as balance from lot
            join movement on lotId = lot.id where textbookId = textbook.id and date <= ${on} group by lot.id) where balance > 0)`
        : sql`(select count(distinct schoolId) from lot where textbookId = textbook.id and copies > 0)`
    return sql`
      select textbook.id, textbook.title, textbook.authors, subject.name as subject, ${gradesText} as grades,
        textbook.publisher, textbook.level, textbook.language, textbook.kind, textbook.isbn, textbook.fplCode,
        textbook.fplState, textbook.usableUntil, coalesce(textbook.usableUntil >= ${on}, 1) as usable, textbook."order",
        textbook.price, textbook.note, textbook.norm || ' ' || subject.norm as norm,
        textbook.sortKey as "title$sort", subject.sortKey as "subject$sort", subject.nameKey as "subject$norm",
        coalesce(${copies}, 0) as copies, ${schools} as schools
      from textbook join subject on subject.id = textbook.subjectId`
  },
  word: (word, isLast, { raw }) => wordCondition(raw, word, isLast),
  row: (raw) => ({ ...(raw as unknown as TextbookRow), usable: raw.usable === 1 }),
}

export const subjectSource: ListSource<SubjectRow> = {
  spec: subjectList,
  sorted: ['name'],
  normed: ['name'],
  filled: ['name', 'gradeFrom', 'gradeTo'],
  select: () => sql`
    select subject.id, subject.name, subject.obligatory, subject.gradeFrom, subject.gradeTo, subject.note, subject.norm,
      subject.sortKey as "name$sort", subject.nameKey as "name$norm",
      (select count(*) from textbook where subjectId = subject.id) as textbooks
    from subject`,
  row: (raw) => ({ ...(raw as unknown as SubjectRow), obligatory: raw.obligatory === 1 }),
}
