import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Expected, keyed, sectionFaults, sumBy } from './expected'
import { daysOf, type Judged, sample } from './judge'

/** The fund of textbooks and what was written off, counted from movements and acts. */

let district: Judged
beforeAll(async () => {
  district = await sample()
}, 60_000)
afterAll(() => district.close())

interface Moved {
  kind: string
  copies: number
  sum: number
  source: string
  reverses: string | null
}

function moved(from: string, to: string): Moved[] {
  return district.rows<Moved>(
    `SELECT m.kind, m.copies, m.copies * lot.price AS sum, lot.source, r.kind AS reverses
     FROM movement m JOIN lot ON lot.id = m.lotId LEFT JOIN movement r ON r.id = m.reversesId
     WHERE m.date BETWEEN ? AND ?`,
    from,
    to,
  )
}

interface Held {
  subject: string
  copies: number
  sum: number
  expired: number
}

/** What the school libraries hold at the end of a day, by subject. */
function held(day: string): Held[] {
  return district.rows<Held>(
    `SELECT s.name AS subject, sum(m.copies) AS copies, sum(m.copies * lot.price) AS sum,
       sum(CASE WHEN b.usableUntil < ? THEN m.copies ELSE 0 END) AS expired
     FROM movement m JOIN lot ON lot.id = m.lotId JOIN textbook b ON b.id = lot.textbookId JOIN subject s ON s.id = b.subjectId
     WHERE m.date <= ? GROUP BY s.id`,
    day,
    day,
  )
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
const copies = (rows: readonly { copies: number }[]): number => rows.reduce((sum, row) => sum + row.copies, 0)
const money = (rows: readonly { sum: number }[]): number => rows.reduce((sum, row) => sum + row.sum, 0)

test.each(['2024-2025', '2025-2026', '2026-2027'])('the fund of textbooks in %s', async (year) => {
  const { from, on } = daysOf(year)
  const start = held(dayBefore(from))
  const end = held(on)
  const all = moved(from, on)
  const received = all.filter((row) => row.kind === 'receipt')
  // What a reversal brings back was not written off.
  const written = all.filter((row) => row.kind === 'write-off' || row.reverses === 'write-off')
  const content = await district.section('holdings', year)
  const turnover: Expected = {
    'copies:start': copies(start),
    'sum:start': money(start),
    'copies:end': copies(end),
    'sum:end': money(end),
    ...keyed(
      'copies:',
      sumBy(
        all,
        (row) => row.kind,
        (row) => row.copies,
      ),
    ),
    ...keyed(
      'sum:',
      sumBy(
        all,
        (row) => row.kind,
        (row) => row.sum,
      ),
    ),
  }
  const told = (key: string): string[] =>
    content.parts.find((part) => part.key === key)?.figures.map((one) => one.key) ?? []
  const only = (expected: Expected, key: string): Expected =>
    Object.fromEntries(Object.entries(expected).filter(([name]) => told(key).includes(name)))
  const bySource: Expected = {
    'copies:all': copies(received),
    'sum:all': money(received),
    ...keyed(
      'copies:',
      sumBy(
        received,
        (row) => row.source,
        (row) => row.copies,
      ),
    ),
    ...keyed(
      'sum:',
      sumBy(
        received,
        (row) => row.source,
        (row) => row.sum,
      ),
    ),
  }
  const before = moved(`${Number(from.slice(0, 4)) - 1}-09-01`, dayBefore(from)).filter((row) => row.kind === 'receipt')
  bySource['copies:before'] = copies(before)
  bySource['sum:before'] = money(before)
  const subjects: Expected = {
    'copies:all': copies(end),
    'sum:all': money(end),
    'expired:all': end.reduce((sum, row) => sum + row.expired, 0),
  }
  for (const row of end) {
    subjects[`copies:${row.subject}`] = row.copies
    subjects[`sum:${row.subject}`] = row.sum
    subjects[`expired:${row.subject}`] = row.expired
  }
  const balance = content.parts.find((part) => part.key === 'balance')
  if (balance?.form === 'chart') {
    const days = balance.labels.map((label) => label.split('.').reverse().join('-'))
    expect(balance.figures.map((one) => one.value)).toEqual(days.map((day) => copies(held(day))))
    expect(days.at(-1)).toBe(on)
  }
  expect(
    sectionFaults(
      { ...content, parts: content.parts.filter((part) => part.key !== 'balance') },
      {
        summary: only(
          {
            end: copies(end),
            endSum: money(end),
            start: copies(start),
            change: Math.abs(copies(end) - copies(start)),
            received: copies(received),
            receivedSum: money(received),
            withdrawn: -copies(written),
            withdrawnMovements: copies(written),
            writtenOff: -copies(written),
            reversed: copies(all.filter((row) => row.reverses === 'write-off')),
          },
          'summary',
        ),
        turnover: only(turnover, 'turnover'),
        sources: only(bySource, 'sources'),
        sourcesChart: only(bySource, 'sourcesChart'),
        subjects,
      },
    ),
  ).toEqual([])
  // Every kind of movement of the year is in the turnover: it adds up.
  const lines = content.parts.find((part) => part.key === 'turnover')
  const value = (key: string): number => lines?.figures.find((one) => one.key === key)?.value ?? 0
  if (lines) {
    const between = lines.figures.filter((one) => one.key.startsWith('copies:') && !/start$|end$/u.test(one.key))
    expect(value('copies:start') + between.reduce((sum, one) => sum + (one.value ?? 0), 0)).toBe(value('copies:end'))
  }
})
