import { newUid } from '@shared/contract/fields'
import { formatDate } from '@shared/domain/dates'
import { type Kysely, sql } from 'kysely'
import type { QueryContext } from '../../context'
import type { Database } from '../../database/schema'
import type { DeskEntry, DeskSource } from '../../desk/source'
import { shownDay } from '../../desk/source'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'

/** Decisions whose time has come, and protocols of past meetings that nobody has signed. */
export const meetingDesk: DeskSource = {
  kinds: ['decision-overdue', 'decision-soon', 'draft-meeting'],
  items: async (context) => [...(await decisions(context)), ...(await drafts(context.trx, context.today()))],
  done: { 'decision-overdue': markDone, 'decision-soon': markDone },
}

async function decisions(context: QueryContext): Promise<DeskEntry[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from (${decisionSource.select(context, wholeList)}) as list where state in ('overdue', 'soon')
    order by state = 'overdue' desc, deadline, id`.execute(context.trx)
  return rows.map((raw) => {
    const row = decisionSource.row(raw)
    return {
      kind: row.state === 'overdue' ? 'decision-overdue' : 'decision-soon',
      record: 'decision',
      id: row.id,
      uid: null,
      title: row.text,
      detail: [row.addressees, `${row.meeting} от ${formatDate(row.meetingDate, 'digits')}`]
        .filter(Boolean)
        .join(' · '),
      date: shownDay(row.state, row.deadline, context.today()),
    }
  })
}

async function drafts(trx: Kysely<Database>, day: string): Promise<DeskEntry[]> {
  const { rows } = await sql<{ id: number; number: string; series: string; date: string }>`
    select meeting.id, number, meetingSeries.name as series, date from meeting
    join meetingSeries on meetingSeries.id = seriesId
    where meeting.state = 'draft' and date < ${day} order by date, meeting.id`.execute(trx)
  return rows.map((row) => ({
    kind: 'draft-meeting',
    record: 'meeting',
    id: row.id,
    uid: null,
    title: `${row.series} № ${row.number}`,
    detail: `протокол не подписан, заседание было ${formatDate(row.date, 'digits')}`,
    date: row.date,
  }))
}

/** The decision as a whole is done today; the marks it has stay. */
async function markDone(context: Parameters<NonNullable<DeskSource['done']>[string]>[0], id: number): Promise<void> {
  const { executions } = await context.ask('decisions.get', { id })
  const mark = {
    uid: newUid(),
    addresseeUid: null,
    state: 'done',
    on: context.today(),
    evidence: '',
    note: '',
  } as const
  await context.run('decisions.mark', { id, executions: [...executions, mark] })
}
