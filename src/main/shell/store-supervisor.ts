import { randomUUID } from 'node:crypto'
import { definitionOf } from '@shared/contract'
import type { JobProgress, StoreProblem, StoreState } from '@shared/contract/app'
import { type Answer, AppError, type ErrorCode } from '@shared/errors'
import { type AnswerText, answerText, type FromStore, readAnswer, type ToStore } from '../protocol'
import type { StartStore, StoreTransport } from './transport/transport'

export interface SupervisorEvents {
  state(state: StoreState): void
  changed(topics: string[]): void
  job(progress: JobProgress): void
  errorText(text: string): void
}

export interface SupervisorOptions {
  start: StartStore
  open: () => Extract<ToStore, { type: 'open' }>
  events: SupervisorEvents
  /** Waits between deaths and a new start, in ms; after the last one it gives up. */
  backOff?: readonly number[]
  /** A store that lived this long, in ms, has recovered: the count of deaths starts anew. */
  healthyAfter?: number
}

interface Pending {
  message: Extract<ToStore, { type: 'call' }> | Extract<ToStore, { type: 'restore' }>
  resolve: (answer: AnswerText) => void
  /** Handed to the store that runs now. */
  sent: boolean
  /** How many stores it was handed to. */
  tries: number
}

/** What was in hand at so many deaths may be their cause: it is not asked again. */
const mostTries = 2

const refuse = (code: ErrorCode, message: string): AnswerText =>
  answerText({ ok: false, error: new AppError(code, message).toFailure() })

const diedInWork = (): AnswerText =>
  refuse(
    'store-restarting',
    'Хранилище данных перезапустилось, действие могло не выполниться. Проверьте результат и повторите, если нужно.',
  )

function mayAskAgain(name: string, tries: number): boolean {
  const kind = definitionOf(name)?.kind
  return tries < mostTries && (kind === 'query' || kind === 'command')
}

const brokenProblem: StoreProblem = {
  code: 'internal',
  message:
    'Хранилище данных несколько раз подряд завершилось с ошибкой. Данные на диске не тронуты. Попробуйте ещё раз; если не поможет, откройте папку данных и передайте файлы из папки logs тому, кто помогает с программой.',
  offers: ['retry', 'show-folder', 'quit'],
  backup: null,
}

/**
 * Starts the store, hands it calls, starts it again when it dies. A query in flight is asked again of the new store, since
 * it changes nothing, and a command too, since under its name it is done once. A job in flight is answered
 * `store-restarting`: nobody knows how far it came.
 */
export class StoreSupervisor {
  private transport: StoreTransport | null = null
  private current: StoreState = { state: 'starting' }
  private readonly pending = new Map<number, Pending>()
  private readonly jobs = new Map<string, JobProgress>()
  private nextId = 1
  private deaths = 0
  private readySince = 0
  private timer: NodeJS.Timeout | null = null
  private closing: (() => void) | null = null
  private closed = false

  constructor(private readonly options: SupervisorOptions) {}

  get state(): StoreState {
    return this.current
  }

  start(): void {
    if (this.transport !== null || this.closed) return
    const transport = this.options.start()
    this.transport = transport
    transport.onMessage((message) => {
      if (this.transport === transport) this.receive(message)
    })
    transport.onExit((code) => {
      if (this.transport === transport) this.died(code)
    })
    transport.onErrorText((text) => this.options.events.errorText(text))
    transport.send(this.options.open())
  }

  async call(name: string, input: unknown): Promise<Answer<unknown>> {
    return readAnswer(await this.callText(name, input))
  }

  /** Answers when the store does; waits while it starts. Never rejects. */
  callText(name: string, input: unknown): Promise<AnswerText> {
    if (this.closed || this.closing) {
      return Promise.resolve(refuse('store-restarting', 'Программа закрывается, действие не выполнено.'))
    }
    if (this.current.state === 'failed') {
      const { code, message } = this.current.problem
      return Promise.resolve(refuse(code as ErrorCode, message))
    }
    const operation = definitionOf(name)?.kind === 'command' ? { operation: randomUUID() } : {}
    return this.ask({ type: 'call', id: this.nextId++, name, input, ...operation })
  }

