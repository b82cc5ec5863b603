import type { HeldLot } from '@shared/domain/provision-proposals'
import type { Stock } from '@shared/domain/school-provision'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { freeSurpluses, unmetNeeds } from '../../ledger/fund'
import { promisedByLot } from '../../ledger/promised'

/** What schools hold, promise, offer, ask and wait for: all that proposals must take off. */

export interface Lot extends HeldLot {
  schoolId: number
  textbookId: number
}

/** A live surplus or need with something left: a proposal adds to it. */
export interface FundFacts {
  lots: ReadonlyMap<number, Lot[]>
  coming: ReadonlyMap<number, Stock[]>
  /** Lot → surplus. */
  surpluses: ReadonlyMap<number, number>
  /** «school textbook» → need. */
  needs: ReadonlyMap<string, number>
}

export const needKey = (schoolId: number, textbookId: number): string => `${schoolId} ${textbookId}`

/** @param schoolIds null: of all schools */
export function fundFacts(raw: Sqlite, schoolIds: readonly number[] | null, today: string): FundFacts {
  const free = freeSurpluses(raw, today)
  const unmet = unmetNeeds(raw, today)
  const gone = sums(promised(raw, today).map((one) => [one.lotId, one.copies]))
  const offered = sums(free.map((one) => [one.lotId, one.free]))
  const lent = sums(borrowed(raw).map((one) => [one.lotId, one.copies]))
  const lots = group(heldLots(raw, schoolIds), (lot) => lot.schoolId)
  for (const lot of [...lots.values()].flat()) {
    const promisedAway = Math.min(lot.copies, gone.get(lot.lotId) ?? 0)
    lot.offered = Math.min(lot.copies - promisedAway, offered.get(lot.lotId) ?? 0)
    lot.leaving = promisedAway + lot.offered
    lot.borrowed = lent.get(lot.lotId) ?? 0
  }
  const books = new Map(
    prepared<[], Omit<Stock, 'copies'> & { id: number }>(
      raw,
      "SELECT id, subjectId, gradeFrom, gradeTo, usableUntil FROM textbook WHERE kind = 'textbook'",
    )
      .all()
      .map((book) => [book.id, book]),
  )
  const asked = [...unmet.map((need) => ({ ...need, copies: need.unmet })), ...onTheWay(raw, today)]
  const coming = asked.flatMap(({ schoolId, textbookId, copies }) => {
    const book = books.get(textbookId)
    return book ? [{ ...book, schoolId, copies }] : []
  })
  return {
    lots,
    coming: group(coming, (one) => one.schoolId),
    surpluses: new Map(free.map((one) => [one.lotId, one.id])),
    needs: new Map(unmet.map((need) => [needKey(need.schoolId, need.textbookId), need.id])),
  }
}

function heldLots(raw: Sqlite, schoolIds: readonly number[] | null): Lot[] {
  const of = schoolIds === null ? '' : 'AND lot.schoolId IN (SELECT value FROM json_each(?))'
  return prepared<unknown[], Lot>(
    raw,
    `SELECT lot.id AS lotId, lot.schoolId, lot.textbookId, lot.publicationYear, lot.copies, subjectId, gradeFrom, gradeTo,
       usableUntil, 0 AS leaving, 0 AS offered, 0 AS borrowed
     FROM lot JOIN textbook ON textbook.id = lot.textbookId WHERE lot.copies > 0 AND kind = 'textbook' ${of} ORDER BY lot.id`,
  ).all(...(schoolIds === null ? [] : [JSON.stringify(schoolIds)]))
}

interface OfLot {
  lotId: number
  copies: number
}

/** In transfers and acts that are not booked yet, and in reservations. */
function promised(raw: Sqlite, today: string): OfLot[] {
  return prepared<[string], OfLot>(
    raw,
    `${promisedByLot}
     UNION ALL SELECT lotId, sum(reservation.copies) FROM reservation JOIN surplus ON surplus.id = surplusId
       WHERE reservation.state = 'active' AND expiresOn >= ? GROUP BY lotId`,
  ).all(today)
}

/** Lent to the school and not given back yet. */
function borrowed(raw: Sqlite): OfLot[] {
  return prepared<[], OfLot>(
    raw,
    `SELECT own.id AS lotId, sum(coalesce(line.received, line.copies) - line.returned) AS copies
     FROM transfer JOIN transferLine AS line ON transferId = transfer.id JOIN lot AS given ON given.id = line.lotId
     JOIN lot AS own ON own.schoolId = transfer.toSchoolId AND own.textbookId = given.textbookId
       AND own.publicationYear = given.publicationYear AND own.price = given.price AND own.source = given.source
     WHERE transfer.term = 'temporary' AND transfer.state = 'received' GROUP BY own.id`,
  ).all()
}

/** Reserved for a need, or in a transfer that has not been received. */
function onTheWay(raw: Sqlite, today: string): { schoolId: number; textbookId: number; copies: number }[] {
  return prepared<[string], { schoolId: number; textbookId: number; copies: number }>(
    raw,
    `SELECT toSchoolId AS schoolId, lot.textbookId, line.copies
     FROM transfer JOIN transferLine AS line ON transferId = transfer.id JOIN lot ON lot.id = line.lotId
     WHERE transfer.state IN ('drafted', 'agreed', 'handed')
     UNION ALL
     SELECT need.schoolId, lot.textbookId, reservation.copies
     FROM reservation JOIN need ON need.id = needId JOIN surplus ON surplus.id = surplusId JOIN lot ON lot.id = lotId
     WHERE reservation.state = 'active' AND expiresOn >= ?`,
  ).all(today)
}

function sums(all: readonly (readonly [number, number])[]): Map<number, number> {
  const found = new Map<number, number>()
  for (const [key, copies] of all) found.set(key, (found.get(key) ?? 0) + copies)
  return found
}

function group<T>(all: readonly T[], by: (one: T) => number): Map<number, T[]> {
  const found = new Map<number, T[]>()
  for (const one of all) {
    const known = found.get(by(one))
    if (known) known.push(one)
    else found.set(by(one), [one])
  }
  return found
}
