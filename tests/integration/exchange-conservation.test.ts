import { join } from 'node:path'
import { blankTextbook } from '@shared/contract/blank'
import { addDays } from '@shared/domain/dates'
import { fundState } from '@store/ledger/fund'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { limit, random, rounds, seed } from './faults/support/rounds'
import { dumpOf } from './support/dump'
import { type Known, type Row, randomWork } from './support/fund-history'
import { type TestStore, testStore } from './support/store'

/**
 * Random histories over every operation that moves books or promises them: copies are never made or lost, balances are the
 * sums of their movements and below zero on no day, nothing is promised twice, what is refused changes nothing, and undoing
 * everything returns to the start. `METODIST_SEED` repeats a run, `METODIST_FAULTS` makes it longer (`npm run faults`).
 */
const start = '2026-10-01'

class Clock {
  day = start
  now = (): Date => new Date(`${this.day}T12:00:00`)
}

async function district(clock: Clock): Promise<{ test: TestStore; schools: number[]; books: number[] }> {
  const test = await testStore({ now: clock.now })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  const schools: number[] = []
  for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее', 'Лицей']) {
    schools.push((await test.call('schools.save', { id: null, revision: null, school: school(name) })).id)
  }
  const books: number[] = []
  for (const title of ['Алгебра', 'Алгебра для всех']) {
    const textbook = {
      ...blankTextbook(),
      title,
      subject: 'Алгебра',
      gradeFrom: 7,
      gradeTo: 7,
      fplCode: '1.1.2.4.2.2.1.',
    }
    books.push((await test.call('textbooks.save', { id: null, revision: null, textbook })).id)
  }
  return { test, schools, books }
}

/** Everything there is, read past the program. */
class Eye {
  private readonly raw
  constructor(test: TestStore) {
    this.raw = new BetterSqlite(join(test.dir, 'metodist.sqlite'), { readonly: true })
  }
  all(table: string): Row[] {
    return this.raw.prepare<[], Row>(`SELECT * FROM "${table}" ORDER BY id`).all()
  }
  known(schools: readonly number[], books: readonly number[], today: string): Known {
    const rows = Object.fromEntries(
      (['lot', 'surplus', 'need', 'reservation', 'transfer', 'writeOff', 'movement'] as const).map((name) => [
        name,
        this.all(name),
      ]),
    ) as unknown as Known['rows']
    return { schools, books, today, rows, lines: this.all('transferLine') as unknown as Known['lines'] }
  }
  refuseWrong(today: string): void {
    const movements = this.all('movement')
    const lots = this.all('lot')
    for (const lot of lots) refuseWrongLot(lot, movements)
    this.refuseLost(movements)
    for (const side of ['surplus', 'need'] as const) {
      for (const { id } of this.all(side)) {
        const state = fundState(this.raw, side, id, today)
        expect(state?.rest, `${side} ${id}: ${JSON.stringify(state)}`).toBeGreaterThanOrEqual(0)
      }
    }
  }
  /** Lots and what is on the way are what came, was found and was written off; every transfer has moved what its state says. */
  private refuseLost(movements: readonly Row[]): void {
    const byId = new Map(movements.map((one) => [one.id, one]))
    const rootKind = (one: Row): string => {
      const taken = one.kind === 'reversal' ? byId.get(Number(one.reversesId)) : undefined
      return taken ? rootKind(taken) : String(one.kind)
    }
    const sum = (some: readonly Row[]): number => some.reduce((total, one) => total + Number(one.copies), 0)
    const lot = new Map(this.all('lot').map((one) => [one.id, one]))
    const transfers = new Map(this.all('transfer').map((one) => [one.id, one]))
    let onTheWay = 0
    for (const line of this.all('transferLine')) {
      const transfer = transfers.get(Number(line.transferId))
      const own = movements.filter((one) => one.transferLineId === line.id && rootKind(one) !== 'correction')
      const at = (schoolId: unknown): number =>
        sum(own.filter((one) => lot.get(Number(one.lotId))?.schoolId === schoolId))
      const kept = Number(line.received ?? 0) - Number(line.returned)
      const left = { handed: Number(line.copies), received: kept, returned: kept }[String(transfer?.state)] ?? 0
      const came = transfer?.state === 'handed' ? 0 : left
      expect([at(transfer?.fromSchoolId), at(transfer?.toSchoolId)], JSON.stringify({ transfer, line, own })).toEqual([
        0 - left,
        came,
      ])
      onTheWay += left - came
    }
    const outside = new Set(['receipt', 'correction', 'write-off'])
    expect(sum(movements) + onTheWay).toBe(sum(movements.filter((one) => outside.has(rootKind(one)))))
  }
  close(): void {
    this.raw.close()
  }
}

