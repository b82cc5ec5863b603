import { type OldPaperRow, oldPaperList } from '@shared/contract/old-papers'
import { sql } from 'kysely'
import type { ListSource } from '../lists/list'
import { duplicateSql } from './duplicates'

const savedSql = sql`case oldPaper.record
  when 'meeting' then (select meeting.id from meeting where meeting.id = oldPaper.recordId)
  when 'roadmap' then (select roadmap.id from roadmap where roadmap.id = oldPaper.recordId) end`

/** Papers that were brought in, whatever became of them. */
export const oldPaperSource: ListSource<OldPaperRow> = {
  spec: oldPaperList,
  sorted: ['file'],
  filled: ['file', 'state', 'readAt'],
  select: () => sql`
    select oldPaper.id, oldPaper.file, oldPaper.sortKey as "file$sort", oldPaper.kind, oldPaper.title, oldPaper.date,
      case when oldPaper.failure <> '' then 'failed' when ${savedSql} is not null then 'saved'
        when oldPaper.dismissed = 1 then 'dismissed' else 'review' end as state,
      oldPaper.unsure, oldPaper.unrecognised, oldPaper.failure, substr(oldPaper.readAt, 1, 10) as readAt, oldPaper.folder,
      ${savedSql} as recordId, oldPaper.norm, ${sql.raw(duplicateSql)}
    from oldPaper`,
  row: ({ duplicateId: _, ...raw }) => raw as unknown as OldPaperRow,
}
