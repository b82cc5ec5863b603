import { formatDate } from '@shared/domain/dates'
import { sql } from 'kysely'
import type { CalendarSource, Dated, Days } from '../../calendar/source'
import type { QueryContext } from '../../context'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'

export const meetingCalendar: CalendarSource = { meeting: meetings, decision: decisions }

interface Meeting {
  id: number
  number: string
  series: string
  date: string
  time: string | null
  place: string
  theme: string
}

async function meetings({ trx, today }: QueryContext, { from, to }: Days): Promise<Dated[]> {
  const { rows } = await sql<Meeting>`
    select meeting.id, number, meetingSeries.name as series, date, time, meeting.place, meeting.theme from meeting
    join meetingSeries on meetingSeries.id = seriesId where date between ${from} and ${to} order by date, meeting.id`.execute(
    trx,
  )
  return rows.map(({ id, number, series, date, time, place, theme }) => ({
    record: 'meeting',
    id,
    uid: null,
    title: `${series} № ${number}`,
    detail: [theme, place].filter(Boolean).join(' · '),
    from: date,
    to: date,
    time,
    state: date < today() ? 'done' : 'ahead',
  }))
}

/** On the last day of each term that has one; what repeats has no day of its own. */
async function decisions(context: QueryContext, { from, to }: Days): Promise<Dated[]> {
  const { rows } = await sql<Record<string, unknown> & { last: string }>`
    select list.*, term."to" as last from decisionDue as term
    join (${decisionSource.select(context, wholeList)}) as list on list.uid = term.decisionUid
    where term."to" between ${from} and ${to} and term.recurrence is null order by term."to", list.id`.execute(
    context.trx,
  )
  const today = context.today()
  return rows.map(({ last, ...raw }) => {
    const row = decisionSource.row(raw)
    return {
      record: 'decision',
      id: row.id,
      uid: null,
      title: row.text,
      detail: [row.addressees, `${row.meeting} от ${formatDate(row.meetingDate, 'digits')}`]
        .filter(Boolean)
        .join(' · '),
      from: last,
      to: last,
      time: null,
      state: row.state === 'done' ? 'done' : row.state === 'overdue' && last < today ? 'late' : 'ahead',
    }
  })
}