function refuseWrongLot(lot: Row, movements: readonly Row[]): void {
  const own = movements.filter((one) => one.lotId === lot.id)
  const byDay = new Map<string, number>()
  for (const { date, copies } of own) byDay.set(String(date), (byDay.get(String(date)) ?? 0) + Number(copies))
  let balance = 0
  for (const [, copies] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    balance += copies
    expect(balance, JSON.stringify({ lot, own })).toBeGreaterThanOrEqual(0)
  }
  expect([lot.copies, lot.movements]).toEqual([balance, own.length])
}

describe('copies of the district', () => {
  it(
    'are neither made nor lost by any history',
    async () => {
      console.info(`exchange-conservation: METODIST_SEED=${seed}`)
      const done = new Map<string, number>()
      for (let run = 0; run < rounds(2); run++) await history(seed + run, 160, done)
      // Histories in which everything is refused would prove nothing.
      console.info(JSON.stringify(Object.fromEntries(done)))
      const accepted = [...done.values()].reduce((sum, count) => sum + count, 0)
      expect(accepted, JSON.stringify(Object.fromEntries(done))).toBeGreaterThan(rounds(2) * 40)
    },
    limit(120_000),
  )
})

async function history(from: number, steps: number, done: Map<string, number>): Promise<void> {
  const next = random(from)
  const clock = new Clock()
  const { test, schools, books } = await district(clock)
  const beginning = dumpOf(test.dir)
  const first = (await test.call('history.stack', {})).undo?.groupId
  const eye = new Eye(test)
  try {
    let before = JSON.stringify(beginning)
    for (let nth = 0; nth < steps; nth++) {
      if (next() < 0.1) clock.day = addDays(clock.day, 1 + Math.floor(next() * 4))
      const work = randomWork(next, eye.known(schools, books, clock.day))
      const stack = await test.call('history.stack', {})
      // What was before the history began is not its to undo.
      if (work.name === 'history.undo' && stack.undo?.groupId === first) continue
      const answer = await test.store.router.call(work.name, work.input)
      const after = JSON.stringify(dumpOf(test.dir))
      const told = `seed ${from}, step ${nth}: ${JSON.stringify(work)} → ${JSON.stringify(answer)}`
      if (answer.ok) done.set(work.name, (done.get(work.name) ?? 0) + 1)
      else {
        expect(answer.error.code, told).not.toBe('internal')
        expect(answer.error.message, told).toMatch(/[а-яё].*[.!]$/isu)
        expect(after === before, told).toBe(true)
      }
      try {
        eye.refuseWrong(clock.day)
      } catch (error) {
        throw new Error(`${told}\n${(error as Error).message}`, { cause: error })
      }
      before = after
    }
    expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
    await backAndForth(test, first, beginning, before)
  } finally {
    eye.close()
    await test.store.close()
  }
}

/** Undone to the beginning it is as it was, done again it is as it ended. */
async function backAndForth(test: TestStore, first: number | undefined, beginning: object, end: string): Promise<void> {
  // A last change makes the steps that were undone on the way unreachable, as any change does.
  let undone = 0
  while ((await test.call('history.stack', {})).undo?.groupId !== first) {
    await test.call('history.undo', {})
    undone++
  }
  expect(dumpOf(test.dir)).toEqual(beginning)
  for (let step = 0; step < undone; step++) await test.call('history.redo', {})
  expect(JSON.stringify(dumpOf(test.dir))).toBe(end)
}
