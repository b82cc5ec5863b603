import { fork } from 'node:child_process'
import type { FromStore } from '../../protocol'
import type { StoreTransport } from './transport'

/**
 * The store under a Node of its own: on runtimes whose Node is older than better-sqlite3 asks for. Development and tests
 * only; compiled out of release builds.
 */
export function startForked(script: string, node: string, codeCache: string): StoreTransport {
  const { NODE_OPTIONS: _, ...env } = process.env
  const child = fork(script, [], {
    execPath: node,
    execArgv: [],
    // The compiled code of the store is kept between starts: a quarter of its time to ready.
    env: { ...env, NODE_COMPILE_CACHE: codeCache },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let over = false
  const listeners: ((code: number | null) => void)[] = []
  const end = (code: number | null): void => {
    if (over) return
    over = true
    for (const listener of listeners) listener(code)
  }
  child.once('exit', end)
  // A binary that is not there gives `error` and no `exit`.
  child.once('error', () => end(null))
  return {
    send: (message) => {
      if (child.connected) child.send(message, () => undefined)
    },
    onMessage: (listener) => {
      child.on('message', (message) => listener(message as FromStore))
    },
    onExit: (listener) => {
      listeners.push(listener)
    },
    onErrorText: (listener) => {
      child.stderr?.on('data', (chunk: Buffer) => listener(chunk.toString('utf8')))
    },
    kill: () => {
      child.kill('SIGKILL')
    },
  }
}
