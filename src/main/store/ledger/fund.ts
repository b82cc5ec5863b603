import type { MoneySource } from '@shared/contract/holdings'
import type { Edition } from '@shared/domain/substitutes'
import type { Database as Sqlite } from 'better-sqlite3'
import { type RawBuilder, sql } from 'kysely'
import { prepared } from '../database/prepared'

/**
 * The one count of the exchange fund: what of a surplus is free and what of a need unmet, for its lists, reservations,
 * transfers and the plan alike. Free: copies − active reservations − lines of transfers that are not cancelled. Of a
 * received line only what really came counts, and what has gone back is free (and needed) again.
 */

type Side = 'surplus' | 'need'

/** Copies a line of `transfer` takes from its surplus and brings to its need. */
export const keptByLine = `CASE WHEN transfer.state IN ('received', 'returned')
  THEN coalesce(line.received, line.copies) - line.returned ELSE line.copies END`

const reservedOf = (side: Side): string => `coalesce((SELECT sum(reservation.copies) FROM reservation
  WHERE reservation.${side}Id = ${side}.id AND reservation.state = 'active' AND reservation.expiresOn >= @today), 0)`

const transferredOf = (side: Side): string => `coalesce((SELECT sum(${keptByLine}) FROM transferLine AS line
  JOIN transfer ON transfer.id = line.transferId
  WHERE line.${side}Id = ${side}.id AND transfer.state <> 'cancelled'), 0)`

const isLive = (side: Side): string => `(${side}.state = 'open' AND (${side}.until IS NULL OR ${side}.until >= @today))`

const leftOf = (side: Side): string => `CASE WHEN ${isLive(side)}
  THEN max(0, ${side}.copies - ${reservedOf(side)} - ${transferredOf(side)}) ELSE 0 END`

/** For lists: the day is an ISO date, checked by whoever gives it. */
const onDay = <T = number>(text: string, today: string): RawBuilder<T> =>
  sql.raw(text.replaceAll('@today', `'${today}'`))

export const reserved = (side: Side, today: string): RawBuilder<number> => onDay(reservedOf(side), today)
/** Copies of a row in the fund now, promised ones included. */
export const inFund = (side: Side, today: string): RawBuilder<number> =>
  onDay(`CASE WHEN ${isLive(side)} THEN max(0, ${side}.copies - ${transferredOf(side)}) ELSE 0 END`, today)
export const transferred = (side: Side): RawBuilder<number> => sql.raw(transferredOf(side))
export const live = (side: Side, today: string): RawBuilder<number> => onDay(isLive(side), today)
/** Free of `surplus`, unmet of `need`: the row of the outer query. */
export const left = (side: Side, today: string): RawBuilder<number> => onDay(leftOf(side), today)

/** The rule of `domain/substitutes` between two aliases of `textbook`. */
export const mayStandFor = (given: string, asked: string): string =>
  `(${given}.fplKey = ${asked}.fplKey AND ${asked}.fplKey <> '' AND ${given}.gradeFrom = ${asked}.gradeFrom
    AND ${given}.gradeTo = ${asked}.gradeTo AND ${given}.subjectId = ${asked}.subjectId AND ${given}.id <> ${asked}.id)`

/** Free copies for `need` of `textbook`: of its edition and, where it takes them, of substitutes, in other schools. */
export const offered = (today: string): RawBuilder<number> =>
  sql.raw(
    `(SELECT coalesce(sum(${leftOf('surplus')}), 0) FROM textbook AS given
      JOIN lot AS givenLot ON givenLot.textbookId = given.id JOIN surplus ON surplus.lotId = givenLot.id
      WHERE givenLot.schoolId <> need.schoolId AND given.id IN (
        SELECT need.textbookId UNION ALL
        SELECT other.id FROM textbook AS other WHERE need.substitutes = 1 AND ${mayStandFor('other', 'textbook')}))`.replaceAll(
      '@today',
      `'${today}'`,
    ),
  )

/**
 * The same worked out for all needs at once, where a list is filtered or sorted by it: CTEs to begin a SELECT of `need`
 * with, its joins, and the figure.
 */
export function offeredToAll(today: string): {
  ctes: RawBuilder<unknown>
  joins: RawBuilder<unknown>
  figure: RawBuilder<number>
} {
  const code = (one: string): string => `${one}.fplKey, ${one}.gradeFrom, ${one}.gradeTo, ${one}.subjectId`
  const sameCode = (sum: string): string =>
    ['fplKey', 'gradeFrom', 'gradeTo', 'subjectId'].map((name) => `${sum}.${name} = textbook.${name}`).join(' AND ')
  const sum = (columns: string): string =>
    `AS MATERIALIZED (SELECT ${columns}, sum(free) AS free FROM spare GROUP BY ${columns})`
  return {
    ctes: onDay(
      `${sums('surplus')}, spare AS MATERIALIZED (
         SELECT textbookId, schoolId, ${code('given')}, ${rest('surplus')} AS free FROM surplus
         JOIN lot ON lot.id = surplus.lotId JOIN textbook AS given ON given.id = lot.textbookId
         LEFT JOIN reserved ON reserved.id = surplus.id LEFT JOIN moved ON moved.id = surplus.id
         WHERE ${isLive('surplus')} AND ${rest('surplus')} > 0),
       byBook ${sum('textbookId')}, byBookHere ${sum('textbookId, schoolId')},
       byCode ${sum('fplKey, gradeFrom, gradeTo, subjectId')}, byCodeHere ${sum('fplKey, gradeFrom, gradeTo, subjectId, schoolId')}`,
      today,
    ),
    joins: sql.raw(`LEFT JOIN byBook ON byBook.textbookId = need.textbookId
      LEFT JOIN byBookHere ON byBookHere.textbookId = need.textbookId AND byBookHere.schoolId = need.schoolId
      LEFT JOIN byCode ON need.substitutes = 1 AND textbook.fplKey <> '' AND ${sameCode('byCode')}
      LEFT JOIN byCodeHere ON need.substitutes = 1 AND textbook.fplKey <> '' AND ${sameCode('byCodeHere')}
        AND byCodeHere.schoolId = need.schoolId`),
    figure: sql.raw(`CASE WHEN need.substitutes = 1 AND textbook.fplKey <> ''
      THEN coalesce(byCode.free, 0) - coalesce(byCodeHere.free, 0)
      ELSE coalesce(byBook.free, 0) - coalesce(byBookHere.free, 0) END`),
  }
}

