import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { type FundState, fundState } from '../../ledger/fund'

/** Rules that surpluses and needs share. */

const words = {
  surplus: { one: 'излишек', rest: 'Такой излишек этой школы уже заявлен' },
  need: { one: 'потребность', rest: 'Такая потребность этой школы уже заявлена' },
} as const

/** @throws AppError `not-enough` when fewer copies would stand than are promised and given */
export function refuseBelowPromised(
  { raw, today }: QueryContext,
  side: 'surplus' | 'need',
  id: number | null,
  copies: number,
): FundState | undefined {
  const state = id === null ? undefined : fundState(raw, side, id, today())
  const least = (state?.reserved ?? 0) + (state?.transferred ?? 0)
  if (copies < least) {
    throw new AppError(
      'not-enough',
      `Экземпляров: ${formatNumber(copies)} — меньше, чем уже в бронях и передачах (${formatNumber(least)}). Снимите бронь или отмените передачу либо впишите не меньше ${formatNumber(least)}.`,
      'copies',
    )
  }
  return state
}

/** @throws AppError `in-use`, `locked` */
export function refuseMoved(state: FundState | undefined, side: 'surplus' | 'need', used: boolean): void {
  if (!state || !used) return
  throw new AppError(
    'locked',
    `По этой записи уже есть брони или передачи: школу и учебник в ней не сменить. Добавьте новую запись (${words[side].one}), а у этой поставьте «отозвано».`,
  )
}

/** Of twins one is enough while it has something left. @throws AppError `duplicate` */
export function refuseTwin(
  { raw, today }: QueryContext,
  side: 'surplus' | 'need',
  id: number | null,
  ids: readonly number[],
): void {
  for (const twin of ids) {
    if (twin === id || !fundState(raw, side, twin, today())?.left) continue
    throw new AppError(
      'duplicate',
      `${words[side].rest} (строка № ${twin}). Исправьте число экземпляров в ней.`,
      side === 'surplus' ? 'surplus.textbookId' : 'need.textbookId',
    )
  }
}

/** Whether anything was ever reserved or given by it, cancelled or not. */
export function isUsed({ raw }: QueryContext, side: 'surplus' | 'need', id: number): boolean {
  const column = `${side}Id`
  return (
    prepared(
      raw,
      `SELECT 1 FROM reservation WHERE ${column} = @id UNION ALL SELECT 1 FROM transferLine WHERE ${column} = @id LIMIT 1`,
    ).get({ id }) !== undefined
  )
}

/** @throws AppError `not-found` */
export function refuseUnknown({ raw }: QueryContext, table: 'school' | 'textbook', id: number, path: string): void {
  if (prepared<[number], object>(raw, `SELECT 1 FROM ${table} WHERE id = ?`).get(id)) return
  throw new AppError('not-found', table === 'school' ? 'Этой школы больше нет.' : 'Этого учебника больше нет.', path)
}

/** @throws AppError `invalid-input` */
export function refuseDays(since: string, until: string | null): void {
  if (until === null || until >= since) return
  throw new AppError('invalid-input', 'Действует до: эта дата раньше, чем «Заявлено». Исправьте одну из них.', 'until')
}
