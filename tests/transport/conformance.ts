import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoreState } from '../../src/shared/contract/app'
import type { Answer } from '../../src/shared/errors'

/** What every way between shell and store must keep. The same cases run over `fork` in vitest and over `utilityProcess` in Electron. */
export interface Harness {
  call(name: string, input: unknown): Promise<Answer<unknown>>
  /** States told so far, oldest first. */
  states(): Promise<StoreState[]>
  /** Topics told so far. */
  changed(): Promise<string[][]>
}

export interface Case {
  name: string
  run(harness: Harness): Promise<void>
}

const query = 'search.everything'
const command = 'profile.save'
const job = 'backups.make'

async function value(answer: Promise<Answer<unknown>>): Promise<unknown> {
  const got = await answer
  if (!got.ok) throw new Error(`${got.error.code}: ${got.error.message}`)
  return got.value
}

/** A window gives up after four deaths in a short time, and runs all of these: there are no more of them. */
export const cases: readonly Case[] = [
  {
    name: 'keeps the order of what is sent',
    async run({ call }) {
      const asked = Array.from({ length: 200 }, (_, index) => value(call(query, { do: 'echo', value: index })))
      deepStrictEqual(
        await Promise.all(asked),
        Array.from({ length: 200 }, (_, index) => index),
      )
    },
  },
  {
    name: 'answers the quick before the slow',
    async run({ call }) {
      const order: string[] = []
      const slow = value(call(query, { do: 'wait', ms: 300, value: 'slow' })).then((one) => order.push(one as string))
      const quick = value(call(query, { do: 'echo', value: 'quick' })).then((one) => order.push(one as string))
      await Promise.all([slow, quick])
      deepStrictEqual(order, ['quick', 'slow'])
    },
  },
  {
    name: 'carries 5 MB both ways',
    async run({ call }) {
      const text = 'Щ'.repeat(2_500_000)
      ok((await value(call(query, { do: 'echo', value: text }))) === text)
    },
  },
  {
    name: 'keeps Russian letters, signs outside the basic plane, and odd characters',
    async run({ call }) {
      const texts = ['Ёжик «в тумане» — № 5', '😀 𝕏', 'e\u0301', '\u0000\u2028\uFEFF', '1\u202F234']
      deepStrictEqual(await value(call(query, { do: 'echo', value: texts })), texts)
    },
  },
  {
    name: 'keeps null, nesting and numbers',
    async run({ call }) {
      const nested = { a: null, b: [1, -0.5, Number.MAX_SAFE_INTEGER, { c: [] }], ключ: true }
      deepStrictEqual(await value(call(query, { do: 'echo', value: nested })), nested)
    },
  },
  {
    name: 'brings a failure with code, sentence and path',
    async run({ call }) {
      deepStrictEqual(await call(command, { do: 'fail', message: 'Запись изменена другим окном' }), {
        ok: false,
        error: { code: 'conflict', message: 'Запись изменена другим окном', path: 'a.b' },
      })
    },
  },
  {
    name: 'tells of changes',
    async run({ call, changed }) {
      await value(call(query, { do: 'changed', topics: ['school', 'meeting'] }))
      ok((await changed()).some((topics) => topics.join() === 'school,meeting'))
    },
  },
  {
    name: 'starts a store that died of a defect again, and says so',
    async run({ call, states }) {
      const before = await value(call(query, { do: 'pid' }))
      const told = (await states()).length
      strictEqual((await call(job, { do: 'throw' })).ok, false)
      const after = await value(call(query, { do: 'pid' }))
      ok(before !== after, 'another process')
      deepStrictEqual((await states()).slice(told), [{ state: 'restarting' }, { state: 'ready', restarted: true }])
    },
  },
  {
    name: 'asks a query in flight again of the new store',
    async run({ call }) {
      const mark = join(tmpdir(), `metodist-echo-${randomUUID()}`)
      strictEqual(await value(call(query, { do: 'die-once', mark, value: 'снова' })), 'снова')
    },
  },
  {
    name: 'asks a command in flight again under the same name, by which the store knows it',
    async run({ call }) {
      const mark = join(tmpdir(), `metodist-echo-${randomUUID()}`)
      const [first, second] = (await value(call(command, { do: 'operations', mark }))) as string[]
      ok(typeof first === 'string' && first.length > 10)
      strictEqual(second, first)
    },
  },
  {
    name: 'never asks for a job twice: one in flight at a death is answered store-restarting',
    async run({ call }) {
      const mark = join(tmpdir(), `metodist-echo-${randomUUID()}`)
      const answer = await call(job, { do: 'die-once', mark, value: 'дважды' })
      strictEqual(answer.ok, false)
      if (!answer.ok) {
        strictEqual(answer.error.code, 'store-restarting')
        ok(/[а-я]/.test(answer.error.message))
      }
    },
  },
]
