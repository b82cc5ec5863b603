import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import type { Database as Sqlite } from 'better-sqlite3'

/** Most told one by one; the rest are counted. */
const most = 20

interface Wrong {
  id: number
  copies: number
  kept: number
}

/** What the ledger keeps against its movements: balances, first days, totals of days; in words. Reads every movement. */
export function wrongLedger(raw: Sqlite): string[] {
  return [...balances(raw), ...negative(raw), ...days(raw)]
}

function balances(raw: Sqlite): string[] {
  const wrong = raw
    .prepare<[], Wrong>(
      `SELECT lot.id, coalesce(booked.copies, 0) AS copies, lot.copies AS kept FROM lot
       LEFT JOIN (SELECT lotId, sum(copies) AS copies, count(*) AS movements, min(date) AS since FROM movement GROUP BY lotId)
         AS booked ON booked.lotId = lot.id
       WHERE lot.copies <> coalesce(booked.copies, 0) OR lot.movements <> coalesce(booked.movements, 0)
         OR lot.since <> coalesce(booked.since, '')`,
    )
    .all()
  return told(
    wrong.map(({ id, copies, kept }) =>
      kept === copies
        ? `Партия № ${id}: число движений или день первого движения записаны неверно.`
        : `Партия № ${id}: записан остаток ${kept}, а по движениям ${copies}.`,
    ),
  )
}

function negative(raw: Sqlite): string[] {
  const wrong = raw
    .prepare<[], { lotId: number; date: string; balance: number }>(
      `SELECT lotId, min(date) AS date, balance FROM (
         SELECT lotId, date, sum(copies) OVER (PARTITION BY lotId ORDER BY date) AS balance FROM movement)
       WHERE balance < 0 GROUP BY lotId`,
    )
    .all()
  return told(
    wrong.map(
      ({ lotId, date, balance }) =>
        `Партия № ${lotId}: на ${formatDate(date, 'digits')} остаток меньше нуля (${balance}).`,
    ),
  )
}

function days(raw: Sqlite): string[] {
  const { wrong } = raw
    .prepare<[], { wrong: number }>(
      `WITH booked AS (
         SELECT date, count(*) AS movements, sum(movement.copies) AS copies, sum(movement.copies * price) AS sum
         FROM movement JOIN lot ON lot.id = lotId GROUP BY date),
       first AS (SELECT since AS date, count(*) AS lots FROM lot WHERE since <> '' GROUP BY since)
       SELECT count(*) AS wrong FROM (
         SELECT date, movements, copies, sum, lots FROM ledgerDay WHERE movements <> 0 OR copies <> 0 OR sum <> 0 OR lots <> 0
         EXCEPT SELECT booked.date, movements, copies, sum, coalesce(lots, 0) FROM booked LEFT JOIN first USING (date)
         UNION ALL SELECT * FROM (
           SELECT booked.date, movements, copies, sum, coalesce(lots, 0) FROM booked LEFT JOIN first USING (date)
           EXCEPT SELECT date, movements, copies, sum, lots FROM ledgerDay))`,
    )
    .get() ?? { wrong: 0 }
  return wrong === 0
    ? []
    : [`Итоги движения фонда по дням расходятся с движениями: ${counted(wrong, ['день', 'дня', 'дней'])}.`]
}

function told(wrong: string[]): string[] {
  if (wrong.length <= most) return wrong
  return [...wrong.slice(0, most), `И ещё такие же партии: ${wrong.length - most}.`]
}
