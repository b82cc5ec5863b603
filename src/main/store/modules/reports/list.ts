import { type ReportRow, reportList } from '@shared/contract/reports'
import { sql } from 'kysely'
import type { ListSource } from '../../lists/list'

export const reportSource: ListSource<ReportRow> = {
  spec: reportList,
  sorted: ['title'],
  normed: ['title'],
  filled: ['title', 'schoolYear', 'state'],
  select: () => sql`
    select report.id, report.title, report.sortKey as "title$sort", report.nameKey as "title$norm", report.schoolYear,
      coalesce(association.shortName, '') as association, report.state, report.submittedOn,
      (select count(*) from reportSection where reportId = report.id and hidden = 0) as sections,
      report.note, report.norm
    from report left join association on association.id = report.associationId`,
  row: (raw) => raw as unknown as ReportRow,
}
