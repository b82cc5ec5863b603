import { newUid } from '@shared/contract/fields'
import type { DecisionRow } from '@shared/contract/meetings'
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
  const all = sql`(${decisionSource.select(context, wholeList)})`
  // Each is judged once, and only those that are told of are read whole.
  const { rows: due } = await sql<Pick<DecisionRow, 'id' | 'state'>>`
    with judged as materialized (select id, state from ${all})
    select id, state from judged where state in ('overdue', 'soon')`.execute(context.trx)
  const states = new Map(due.map(({ id, state }) => [id, state]))
  const { rows } = await sql<Told>`
    select id, text, addressees, meeting, meetingDate, deadline from ${all} as list
    where id in (select value from json_each(${JSON.stringify([...states.keys()])})) order by deadline, id`.execute(
    context.trx,
  )
  const entries = (state: 'overdue' | 'soon'): DeskEntry[] =>
    rows
      .filter(({ id }) => states.get(id) === state)
      .map((row) => ({
        kind: `decision-${state}`,
        record: 'decision',
        id: row.id,
        uid: null,
        title: row.text,
        detail: [row.addressees, `${row.meeting} от ${formatDate(row.meetingDate, 'digits')}`]
          .filter(Boolean)
          .join(' · '),
        date: shownDay(state, row.deadline, context.today()),
      }))
  return [...entries('overdue'), ...entries('soon')]
}

type Told = Pick<DecisionRow, 'id' | 'text' | 'addressees' | 'meeting' | 'meetingDate' | 'deadline'>

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
