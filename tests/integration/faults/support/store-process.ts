import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { CallName, Input, Output } from '@shared/contract'
import type { StoreProblem } from '@shared/contract/app'
import { type Answer, AppError } from '@shared/errors'
import { onTestFinished } from 'vitest'
import { type FromStore, readAnswer, type ToStore } from '../../../../src/main/protocol'
import { storeBundle } from './store-bundle'

/** The store in a process of its own, as the shell starts it, spoken to over the shell's protocol. */
export interface StoreProcess {
  /** Rejects with AppError when the folder does not open. */
  open(dataDir: string): Promise<void>
  problem(dataDir: string): Promise<StoreProblem>
  restore(file: string | null): Promise<Answer<unknown>>
  /** Resolves when the store has answered; never, when it is killed before. */
  answer(name: CallName, input: unknown, operation?: string): Promise<Answer<unknown>>
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Topics told so far. */
  readonly changed: string[][]
  close(): Promise<void>
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
  /** Code and signal of the end. */
  readonly ended: Promise<{ code: number | null; signal: string | null }>
  /** The shell goes away without a word. */
  abandon(): void
  readonly stderr: () => string
  readonly pid: number
}

export interface StartOptions {
  uid?: number
  env?: NodeJS.ProcessEnv
}

export async function startStore(options: StartOptions = {}): Promise<StoreProcess> {
  const script = join(await storeBundle(), 'store.js')
  const child = fork(script, [], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
  })
  const store = speak(child)
  onTestFinished(() => store.kill())
  return store
}

function speak(child: ChildProcess): StoreProcess {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const opening: ((message: Extract<FromStore, { type: 'ready' | 'failed' }>) => void)[] = []
  const closing: (() => void)[] = []
  const changed: string[][] = []
  let nextId = 1
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8')
  })
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })
  child.on('message', (raw) => {
    const message = raw as FromStore
    switch (message.type) {
      case 'ready':
      case 'failed':
        opening.shift()?.(message)
        return
      case 'answer':
        waiting.get(message.id)?.(readAnswer(message.answer))
        waiting.delete(message.id)
        return
      case 'changed':
        changed.push(message.topics)
        return
      case 'closed':
        closing.shift()?.()
    }
  })
  const send = (message: ToStore): void => {
    if (child.connected) child.send(message, () => undefined)
  }
  const opened = (dataDir: string): Promise<Extract<FromStore, { type: 'ready' | 'failed' }>> =>
    new Promise((resolve, reject) => {
      opening.push(resolve)
      void ended.then(({ code, signal }) => reject(new Error(`The store ended (${code} ${signal}): ${stderr}`)))
      send({ type: 'open', dataDir, version: '0.0.0-test', author: { profile: 'Тест', osUser: 'test' } })
    })
  const ask = (message: (id: number) => ToStore): Promise<Answer<unknown>> => {
    const id = nextId++
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      send(message(id))
    })
  }
  const answer: StoreProcess['answer'] = (name, input, operation) =>
    ask((id) => ({ type: 'call', id, name, input, ...(operation === undefined ? {} : { operation }) }))
  return {
    async open(dataDir) {
      const message = await opened(dataDir)
      if (message.type === 'failed') throw new AppError(message.problem.code as 'internal', message.problem.message)
    },
    async problem(dataDir) {
      const message = await opened(dataDir)
      if (message.type === 'ready') throw new Error('The folder was expected not to open')
      return message.problem
    },
    async restore(file) {
      const reopened = new Promise<void>((resolve) => opening.push(() => resolve()))
      const restored = await ask((id) => ({ type: 'restore', id, file }))
      await reopened
      return restored
    },
    answer,
    async call(name, input) {
      const got = await answer(name, input)
      if (!got.ok) throw AppError.fromFailure(got.error)
      return got.value as Output<typeof name>
    },
    changed,
    async close() {
      const closed = new Promise<void>((resolve) => closing.push(resolve))
      send({ type: 'close' })
      await closed
      await this.kill()
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    ended,
    abandon: () => child.disconnect(),
    stderr: () => stderr,
    pid: child.pid ?? 0,
  }
}
