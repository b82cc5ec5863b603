import type { LotKey } from '@shared/contract/holdings'
import type { Database as Sqlite } from 'better-sqlite3'
import { insertRow } from '../database/aggregate'
import { prepared } from '../database/prepared'

/** A lot as the ledger keeps it; `copies` is its balance now. */
export interface Lot extends LotKey {
  id: number
  copies: number
}

const columns = 'id, schoolId, textbookId, publicationYear, price, source, copies'

export function lotById(raw: Sqlite, id: number): Lot | undefined {
  return prepared<[number], Lot>(raw, `SELECT ${columns} FROM lot WHERE id = ?`).get(id)
}

export function findLot(raw: Sqlite, key: LotKey): Lot | undefined {
  return prepared<unknown[], Lot>(
    raw,
    `SELECT ${columns} FROM lot WHERE schoolId = ? AND textbookId = ? AND publicationYear = ? AND price = ? AND source = ?`,
  ).get(key.schoolId, key.textbookId, key.publicationYear, key.price, key.source)
}

/** Answers the lot's id; one that was not there is made, empty. */
export function ensureLot(raw: Sqlite, { schoolId, textbookId, publicationYear, price, source }: LotKey): number {
  const key = { schoolId, textbookId, publicationYear, price, source }
  return findLot(raw, key)?.id ?? insertRow(raw, 'lot', key)
}

/** Balance at the end of the day. */
export function balanceOn(raw: Sqlite, lotId: number, date: string): number {
  return (
    prepared<[number, string], { copies: number | null }>(
      raw,
      'SELECT sum(copies) AS copies FROM movement WHERE lotId = ? AND date <= ?',
    ).get(lotId, date)?.copies ?? 0
  )
}

/** The most that can go out on the day so that no later day is left below zero. */
export function availableOn(raw: Sqlite, lotId: number, date: string): number {
  const least = prepared<[number, string], { least: number | null }>(
    raw,
    `SELECT min(balance) AS least FROM (SELECT date, sum(copies) OVER (ORDER BY date) AS balance FROM movement WHERE lotId = ?)
     WHERE date > ?`,
  ).get(lotId, date)?.least
  return Math.max(0, Math.min(balanceOn(raw, lotId, date), least ?? Number.POSITIVE_INFINITY))
}

/** Lots that nothing speaks of any more, of a school or textbook that is being removed: they hold it in place for nothing. */
export function dropEmptyLots(raw: Sqlite, column: 'schoolId' | 'textbookId', id: number): void {
  prepared<[number]>(
    raw,
    `DELETE FROM lot WHERE "${column}" = ? AND movements = 0
       AND id NOT IN (SELECT lotId FROM surplus) AND id NOT IN (SELECT lotId FROM transferLine)
       AND id NOT IN (SELECT lotId FROM writeOffLine)`,
  ).run(id)
}
