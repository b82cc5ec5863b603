import type { RoadmapItemRow } from '@shared/contract/roadmaps'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import type { DeskEntry, DeskSource } from '../../desk/source'
import { shownDay } from '../../desk/source'
import { wholeList } from '../../lists/list'
import { roadmapItemSource } from '../../lists/roadmaps'

type Step = NonNullable<DeskSource['done']>[string]

const markDone: Step = async (context, id, uid) => {
  if (uid === null) throw new AppError('invalid-input', 'Пункт не назван: откройте дорожную карту и отметьте его там.')
  const mark = { state: 'done', on: context.today(), movedTo: null, evidence: '', note: '' } as const
  await context.run('roadmaps.markMany', { id, itemUids: [uid], mark })
}

/** Items whose time has come; where sub-events have their own, those are told of, not the item over them. */
export const roadmapDesk: DeskSource = {
  kinds: ['roadmap-overdue', 'roadmap-soon'],
  items: (context) => items(context),
  done: { 'roadmap-overdue': markDone, 'roadmap-soon': markDone },
}

async function items(context: QueryContext): Promise<DeskEntry[]> {
  const all = sql`(${roadmapItemSource.select(context, wholeList)})`
  // Each is judged once, and only those that are told of are read whole.
  const { rows: due } = await sql<Due>`
    with judged as materialized (select id, status from ${all}),
      told as materialized (select id, json_extract(status, '$.state') as state, json_extract(status, '$.deadline') as deadline from judged)
    select * from told where state in ('overdue', 'soon')
    order by state = 'overdue' desc, deadline, id`.execute(context.trx)
  const { rows } = await sql<Item>`
    select id, uid, roadmapId, number, title, executors, roadmap from ${all} as list
    where id in (select value from json_each(${JSON.stringify(due.map(({ id }) => id))}))
      and not exists (select 1 from roadmapItem as part where part.roadmapId = list.roadmapId and part.parentUid = list.uid)`.execute(
    context.trx,
  )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return due.flatMap(({ id, state, deadline }) => {
    const row = byId.get(id)
    if (!row) return []
    return {
      kind: state === 'overdue' ? 'roadmap-overdue' : 'roadmap-soon',
      record: 'roadmap',
      id: row.roadmapId,
      uid: row.uid,
      title: row.number === '' ? row.title : `${row.number.replace(/\.$/u, '')}. ${row.title}`,
      detail: [row.executors, row.roadmap].filter(Boolean).join(' · '),
      date: shownDay(state, deadline, context.today()),
    }
  })
}

type Due = Pick<RoadmapItemRow, 'id' | 'state' | 'deadline'>
type Item = Pick<RoadmapItemRow, 'id' | 'uid' | 'roadmapId' | 'number' | 'title' | 'executors' | 'roadmap'>
