import { isbnFault } from '@shared/domain/isbn'
import { describe, expect, test } from 'vitest'
import { testStore } from './support/store'

/** Textbooks of the sample district, by queries that share nothing with what filled it. */
type Ask = <T>(sql: string) => T[]

async function demo(today = '2026-11-21') {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'demo' })
  const ask: Ask = (sql) => store.store.router.reader.connection.raw.prepare<[], never>(sql).all()
  return { store, ask }
}
const one = (ask: Ask, sql: string): unknown => Object.values(ask<Record<string, unknown>>(sql)[0] ?? {})[0]

describe('the catalogue', () => {
  test('has some 120 listed titles with codes of seven levels and right ISBNs, and what was before them', async () => {
    const { ask } = await demo()
    const books = ask<{ title: string; isbn: string; fplCode: string; fplState: string; fplKey: string }>(
      'SELECT * FROM textbook',
    )
    const listed = books.filter((book) => book.fplState === 'listed')
    expect(listed.length).toBeGreaterThan(90)
    expect(listed.length).toBeLessThan(140)
    for (const book of books) {
      expect(isbnFault(book.isbn), book.title).toBeNull()
      expect(book.fplCode, book.title).toMatch(/^(?:\d+\.){7}$/)
    }
    expect(new Set(books.map((book) => book.isbn)).size).toBe(books.length)
    const codes = new Set(listed.map((book) => book.fplKey))
    const dropped = books.filter((book) => book.fplState === 'dropped')
    expect(dropped.length).toBeGreaterThan(15)
    expect(dropped.every((book) => codes.has(book.fplKey))).toBe(true)
  })
})

test('the ledger is sound and provision looks like life', async () => {
  const { ask, store } = await demo()

  {
    // Is never below zero on any day, and balances are the sums of movements.
    const least = one(
      ask,
      `SELECT min(balance) FROM (SELECT sum(copies) OVER (PARTITION BY lotId ORDER BY date) AS balance FROM movement)`,
    )
    expect(least).toBeGreaterThanOrEqual(0)
    const wrong = one(
      ask,
      `SELECT count(*) FROM lot WHERE copies <> (SELECT coalesce(sum(copies), 0) FROM movement WHERE lotId = lot.id)`,
    )
    expect(wrong).toBe(0)
  }

  {
    // Transfers make and lose no copy: what went out came in, went back or is on its way.
    const of = (kinds: string): number =>
      Number(one(ask, `SELECT coalesce(sum(copies), 0) FROM movement WHERE kind IN (${kinds})`))
    const moved = of("'transfer-out', 'transfer-in', 'loan-out', 'loan-in', 'return-out', 'return-in'")
    const onTheWay = Number(
      one(
        ask,
        "SELECT coalesce(sum(copies), 0) FROM transferLine JOIN transfer ON transfer.id = transferId WHERE state = 'handed'",
      ),
    )
    expect(onTheWay).toBeGreaterThan(0)
    expect(moved).toBe(-onTheWay)
  }

  {
    // Provision looks like life: most subjects near to enough, some short, some spare, some past their date.
    const rows = ask<{ students: number; usable: number; expired: number }>(
      "SELECT * FROM provision WHERE schoolYear = '2026-2027' AND students > 0",
    )
    const share = (fits: (ratio: number) => boolean): number =>
      rows.filter((row) => fits(row.usable / row.students)).length / rows.length
    expect(share((ratio) => ratio >= 0.9 && ratio <= 1.1)).toBeGreaterThan(0.6)
    expect(share((ratio) => ratio < 0.9)).toBeGreaterThan(0.03)
    expect(share((ratio) => ratio > 1.1)).toBeGreaterThan(0.05)
    expect(rows.filter((row) => row.expired > 0).length).toBeGreaterThan(100)
  }

  {
    // Sums of provision are those of the contingent and of the shelves.
    const { totals } = await store.call('provision.list', { schoolYear: '2026-2027', limit: 1 })
    // Every copy is counted once: usable today, or past its date.
    expect(totals.usable).toBe(
      one(
        ask,
        `SELECT sum(movement.copies) FROM movement JOIN lot ON lot.id = lotId JOIN textbook ON textbook.id = textbookId
         WHERE coalesce(usableUntil, '9') >= '2026-11-21'`,
      ),
    )
    expect(totals.expired).toBe(
      one(
        ask,
        `SELECT sum(movement.copies) FROM movement JOIN lot ON lot.id = lotId JOIN textbook ON textbook.id = textbookId
         WHERE usableUntil < '2026-11-21'`,
      ),
    )
    expect(totals.students).toBe(
      one(
        ask,
        `SELECT (SELECT sum(contingent.students) FROM contingent JOIN subject ON obligatory = 1
             AND grade BETWEEN gradeFrom AND gradeTo WHERE schoolYear = '2026-2027')
           + (SELECT sum(students) FROM subjectStudents WHERE schoolYear = '2026-2027')`,
      ),
    )
    expect(Number(totals.usable) - Number(totals.students)).toBe(Number(totals.surplus) - Number(totals.deficit))
  }
  // Schools that are gone hold nothing.
  expect(
    one(ask, "SELECT coalesce(sum(copies), 0) FROM lot JOIN school ON school.id = schoolId WHERE state <> 'active'"),
  ).toBe(0)
})

