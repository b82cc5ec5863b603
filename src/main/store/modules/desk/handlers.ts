import type { Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { deskSources } from '../../desk/all'
import type { DeskEntry } from '../../desk/source'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'
import { roadmapItemSource } from '../../lists/roadmaps'
import type { Handlers } from '../../module'

export const deskHandlers = {
  'desk.overview': async (context, { shown }) => {
    const groups = new Map<string, DeskEntry[]>()
    for (const source of deskSources) {
      for (const entry of await source.items(context)) {
        const group = groups.get(entry.kind)
        if (group) group.push(entry)
        else groups.set(entry.kind, [entry])
      }
    }
    return {
      groups: [...groups].map(([kind, entries]) => ({
        kind,
        count: entries.length,
        items: entries.slice(0, shown).map(({ kind: _, ...item }) => item),
      })),
      counts: countsOf(context),
    }
  },

  'desk.year': async (context, { schoolYear }) => {
    const query = { ...wholeList, schoolYear }
    const decisions = await sql<Progress>`
      with judged as materialized (select state from (${decisionSource.select(context, query)}))
      ${progress} where state <> 'standing'`.execute(context.trx)
    const roadmaps = await sql<Progress>`
      with judged as materialized (
        select json_extract(status, '$.state') as state from (${roadmapItemSource.select(context, query)}) where not part)
      ${progress}`.execute(context.trx)
    const none: Progress = { total: 0, done: 0, overdue: 0 }
    return { decisions: decisions.rows[0] ?? none, roadmaps: roadmaps.rows[0] ?? none }
  },

  'desk.done': async (context, { kind, id, uid }) => {
    const step = deskSources.find((source) => source.kinds.includes(kind))?.done?.[kind]
    if (!step) {
      throw new AppError('invalid-input', 'С рабочего стола это не отметить: откройте запись и отметьте в ней.', 'kind')
    }
    await step(context, id, uid)
    return {}
  },
} satisfies Handlers

type Progress = Output<'desk.year'>['decisions']

/** Of `judged`, where each has been judged once: a state asked for twice is worked out twice. */
const progress = sql`
  select count(*) as total, coalesce(sum(state = 'done'), 0) as done, coalesce(sum(state = 'overdue'), 0) as overdue from judged`

function countsOf({ raw }: QueryContext): Output<'desk.overview'>['counts'] {
  return prepared<[], Output<'desk.overview'>['counts']>(
    raw,
    `SELECT (SELECT count(*) FROM school WHERE state = 'active') AS schools,
       (SELECT count(*) FROM librarian WHERE erased = 0) AS librarians,
       (SELECT count(*) FROM meeting) AS meetings`,
  ).get() as Output<'desk.overview'>['counts']
}
