import { listSpecs } from '@shared/contract/list-specs'
import { counted } from '@shared/domain/text/plural'
import type { Handlers } from '../module'
import { listRecord, listSource } from './all'
import { editRows, faultsOf } from './edit'
import { listGroups, listIds, listSums } from './summaries'
import { readViews, removeView, saveView } from './views'

/** What every list can do: groups, sums, typing into cells, saved views. */
export const listHandlers = {
  'lists.groups': (context, { list, query, by, search, limit }) =>
    listGroups(context, listSource(list), query, by, search, limit),
  'lists.sums': (context, { list, query, columns, from, count }) =>
    listSums(context, listSource(list), query, columns, from, count),
  'lists.ids': async (context, { list, query, from, count }) => ({
    ids: await listIds(context, listSource(list), query, from, count),
  }),

  'lists.preview': async (context, { list, rows, schoolYear }) => {
    const record = listRecord(list)
    const seen = { ...context, viewed: schoolYear }
    const judged: { faults: Awaited<ReturnType<typeof faultsOf>> }[] = []
    for (const row of rows) judged.push({ faults: await faultsOf(seen, record, row) })
    return { rows: judged }
  },
  'lists.edit': async (context, { list, rows, schoolYear }) => {
    const ids = await editRows({ ...context, viewed: schoolYear }, listRecord(list), rows)
    context.describe(titleOf(list, rows.length))
    return { ids }
  },
  'lists.remove': async (context, { list, ids }) => {
    const record = listRecord(list)
    for (const id of ids) await record.remove(context, id)
    context.describe(titleOf(list, ids.length))
    return { removed: ids.length }
  },

  'views.list': (context, { list }) => readViews(context, list),
  'views.save': (context, view) => saveView(context, view),
  'views.remove': (context, { id }) => removeView(context, id),
} satisfies Handlers

/** «Школы, 3 строки». */
function titleOf(list: string, rows: number): string {
  const title = listSpecs[list]?.title ?? list
  return `${title}, ${counted(rows, ['строка', 'строки', 'строк'])}`
}
