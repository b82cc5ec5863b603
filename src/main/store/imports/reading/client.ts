import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { AppError } from '@shared/errors'
import { maxHeap, maxSilence } from './limits'
import type { Answers, FromReader, Question, TableInfo } from './messages'
import { asRefusal, gaveUp } from './refusals'
import type { Merge, Portion } from './types'

/** An open file of tables; the reading itself is done in a thread of its own. */
export interface OpenTable {
  info: TableInfo
  merges(sheet: number): Promise<readonly Merge[]>
  /** Filled rows of a sheet in order; may be left before the end. */
  rows(sheet: number): AsyncGenerator<Portion>
  close(): Promise<void>
}

/** How long a thread waits for another file before it ends, ms. */
const idleTime = 15_000

interface Asked {
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** One reading thread and the question it is busy with. */
class Reader {
  private readonly worker: Worker
  private readonly asked = new Map<number, Asked>()
  private nextId = 1
  private ready = false
  private silence: NodeJS.Timeout | undefined
  dead = false
  file = ''

  constructor() {
    this.worker = new Worker(script(), {
      resourceLimits: { maxOldGenerationSizeMb: maxHeap, maxYoungGenerationSizeMb: 32 },
    })
    this.worker.on('message', (message: FromReader) => this.hear(message))
    this.worker.on('error', () => this.fail())
    this.worker.on('exit', () => this.fail())
  }

  ask<N extends Question['do']>(question: Extract<Question, { do: N }>): Promise<Answers[N]> {
    if (this.dead) return Promise.reject(gaveUp(this.file))
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

  private hear(message: FromReader): void {
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
    for (const { reject } of this.asked.values()) reject(gaveUp(this.file))
    this.asked.clear()
  }
}

/** Beside the program's own files in the bundle; tests run from sources and say where they have built it. */
function script(): string {
  const told = typeof __DEV_SEAMS__ === 'undefined' || __DEV_SEAMS__ ? process.env.METODIST_READER : undefined
  const own = join(__dirname, 'reader.js')
  return told !== undefined && !existsSync(own) ? told : own
}

let idle: { reader: Reader; timer: NodeJS.Timeout } | null = null

function take(): Reader {
  const kept = idle
  idle = null
  if (kept) clearTimeout(kept.timer)
  return kept && !kept.reader.dead ? kept.reader : new Reader()
}

function giveBack(reader: Reader): void {
  if (reader.dead) return
  if (idle) {
    reader.end()
    return
  }
  reader.rest()
  const timer = setTimeout(() => {
    idle = null
    reader.end()
  }, idleTime)
  timer.unref()
  idle = { reader, timer }
}

/** @throws AppError `file-missing`, `file-unreadable`, `file-too-big` */
export async function openTable(file: string): Promise<OpenTable> {
  const reader = take()
  reader.file = file
  let closed = false
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    if (!reader.dead) await reader.ask({ do: 'close' }).catch(() => reader.end())
    giveBack(reader)
  }
  try {
    const info = await reader.ask({ do: 'open', file })
    return {
      info,
      merges: (sheet) => reader.ask({ do: 'merges', sheet }),
      async *rows(sheet) {
        await reader.ask({ do: 'start', sheet })
        for (;;) {
          const portion = await reader.ask({ do: 'next' })
          if (portion === null) return
          yield portion
        }
      },
      close,
    }
  } catch (error) {
    await close()
    throw asRefusal(error, file)
  }
}
