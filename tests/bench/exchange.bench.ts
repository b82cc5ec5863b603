import { newUid } from '@shared/contract/fields'
import type { Transfer, TransferLine } from '@shared/contract/transfers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type District, madeDistrict, openDistrict } from './support/districts'
import { type Figure, median, ms, printFigures } from './support/figures'
import { processorTime, quiet } from './support/quiet'

/** The fund of 200 schools; METODIST_BENCH_FUND is a folder made before. */
const size = { titles: 1_500, holdings: 60_000, movements: 60_000, surpluses: 30_000, needs: 30_000 }
const runs = Number(process.env.METODIST_BENCH_RUNS ?? 5)
/** ARCHITECTURE: a page with filter, order and totals. */
const budget = 100

let district: District
let clock = (): number => performance.now()
beforeAll(async () => {
  const from = performance.now()
  const dir = process.env.METODIST_BENCH_FUND ?? (await madeDistrict(200, 50, size))
  process.stdout.write(`Made in ${((performance.now() - from) / 1000).toFixed(1)} s: ${dir}\n`)
  district = openDistrict(dir, () => new Date('2026-11-21T12:00:00'))
  // On a busy machine what the work itself takes is measured.
  if (!(await quiet())) clock = processorTime
}, 600_000)
afterAll(() => district.store.close())

it('lists, matching and state of a fund of 30,000 surpluses and 30,000 needs', async () => {
  const { call } = district
  const [school] = (await call('schools.list', { limit: 1 })).rows
  const equals = { op: 'equals' as const, column: 'school', value: school?.shortName ?? '' }
  const cases: readonly [string, () => Promise<unknown>, boolean][] = [
    ['surpluses, first page, totals', () => call('surpluses.list', {}), true],
    ['surpluses of a school, totals', () => call('surpluses.list', { filters: [equals] }), true],
    ['surpluses, quick search «алгебра», totals', () => call('surpluses.list', { search: 'алгебра' }), true],
    [
      'surpluses with something free, by textbook, totals',
      () =>
        call('surpluses.list', {
          filters: [{ op: 'above', column: 'free', value: 0 }],
          sort: [{ column: 'textbook', desc: false }],
        }),
      false,
    ],
    ['needs, first page, totals', () => call('needs.list', {}), true],
    ['needs of a school, totals', () => call('needs.list', { filters: [equals] }), true],
    [
      'needs with something in the fund',
      () => call('needs.list', { filters: [{ op: 'above', column: 'offered', value: 0 }] }),
      false,
    ],
    ['what fits what', () => call('exchange.matches', {}), true],
    ['what fits what, a word', () => call('exchange.matches', { search: 'алгебра' }), true],
    ['the fund today', () => call('exchange.summary', {}), true],
    ['the fund a year ago', () => call('exchange.summary', { on: '2025-11-21' }), true],
  ]
  const figures: Figure[] = []
  const judged: [string, number][] = []
  for (const [what, ask, isJudged] of cases) {
    const times: number[] = []
    for (let run = 0; run < runs + 1; run++) {
      // A commit of another connection: whatever was kept is forgotten.
      await call('drafts.put', { key: 'bench', payload: { run } })
      const start = clock()
      await ask()
      if (run > 0) times.push(clock() - start)
    }
    const time = median(times)
    figures.push({ what, value: ms(time), ...(isJudged ? { budget: ms(budget), kept: time < budget } : {}) })
    if (isJudged) judged.push([what, time])
  }
  printFigures('Exchange fund', figures)
  for (const [what, time] of judged) expect.soft(time, what).toBeLessThan(budget)
}, 600_000)

it('a transfer of 500 lines: saved, handed over, received', async () => {
  const { call } = district
  const { rows } = await call('surpluses.list', { limit: 1, filters: [{ op: 'above', column: 'held', value: 0 }] })
  const from = rows[0]?.schoolId ?? 0
  const lots = (await call('holdings.lots', { schoolId: from, textbookId: null }))
    .filter((lot) => lot.free > 0)
    .slice(0, 500)
  const other = (await call('schools.list', { limit: 2 })).rows.find((row) => row.id !== from)
  const lines = lots.map(
    (lot): TransferLine => ({
      uid: newUid(),
      lotId: lot.id,
      copies: 1,
      condition: 'good',
      accounted: true,
      surplusId: null,
      needId: null,
      reservationId: null,
      planLineId: null,
      forTextbookId: null,
    }),
  )
  const nobody = { name: '', position: '', attorney: '' }
  const transfer: Transfer = {
    fromSchoolId: from,
    toSchoolId: other?.id ?? 0,
    term: 'permanent',
    dueBack: null,
    actNumber: '',
    actDate: null,
    giver: nobody,
    receiver: nobody,
    viaSchoolId: null,
    meetingId: null,
    note: '',
    lines,
  }
  const figures: Figure[] = []
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const start = clock()
    const done = await work()
    figures.push({ what: `${what}, ${lines.length} lines`, value: ms(clock() - start) })
    return done
  }
  const on = '2026-11-21'
  const { id } = await timed('save', () => call('transfers.save', { id: null, revision: null, transfer }))
  await timed('agree', () => call('transfers.agree', { id, on }))
  await timed('hand over', () => call('transfers.hand', { id, on }))
  await timed('receive', () => call('transfers.receive', { id, on }))
  await timed('open', () => call('transfers.get', { id }))
  printFigures('Transfer', figures)
}, 600_000)
