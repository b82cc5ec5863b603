import type { LotKey, MovementKind } from '@shared/contract/holdings'
import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { insertRow } from '../database/aggregate'
import { prepared } from '../database/prepared'
import { availableOn, lotById } from './lots'

/**
 * The one way copies come and go: every module that moves books (holdings, transfers, write-off) books through here. What
 * may not be is refused with a sentence before the ledger's own triggers would refuse it without one.
 */
export interface Booking {
  lotId: number
  /** ISO. */
  date: string
  kind: MovementKind
  /** Signed, never 0. */
  copies: number
  document?: string
  note?: string
  transferLineId?: number
  writeOffLineId?: number
  /** The movement this one takes back; `kind` is then `reversal`. */
  reversesId?: number
}

/** Answers the movement's id. @throws AppError `not-enough` when the balance would be below zero on some day */
export function book(raw: Sqlite, booking: Booking): number {
  if (booking.copies < 0) refuseMissing(raw, booking.lotId, booking.date, -booking.copies)
  return insertRow(raw, 'movement', {
    lotId: booking.lotId,
    date: booking.date,
    kind: booking.kind,
    copies: booking.copies,
    document: booking.document ?? '',
    note: booking.note ?? '',
    transferLineId: booking.transferLineId ?? null,
    writeOffLineId: booking.writeOffLineId ?? null,
    reversesId: booking.reversesId ?? null,
  })
}

/** @throws AppError `not-enough` */
export function refuseMissing(raw: Sqlite, lotId: number, date: string, copies: number): void {
  const available = availableOn(raw, lotId, date)
  if (available >= copies) return
  const key = lotById(raw, lotId) ?? { schoolId: 0, textbookId: 0 }
  throw shortage(raw, key, date, available, copies)
}

/** So many are needed on the day, and only `available` can go. */
export function shortage(
  raw: Sqlite,
  key: Pick<LotKey, 'schoolId' | 'textbookId'>,
  date: string,
  available: number,
  copies: number,
): AppError {
  const there =
    available === 0
      ? 'нет ни одного экземпляра'
      : `есть только ${counted(available, ['экземпляр', 'экземпляра', 'экземпляров'])}`
  return new AppError(
    'not-enough',
    `${booksOf(raw, key)}: на ${formatDate(date, 'digits')} ${there}, а нужно ${copies}. Уменьшите число экземпляров, измените дату или сначала внесите поступление.`,
    'copies',
  )
}

/** «Алгебра. 7 класс», СОШ № 3. */
export function booksOf(raw: Sqlite, key: Pick<LotKey, 'schoolId' | 'textbookId'>): string {
  const one = prepared<[number, number], { school: string; title: string }>(
    raw,
    'SELECT shortName AS school, label AS title FROM school, textbook WHERE school.id = ? AND textbook.id = ?',
  ).get(key.schoolId, key.textbookId)
  return `«${one?.title ?? ''}», ${one?.school ?? ''}`
}

/** Takes a movement away as if it had never been. @throws AppError `not-enough` when what came by it has since gone */
export function unbook(raw: Sqlite, movementId: number): void {
  const movement = prepared<[number], { lotId: number; date: string; copies: number }>(
    raw,
    'SELECT lotId, date, copies FROM movement WHERE id = ?',
  ).get(movementId)
  if (!movement) throw new AppError('not-found', 'Этого движения уже нет.')
  if (movement.copies > 0) refuseMissing(raw, movement.lotId, movement.date, movement.copies)
  prepared<[number]>(raw, 'DELETE FROM movement WHERE id = ?').run(movementId)
}

/** Books the opposite of a movement: after an act, nothing is taken away. Answers its id. @throws AppError `not-enough`, `duplicate` */
export function reverse(raw: Sqlite, movementId: number, date: string, note: string): number {
  const movement = prepared<
    [number],
    { lotId: number; copies: number; document: string; transferLineId: number | null; writeOffLineId: number | null }
  >(raw, 'SELECT lotId, copies, document, transferLineId, writeOffLineId FROM movement WHERE id = ?').get(movementId)
  if (!movement) throw new AppError('not-found', 'Этого движения уже нет.')
  const twin = prepared<[number], { id: number }>(raw, 'SELECT id FROM movement WHERE reversesId = ?').get(movementId)
  if (twin) throw new AppError('duplicate', 'Это движение уже сторнировано.')
  return book(raw, {
    lotId: movement.lotId,
    date,
    kind: 'reversal',
    copies: -movement.copies,
    document: movement.document,
    note,
    reversesId: movementId,
    ...(movement.transferLineId === null ? {} : { transferLineId: movement.transferLineId }),
    ...(movement.writeOffLineId === null ? {} : { writeOffLineId: movement.writeOffLineId }),
  })
}
