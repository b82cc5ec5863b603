import { educationFields, educationLevels, type LibrarianRow, librarianList } from '@shared/contract/librarians'
import { type RawBuilder, sql } from 'kysely'
import { listDay } from '../../lists/day'
import type { ListSource } from '../../lists/list'
import { ageYears, lastCourseOn, serviceYears, staffingColumns } from './classes'

function words(column: string, names: Readonly<Record<string, string>>): RawBuilder<unknown> {
  return sql`case ${sql.ref(column)} ${sql.join(
    Object.entries(names).map(([value, name]) => sql`when ${value} then ${name}`),
    sql` `,
  )} end`
}

/** The bank as it is on a day: places held then, service and age counted to it. */
export const librarianSource: ListSource<LibrarianRow> = {
  spec: librarianList,
  sorted: ['name'],
  select(context, query) {
    const on = listDay(context, query.schoolYear)
    const held = sql`("from" is null or "from" <= ${on}) and ("to" is null or "to" >= ${on})`
    const education = sql`${words('level', educationLevels)} || ', ' || ${words('field', educationFields)}`
    return sql`
      select librarian.id, trim(surname || ' ' || given || ' ' || patronymic) as name, librarian.sortKey as "name$sort",
        librarian.norm || ' ' || coalesce(place.norms, '') as norm,
        coalesce(place.schools, '') as schools, coalesce(place.positions, '') as position, place.rate,
        coalesce((select group_concat(${education}, '; ' order by ord)
          from education where librarianId = librarian.id), '') as education,
        birthDate, ${ageYears('birthDate', on)} as age, ${serviceYears('workingSince', on)} as service,
        ${serviceYears('libraryWorkSince', on)} as libraryService, category, categoryUntil, attestedOn,
        ${lastCourseOn(on)} as lastCourseOn,
        phone, email, roleInAssociation, consentOn, place.librarianId is not null as working,
        surname, given, patronymic, workingSince, libraryWorkSince, categoryOn, librarian.note,
        ${staffingColumns(on, education)}
      from librarian
      left join (
        select librarianId, group_concat(shortName, '; ' order by main desc, ord) as schools,
          case when count(distinct position) = 1 then group_concat(distinct position) else group_concat(position, '; ' order by main desc, ord) end as positions,
          sum(rate) as rate, group_concat(norm, ' ') as norms,
          -- SQLite takes a bare column from the row of the only min(): the first of the places in their order.
          min((1 - main) * 1000000 + ord) as "first", position as mainPosition
        from (select employment.librarianId, employment.position, employment.rate, main, ord, school.shortName, school.norm
          from employment join school on school.id = employment.schoolId where ${held})
        group by librarianId
      ) as place on place.librarianId = librarian.id
      where erased = 0`
  },
  row: (raw) => ({ ...(raw as unknown as LibrarianRow), working: raw.working === 1 }),
}