/** Count and sums of a whole list of surpluses or needs, by the lists' keys: grouped, where its rows would be asked one by one. */
export function wholeFund(side: Side, today: string): RawBuilder<unknown> {
  const leftKey = side === 'surplus' ? 'free' : 'unmet'
  const held =
    side === 'surplus' ? ', (SELECT sum(lot.copies) FROM surplus JOIN lot ON lot.id = surplus.lotId) AS held' : ''
  return onDay(
    `${sums(side)}
     SELECT count(*) AS "$count", sum(${side}.copies) AS copies, sum(coalesce(reserved.copies, 0)) AS reserved,
       sum(coalesce(moved.copies, 0)) AS transferred,
       sum(CASE WHEN ${isLive(side)} THEN max(0, ${rest(side)}) ELSE 0 END) AS "${leftKey}",
       sum(CASE WHEN ${isLive(side)} THEN max(0, ${side}.copies - coalesce(moved.copies, 0)) ELSE 0 END) AS inFund ${held}
     FROM ${side} LEFT JOIN reserved ON reserved.id = ${side}.id LEFT JOIN moved ON moved.id = ${side}.id`,
    today,
  )
}

/** A surplus or need by its figures. */
export interface FundState {
  id: number
  copies: number
  reserved: number
  transferred: number
  live: boolean
  /** copies − reserved − transferred, whether it is live or not; never below zero but inside an unfinished command. */
  rest: number
  /** What can be promised: free copies of a surplus, unmet ones of a need. */
  left: number
}

export function fundState(raw: Sqlite, side: Side, id: number, today: string): FundState | undefined {
  const row = prepared<
    [{ id: number; today: string }],
    { id: number; copies: number; reserved: number; transferred: number; live: number }
  >(
    raw,
    `SELECT id, copies, ${reservedOf(side)} AS reserved, ${transferredOf(side)} AS transferred, ${isLive(side)} AS live
     FROM ${side} WHERE id = @id`,
  ).get({ id, today })
  if (!row) return undefined
  const rest = row.copies - row.reserved - row.transferred
  return { ...row, live: row.live === 1, rest, left: row.live === 1 ? Math.max(0, rest) : 0 }
}

/** A surplus with something free: what the plan and the matching go by. */
export interface FreeSurplus {
  id: number
  lotId: number
  schoolId: number
  textbookId: number
  publicationYear: number
  price: number
  source: MoneySource
  condition: string
  free: number
  /** Balance of the lot now. */
  held: number
}

export interface UnmetNeed {
  id: number
  schoolId: number
  textbookId: number
  substitutes: number
  priority: string
  since: string
  unmet: number
}

const sums = (side: Side): string => `
  WITH reserved AS MATERIALIZED (SELECT ${side}Id AS id, sum(copies) AS copies FROM reservation
      WHERE state = 'active' AND expiresOn >= @today GROUP BY 1),
    moved AS MATERIALIZED (SELECT line.${side}Id AS id, sum(${keptByLine}) AS copies FROM transferLine AS line
      JOIN transfer ON transfer.id = line.transferId
      WHERE line.${side}Id IS NOT NULL AND transfer.state <> 'cancelled' GROUP BY 1)`
const rest = (side: Side): string => `${side}.copies - coalesce(reserved.copies, 0) - coalesce(moved.copies, 0)`

export function freeSurpluses(raw: Sqlite, today: string): FreeSurplus[] {
  return prepared<[{ today: string }], FreeSurplus>(
    raw,
    `${sums('surplus')}
     SELECT surplus.id, lotId, schoolId, textbookId, publicationYear, price, source, condition,
       ${rest('surplus')} AS free, lot.copies AS held
     FROM surplus JOIN lot ON lot.id = lotId LEFT JOIN reserved ON reserved.id = surplus.id
     LEFT JOIN moved ON moved.id = surplus.id
     WHERE ${isLive('surplus')} AND ${rest('surplus')} > 0 ORDER BY surplus.id`,
  ).all({ today })
}

export function unmetNeeds(raw: Sqlite, today: string): UnmetNeed[] {
  return prepared<[{ today: string }], UnmetNeed>(
    raw,
    `${sums('need')}
     SELECT need.id, schoolId, textbookId, substitutes, priority, since, ${rest('need')} AS unmet
     FROM need LEFT JOIN reserved ON reserved.id = need.id LEFT JOIN moved ON moved.id = need.id
     WHERE ${isLive('need')} AND ${rest('need')} > 0 ORDER BY need.id`,
  ).all({ today })
}

/** What `fits` (`domain/substitutes`) asks of a textbook. */
export function editionOf(raw: Sqlite, textbookId: number): Edition | undefined {
  return prepared<[number], Edition>(
    raw,
    'SELECT id, fplKey, gradeFrom, gradeTo, subjectId FROM textbook WHERE id = ?',
  ).get(textbookId)
}
