import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, Input, Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type OpenStore, openStore, type StoreOptions } from '@store/store'
import { onTestFinished } from 'vitest'

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

/** @param options.today the clock's date; the time moves on by itself */
export async function testStore(options: Partial<StoreOptions> & { today?: string } = {}): Promise<TestStore> {
  const dir = options.dir ?? temporaryFolder()
  const { today, ...rest } = options
  const full: StoreOptions = {
    dir,
    create: true,
    version: '0.0.0-test',
    author: 'Тест (test)',
    ...(today === undefined ? {} : { now: (): Date => new Date(`${today}T12:00:00`) }),
    ...rest,
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
  onTestFinished(() => test.store.close())
  return test
}
