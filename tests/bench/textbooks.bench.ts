import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, Input, Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type OpenStore, openStore } from '@store/store'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asked, catalogue } from '../support/catalogue'
import { fplBooks, writeFpl } from '../support/fpl'
import { median, ms } from './support/figures'

/** Issue 4: a search over 20,000 textbooks within 20 ms in 95 of 100; the list of 5,000 coming in is told. */
const books = Number(process.env.METODIST_BENCH_TEXTBOOKS ?? 20_000)

let dir = ''
let store: OpenStore
const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
  const answer = await store.router.call(name, input)
  if (!answer.ok) throw AppError.fromFailure(answer.error)
  return answer.value as Output<typeof name>
}
const spent = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}
const loaded = async (count: number): Promise<{ compared: number; written: number }> => {
  const file = await writeFpl(join(dir, `ФПУ-${count}.xlsx`), fplBooks(count))
  let runId = 0
  const compared = await spent(async () => {
    const seen = await call('imports.inspect', { file })
    const columns = seen.columns.flatMap(({ index, column }) => (column === null ? [] : [{ index, column }]))
    const of = { file, list: 'textbooks', sheet: seen.sheet, headRow: seen.headRow ?? 0, columns }
    runId = (await call('imports.prepare', of)).id
  })
  const written = await spent(() => call('textbooks.applyFpl', { runId, order: 'Приказ № 1' }))
  return { compared, written }
}

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'metodist-bench-'))
  store = openStore({ dir: join(dir, 'data'), create: true, version: '0.0.0-bench', author: 'Замер' })
  await call('app.initialise', { mode: 'own', municipality: 'Район' })
}, 600_000)
afterAll(async () => {
  await store.close()
  rmSync(dir, { recursive: true, force: true })
})

it('a federal list of 5,000 rows, then all of them', { timeout: 600_000 }, async () => {
  const first = await loaded(5000)
  process.stdout.write(`ФПУ of 5,000 rows: read and compared ${ms(first.compared)}, written ${ms(first.written)}\n`)
  const again = await loaded(5000)
  process.stdout.write(`The same again: compared ${ms(again.compared)}, written ${ms(again.written)}\n`)
  await loaded(books)
  for (const [, textbook] of catalogue) await call('textbooks.save', { id: null, revision: null, textbook })
  expect((await call('textbooks.list', { limit: 1 })).total).toBe(books + catalogue.size)
})

it('searches among them', { timeout: 600_000 }, async () => {
  const times: number[] = []
  const slow: [number, string][] = []
  let missed = 0
  for (const [text, key] of [...asked, ...asked]) {
    let hits: Output<'textbooks.find'> = []
    times.push(await spent(async () => (hits = await call('textbooks.find', { text }))))
    slow.push([times.at(-1) ?? 0, text])
    const book = catalogue.get(key)
    if (!hits.slice(0, 3).some((hit) => hit.isbn === book?.isbn)) missed++
  }
  slow.sort((one, other) => other[0] - one[0])
  process.stdout.write(
    `Slowest: ${slow
      .slice(0, 10)
      .map(([time, text]) => `${text} ${ms(time)}`)
      .join('; ')}\n`,
  )
  times.sort((one, other) => one - other)
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0
  process.stdout.write(
    `${times.length} searches over ${books} textbooks: median ${ms(median(times))}, p95 ${ms(p95)}, longest ${ms(times.at(-1) ?? 0)}; the book meant not among the first three in ${missed}\n`,
  )
  const list: number[] = []
  for (const [search] of asked) list.push(await spent(() => call('textbooks.list', { search })))
  list.sort((one, other) => one - other)
  process.stdout.write(
    `Quick search of the list: median ${ms(median(list))}, p95 ${ms(list[Math.floor(list.length * 0.95)] ?? 0)}\n`,
  )
  expect(p95).toBeLessThanOrEqual(20)
})
