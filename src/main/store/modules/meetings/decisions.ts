import type { AgendaItem, DecisionDetails, Execution, MeetingRecord } from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { syncRows } from '../../database/aggregate'
import { decisionSource } from '../../lists/decisions'
import { listWindow, wholeList } from '../../lists/list'
import type { Handlers } from '../../module'
import { readDecisions, readMeeting } from './read'
import { meetingTitle } from './write'

export const decisionHandlers = {
  'decisions.list': (context, query) => listWindow(context, decisionSource, query),
  'decisions.get': (context, { id }) => readDecision(context, id),

  'decisions.mark': async (context, { id, executions }) => {
    const { decision, number, meetingId, meetingDate } = await readDecision(context, id)
    context.describe(`решение ${number}`)
    const addressees = new Set(decision.addressees.map((one) => one.uid))
    for (const [index, mark] of executions.entries()) {
      if (mark.addresseeUid !== null && !addressees.has(mark.addresseeUid)) {
        throw new AppError(
          'invalid-input',
          'Отметка об исполнении: такого адресата у решения нет.',
          `executions.${index}.addresseeUid`,
        )
      }
      if (mark.on < meetingDate) {
        throw new AppError(
          'invalid-input',
          'Дата исполнения раньше самого заседания. Проверьте дату.',
          `executions.${index}.on`,
        )
      }
    }
    // Rows of one meeting's executions are synced whole: others' marks go back as they are.
    const others = await context.trx
      .selectFrom('execution')
      .selectAll()
      .where('meetingId', '=', meetingId)
      .where('decisionUid', '<>', decision.uid)
      .orderBy('ord')
      .execute()
    syncRows(context.raw, 'execution', { column: 'meetingId', id: meetingId }, [
      ...others.map(({ ord: _, ...row }) => row),
      ...executions.map((mark) => ({ ...mark, decisionUid: decision.uid })),
    ])
    return {}
  },

  'meetings.unfinished': async (context, { seriesId, before }) => {
    const rows = await sql<Record<string, unknown>>`
      select * from (${decisionSource.select(context, wholeList)}) as list
      where meetingDate < ${before} and state in ('overdue', 'soon', 'open', 'partial')
        ${seriesId === null ? sql`` : sql`and seriesId = ${seriesId}`}
      order by meetingDate desc, ord`.execute(context.trx)
    return rows.rows.map((row) => decisionSource.row(row))
  },
} satisfies Handlers

async function readDecision(context: QueryContext, id: number): Promise<DecisionDetails> {
  const row = await context.trx
    .selectFrom('decision')
    .select(['meetingId', 'uid'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', `Решения с номером ${id} нет.`)
  const record = await readMeeting(context.trx, row.meetingId)
  const decisions = await readDecisions(context.trx, row.meetingId)
  const own = decisions.find((one) => one.id === id)
  if (!own) throw new Error(`Decision ${id} is not among those of meeting ${row.meetingId}`)
  const listed = await sql<Record<string, unknown>>`
    select * from (${decisionSource.select(context, wholeList)}) as list where id = ${id}`.execute(context.trx)
  const [listRow] = listed.rows.map((one) => decisionSource.row(one))
  if (!listRow) throw new Error(`Decision ${id} is not in its list`)
  const executions = await context.trx
    .selectFrom('execution')
    .selectAll()
    .where('decisionUid', '=', row.uid)
    .orderBy('ord')
    .execute()
  const carried = await context.trx
    .selectFrom('decision')
    .innerJoin('meeting', 'meeting.id', 'decision.meetingId')
    .select(['meeting.id', 'meeting.number', 'meeting.date'])
    .where('carriedFrom', '=', row.uid)
    .execute()
  return {
    id,
    meetingId: row.meetingId,
    number: listRow.number,
    meeting: listRow.meeting,
    meetingDate: record.meeting.date,
    decision: own.decision,
    itemTitle: itemOf(record, own.itemUid)?.title ?? null,
    state: listRow.state,
    executions: executions.map(
      (one): Execution => ({
        uid: one.uid,
        addresseeUid: one.addresseeUid,
        state: one.state as Execution['state'],
        on: one.on,
        evidence: one.evidence,
        note: one.note,
      }),
    ),
    carriedTo: carried.map((one) => ({ meetingId: one.id, text: `Протокол ${meetingTitle(one)}` })),
  }
}

function itemOf(record: MeetingRecord, uid: string | null): AgendaItem | undefined {
  return record.meeting.agenda.find((item) => item.uid === uid)
}
