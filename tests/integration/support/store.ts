import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, Input, Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type OpenStore, openStore, type StoreOptions } from '@store/store'
import { afterAll, beforeAll, onTestFinished } from 'vitest'

/** A real store on a real file in a folder of its own, gone when the test is. */
export interface TestStore {
  dir: string
  store: OpenStore
  /** Calls by the contract's types; a failure is thrown as AppError. */
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Code and sentence of the failure a call must answer. */
  failure<N extends CallName>(name: N, input: Input<N>): Promise<{ code: string; message: string; path?: string }>
  reopen(): Promise<void>
}

export function temporaryFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'metodist-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** `today` is the clock's date; the time moves on by itself. */
export type TestOptions = Partial<StoreOptions> & { today?: string }

export async function testStore(options: TestOptions = {}): Promise<TestStore> {
  const test = openTest(options.dir ?? temporaryFolder(), options)
  onTestFinished(() => test.store.close())
  return test
}

/**
 * One store for all tests of a `describe`, begun once: for tests that only read. Where it is given to a test that writes, the
 * next test reads what that one wrote.
 */
export function sharedStore(options: TestOptions, begin: (test: TestStore) => Promise<unknown>): () => TestStore {
  let shared: TestStore | undefined
  beforeAll(async () => {
    shared = openTest(mkdtempSync(join(tmpdir(), 'metodist-test-')), options)
    await begin(shared)
  })
  afterAll(async () => {
    await shared?.store.close()
    if (shared !== undefined) rmSync(shared.dir, { recursive: true, force: true })
  })
  return () => {
    if (shared === undefined) throw new Error('The store is opened before the tests, and not while they are declared')
    return shared
  }
}

function openTest(dir: string, { today, ...rest }: TestOptions): TestStore {
  const full: StoreOptions = {
    create: true,
    version: '0.0.0-test',
    author: 'Тест (test)',
    ...(today === undefined ? {} : { now: (): Date => new Date(`${today}T12:00:00`) }),
    ...rest,
    dir,
  }
  const test: TestStore = {
    dir,
    store: openStore(full),
    async call(name, input) {
      const answer = await test.store.router.call(name, input)
      if (!answer.ok) throw AppError.fromFailure(answer.error)
      return answer.value as Output<typeof name>
    },
    async failure(name, input) {
      const answer = await test.store.router.call(name, input)
      if (answer.ok) throw new Error(`${name} was expected to fail, but answered ${JSON.stringify(answer.value)}`)
      return answer.error
    },
    async reopen() {
      await test.store.close()
      test.store = openStore(full)
    },
  }
  return test
}
