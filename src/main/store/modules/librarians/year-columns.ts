import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../context'

/**
 * How much of each kind a person had in the school year by its day: what an annual report counts people by.
 * @param on the day of the list
 */
export function yearColumns(context: QueryContext, schoolYear: string | null, on: string): RawBuilder<unknown> {
  const { from } = schoolYearBounds(schoolYear ?? context.schoolYear())
  const rows = (table: string, day: string): RawBuilder<unknown> => sql`(select count(*) from ${sql.table(table)}
    where librarianId = librarian.id and ${sql.raw(day)} between ${from} and ${on})`
  return sql`${rows('course', 'coalesce("to", "from")')} as yearCourses, ${rows('award', '"on"')} as yearAwards,
    ${rows('contestResult', '"on"')} as yearContests`
}
