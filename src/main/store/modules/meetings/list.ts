import { type MeetingRow, meetingList } from '@shared/contract/meetings'
import { sql } from 'kysely'
import { decisionSource } from '../../lists/decisions'
import { type ListSource, wholeList } from '../../lists/list'

/** Meetings of the chosen school year, or all. */
export const meetingSource: ListSource<MeetingRow> = {
  spec: meetingList,
  sorted: [],
  select(context, query) {
    return sql`
      select meeting.id, number, date, time, meetingSeries.name as series, association.shortName as association, theme,
        meeting.place, nullif(format, 'none') as format, attendanceCount as present, meeting.norm || ' ' || ru_norm(meetingSeries.name) as norm, state,
        (select count(*) from agendaItem where meetingId = meeting.id) as items,
        (select count(*) from decision where meetingId = meeting.id) as decisions,
        (select count(*) from (${decisionSource.select(context, wholeList)}) as own
          where own.meetingId = meeting.id and own.state = 'overdue') as overdue
      from meeting
      join meetingSeries on meetingSeries.id = meeting.seriesId
      join association on association.id = meetingSeries.associationId
      ${query.schoolYear === null ? sql`` : sql`where meeting.schoolYear = ${query.schoolYear}`}`
  },
  row: (raw) => raw as unknown as MeetingRow,
}
