import { educationFields, educationLevels, type LibrarianRow, librarianList } from '@shared/contract/librarians'
import { type RawBuilder, sql } from 'kysely'
import { associationsOfPerson } from '../../lists/associations-of'
import { listDay } from '../../lists/day'
import type { Expression, ListSource } from '../../lists/list'
import { ageYears, lastCourseOn, serviceYears, staffingColumns } from './classes'
import { yearColumns } from './year-columns'

function words(column: string, names: Readonly<Record<string, string>>): RawBuilder<unknown> {
  return sql`case ${sql.ref(column)} ${sql.join(
    Object.entries(names).map(([value, name]) => sql`when ${value} then ${name}`),
    sql` `,
  )} end`
}

/** Places held on a day. */
const held = (on: string): RawBuilder<unknown> =>
  sql`("from" is null or "from" <= ${on}) and ("to" is null or "to" >= ${on})`

/** Who holds a place on a day in the schools whose norm is like what is looked for. */
export function peopleOf(like: (norm: Expression) => Expression, on: string): Expression {
  return sql`(select librarianId from employment
    where schoolId in (select id from school where ${like(sql`norm`)}) and ${held(on)})`
}

/** The bank as it is on a day: places held then, service and age counted to it. */
export const librarianSource: ListSource<LibrarianRow> = {
  spec: librarianList,
  sorted: ['name'],
  normed: ['name'],
  filled: ['name', 'category'],
  several: ['associations'],
  select(context, query) {
    const on = listDay(context, query.schoolYear)
    const places = sql`from employment where librarianId = librarian.id and ${held(on)}`
    const education = sql`${words('level', educationLevels)} || ', ' || ${words('field', educationFields)}`
    return sql`
      select librarian.id, trim(surname || ' ' || given || ' ' || patronymic) as name, librarian.sortKey as "name$sort",
        librarian.nameKey as "name$norm", librarian.norm,
        coalesce((select group_concat((select shortName from school where id = schoolId), '; ' order by main desc, ord) ${places}), '') as schools,
        coalesce((select case when count(distinct position) = 1 then min(position)
          else group_concat(position, '; ' order by main desc, ord) end ${places}), '') as position,
        (select sum(rate) ${places}) as rate,
        coalesce((select group_concat(${education}, '; ' order by ord)
          from education where librarianId = librarian.id), '') as education,
        birthDate, ${ageYears('birthDate', on)} as age, ${serviceYears('workingSince', on)} as service,
        ${serviceYears('libraryWorkSince', on)} as libraryService, category, categoryUntil, attestedOn,
        ${lastCourseOn(on)} as lastCourseOn,
        phone, email, roleInAssociation, consentOn, exists(select 1 ${places}) as working,
        ${associationsOfPerson(sql.ref('librarian.id'), on)} as associations, ${yearColumns(context, query.schoolYear, on)},
        surname, given, patronymic, workingSince, libraryWorkSince, categoryOn, librarian.note,
        ${staffingColumns(on, education, sql`(select position ${places} order by main desc, ord limit 1)`)}
      from librarian
      -- Without the word SQLite takes it that few are not erased, and reads them in the order of names: every row a seek.
      where likelihood(erased = 0, 0.99)`
  },
  beside: (like, context, query) => sql`id in ${peopleOf(like, listDay(context, query.schoolYear))}`,
  whole(context, query) {
    const places = held(listDay(context, query.schoolYear))
    return sql`
      select (select count(*) from librarian) - count(*) as "$count",
        nullif((select sum(rate) from employment where ${places})
          - coalesce(sum((select sum(rate) from employment where librarianId = librarian.id and ${places})), 0), 0) as rate
      from librarian where erased = 1`
  },
  row: (raw) => ({ ...(raw as unknown as LibrarianRow), working: raw.working === 1 }),
}
