import type { ListQueryInput } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openByHand } from './support/by-hand'
import { type District, madeDistrict, openDistrict } from './support/districts'
import { type Figure, median, ms, printFigures } from './support/figures'
import { provisionByHand } from './support/provision-by-hand'
import { processorTime, quiet } from './support/quiet'

/** Provision of 1,000 schools × 20,000 textbooks with 2,000,000 movements; METODIST_BENCH_LEDGER is a folder made before. */
const size = { titles: 20_000, holdings: 500_000, movements: 2_000_000 }
const runs = Number(process.env.METODIST_BENCH_RUNS ?? 5)
/** ARCHITECTURE: a page with filter, order and totals. */
const budget = { ratio: 1.3, ms: 100 }
const schoolYear = '2026-2027'

let dir = ''
let district: District
const now = (): Date => new Date('2026-11-21T12:00:00')
beforeAll(async () => {
  dir = process.env.METODIST_BENCH_LEDGER ?? (await madeDistrict(1000, null, size))
  district = openDistrict(dir, now)
  // What is kept is brought to the day.
  await district.call('drafts.put', { key: 'bench', payload: {} })
}, 900_000)
afterAll(() => district.store.close())

type Case = readonly [what: string, ask: () => Promise<unknown>, hand: readonly string[], kind: 'judged' | 'told']

function cases(school: string): readonly Case[] {
  const list = (query: ListQueryInput) => () => district.call('provision.list', { schoolYear, ...query })
  const short = { op: 'above' as const, column: 'deficit', value: 0 }
  return [
    ['first page, totals', list({}), provisionByHand.first, 'judged'],
    [
      'where books lack, the most first, totals',
      list({ filters: [short], sort: [{ column: 'deficit', desc: true }] }),
      provisionByHand.short,
      'judged',
    ],
    [
      'one school, totals',
      list({ filters: [{ op: 'equals', column: 'school', value: school }] }),
      provisionByHand.ofSchool(normKey(school)),
      'judged',
    ],
    [
      'one subject, totals',
      list({ filters: [{ op: 'equals', column: 'subject', value: 'Алгебра' }] }),
      provisionByHand.ofSubject('алгебра'),
      'judged',
    ],
    [
      'by coefficient, totals',
      list({ sort: [{ column: 'coefficient', desc: false }] }),
      provisionByHand.byCoefficient,
      'judged',
    ],
    ['jump to the middle', list({ offset: 80_000, totals: false }), provisionByHand.middle, 'told'],
    [
      'groups by school',
      () => district.call('lists.groups', { list: 'provision', by: 'school', query: { schoolYear } }),
      provisionByHand.groups,
      'told',
    ],
  ]
}

it('provision of a region: pages against SQL by hand over the same file', async () => {
  const [one] = (await district.call('schools.list', { limit: 1, offset: 500 })).rows
  const hand = openByHand(dir)
  const figures: Figure[] = []
  const isQuiet = await quiet()
  const clock = isQuiet ? () => performance.now() : processorTime
  const { total } = await district.call('provision.list', { schoolYear, limit: 1 })
  for (const [what, ask, sql, kind] of cases(one?.shortName ?? '')) {
    const times: Record<'first' | 'again' | 'hand', number[]> = { first: [], again: [], hand: [] }
    for (let run = 0; run < runs + 1; run++) {
      // A commit of another connection: whatever was kept is forgotten.
      await district.call('drafts.put', { key: 'bench', payload: { run } })
      const start = clock()
      await ask()
      const first = clock()
      await ask()
      const again = clock()
      hand.ask(sql)
      const end = clock()
      if (run === 0) continue
      times.first.push(first - start)
      times.again.push(again - first)
      times.hand.push(end - again)
    }
    const [first, again, best] = [median(times.first), median(times.again), median(times.hand)]
    const kept = first <= budget.ms && (first / best <= budget.ratio || first - best <= 10)
    figures.push({
      what,
      value: `${ms(first)}, again ${ms(again)}; by hand ${ms(best)}; × ${(first / best).toFixed(2)}`,
      ...(kind === 'judged' ? { budget: `× ${budget.ratio}, ${budget.ms} ms`, kept } : {}),
    })
  }
  hand.raw.close()
  const timed = async (what: string, ask: () => Promise<unknown>): Promise<void> => {
    const start = clock()
    await ask()
    figures.push({ what, value: ms(clock() - start) })
  }
  await timed('last school year, worked out for the answer', () =>
    district.call('provision.list', { schoolYear: '2025-2026' }),
  )
  await timed('all proposals', () => district.call('provision.proposals', { schoolYear }))
  printFigures(
    `${total} rows of provision, ${size.movements} movements, medians of ${runs}; first: nothing kept${isQuiet ? '' : '; processor time, others are at work'}`,
    figures,
  )
  for (const { what, kept } of figures) expect.soft(kept, what).not.toBe(false)
}, 900_000)

it('a change of one school is kept at once', async () => {
  const { rows } = await district.call('holdings.list', { limit: 1 })
  const lotId = rows[0]?.id ?? 0
  const times: number[] = []
  for (let run = 0; run < runs * 4; run++) {
    const start = performance.now()
    await district.call('holdings.correct', { lotId, date: '2026-11-20', copies: 30 + run, document: '', note: '' })
    times.push(performance.now() - start)
  }
  printFigures('A movement booked, with the provision of its school', [
    { what: 'holdings.correct', value: ms(median(times)) },
  ])
}, 300_000)
