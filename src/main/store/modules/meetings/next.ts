import type { Output } from '@shared/contract'
import { daysBetween } from '@shared/domain/dates'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'

/** Decisions shown of those that come to the meeting. */
const shown = 3

interface Next {
  id: number
  seriesId: number
  number: string
  series: string
  date: string
  time: string | null
  place: string
}

/** The next meeting of any series from today on. */
export async function nextMeeting(context: QueryContext): Promise<Output<'desk.meeting'>> {
  const { trx, today } = context
  const found = await sql<Next>`
    select meeting.id, seriesId, number, meetingSeries.name as series, date, time, meeting.place from meeting
    join meetingSeries on meetingSeries.id = seriesId
    where date >= ${today()} order by date, time is null, time, meeting.id limit 1`.execute(trx)
  const [meeting] = found.rows
  if (!meeting) return null
  const agenda = await trx
    .selectFrom('agendaItem')
    .select('title')
    .where('meetingId', '=', meeting.id)
    .orderBy('ord')
    .execute()
  const unfinished = await sql<Record<string, unknown>>`
    select * from (${decisionSource.select(context, wholeList)}) as list
    where seriesId = ${meeting.seriesId} and meetingDate < ${meeting.date} and state in ('overdue', 'soon', 'open', 'partial')
    order by state = 'overdue' desc, state = 'soon' desc, deadline is null, deadline, id`.execute(trx)
  return {
    id: meeting.id,
    title: `${meeting.series} № ${meeting.number}`,
    date: meeting.date,
    time: meeting.time,
    place: meeting.place,
    days: daysBetween(today(), meeting.date),
    agenda: agenda.map((item) => item.title),
    unfinished: {
      count: unfinished.rows.length,
      items: unfinished.rows.slice(0, shown).map((raw) => {
        const { id, text, state } = decisionSource.row(raw)
        return { id, text, state }
      }),
    },
  }
}