  /** Puts a backup in place (null: the newest good one), then opens the data again. */
  async restore(file: string | null): Promise<Answer<unknown>> {
    if (this.transport === null) this.start()
    this.become({ state: 'restarting' })
    return readAnswer(await this.ask({ type: 'restore', id: this.nextId++, file }))
  }

  /** Once more after `failed`, or with another data folder. */
  async reopen(): Promise<void> {
    this.deaths = 0
    this.become({ state: 'restarting' })
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    const transport = this.transport
    if (transport === null) this.start()
    else transport.send(this.options.open())
  }

  /** Lets the store finish and close its files; kills it when it takes longer than `patience` ms. */
  async close(patience = 5000): Promise<void> {
    if (this.closed) return
    if (this.timer) clearTimeout(this.timer)
    const transport = this.transport
    if (transport !== null) {
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, patience)
        this.closing = () => {
          clearTimeout(limit)
          resolve()
        }
        transport.send({ type: 'close' })
      })
    }
    this.closed = true
    this.transport = null
    transport?.kill()
    for (const { resolve } of this.pending.values()) resolve(diedInWork())
    this.pending.clear()
  }

  private ask(message: Pending['message']): Promise<AnswerText> {
    return new Promise((resolve) => {
      const asked: Pending = { message, resolve, sent: false, tries: 0 }
      this.pending.set(message.id, asked)
      // Before `ready` calls are kept back: they are sent when it comes.
      if (this.current.state === 'ready' || message.type === 'restore') this.send(asked)
    })
  }

  private send(asked: Pending): void {
    if (this.transport === null) return
    asked.sent = true
    asked.tries++
    this.transport.send(asked.message)
  }

  private receive(message: FromStore): void {
    const { events } = this.options
    switch (message.type) {
      case 'ready': {
        this.readySince = Date.now()
        const restarted = this.current.state === 'restarting'
        this.become({ state: 'ready', restarted })
        for (const asked of this.pending.values()) {
          if (!asked.sent) this.send(asked)
        }
        return
      }
      case 'failed':
        this.become({ state: 'failed', problem: message.problem })
        this.refuseAll(refuse(message.problem.code as ErrorCode, message.problem.message))
        return
      case 'answer':
        this.pending.get(message.id)?.resolve(message.answer)
        this.pending.delete(message.id)
        return
      case 'changed':
        events.changed(message.topics)
        return
      case 'job':
        if (message.progress.state === 'running') this.jobs.set(message.progress.jobId, message.progress)
        else this.jobs.delete(message.progress.jobId)
        events.job(message.progress)
        return
      case 'closed':
        this.closing?.()
    }
  }

  private died(code: number | null): void {
    this.transport = null
    if (this.closing) {
      this.closing()
      return
    }
    this.options.events.errorText(`The store process ended with ${code ?? 'a signal'}\n`)
    for (const progress of this.jobs.values()) {
      this.options.events.job({ ...progress, state: 'failed', text: 'Прервано: хранилище перезапустилось' })
    }
    this.jobs.clear()
    for (const [id, asked] of this.pending) {
      if (asked.message.type === 'call' && (!asked.sent || mayAskAgain(asked.message.name, asked.tries))) {
        asked.sent = false
        continue
      }
      this.pending.delete(id)
      asked.resolve(diedInWork())
    }
    const healthy = this.readySince > 0 && Date.now() - this.readySince > (this.options.healthyAfter ?? 30_000)
    this.deaths = healthy ? 1 : this.deaths + 1
    const wait = (this.options.backOff ?? [50, 500, 2000, 5000])[this.deaths - 1]
    this.readySince = 0
    if (wait === undefined) {
      this.become({ state: 'failed', problem: brokenProblem })
      this.refuseAll(refuse('internal', brokenProblem.message))
      return
    }
    this.become({ state: 'restarting' })
    this.timer = setTimeout(() => {
      this.timer = null
      this.start()
    }, wait)
  }

  private refuseAll(answer: AnswerText): void {
    for (const [id, { message, resolve }] of this.pending) {
      if (message.type === 'restore') continue
      this.pending.delete(id)
      resolve(answer)
    }
  }

  private become(state: StoreState): void {
    this.current = state
    this.options.events.state(state)
  }
}
