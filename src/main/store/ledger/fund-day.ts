import { type RawBuilder, sql } from 'kysely'

/**
 * The exchange fund as it was at the end of a day, told by the dates the records keep (decision 73); `@on` is the day. How many copies a
 * row names is not kept by day: a row changed since counts with its copies of today.
 */

type Side = 'surplus' | 'need'

/** Copies of a line given back by the day. */
export const returnedByDay = (
  line: string,
): string => `coalesce((SELECT -sum(movement.copies) FROM movement WHERE transferLineId = ${line}.id AND kind = 'return-out'
  AND movement.date <= @on AND NOT EXISTS (SELECT 1 FROM movement AS twin WHERE twin.reversesId = movement.id AND twin.date <= @on)), 0)`

/** Of a line of `transfer`, copies that came: all of it while it is on the way. */
export const cameByDay = (line: string): string =>
  `CASE WHEN transfer.receivedOn <= @on THEN coalesce(${line}.received, ${line}.copies) ELSE ${line}.copies END`

/** Of a line of `transfer`, copies that were not back with the giver. */
export const awayOnDay = (line: string): string => `CASE WHEN transfer.receivedOn <= @on
  THEN coalesce(${line}.received, ${line}.copies)
    - CASE WHEN ${line}.returned = 0 AND transfer.issuedOn IS NULL THEN 0 ELSE ${returnedByDay(line)} END
  ELSE ${line}.copies END`

const there = "transfer.draftedOn <= @on AND (transfer.state <> 'cancelled' OR transfer.cancelledOn > @on)"

/** Rows `reserved` and `moved` (id, copies) of a side, as CTEs. */
export const fundOnDay = (side: Side): string => `
  reserved AS MATERIALIZED (SELECT ${side}Id AS id, sum(copies) AS copies FROM reservation
    WHERE madeOn <= @on AND expiresOn >= @on AND (state = 'active' OR closedOn > @on) GROUP BY 1),
  moved AS MATERIALIZED (SELECT line.${side}Id AS id, sum(${awayOnDay('line')}) AS copies FROM transferLine AS line
    JOIN transfer ON transfer.id = line.transferId WHERE line.${side}Id IS NOT NULL AND ${there} GROUP BY 1)`

export const fundJoins = (side: Side): string =>
  `LEFT JOIN reserved ON reserved.id = ${side}.id LEFT JOIN moved ON moved.id = ${side}.id`

/** Whether a row was open on the day. */
export const wasLive = (side: Side): string =>
  `(${side}.since <= @on AND (${side}.until IS NULL OR ${side}.until >= @on) AND (${side}.state = 'open' OR ${side}.withdrawnOn > @on))`

/** Copies left of a row, promised ones included; the row of the outer query. */
export const inFundOnDay = (side: Side): string => `max(0, ${side}.copies - coalesce(moved.copies, 0))`
export const leftOnDay = (side: Side): string => `max(0, ${inFundOnDay(side)} - coalesce(reserved.copies, 0))`

/** Text of SQL with the day in it; the day is an ISO date, checked by whoever gives it. */
export const atDay = <T = unknown>(text: string, on: string): RawBuilder<T> =>
  sql.raw(text.replaceAll('@on', `'${on}'`))
