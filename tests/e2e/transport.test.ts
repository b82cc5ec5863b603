import { expect, test } from 'playwright/test'
import type { EventName, Events } from '../../src/shared/contract/app'
import { cases, type Harness } from '../transport/conformance'
import { type LaunchedApp, launch } from './support/app'

/** The shipped way between shell and store, as far as it can run here: an echo in the store's place. */
for (const transport of ['utility-process', 'default']) {
  test.describe(`from the page to an echo store over ${transport}`, () => {
    let launched: LaunchedApp
    let harness: Harness

    test.beforeAll(async () => {
      launched = await launch({
        env: { METODIST_STORE: 'echo', ...(transport === 'default' ? {} : { METODIST_TRANSPORT: transport }) },
      })
      const { page } = launched
      await page.evaluate(() => {
        const told: { name: string; payload: unknown }[] = []
        Object.assign(window, { told })
        for (const name of ['store', 'changed'] as const)
          window.metodist.subscribe(name, (payload) => told.push({ name, payload }))
      })
      const told = async <N extends EventName>(name: N): Promise<Events[N][]> => {
        const all = await page.evaluate(
          () => (window as unknown as { told: { name: string; payload: unknown }[] }).told,
        )
        return all.filter((one) => one.name === name).map((one) => one.payload as Events[N])
      }
      harness = {
        call: (name, input) => page.evaluate(([one, two]) => window.metodist.call(one, two), [name, input] as const),
        states: () => told('store'),
        changed: async () => (await told('changed')).map(({ topics }) => topics),
      }
    })
    test.afterAll(() => launched.close())

    for (const { name, run } of cases) test(name, () => run(harness))

    test('the store is where it is meant to be', async () => {
      const answer = await harness.call('search.everything', { do: 'pid' })
      const metrics = await launched.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
      expect(answer.ok && metrics.includes(answer.value as number)).toBe(transport === 'utility-process')
    })
  })
}
