import { expect, it } from 'vitest'
import { madeDistrict, openDistrict } from './support/districts'
import { own, ownFolder, program, startElectron } from './support/electron'
import { type Figure, median, ms, printFigures } from './support/figures'
import { quiet } from './support/quiet'
import * as screens from './support/screens'

const runs = Number(process.env.METODIST_BENCH_RUNS ?? 5)

/** Calls one after another from the page; ms of each, in batches since the page's clock is coarse. */
const scriptOf = (calls: Readonly<Record<string, readonly [string, unknown]>>): string => `(async () => {
  const batch = async ([name, input], count) => {
    const from = performance.now()
    for (let n = 0; n < count; n++) {
      const answer = JSON.parse(await window.metodist.ask(name, input))
      if (!answer.ok) throw new Error(name + ': ' + answer.error.message)
    }
    return (performance.now() - from) / count
  }
  const found = {}
  for (const [what, call] of Object.entries(${JSON.stringify(calls)})) {
    await batch(call, 60)
    found[what] = []
    for (let round = 0; round < 15; round++) found[what].push(await batch(call, 20))
  }
  return found
})()`

async function fromWindows<K extends string>(
  calls: Readonly<Record<K, readonly [string, unknown]>>,
  options: { usable: string; data: string; env?: Record<string, string> },
): Promise<Record<K, number>> {
  const found = Object.fromEntries(Object.keys(calls).map((name) => [name, [] as number[]])) as Record<K, number[]>
  for (let run = 0; run < runs; run++) {
    const { answer } = await startElectron({
      app: program,
      script: scriptOf(calls),
      userDataDir: ownFolder(),
      args: ['--data', options.data],
      usable: options.usable,
      ...(options.env ? { env: options.env } : {}),
    })
    for (const [name, times] of Object.entries(answer as Record<K, number[]>)) {
      found[name as K].push(median(times as number[]))
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, all]) => [name, median(all as number[])])) as Record<
    K,
    number
  >
}

/** An echo in the store's place: what is measured is the way alone. `utility-process` is how it is shipped. */
it('the way from the page to the store and back', async () => {
  const figures: Figure[] = []
  for (const transport of ['fork', 'utility-process']) {
    const found = await fromWindows(
      {
        shell: ['shell.storeState', {}],
        empty: ['search.everything', { do: 'echo', value: null }],
        list: ['search.everything', { do: 'list', rows: 100, columns: 12 }],
      },
      {
        usable: "document.querySelector('#root')?.children.length > 0",
        data: ownFolder(),
        env: { METODIST_STORE: 'echo', ...(transport === 'fork' ? {} : { METODIST_TRANSPORT: transport }) },
      },
    )
    figures.push(
      { what: `${transport}: answered by the shell itself`, value: ms(found.shell) },
      { what: `${transport}: empty call`, value: ms(found.empty), budget: '0.5 ms', kept: found.empty <= 0.5 },
      { what: `${transport}: a list of 100 × 12`, value: ms(found.list), budget: '2 ms', kept: found.list <= 2 },
    )
  }
  printFigures(`Page → store → page without a query, medians of ${runs} windows`, figures)
  for (const { what, kept } of figures) expect(kept, what).not.toBe(false)
})

it('real calls from the page, against the same in one process', async () => {
  const dir = await madeDistrict(1000)
  const page = { search: '', offset: 0, limit: 100 }
  const district = openDistrict(dir)
  await quiet()
  const inStore: number[] = []
  for (let n = 0; n < 400; n++) {
    const from = performance.now()
    await district.call('schools.list', page)
    if (n >= 100) inStore.push(performance.now() - from)
  }
  const { rows } = await district.call('schools.list', page)
  await district.store.close()
  own(dir)
  const found = await fromWindows(
    {
      list: ['schools.list', page],
      draft: ['drafts.put', { key: 'bench', payload: { text: 'недописанное '.repeat(20) } }],
    },
    { usable: screens.desk, data: dir },
  )
  printFigures(`Real calls from the page, 1,000 schools, medians of ${runs} windows`, [
    { what: `page of ${rows.length} schools, ${Object.keys(rows[0] ?? {}).length} columns`, value: ms(found.list) },
    { what: 'the same query in one process', value: ms(median(inStore)) },
    { what: 'a draft put away, on disk', value: ms(found.draft) },
  ])
  expect(rows).toHaveLength(100)
})
