import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'

/**
 * Numbers of the acts by which books leave a school — transfers it gives and write-offs — run on across years (FORMS §5).
 * A number given is not given again, be its act cancelled or reversed.
 */
const acts = `
  SELECT 'transfer' AS kind, id, fromSchoolId AS schoolId, actNumber AS number FROM transfer
  UNION ALL SELECT 'writeOff', id, schoolId, number FROM writeOff`

/** One more than the greatest there is; what follows the figures («12/а») is passed over. */
export function nextActNumber(raw: Sqlite, schoolId: number): string {
  const { last } = prepared<[number], { last: number | null }>(
    raw,
    `SELECT max(CAST(number AS INTEGER)) AS last FROM (${acts}) WHERE schoolId = ?`,
  ).get(schoolId) ?? { last: null }
  return String((last ?? 0) + 1)
}

/** @param own the act that is being given the number; null: a new one. @throws AppError `duplicate` */
export function refuseTakenNumber(
  raw: Sqlite,
  schoolId: number,
  number: string,
  own: { kind: 'transfer' | 'writeOff'; id: number | null },
  path: string,
): void {
  if (number === '') return
  const other = prepared<[number, string, string, number], { kind: 'transfer' | 'writeOff' }>(
    raw,
    `SELECT kind FROM (${acts}) WHERE schoolId = ? AND number = ? AND NOT (kind = ? AND id = ?) LIMIT 1`,
  ).get(schoolId, number, own.kind, own.id ?? 0)
  if (!other) return
  throw new AppError(
    'duplicate',
    `Номер акта: № ${number} уже есть у ${other.kind === 'transfer' ? 'акта передачи' : 'акта о списании'} этой школы. Номера актов выбытия не повторяются: следующий свободный — ${nextActNumber(raw, schoolId)}.`,
    path,
  )
}
