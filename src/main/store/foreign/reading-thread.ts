import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError, type Failure } from '@shared/errors'
import { maxHeap, maxSilence } from './limits'

/** What a reading thread says; every answer has its question's number. */
export type FromThread =
  | { type: 'ready' }
  | { type: 'pulse' }
  | { type: 'answer'; id: number; value: unknown }
  | { type: 'failure'; id: number; failure: Failure }

/** Which thread it is and what it can be asked. */
export interface ThreadKind {
  /** Name of its script beside the program's own files. */
  script: string
  /** What whoever waits is told when the thread is given up. */
  gaveUp(file: string): AppError
}

/** How long a thread waits for another file before it ends, ms. */
const idleTime = 15_000

interface Asked {
  resolve(value: unknown): void
  reject(error: unknown): void
}

/**
 * A thread that takes foreign files apart, one at a time: it has a bounded heap, and when it is silent too long it is
 * ended. `Questions` are by their `do`, `Answers` by the same names.
 */
export class ReadingThread<Question extends { do: string }, Answers extends Record<Question['do'], unknown>> {
  private readonly worker: Worker
  private readonly asked = new Map<number, Asked>()
  private nextId = 1
  private ready = false
  private silence: NodeJS.Timeout | undefined
  dead = false
  file = ''

  constructor(private readonly kind: ThreadKind) {
    this.worker = new Worker(script(kind.script), {
      resourceLimits: { maxOldGenerationSizeMb: maxHeap, maxYoungGenerationSizeMb: 32 },
    })
    this.worker.on('message', (message: FromThread) => this.hear(message))
    this.worker.on('error', () => this.fail())
    this.worker.on('exit', () => this.fail())
  }

  ask<N extends Question['do']>(question: Extract<Question, { do: N }>): Promise<Answers[N]> {
    if (this.dead) return Promise.reject(this.kind.gaveUp(this.file))
    const id = this.nextId++
    return new Promise<Answers[N]>((resolve, reject) => {
      this.asked.set(id, { resolve: resolve as (value: unknown) => void, reject })
      this.worker.ref()
      this.watch()
      this.worker.postMessage({ id, question })
    })
  }

  /** Ends the thread when nobody needs it: it does not keep the process alive. */
  rest(): void {
    clearTimeout(this.silence)
    this.worker.unref()
  }

  end(): void {
    this.dead = true
    clearTimeout(this.silence)
    void this.worker.terminate()
  }

  private hear(message: FromThread): void {
    if (message.type === 'ready') this.ready = true
    if (message.type === 'answer') {
      this.asked.get(message.id)?.resolve(message.value)
      this.asked.delete(message.id)
    } else if (message.type === 'failure') {
      this.asked.get(message.id)?.reject(AppError.fromFailure(message.failure))
      this.asked.delete(message.id)
    }
    if (this.asked.size > 0) this.watch()
    else this.rest()
  }

  /** The time a thread takes to start is not its silence. */
  private watch(): void {
    clearTimeout(this.silence)
    this.silence = setTimeout(() => this.fail(), this.ready ? maxSilence : 12 * maxSilence)
  }

  /** Silent, out of memory or fallen: whoever waits is told so, and the thread is no more. */
  private fail(): void {
    this.end()
    for (const { reject } of this.asked.values()) reject(this.kind.gaveUp(this.file))
    this.asked.clear()
  }
}

/** Beside the program's own files in the bundle; tests run from sources and say in which folder they have built it. */
function script(name: string): string {
  const told = typeof __DEV_SEAMS__ === 'undefined' || __DEV_SEAMS__ ? process.env.METODIST_READER : undefined
  const own = join(__dirname, name)
  return told !== undefined && !existsSync(own) ? join(told, name) : own
}

/** Threads of one kind: one is kept for the next file. */
export class ThreadPool<Question extends { do: string }, Answers extends Record<Question['do'], unknown>> {
  private idle: { thread: ReadingThread<Question, Answers>; timer: NodeJS.Timeout } | null = null

  constructor(private readonly kind: ThreadKind) {}

  take(file: string): ReadingThread<Question, Answers> {
    const kept = this.idle
    this.idle = null
    if (kept) clearTimeout(kept.timer)
    const thread = kept && !kept.thread.dead ? kept.thread : new ReadingThread<Question, Answers>(this.kind)
    thread.file = file
    return thread
  }

  giveBack(thread: ReadingThread<Question, Answers>): void {
    if (thread.dead) return
    if (this.idle) {
      thread.end()
      return
    }
    thread.rest()
    const timer = setTimeout(() => {
      this.idle = null
      thread.end()
    }, idleTime)
    timer.unref()
    this.idle = { thread, timer }
  }
}
