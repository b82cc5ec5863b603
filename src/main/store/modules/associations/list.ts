import { type AssociationRow, associationList } from '@shared/contract/associations'
import { sql } from 'kysely'
import { listDay } from '../../lists/day'
import type { ListSource } from '../../lists/list'

/** Associations with the theme and meetings of the chosen school year. */
export const associationSource: ListSource<AssociationRow> = {
  spec: associationList,
  sorted: ['shortName'],
  filled: ['shortName'],
  select(context, query) {
    const year = query.schoolYear ?? context.schoolYear()
    const on = listDay(context, query.schoolYear)
    return sql`
      select association.id, shortName, name, kind, headName as head, secretaryName as secretary, headPosition, secretaryPosition, note, norm, sortKey as "shortName$sort",
        coalesce((select theme from associationTheme where associationId = association.id and schoolYear = ${year}), '') as theme,
        coalesce((select aim from associationTheme where associationId = association.id and schoolYear = ${year}), '') as aim,
        coalesce((select tasks from associationTheme where associationId = association.id and schoolYear = ${year}), '') as tasks,
        (select count(*) from associationSchool where associationId = association.id) as schools,
        (select count(distinct librarianId) from associationMember where associationId = association.id
          and ("from" is null or "from" <= ${on}) and ("to" is null or "to" >= ${on})) as members,
        (select count(*) from meeting join meetingSeries on meetingSeries.id = seriesId
          where associationId = association.id and schoolYear = ${year}) as meetings
      from association`
  },
  row: (raw) => raw as unknown as AssociationRow,
}
