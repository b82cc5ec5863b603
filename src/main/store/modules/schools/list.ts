import { type SchoolRow, schoolList } from '@shared/contract/schools'
import { sql } from 'kysely'
import { associationsOfSchool } from '../../lists/associations-of'
import { listDay } from '../../lists/day'
import type { ListSource } from '../../lists/list'

/** Schools as they were at the end of the chosen school year, or are today. */
export const schoolSource: ListSource<SchoolRow> = {
  spec: schoolList,
  sorted: ['shortName'],
  normed: ['shortName'],
  filled: ['shortName'],
  several: ['associations'],
  select(context, query) {
    const on = listDay(context, query.schoolYear)
    const year = query.schoolYear ?? context.schoolYear()
    return sql`
      select school.id, school.shortName, school.fullName, school.type, school.locality, school.code, school.inn,
        school.director, school.phone, school.email, school.site, school.address, school.coordinates, school.computers, school.state,
        foundedOn, closedOn, school.note, hasLending, readingRoomSeats, hasStore, hasMediaLibrary, areaSqM, internet, internetMbps,
        system, openingHours, cleaningDay,
        school.norm, school.sortKey as "shortName$sort", school.nameKey as "shortName$norm",
        (select status from schoolStatus where schoolId = school.id and (since is null or since <= ${on})
          order by since desc, ord desc limit 1) as libraryStatus,
        (select sum(students) from contingent where schoolId = school.id and schoolYear = ${year}) as students,
        (select sum(classes) from contingent where schoolId = school.id and schoolYear = ${year}) as classes,
        (select count(distinct librarianId) from employment where schoolId = school.id
          and ("from" is null or "from" <= ${on}) and ("to" is null or "to" >= ${on})) as librarians,
        (state = 'active' or closedOn > ${on}) is true as open, ${associationsOfSchool(sql.ref('school.id'))} as associations
      from school`
  },
  row: (raw) => ({
    ...(raw as unknown as SchoolRow),
    ...Object.fromEntries(flags.map((name) => [name, raw[name] === 1])),
  }),
}

const flags = ['open', 'hasLending', 'hasStore', 'hasMediaLibrary', 'internet'] as const
