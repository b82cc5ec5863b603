import type { Parsed } from '@shared/contract'
import type { Condition } from '@shared/contract/exchange'
import { newUid } from '@shared/contract/fields'
import type { Transfer } from '@shared/contract/transfers'
import { formatDate } from '@shared/domain/dates'
import { fits } from '@shared/domain/substitutes'
import { AppError } from '@shared/errors'
import type { z } from 'zod'
import type { CommandContext, QueryContext } from '../../context'
import { insertRow, updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { editionOf, fundState } from '../../ledger/fund'
import { nameOfSide, refuseOverPromised } from '../../ledger/fund-check'

/** Promises of copies of a surplus to a need: made, prolonged, cancelled, turned into transfers. */

interface Ends {
  lotId: number
  fromSchoolId: number
  given: number
  condition: z.infer<typeof Condition>
  toSchoolId: number
  asked: number
  substitutes: number
}

/** @throws AppError `not-found` */
function endsOf({ raw }: QueryContext, surplusId: number, needId: number): Ends {
  const row = prepared<[number, number], Ends>(
    raw,
    `SELECT lotId, lot.schoolId AS fromSchoolId, lot.textbookId AS given, condition, need.schoolId AS toSchoolId,
       need.textbookId AS asked, substitutes
     FROM surplus JOIN lot ON lot.id = lotId, need WHERE surplus.id = ? AND need.id = ?`,
  ).get(surplusId, needId)
  if (!row) throw new AppError('not-found', 'Этого излишка или этой потребности больше нет. Обновите список.')
  return row
}

/** @throws AppError `not-enough`, `invalid-input`, `not-found` */
export function makeReservation(context: CommandContext, input: Parsed<'reservations.make'>): { id: number } {
  const { raw } = context
  const today = context.today()
  const { surplusId, needId, copies, expiresOn, note } = input
  const ends = endsOf(context, surplusId, needId)
  if (ends.fromSchoolId === ends.toSchoolId) {
    throw new AppError(
      'invalid-input',
      'Излишек и потребность — одной школы: передавать нечего. Поправьте одно из них.',
    )
  }
  const given = editionOf(raw, ends.given)
  const asked = editionOf(raw, ends.asked)
  if (!given || !asked || !fits(given, asked, ends.substitutes === 1)) {
    throw new AppError(
      'invalid-input',
      `${nameOfSide(raw, 'surplus', surplusId)} не подходит: нужен ${nameOfSide(raw, 'need', needId)}. Заменой может быть издание того же кода ФПУ, класса и предмета, и если школа согласна на замену.`,
    )
  }
  refuseExpired(context, expiresOn)
  const before = { surplus: fundState(raw, 'surplus', surplusId, today), need: fundState(raw, 'need', needId, today) }
  const id = insertRow(raw, 'reservation', {
    surplusId,
    needId,
    copies,
    madeOn: today,
    expiresOn,
    state: 'active',
    note,
  })
  refuseOverPromised(raw, today, 'surplus', surplusId, copies, before.surplus)
  refuseOverPromised(raw, today, 'need', needId, copies, before.need)
  context.describe(nameOfSide(raw, 'surplus', surplusId))
  return { id }
}

/** @throws AppError `invalid-input` */
function refuseExpired(context: CommandContext, expiresOn: string): void {
  if (expiresOn >= context.today()) return
  throw new AppError(
    'invalid-input',
    `Бронь до: ${formatDate(expiresOn, 'digits')} уже прошло. Впишите сегодняшний день или позже.`,
    'expiresOn',
  )
}

interface Stored {
  id: number
  revision: number
  surplusId: number
  needId: number
  copies: number
  expiresOn: string
  state: string
}

/** @throws AppError `not-found` */
function stored({ raw }: QueryContext, id: number): Stored {
  const row = prepared<[number], Stored>(
    raw,
    'SELECT id, revision, surplusId, needId, copies, expiresOn, state FROM reservation WHERE id = ?',
  ).get(id)
  if (!row) throw new AppError('not-found', 'Этой брони больше нет. Обновите список.')
  return row
}

/** Those that are not active are passed over: they hold nothing. */
export function cancelReservations(context: CommandContext, ids: readonly number[]): { cancelled: number } {
  let cancelled = 0
  for (const id of new Set(ids)) {
    const { state, revision, surplusId } = stored(context, id)
    if (state !== 'active') continue
    const row = { state: 'cancelled', closedOn: context.today(), revision: revision + 1 }
    updateRow(context.raw, 'reservation', { column: 'id', value: id }, row)
    cancelled++
    context.describe(cancelled === 1 ? nameOfSide(context.raw, 'surplus', surplusId) : String(cancelled))
  }
  return { cancelled }
}

/** An expired one is made to hold again, if its copies are still free. @throws AppError `locked`, `not-enough`, `invalid-input` */
export function extendReservation(context: CommandContext, id: number, expiresOn: string): void {
  const { raw } = context
  const today = context.today()
  const { state, revision, surplusId, needId, copies } = stored(context, id)
  if (state !== 'active') {
    throw new AppError(
      'locked',
      'Продлить можно только действующую или истёкшую бронь, а эта снята или уже в передаче.',
    )
  }
  refuseExpired(context, expiresOn)
  const before = { surplus: fundState(raw, 'surplus', surplusId, today), need: fundState(raw, 'need', needId, today) }
  updateRow(raw, 'reservation', { column: 'id', value: id }, { expiresOn, revision: revision + 1 })
  refuseOverPromised(raw, today, 'surplus', surplusId, copies, before.surplus)
  refuseOverPromised(raw, today, 'need', needId, copies, before.need)
  context.describe(nameOfSide(raw, 'surplus', surplusId))
}

/** One transfer for each pair of schools. @throws AppError `locked` for one that no longer holds */
export async function transferReserved(
  context: CommandContext,
  ids: readonly number[],
): Promise<{ transferIds: number[] }> {
  const byPair = new Map<string, Transfer>()
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
    const { state, expiresOn, surplusId, needId, copies } = stored(context, id)
    if (state !== 'active' || expiresOn < context.today()) {
      throw new AppError(
        'locked',
        `Бронь ${nameOfSide(context.raw, 'surplus', surplusId)} больше не действует. Уберите её из выбранных или продлите.`,
      )
    }
    const ends = endsOf(context, surplusId, needId)
    const pair = `${ends.fromSchoolId}-${ends.toSchoolId}`
    const transfer = byPair.get(pair) ?? blankTransfer(ends.fromSchoolId, ends.toSchoolId)
    byPair.set(pair, transfer)
    transfer.lines.push({
      uid: newUid(),
      lotId: ends.lotId,
      copies,
      condition: ends.condition,
      accounted: true,
      surplusId,
      needId,
      reservationId: id,
      planLineId: null,
      forTextbookId: ends.asked === ends.given ? null : ends.asked,
    })
  }
  const transferIds: number[] = []
  for (const transfer of byPair.values()) {
    transferIds.push((await context.run('transfers.save', { id: null, revision: null, transfer })).id)
  }
  return { transferIds }
}

const nobody = { name: '', position: '', attorney: '' }

const blankTransfer = (fromSchoolId: number, toSchoolId: number): Transfer => ({
  fromSchoolId,
  toSchoolId,
  term: 'permanent',
  dueBack: null,
  actNumber: '',
  actDate: null,
  giver: nobody,
  receiver: nobody,
  viaSchoolId: null,
  meetingId: null,
  note: '',
  lines: [],
})
