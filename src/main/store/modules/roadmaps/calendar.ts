import { sql } from 'kysely'
import type { CalendarSource, Dated, Days } from '../../calendar/source'
import type { QueryContext } from '../../context'
import { wholeList } from '../../lists/list'
import { roadmapItemSource } from '../../lists/roadmaps'

export const roadmapCalendar: CalendarSource = { 'roadmap-item': items }

/** Terms of items and sub-events, periods from their first day; what repeats is seen in the paper's own year. */
async function items(context: QueryContext, { from, to }: Days): Promise<Dated[]> {
  const { rows } = await sql<Record<string, unknown> & { first: string; last: string }>`
    select list.*, coalesce(term."from", term."to") as first, term."to" as last from roadmapDue as term
    join (${roadmapItemSource.select(context, wholeList)}) as list on list.uid = term.itemUid
    where term."to" >= ${from} and coalesce(term."from", term."to") <= ${to} and term.recurrence is null
    order by first, list.roadmapId, list.id`.execute(context.trx)
  const today = context.today()
  return rows.map(({ first, last, ...raw }) => {
    const row = roadmapItemSource.row(raw)
    return {
      record: 'roadmap',
      id: row.roadmapId,
      uid: row.uid,
      title: row.number === '' ? row.title : `${row.number.replace(/\.$/u, '')}. ${row.title}`,
      detail: [row.executors, row.roadmap].filter(Boolean).join(' · '),
      from: first,
      to: last,
      time: null,
      state: row.state === 'done' ? 'done' : row.state === 'overdue' && last < today ? 'late' : 'ahead',
    }
  })
}
