import { type AttentionRow, attentionList } from '@shared/contract/staffing'
import { attentionKinds } from '@shared/domain/staffing/attention'
import { sql } from 'kysely'
import { librarianSource, peopleOf } from '../modules/librarians/list'
import { listDay } from './day'
import { type ListSource, wholeList } from './list'

/** Tells the rows of one person apart. */
const places = Object.keys(attentionKinds).length

/** What is due of people working today. The rule is the domain's, called from SQL so that one can filter and sort by it. */
export const attentionSource: ListSource<AttentionRow> = {
  spec: attentionList,
  sorted: ['name'],
  select(context) {
    const today = listDay(context, null)
    return sql`
      select *, case when due is null then 'missing' when due < ${today} then 'overdue' else 'soon' end as state from (
        select person.id * ${places} + json_extract(one.value, '$.place') as id, person.id as librarianId, person.name,
          person."name$sort", person.norm, person.schools, person.position, person.phone, person.email,
          json_extract(one.value, '$.kind') as kind, json_extract(one.value, '$.due') as due
        from (select * from (${librarianSource.select(context, wholeList)}) where working) as person,
          json_each(librarian_attention(person.category <> 'none', person.categoryUntil, person.lastCourseOn, person.attestedOn,
            person.consentOn, person.birthDate, person.educationClass is not null, ${today})) as one)`
  },
  beside: (like, context) => sql`librarianId in ${peopleOf(like, listDay(context, null))}`,
  narrowed: (ids) => sql`librarianId in (select cast(value / ${places} as integer) from json_each(${ids}))`,
  row: (raw) => raw as unknown as AttentionRow,
}
