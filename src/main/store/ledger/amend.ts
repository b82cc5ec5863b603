import type { LotKey, MovementKind } from '@shared/contract/holdings'
import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { updateRow } from '../database/aggregate'
import { prepared } from '../database/prepared'
import { booksOf, refuseMissing, shortage } from './book'
import { ensureLot, findLot } from './lots'

/** What a movement is to be. */
export interface Amended {
  /** ISO. */
  date: string
  kind: MovementKind
  /** Signed. */
  copies: number
  document: string
  note: string
}

/** Changes a movement of no act; its lot may become another. @throws AppError `not-enough` */
export function amend(raw: Sqlite, id: number, key: LotKey, movement: Amended): void {
  refuseAmendment(raw, id, key, movement)
  updateRow(raw, 'movement', { column: 'id', value: id }, { lotId: ensureLot(raw, key), ...movement })
}

/** Whether a movement, new (`id` null) or changed, could be booked so; nothing is written. @throws AppError `not-enough` */
export function refuseAmendment(raw: Sqlite, id: number | null, key: LotKey, { date, copies }: Amended): void {
  const lotId = findLot(raw, key)?.id ?? null
  if (id === null) {
    if (copies >= 0) return
    if (lotId === null) throw shortage(raw, key, date, 0, -copies)
    refuseMissing(raw, lotId, date, -copies)
    return
  }
  const before = prepared<[number], { lotId: number; schoolId: number; textbookId: number }>(
    raw,
    'SELECT lotId, schoolId, textbookId FROM movement JOIN lot ON lot.id = lotId WHERE movement.id = ?',
  ).get(id)
  if (!before) throw new AppError('not-found', 'Этого движения уже нет.')
  if (before.lotId === lotId) {
    refuseBelowZero(raw, key, [...movementsBut(raw, lotId, id), { date, copies }])
    return
  }
  refuseBelowZero(raw, before, movementsBut(raw, before.lotId, id))
  refuseBelowZero(raw, key, [...(lotId === null ? [] : movementsBut(raw, lotId, id)), { date, copies }])
}

interface Dated {
  date: string
  copies: number
}

const movementsBut = (raw: Sqlite, lotId: number, id: number): Dated[] =>
  prepared<[number, number], Dated>(raw, 'SELECT date, copies FROM movement WHERE lotId = ? AND id <> ?').all(lotId, id)

/** What comes and goes on one day is one change. @throws AppError `not-enough` naming the first day that would lack copies */
function refuseBelowZero(raw: Sqlite, key: Pick<LotKey, 'schoolId' | 'textbookId'>, movements: readonly Dated[]): void {
  const changes = new Map<string, number>()
  for (const { date, copies } of movements) changes.set(date, (changes.get(date) ?? 0) + copies)
  let balance = 0
  for (const [date, copies] of [...changes].sort(([one], [other]) => (one < other ? -1 : 1))) {
    balance += copies
    if (balance >= 0) continue
    const missing = counted(-balance, ['экземпляра', 'экземпляров', 'экземпляров'])
    throw new AppError(
      'not-enough',
      `${booksOf(raw, key)}: на ${formatDate(date, 'digits')} не хватило бы ${missing}. Проверьте число экземпляров и дату: позже эти книги уже выбыли.`,
      'copies',
    )
  }
}
