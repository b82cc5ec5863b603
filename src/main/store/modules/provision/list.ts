import { type ProvisionRow, provisionList } from '@shared/contract/provision'
import { sql } from 'kysely'
import type { ListSource } from '../../lists/list'
import { keptHolds } from '../../provision/keep'
import { workedOut } from '../../provision/worked-out'

/**
 * Provision of the school year asked for, or of the profile's. This year and the next are read from the kept table; any other
 * year, and a day on which what is kept does not hold, is worked out for the answer.
 */
export const provisionSource: ListSource<ProvisionRow> = {
  spec: provisionList,
  sorted: ['school', 'subject'],
  normed: ['school', 'subject'],
  filled: [
    'school',
    'grade',
    'subject',
    'students',
    'usable',
    'deficit',
    'surplus',
    'expired',
    'nextStudents',
    'nextUsable',
    'nextDeficit',
    'nextSurplus',
    'state',
  ],
  select(context, query) {
    const year = query.schoolYear ?? context.schoolYear()
    const today = context.today()
    const rows = keptHolds(context.raw, year, today)
      ? sql`provision where schoolYear = ${year}`
      : sql`provision_rows(${workedOut(context.raw, year, today)})`
    return sql`
      select id, schoolId, subjectId, grade, students, nextStudents, usable, expired, nextUsable,
        deficit, surplus, nextDeficit, nextSurplus,
        case when students > 0 then cast(usable * 100 / students as integer) end as coefficient,
        case when deficit > 0 then 'short' when surplus > 0 then 'spare' when students > 0 then 'enough'
          when usable > 0 then 'unknown' else 'idle' end as state,
        schoolSort as "school$sort", subjectSort as "subject$sort",
        (select shortName from school where school.id = schoolId) as school,
        (select nameKey from school where school.id = schoolId) as "school$norm",
        (select name from subject where subject.id = subjectId) as subject,
        (select nameKey from subject where subject.id = subjectId) as "subject$norm", '' as norm
      from ${rows}`
  },
  keys: ['schoolId', 'subjectId'],
  through: () => ({
    school: { by: 'schoolId', rows: sql`select id, shortName as school, nameKey as "school$norm" from school` },
    subject: { by: 'subjectId', rows: sql`select id, name as subject, nameKey as "subject$norm" from subject` },
  }),
  beside: (like) => sql`(schoolId in (select id from school where ${like(sql`school.norm`)})
    or subjectId in (select id from subject where ${like(sql`subject.norm`)}))`,
  row: (raw) => raw as unknown as ProvisionRow,
}
