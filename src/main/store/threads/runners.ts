import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Answer, AppError } from '@shared/errors'
import type { CommandRunner, JobRunner } from '../router'
import type { FromThread, ThreadData, ToThread } from './messages'

/** Workers lie beside the store's own file in the bundle. */
const script = (name: string): string => join(__dirname, `${name}.js`)

const died = (): Answer<never> => ({
  ok: false,
  error: new AppError('store-restarting', 'Хранилище перезапускается. Повторите через несколько секунд.').toFailure(),
})

/** How long after the start the writer thread waits for its first command, ms: the window is being put up meanwhile. */
const writerRest = 1500

/**
 * The writer thread. It starts with the first command, or by itself once the window is up: two threads that load the
 * same code would only keep each other from the first screen. Commands wait for it to be ready by themselves. `onDeath`
 * is told when it dies unasked.
 */
export function startWriter(data: ThreadData, onDeath: (error: Error) => void): CommandRunner {
  const waiting = new Map<number, (done: { answer: Answer<unknown>; topics: string[] }) => void>()
  let worker: { thread: Worker; ended: Promise<void> } | null = null
  let nextId = 1
  const failAll = (): void => {
    for (const resolve of waiting.values()) resolve({ answer: died(), topics: [] })
    waiting.clear()
  }
  const start = (): { thread: Worker; ended: Promise<void> } => {
    clearTimeout(rest)
    const thread = new Worker(script('writer'), { workerData: data })
    thread.on('message', (message: FromThread) => {
      if (message.type !== 'answer') return
      waiting.get(message.id)?.({ answer: message.answer, topics: message.topics })
      waiting.delete(message.id)
    })
    thread.on('error', (error) => {
      failAll()
      onDeath(error instanceof Error ? error : new Error(String(error)))
    })
    return { thread, ended: untilExit(thread) }
  }
  const rest = setTimeout(() => {
    worker ??= start()
  }, writerRest)
  rest.unref()
  return {
    command(name, input, operation) {
      worker ??= start()
      const { thread } = worker
      const id = nextId++
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        thread.postMessage({ type: 'command', id, name, input, operation } satisfies ToThread)
      })
    },
    async close() {
      clearTimeout(rest)
      if (worker) await closeWorker(worker.thread, worker.ended)
    },
  }
}

/** Runs jobs in a thread of their own, started with the first job: most sessions of work never need it at start. */
export function startJobs(data: ThreadData): JobRunner {
  const running = new Map<number, Parameters<JobRunner['job']>[2] & { resolve: (answer: Answer<unknown>) => void }>()
  let worker: { thread: Worker; ended: Promise<void> } | null = null
  let nextId = 1

  function start(): { thread: Worker; ended: Promise<void> } {
    const started = new Worker(script('job'), { workerData: data })
    started.on('message', (message: FromThread) => {
      switch (message.type) {
        case 'progress':
          running.get(message.id)?.progress(message.done, message.total, message.text)
          return
        case 'answer':
          running.get(message.id)?.resolve(message.answer)
          running.delete(message.id)
          return
        case 'command': {
          // Any running job's hooks lead to the same writer.
          const hooks = running.values().next().value
          void hooks
            ?.command(message.name, message.input)
            .then((answer) => started.postMessage({ type: 'commanded', id: message.id, answer } satisfies ToThread))
          return
        }
        case 'ready':
          return
      }
    })
    started.on('error', (error) => {
      console.error(error)
      for (const hooks of running.values()) hooks.resolve(died())
      running.clear()
      worker = null
    })
    return { thread: started, ended: untilExit(started) }
  }

  return {
    job(name, input, hooks) {
      worker ??= start()
      const { thread } = worker
      const id = nextId++
      return new Promise((resolve) => {
        running.set(id, { ...hooks, resolve })
        thread.postMessage({ type: 'job', id, name, input } satisfies ToThread)
      })
    },
    cancel(jobId) {
      for (const [id, hooks] of running) {
        if (hooks.id === jobId) worker?.thread.postMessage({ type: 'cancel', id } satisfies ToThread)
      }
    },
    async close() {
      if (!worker) return
      // What runs is stopped between its portions; nothing it began is left half-done.
      for (const id of running.keys()) worker.thread.postMessage({ type: 'cancel', id } satisfies ToThread)
      await closeWorker(worker.thread, worker.ended)
    },
  }
}

/** Listened for from the start: a thread that has already ended would be waited for for ever. */
function untilExit(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve())
  })
}

function closeWorker(worker: Worker, ended: Promise<void>): Promise<void> {
  worker.postMessage({ type: 'close' } satisfies ToThread)
  return ended
}
