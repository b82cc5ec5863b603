import { type View, ViewState } from '@shared/contract/grid'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../context'
import { insertRow, updateRow } from '../database/aggregate'
import { listSource } from './all'

/** Views of a list in the order they were made. A column the list no longer has is passed over by the grid. */
export function readViews(context: QueryContext, list: string): View[] {
  return context.raw
    .prepare<[string], { id: number; list: string; name: string; state: string }>(
      'SELECT id, list, name, state FROM view WHERE list = ? ORDER BY id',
    )
    .all(list)
    .map((row) => ({ ...row, state: ViewState.parse(JSON.parse(row.state)) }))
}

/** @throws AppError `duplicate`, `not-found`, `invalid-input` for a list there is not */
export function saveView(
  context: CommandContext,
  { id, list, name, state }: { id: number | null; list: string; name: string; state: ViewState },
): { id: number } {
  const { title } = listSource(list).spec
  const nameKey = normKey(name)
  const twin = context.raw
    .prepare<[string, string, number], { id: number }>('SELECT id FROM view WHERE list = ? AND nameKey = ? AND id <> ?')
    .get(list, nameKey, id ?? 0)
  if (twin) throw new AppError('duplicate', `Вид «${name}» в списке «${title}» уже есть. Назовите этот иначе.`, 'name')
  context.describe(`${title}, «${name}»`)
  const row = { list, name, nameKey, state: JSON.stringify(state) }
  if (id === null) return { id: insertRow(context.raw, 'view', row) }
  if (!context.raw.prepare('SELECT 1 FROM view WHERE id = ?').get(id)) throw gone()
  updateRow(context.raw, 'view', { column: 'id', value: id }, row)
  return { id }
}

/** @throws AppError `not-found` */
export function removeView(context: CommandContext, id: number): Record<string, never> {
  const { changes } = context.raw.prepare('DELETE FROM view WHERE id = ?').run(id)
  if (changes === 0) throw gone()
  return {}
}

const gone = (): AppError => new AppError('not-found', 'Этого вида списка больше нет.')