test('the exchange fund tells of everything there can be', async () => {
  const { ask, store } = await demo()

  {
    // Has surpluses and needs that meet, promises of every kind, and a reservation about to end.
    const summary = await store.call('exchange.summary', {})
    expect(summary.surpluses.rows).toBeGreaterThan(80)
    expect(summary.needs.rows).toBeGreaterThan(40)
    expect((await store.call('exchange.matches', {})).total).toBeGreaterThan(10)
    const { rows } = await store.call('reservations.list', {})
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['active', 'expired', 'cancelled']))
    expect(summary.expiringReservations).toBe(1)
    expect(ask<{ note: string }>('SELECT note FROM need').some((need) => need.note.includes('письмо'))).toBe(true)
  }

  {
    // No surplus offers more than is held, none is past its date.
    const wrong = ask(
      `SELECT surplus.id FROM surplus JOIN lot ON lot.id = lotId JOIN textbook ON textbook.id = textbookId
       WHERE surplus.copies > lot.copies OR usableUntil < '2026-11-21'`,
    )
    expect(wrong).toEqual([])
  }

  {
    // Transfers of every state, one overdue, one of a meeting; acts of write-off of every state.
    const transfers = (await store.call('transfers.list', { limit: 100 })).rows
    expect(new Set(transfers.map((row) => row.state))).toEqual(
      new Set(['drafted', 'agreed', 'handed', 'received', 'returned', 'cancelled']),
    )
    expect(transfers.filter((row) => row.overdue).map((row) => row.to)).toEqual(['МБОУ Петровская ООШ'])
    expect(transfers.filter((row) => row.meeting !== '').length).toBeGreaterThan(2)
    // The protocols name these acts.
    expect(transfers.find((row) => row.actNumber === '36')).toMatchObject({
      from: 'МБОУ Троицкая СОШ',
      to: 'МБОУ Степная СОШ',
      receivedOn: '2026-09-24',
    })
    const onDay = transfers.filter((row) => row.note === 'День обмена 06.11.2026')
    expect(onDay.reduce((sum, row) => sum + row.copies, 0)).toBe(74)
    const acts = (await store.call('writeOffs.list', { limit: 100 })).rows
    expect(new Set(acts.map((row) => row.state))).toEqual(new Set(['drafted', 'booked', 'reversed']))
    const [campaign] = (await store.call('writeOffCampaigns.list', {})).rows
    const { schools } = await store.call('writeOffCampaigns.get', { id: campaign?.id ?? 0 })
    expect(new Set(schools.map((school) => school.state))).toEqual(new Set(['done', 'drafted', 'waiting', 'overdue']))
  }
})

test('the same each time, whatever the clock', async () => {
  const dump = ({ ask }: Awaited<ReturnType<typeof demo>>) =>
    [
      'textbook',
      'lot',
      'movement',
      'surplus',
      'need',
      'reservation',
      'transfer',
      'transferLine',
      'writeOff',
      'writeOffLine',
    ].map((table) => ask(`SELECT * FROM "${table}" ORDER BY id`))
  const [first, second] = [await demo('2031-03-01'), await demo('2024-01-01')]
  expect(dump(second)).toEqual(dump(first))
})

test('of a day in October nothing later is told', async () => {
  const { ask, store } = await demo('2026-10-16')
  expect(one(ask, 'SELECT max(date) FROM movement')).toBe('2026-09-24')
  expect(one(ask, 'SELECT max(draftedOn) FROM transfer')).toBe('2026-10-05')
  expect(one(ask, 'SELECT max(since) FROM surplus')).toBe('2026-10-13')
  expect(await store.call('app.check', {})).toEqual({ ok: true, problems: [] })
})
