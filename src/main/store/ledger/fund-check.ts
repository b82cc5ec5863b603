import { counted, formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { type FundState, fundState } from './fund'
import { promisedNow } from './promised'

/** Refusals of what would promise copies twice: asked after the rows are written, inside the command's transaction. */

export const copiesForms = ['экземпляр', 'экземпляра', 'экземпляров'] as const

/** «Алгебра. 7 класс», СОШ № 1. */
export function nameOfSide(raw: Sqlite, side: 'surplus' | 'need', id: number): string {
  const row = prepared<[number], { label: string; school: string }>(
    raw,
    side === 'surplus'
      ? `SELECT textbook.label, school.shortName AS school FROM surplus JOIN lot ON lot.id = lotId
         JOIN textbook ON textbook.id = textbookId JOIN school ON school.id = schoolId WHERE surplus.id = ?`
      : `SELECT textbook.label, school.shortName AS school FROM need
         JOIN textbook ON textbook.id = textbookId JOIN school ON school.id = schoolId WHERE need.id = ?`,
  ).get(id)
  return row ? `«${row.label}», ${row.school}` : ''
}

const gone = {
  surplus: 'излишек отозван или срок его действия прошёл',
  need: 'потребность отозвана или срок её действия прошёл',
} as const

/**
 * Refuses when copies of a surplus are promised beyond what it has, or more is brought to a need than it asks. Making less
 * of what was there before is never refused.
 * @param asked copies the command asks of it. @throws AppError `not-enough`
 */
export function refuseOverPromised(
  raw: Sqlite,
  today: string,
  side: 'surplus' | 'need',
  id: number,
  asked: number,
  before: FundState | undefined,
): void {
  const now = fundState(raw, side, id, today)
  if (!now)
    throw new AppError('not-found', side === 'surplus' ? 'Этого излишка больше нет.' : 'Этой потребности больше нет.')
  if (now.rest >= (before?.rest ?? now.copies)) return
  if (now.live && now.rest >= 0) return
  const name = nameOfSide(raw, side, id)
  if (!now.live) throw new AppError('not-enough', `${name}: ${gone[side]}. Обновите список и выберите другую строку.`)
  const available = Math.max(0, asked + now.rest)
  throw new AppError(
    'not-enough',
    side === 'surplus'
      ? `${name}: ${available === 0 ? 'свободных экземпляров не осталось' : `свободно только ${counted(available, copiesForms)}`}, а нужно ${formatNumber(asked)}. Уменьшите число экземпляров, снимите бронь или возьмите из другого излишка.`
      : `${name}: ${available === 0 ? 'потребность уже закрыта бронями и передачами' : `не хватает только ${formatNumber(available)} экз.`}, а даётся ${formatNumber(asked)}. Уменьшите число экземпляров или увеличьте потребность.`,
  )
}

/** What is given past the fund must be on the balance and promised to nobody. @throws AppError `not-enough` */
export function refuseUnheld(raw: Sqlite, lotId: number, asked: number): void {
  const lot = prepared<[number], { copies: number; label: string; school: string }>(
    raw,
    `SELECT lot.copies, textbook.label, school.shortName AS school FROM lot
     JOIN textbook ON textbook.id = textbookId JOIN school ON school.id = schoolId WHERE lot.id = ?`,
  ).get(lotId)
  if (!lot) return
  const over = promisedNow(raw, lotId) - lot.copies
  if (over <= 0) return
  const available = Math.max(0, asked - over)
  throw new AppError(
    'not-enough',
    `«${lot.label}», ${lot.school}: ${available === 0 ? 'свободных экземпляров нет' : `свободно только ${counted(available, copiesForms)}`} (в остатках ${formatNumber(lot.copies)}, остальное обещано), а нужно ${formatNumber(asked)}. Уменьшите число экземпляров или внесите поступление.`,
  )
}
