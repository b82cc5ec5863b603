import { educationFields, educationLevels, type LibrarianRow, librarianList } from '@shared/contract/librarians'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import type { ListSource } from '../../lists/list'

/** Whole years from a date column to a day; null where the date is unknown. */
function years(column: string, on: string): RawBuilder<unknown> {
  return sql`(cast(substr(${on}, 1, 4) as integer) - cast(substr(${sql.ref(column)}, 1, 4) as integer)
    - (substr(${on}, 6) < substr(${sql.ref(column)}, 6)))`
}

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
    const on = query.schoolYear === null ? context.today() : min(schoolYearBounds(query.schoolYear).to, context.today())
    const held = sql`("from" is null or "from" <= ${on}) and ("to" is null or "to" >= ${on})`
    return sql`
      select librarian.id, trim(surname || ' ' || given || ' ' || patronymic) as name, librarian.sortKey as "name$sort",
        librarian.norm || ' ' || coalesce(place.norms, '') as norm,
        coalesce(place.schools, '') as schools, coalesce(place.positions, '') as position, place.rate,
        coalesce((select group_concat(${words('level', educationLevels)} || ', ' || ${words('field', educationFields)}, '; ')
          from education where librarianId = librarian.id), '') as education,
        birthDate, ${years('birthDate', on)} as age, ${years('workingSince', on)} as service,
        ${years('libraryWorkSince', on)} as libraryService, category, categoryUntil, attestedOn,
        (select max(coalesce("to", "from")) from course where librarianId = librarian.id and coalesce("to", "from") <= ${on}) as lastCourseOn,
        phone, email, roleInAssociation, consentOn, place.librarianId is not null as working
      from librarian
      left join (
        select librarianId, group_concat(shortName, ', ') as schools, group_concat(distinct position) as positions,
          sum(rate) as rate, group_concat(norm, ' ') as norms
        from (select employment.librarianId, employment.position, employment.rate, school.shortName, school.norm
          from employment join school on school.id = employment.schoolId where ${held} order by main desc, ord)
        group by librarianId
      ) as place on place.librarianId = librarian.id
      where erased = 0`
  },
  row: (raw) => ({ ...(raw as unknown as LibrarianRow), working: raw.working === 1 }),
}

const min = (a: string, b: string): string => (a < b ? a : b)
