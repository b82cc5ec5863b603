import { dataFolder } from '@store/database/folder'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { school, textbook } from '../support/records'
import { dumpOf } from './support/dump'
import { type TestStore, testStore } from './support/store'

/** Random histories of the ledger against a model in memory: a list of movements, and nothing else. */
interface Move {
  id: number
  lot: string
  date: string
  copies: number
  reverses: number | null
}
type Action =
  | { kind: 'add'; lot: number; day: number; copies: number; correction: boolean }
  | { kind: 'count'; lot: number; day: number; copies: number }
  | { kind: 'remove'; pick: number }
  | { kind: 'reverse'; pick: number; day: number }
  | { kind: 'undo' }
  | { kind: 'redo' }

const lots = [
  { schoolId: 1, textbookId: 1, publicationYear: 2020, price: 45_000, source: 'regional' as const },
  { schoolId: 1, textbookId: 1, publicationYear: 2020, price: 0, source: 'unknown' as const },
  { schoolId: 2, textbookId: 2, publicationYear: 0, price: 30_000, source: 'own' as const },
]
const dayOf = (day: number): string =>
  `2025-${String(1 + Math.floor(day / 28)).padStart(2, '0')}-${String(1 + (day % 28)).padStart(2, '0')}`
const day = fc.integer({ min: 0, max: 20 })
const lot = fc.integer({ min: 0, max: lots.length - 1 })
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      lot,
      day,
      copies: fc.integer({ min: -12, max: 12 }),
      correction: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('count' as const), lot, day, copies: fc.integer({ min: 0, max: 15 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), pick: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reverse' as const), pick: fc.nat(50), day }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const }) },
)

const keyOf = (one: (typeof lots)[number]): string => JSON.stringify(one)
const balanceOn = (moves: readonly Move[], key: string, date: string): number =>
  moves.filter((move) => move.lot === key && move.date <= date).reduce((sum, move) => sum + move.copies, 0)
const isSound = (moves: readonly Move[]): boolean => moves.every((move) => balanceOn(moves, move.lot, move.date) >= 0)

async function district(): Promise<TestStore> {
  const test = await testStore({ today: '2026-11-20' })
  await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
  for (const one of ['СОШ № 1', 'СОШ № 2'])
    await test.call('schools.save', { id: null, revision: null, school: school(one) })
  for (const one of [textbook('Алгебра'), textbook('Букварь')])
    await test.call('textbooks.save', { id: null, revision: null, textbook: one })
  return test
}

/** Does one thing to the store and says what the model must then be; null where it must have been refused. */
async function step(
  test: TestStore,
  moves: readonly Move[],
  one: Action,
): Promise<{ next: Move[] | null; ok: boolean; id?: number }> {
  const call = (name: string, input: unknown) => test.store.router.call(name, input)
  if (one.kind === 'add') {
    const key = lots[one.lot] as (typeof lots)[number]
    const kind = one.correction ? 'correction' : 'receipt'
    const movement = { ...key, date: dayOf(one.day), kind, copies: one.copies, document: '', note: '' }
    const answer = await call('movements.add', { movement })
    const id = answer.ok ? (answer.value as { id: number }).id : 0
    const next = [...moves, { id, lot: keyOf(key), date: movement.date, copies: one.copies, reverses: null }]
    const isRight = one.copies !== 0 && (one.correction || one.copies > 0) && isSound(next)
    return { next: isRight ? next : null, ok: answer.ok }
  }
  if (one.kind === 'count') {
    const key = lots[one.lot] as (typeof lots)[number]
    const lotId = (await test.call('holdings.list', {})).rows.find(
      (row) => row.schoolId === key.schoolId && row.textbookId === key.textbookId && (row.price ?? 0) === key.price,
    )?.id
    if (lotId === undefined) return { next: [...moves], ok: true }
    const date = dayOf(one.day)
    const answer = await call('holdings.correct', { lotId, date, copies: one.copies, document: '', note: '' })
    const difference = one.copies - balanceOn(moves, keyOf(key), date)
    if (difference === 0) return { next: [...moves], ok: answer.ok }
    const last = answer.ok
      ? Math.max(...(await test.call('holdings.get', { id: lotId })).movements.map((move) => move.id))
      : 0
    const next = [...moves, { id: last, lot: keyOf(key), date, copies: difference, reverses: null }]
    return { next: isSound(next) ? next : null, ok: answer.ok }
  }
  const picked = moves.length === 0 || !('pick' in one) ? undefined : moves[one.pick % moves.length]
  if (!picked) return { next: [...moves], ok: true }
  if (one.kind === 'remove') {
    const answer = await call('movements.remove', { id: picked.id })
    const next = moves.filter((move) => move.id !== picked.id)
    const isFixed = picked.reverses !== null || moves.some((move) => move.reverses === picked.id)
    return { next: isFixed || !isSound(next) ? null : next, ok: answer.ok }
  }
  if (one.kind === 'reverse') {
    const date = dayOf(one.day)
    const answer = await call('movements.reverse', { id: picked.id, date, note: '' })
    const id = answer.ok ? (answer.value as { id: number }).id : 0
    const next = [...moves, { id, lot: picked.lot, date, copies: -picked.copies, reverses: picked.id }]
    const isTwice = moves.some((move) => move.reverses === picked.id)
    return { next: isTwice || !isSound(next) ? null : next, ok: answer.ok }
  }
  return { next: [...moves], ok: true }
}

