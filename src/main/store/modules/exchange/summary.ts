import type { FundSummary } from '@shared/contract/exchange'
import { addDays } from '@shared/domain/dates'
import { schoolYearBounds, schoolYearOf } from '@shared/domain/school-year'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { awayOnDay, cameByDay, fundJoins, fundOnDay, inFundOnDay, leftOnDay, wasLive } from '../../ledger/fund-day'

/**
 * The fund as it was at the end of a day, told by the dates the records keep: when a surplus was announced and taken back,
 * a reservation made and ended, a transfer drafted, handed over, received and returned. How many copies a row names is not
 * kept by day: a row changed since counts with its copies of today.
 */

/** Days a reservation has left when it is told as expiring. */
const soon = 7

type Day = { on: string }

function sideSql(side: 'surplus' | 'need'): string {
  const schoolId = side === 'surplus' ? '(SELECT schoolId FROM lot WHERE lot.id = lotId)' : 'schoolId'
  return `
    WITH ${fundOnDay(side)},
      live AS MATERIALIZED (SELECT ${schoolId} AS schoolId, ${inFundOnDay(side)} AS copies, ${leftOnDay(side)} AS rest
        FROM ${side} ${fundJoins(side)} WHERE ${wasLive(side)})
    SELECT count(*) AS "rows", coalesce(sum(copies), 0) AS copies, coalesce(sum(rest), 0) AS rest,
      count(DISTINCT schoolId) AS schools FROM live WHERE copies > 0`
}

interface Side {
  rows: number
  copies: number
  rest: number
  schools: number
}

export function fundSummary({ raw, today }: QueryContext, day: string | null): FundSummary {
  const on = day ?? today()
  const side = (which: 'surplus' | 'need'): Side =>
    prepared<[Day], Side>(raw, sideSql(which)).get({ on }) ?? { rows: 0, copies: 0, rest: 0, schools: 0 }
  const { rest: free, ...surpluses } = side('surplus')
  const { rest: unmet, ...needs } = side('need')
  return {
    on,
    surpluses: { ...surpluses, free },
    needs: { ...needs, unmet },
    reserved: one<{ copies: number }>(raw, `SELECT coalesce(sum(copies), 0) AS copies ${reservedOn}`, { on }).copies,
    transferred: one(
      raw,
      `SELECT count(DISTINCT transfer.id) AS transfers, coalesce(sum(came), 0) AS copies,
         coalesce(sum(came * coalesce(textbook.price, lot.price)), 0) AS savedKopecks
       FROM (SELECT line.lotId, line.transferId,
           ${cameByDay('line')} AS came
         FROM transferLine AS line JOIN transfer ON transfer.id = line.transferId
         WHERE transfer.handedOn BETWEEN @from AND @on) AS given
       JOIN transfer ON transfer.id = given.transferId JOIN lot ON lot.id = given.lotId
       JOIN textbook ON textbook.id = lot.textbookId`,
      { on, from: schoolYearBounds(schoolYearOf(on)).from },
    ),
    onLoan: one(
      raw,
      `SELECT coalesce(sum(copies), 0) AS copies,
         coalesce(sum(CASE WHEN dueBack < @on AND receivedOn <= @on THEN copies ELSE 0 END), 0) AS overdue
       FROM (SELECT ${awayOnDay('line')} AS copies, transfer.dueBack, transfer.receivedOn FROM transferLine AS line
         JOIN transfer ON transfer.id = line.transferId
         WHERE transfer.term = 'temporary' AND transfer.handedOn <= @on)`,
      { on },
    ),
    expiringReservations: one<{ n: number }>(raw, `SELECT count(*) AS n ${reservedOn} AND expiresOn <= @soon`, {
      on,
      soon: addDays(on, soon),
    }).n,
  }
}

const reservedOn = `FROM reservation
  WHERE madeOn <= @on AND expiresOn >= @on AND (state = 'active' OR closedOn > @on)`

function one<R>(raw: QueryContext['raw'], text: string, values: Record<string, string>): R {
  return prepared<[Record<string, string>], R>(raw, text).get(values) as R
}
