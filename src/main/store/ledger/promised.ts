import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'

/**
 * Copies still on the balance of a lot but spoken for: transfers drafted or agreed, and acts of write-off not booked yet.
 * A SELECT of `lotId` and `copies`, one row for each lot that has any.
 */
export const promisedByLot = `
  SELECT lotId, sum(copies) AS copies FROM (
    SELECT lotId, copies FROM transferLine
    WHERE transferId IN (SELECT id FROM transfer WHERE state IN ('drafted', 'agreed'))
    UNION ALL
    SELECT lotId, copies FROM writeOffLine WHERE writeOffId IN (SELECT id FROM writeOff WHERE state = 'drafted')
  ) GROUP BY lotId`

/** The same of one lot, as an expression. @param lot SQL of its id */
export const promisedOfLot = (lot: string): string => `(
  coalesce((SELECT sum(line.copies) FROM transferLine AS line JOIN transfer ON transfer.id = line.transferId
    WHERE line.lotId = ${lot} AND transfer.state IN ('drafted', 'agreed')), 0)
  + coalesce((SELECT sum(line.copies) FROM writeOffLine AS line JOIN writeOff ON writeOff.id = line.writeOffId
    WHERE line.lotId = ${lot} AND writeOff.state = 'drafted'), 0))`

export function promisedNow(raw: Sqlite, lotId: number): number {
  return (
    prepared<[{ lotId: number }], { copies: number }>(raw, `SELECT ${promisedOfLot('@lotId')} AS copies`).get({ lotId })
      ?.copies ?? 0
  )
}

/** Copies of a lot that are held and promised to nobody; never below zero. */
export function freeNow(raw: Sqlite, lotId: number): number {
  const row = prepared<[number], { free: number }>(
    raw,
    `SELECT copies - ${promisedOfLot('lot.id')} AS free FROM lot WHERE id = ?`,
  ).get(lotId)
  return Math.max(0, row?.free ?? 0)
}
