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
  const { rows } = await sql<Record<string, unknown>>`
    select * from (${roadmapItemSource.select(context, wholeList)}) as list where state in ('overdue', 'soon')
      and not exists (select 1 from roadmapItem as part where part.parentUid = list.uid)
    order by state = 'overdue' desc, deadline, id`.execute(context.trx)
  return rows.map((raw) => {
    const row = roadmapItemSource.row(raw)
    return {
      kind: row.state === 'overdue' ? 'roadmap-overdue' : 'roadmap-soon',
      record: 'roadmap',
      id: row.roadmapId,
      uid: row.uid,
      title: row.number === '' ? row.title : `${row.number.replace(/\.$/u, '')}. ${row.title}`,
      detail: [row.executors, row.roadmap].filter(Boolean).join(' · '),
      date: shownDay(row.state, row.deadline, context.today()),
    }
  })
}
