import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { StoreSupervisor } from '../../src/main/shell/store-supervisor'
import { startForked } from '../../src/main/shell/transport/forked'
import type { StoreState } from '../../src/shared/contract/app'
import { cases } from './conformance'

const echo = fileURLToPath(new URL('../support/echo-store.ts', import.meta.url))
const node = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url))

let opened: StoreSupervisor | null = null

const codeCache = join(tmpdir(), 'metodist-test-code-cache')

function supervise(start = () => startForked(echo, node, codeCache)) {
  const states: StoreState[] = []
  const changed: string[][] = []
  const texts: string[] = []
  const store = new StoreSupervisor({
    start,
    open: () => ({ type: 'open', dataDir: '/nowhere', version: '0', author: { profile: '', osUser: '' } }),
    events: {
      state: (state) => states.push(state),
      changed: (topics) => changed.push(topics),
      job: () => undefined,
      errorText: (text) => texts.push(text),
    },
    backOff: [10, 10, 10, 10],
  })
  opened = store
  store.start()
  return { store, states, changed, texts }
}

/** Under which names the store was asked for one command, before and after its death. */
async function names(store: StoreSupervisor, mark: string): Promise<string[]> {
  const answer = await store.call('profile.save', { do: 'operations', mark })
  return answer.ok ? (answer.value as string[]) : []
}

afterEach(async () => {
  await opened?.close()
  opened = null
})

describe('over fork under Node 24', () => {
  test.each(cases)('$name', async ({ run }) => {
    const { store, states, changed } = supervise()
    await run({
      call: (name, input) => store.call(name, input),
      states: async () => [...states],
      changed: async () => [...changed],
    })
  })
})

describe('the supervisor', () => {
  test('gives up after several deaths in a row, says so, and tries again when asked', async () => {
    const { store, states } = supervise(() => startForked('/nowhere/store.js', node, codeCache))
    await expect.poll(() => store.state.state, { timeout: 10_000 }).toBe('failed')
    expect(states.filter(({ state }) => state === 'restarting')).toHaveLength(4)
    const answer = await store.call('desk.overview', {})
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    await store.reopen()
    expect(store.state.state).toBe('restarting')
  })

  test('a binary that is not there is a death like any other', async () => {
    const { store } = supervise(() => startForked(echo, '/nowhere/node', codeCache))
    await expect.poll(() => store.state.state, { timeout: 10_000 }).toBe('failed')
  })

  test('does not ask for ever: a call in hand at two deaths is answered store-restarting', async () => {
    const { store } = supervise()
    for (const name of ['profile.save', 'desk.overview']) {
      expect(await store.call(name, { do: 'die' })).toMatchObject({ ok: false, error: { code: 'store-restarting' } })
      expect(await store.call(name, { do: 'echo', value: 1 })).toEqual({ ok: true, value: 1 })
    }
  })

  test('names every command, and each by a name of its own', async () => {
    const { store } = supervise()
    const mark = join(tmpdir(), `metodist-echo-${randomUUID()}`)
    const [first] = await names(store, mark)
    const [second] = await names(store, mark)
    expect(first).toMatch(/^[\da-f-]{36}$/)
    expect(second).not.toBe(first)
  })

  test('calls made before the store is ready wait for it', async () => {
    const { store } = supervise()
    expect(await store.call('desk.overview', { do: 'echo', value: 5 })).toEqual({ ok: true, value: 5 })
  })

  test('closing answers what was still asked, and refuses what comes after', async () => {
    const { store } = supervise()
    await store.call('desk.overview', { do: 'pid' })
    const asked = store.call('profile.save', { do: 'never' })
    await store.close()
    expect(await asked).toMatchObject({ ok: false, error: { code: 'store-restarting' } })
    expect(await store.call('desk.overview', { do: 'pid' })).toMatchObject({ ok: false })
  })

  test('restoring answers and the store is ready again', async () => {
    const { store, states } = supervise()
    await store.call('desk.overview', { do: 'pid' })
    expect(await store.restore('копия.sqlite')).toEqual({ ok: true, value: 'копия.sqlite' })
    expect(await store.call('desk.overview', { do: 'echo', value: 1 })).toEqual({ ok: true, value: 1 })
    expect(states.at(-1)).toEqual({ state: 'ready', restarted: true })
  })
})
