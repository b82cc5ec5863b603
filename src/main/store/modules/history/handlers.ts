import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { isJournaled, type TableInfo, tables } from '../../database/tables'
import type { Handlers } from '../../module'
import { deleted, removalOf } from './deleted'
import { authors, entryPage, feed } from './feed'
import { recordName, rootImage, rowName } from './names'
import { recordHistory } from './record'
import { applyDeltas, refuseErased } from './restore'
import { deltasOfField, deltasTo, previewOf } from './state'
import { stepsHandlers } from './steps'

/** The step from which on a record's changes are to be forgotten: the one named, or those after it. */
const since = ({ groupId, moment }: { groupId: number; moment: 'before' | 'after' }): number =>
  moment === 'before' ? groupId : groupId + 1

export const historyHandlers = {
  ...stepsHandlers,
  'history.feed': ({ raw }, query) => feed(raw, query),
  'history.authors': ({ raw }) => authors(raw),
  'history.entry': ({ raw }, { groupId, after, limit }) => entryPage(raw, groupId, after, limit),
  'history.record': ({ raw }, { record, id, before, limit }) => recordHistory(raw, record, id, { before, limit }),
  'history.preview': ({ raw }, input) => ({
    changes: previewOf(raw, input.record, deltasTo(raw, input.record, input.id, since(input))),
  }),

  'history.restoreField': async (context, input) => {
    const { raw } = context
    const { record, id, table, column, allowDuplicate } = input
    if (!isJournaled(table)) throw new AppError('invalid-input', `Таблицы «${table}» нет.`, 'table')
    refuseGone(context, record, id)
    const deltas = deltasOfField(raw, input, column)
    const info: TableInfo = tables[table]
    const field = column === null ? info.title : (info.columns[column] ?? info.title)
    const inside = info.owner === 'id' ? '' : rowName(raw, table, deltas[0]?.wanted ?? null)
    const saved = await applyDeltas(context, record, id, deltas, allowDuplicate)
    context.describe([recordName(raw, record, id).name, inside, field].filter((part) => part !== '').join(', '))
    return saved
  },

  'history.restoreRecord': async (context, input) => {
    const { record, id, allowDuplicate } = input
    refuseGone(context, record, id)
    const deltas = deltasTo(context.raw, record, id, since(input))
    if (deltas.some((delta) => delta.wanted === null && tables[delta.table].owner === 'id')) {
      throw new AppError('invalid-input', 'Тогда этой записи ещё не было. Если она не нужна, удалите её.')
    }
    return restored(context, record, id, () => applyDeltas(context, record, id, deltas, allowDuplicate))
  },

  'history.deleted': ({ raw }, query) => deleted(raw, query),
  'history.revive': async (context, { record, id, allowDuplicate }) => {
    const removal = removalOf(context.raw, record, id)
    if (!removal) throw new AppError('not-found', 'Среди удалённых такой записи нет: её уже вернули или её не было.')
    const deltas = deltasTo(context.raw, record, id, removal.groupId)
    return restored(context, record, id, () => applyDeltas(context, record, id, deltas, allowDuplicate))
  },
} satisfies Handlers

async function restored(
  context: CommandContext,
  record: string,
  id: number,
  work: () => Promise<SavedRecord>,
): Promise<SavedRecord> {
  const saved = await work()
  // Last: saving the record anew has named the step after itself.
  context.describe(recordName(context.raw, record, id).name)
  return saved
}

function refuseGone({ raw }: CommandContext, record: string, id: number): void {
  const { exists, name } = recordName(raw, record, id)
  if (!exists) throw new AppError('not-found', `${name}: этой записи сейчас нет. Верните её из удалённых.`)
  refuseErased(rootImage(raw, record, id))
}