async function judge(test: TestStore, moves: readonly Move[]): Promise<void> {
  for (const on of [null, ...[0, 5, 10, 15, 20].map(dayOf)]) {
    const { rows, total, totals } = await test.call('holdings.list', on === null ? {} : { on })
    const shown = Object.fromEntries(
      rows.map((row) => [`${row.schoolId}/${row.textbookId}/${row.price ?? 0}`, row.copies]),
    )
    const wanted = Object.fromEntries(
      lots.flatMap((one) => {
        const own = moves.filter((move) => move.lot === keyOf(one) && (on === null || move.date <= on))
        if (own.length === 0) return []
        return [[`${one.schoolId}/${one.textbookId}/${one.price}`, own.reduce((sum, move) => sum + move.copies, 0)]]
      }),
    )
    expect(shown).toEqual(wanted)
    expect(total).toBe(Object.keys(wanted).length)
    expect(totals.copies ?? 0).toBe(Object.values(wanted).reduce((sum, copies) => sum + copies, 0))
  }
  expect((await test.call('movements.list', {})).total).toBe(moves.length)
}

describe('random histories of the ledger', () => {
  it('balances are the sums of movements on every day, never negative; what is refused changes nothing', async () => {
    let refused = 0
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 24 }), async (actions) => {
        const test = await district()
        const past: Move[][] = []
        const future: Move[][] = []
        let moves: Move[] = []
        for (const one of actions) {
          if (one.kind === 'undo' || one.kind === 'redo') {
            const [from, to] = one.kind === 'undo' ? [past, future] : [future, past]
            const other = from.pop()
            if (!other) continue
            await test.call(`history.${one.kind}`, {})
            to.push(moves)
            moves = other
            continue
          }
          const before = dumpOf(test.dir)
          const { next, ok } = await step(test, moves, one)
          expect({ one, ok }).toEqual({ one, ok: next !== null })
          if (next === null) {
            refused++
            expect(dumpOf(test.dir)).toEqual(before)
            continue
          }
          accepted++
          if (JSON.stringify(next) === JSON.stringify(moves)) continue
          past.push(moves)
          future.length = 0
          moves = next
        }
        await judge(test, moves)
        expect(await test.call('app.check', {})).toEqual({ ok: true, problems: [] })
        await test.store.close()
      }),
      { numRuns: 12, seed: Number(process.env.FC_SEED ?? 20261121) },
    )
    expect(Math.min(refused, accepted)).toBeGreaterThan(10)
  })

  it('check finds a ledger that was tampered with', async () => {
    const test = await district()
    const [one] = lots
    if (!one) throw new Error('No lot')
    await test.call('movements.add', {
      movement: { ...one, date: '2025-09-01', kind: 'receipt', copies: 30, document: '', note: '' },
    })
    await test.store.close()
    const raw = new Database(dataFolder(test.dir).database)
    const triggers = raw
      .prepare<[], { name: string; sql: string }>(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'movement'",
      )
      .all()
    for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`)
    raw.exec('UPDATE movement SET copies = 20')
    for (const { sql } of triggers) raw.exec(sql)
    raw.close()
    await test.reopen()
    const { ok, problems } = await test.call('app.check', {})
    expect(ok).toBe(false)
    expect(problems.map((problem) => problem.text)).toContain('Партия № 1: записан остаток 30, а по движениям 20.')
    expect(problems.some((problem) => problem.text.startsWith('Итоги движения фонда по дням'))).toBe(true)
  })
})
