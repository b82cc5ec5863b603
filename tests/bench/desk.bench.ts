import type { CallName } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import { addDays } from '@shared/domain/dates'
import { seededRandom } from '@store/sample/generate/random'
import { expect, it } from 'vitest'
import { item, roadmap, section } from '../integration/support/roadmap'
import { event } from '../support/records'
import { type District, madeDistrict, openDistrict } from './support/districts'
import { type Figure, median, ms, printFigures, quantile } from './support/figures'
import { processorTime, quiet } from './support/quiet'

/** The desk of a district of a thousand schools with years of work behind it: all it shows, 100 ms in the store. */
const runs = Number(process.env.METODIST_BENCH_RUNS ?? 15)
const budget = 100
const today = '2026-11-21'
const asked: readonly (readonly [CallName, object])[] = [
  ['desk.overview', {}],
  ['desk.meeting', {}],
  ['desk.year', { schoolYear: '2026-2027' }],
  ['exchange.summary', {}],
  ['drafts.list', {}],
]

/**
 * Two road maps of sixty items for each of six years, with five parts here and there, half of the items linked to decisions, most of
 * what is past marked done; and 600 events.
 */
async function fillWork({ call }: District): Promise<void> {
  const random = seededRandom(5)
  const fresh = { id: null, revision: null }
  const { rows: decisions } = await call('decisions.list', { schoolYear: null, limit: 1000 })
  const dues = ['март', 'до 1 декабря 2026 года', 'ежеквартально', 'май, ноябрь', 'постоянно', 'сентябрь']
  for (let n = 0; n < 12; n++) {
    const items = Array.from({ length: 60 }, (_, at) =>
      item({
        title: `Мероприятие ${n}.${at}`,
        due: random.pick(dues),
        executors: ['Методист', 'Руководители ИБЦ'],
        parts: at % 10 === 0 ? Array.from({ length: 5 }, (_, part) => [`Часть ${part}`, random.pick(dues)]) : [],
      }),
    )
    const year = 2021 + (n >> 1)
    const period = { from: `${year}-01-01`, to: `${year}-12-31` }
    const paper = roadmap([section('Работа', items, 'I')], { ...period, title: `Дорожная карта ${n}` })
    const { id } = await call('roadmaps.save', { ...fresh, roadmap: paper })
    const itemUids = items.filter(() => year < 2026 && random.next() < 0.9).map(({ uid }) => uid)
    const mark = { state: 'done', on: '2026-11-01', movedTo: null, evidence: 'приказ № 14', note: '' } as const
    if (itemUids.length > 0) await call('roadmaps.markMany', { id, itemUids, mark })
    for (const [at, { uid: itemUid }] of items.entries()) {
      const decision = decisions[random.int(0, decisions.length - 1)]
      if (at % 2 === 0 || !decision) continue
      const links = [{ uid: newUid(), itemUid, kind: 'decision' as const, decisionUid: decision.uid, eventId: null }]
      await call('roadmaps.link', { id, itemUid, links })
    }
  }
  for (let n = 0; n < 600; n++) {
    const from = addDays(today, random.int(-700, 60))
    const state = from < addDays(today, -30) ? 'held' : 'planned'
    await call('events.save', { ...fresh, event: event(`Семинар ${n}`, { from, to: from, state }) })
  }
}

it('a thousand schools: the desk', async () => {
  const dir = await madeDistrict(1000, null, { titles: 4000, holdings: 60_000, surpluses: 3000, needs: 3000 })
  const district = openDistrict(dir, () => new Date(`${today}T12:00:00`))
  await fillWork(district)
  const isQuiet = await quiet(Number(process.env.METODIST_BENCH_PATIENCE ?? 20_000))
  const clock = isQuiet ? () => performance.now() : processorTime
  const times = new Map<string, number[]>(asked.map(([name]) => [name, []]))
  const whole: number[] = []
  for (let run = 0; run < runs + 1; run++) {
    // A commit of another connection: whatever was kept is forgotten.
    await district.call('drafts.put', { key: 'bench', payload: { run } })
    let sum = 0
    for (const [name, input] of asked) {
      const from = clock()
      await district.call(name, input as never)
      const took = clock() - from
      if (run > 0) times.get(name)?.push(took)
      sum += took
    }
    if (run > 0) whole.push(sum)
  }
  const { groups } = await district.call('desk.overview', {})
  const figures: Figure[] = [...times].map(([what, all]) => ({
    what,
    value: `${ms(median(all))}, longest ${ms(Math.max(...all))}`,
  }))
  const all = median(whole)
  figures.push({
    what: 'all of it, one after another',
    value: `${ms(all)}, p95 ${ms(quantile(whole, 0.95))}`,
    budget: `${budget} ms`,
    kept: all <= budget,
  })
  printFigures(
    `The desk, 1,000 schools, ${groups.map(({ kind, count }) => `${kind} ${count}`).join(', ')}${isQuiet ? '' : '; processor time, others are at work'}`,
    figures,
  )
  expect(all).toBeLessThanOrEqual(budget)
  await district.store.close()
})
