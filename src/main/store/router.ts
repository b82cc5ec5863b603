import { definitionOf } from '@shared/contract'
import type { JobProgress } from '@shared/contract/app'
import { type Answer, AppError, assertNever } from '@shared/errors'
import type { JobHooks, Session } from './session'
import { settle } from './session'

/** Runs commands somewhere: in this thread (CLI, tests) or in the writer thread. */
export interface CommandRunner {
  command(name: string, input: unknown, operation?: string): Promise<{ answer: Answer<unknown>; topics: string[] }>
  close(): Promise<void>
}

/** Runs jobs somewhere; `cancelled` is asked between portions of work. */
export interface JobRunner {
  job(name: string, input: unknown, hooks: JobHooks & { id: string }): Promise<Answer<unknown>>
  cancel(id: string): void
  close(): Promise<void>
}

export interface StoreEvents {
  changed(topics: string[]): void
  job(progress: JobProgress): void
}

/** Between two looks at whether another process has written to the file, ms. */
const watchEvery = 500

/** Takes every call to where it runs and tells of what changed, whoever changed it. */
export class Router {
  private readonly cancelled = new Set<string>()
  private nextJob = 1
  private watch: NodeJS.Timeout | undefined
  private dataVersion: number
  private lastGroup: number

  constructor(
    readonly reader: Session,
    private readonly writer: CommandRunner,
    private readonly jobs: JobRunner,
    private readonly events: StoreEvents,
  ) {
    this.dataVersion = this.readDataVersion()
    this.lastGroup = this.readLastGroup()
  }

  /** Starts to look for changes that other processes (the CLI beside the window) make. */
  watchOthers(): void {
    this.watch = setInterval(() => this.lookForOthers(), watchEvery)
    this.watch.unref()
  }

  /** @param operation names a command, so that it is done once however often it is asked for */
  call(name: string, input: unknown, operation?: string): Promise<Answer<unknown>> {
    const definition = definitionOf(name)
    if (!definition || definition.kind === 'shell') {
      return settle(() => Promise.reject(new AppError('unknown-call', `Команды «${name}» в хранилище нет.`)))
    }
    if (name === 'jobs.cancel') return settle(() => Promise.resolve(this.cancelJob(input)))
    switch (definition.kind) {
      case 'query':
        return this.reader.query(name, input)
      case 'command':
        return this.command(name, input, operation)
      case 'job':
        return this.runJob(name, definition.title, input)
      default:
        return assertNever(definition)
    }
  }

  async close(): Promise<void> {
    clearInterval(this.watch)
    await this.jobs.close()
    await this.writer.close()
    await this.reader.close()
  }

  private async command(name: string, input: unknown, operation?: string): Promise<Answer<unknown>> {
    const { answer, topics } = await this.writer.command(name, input, operation)
    // Another process may have committed just before this command: its topics are told along, not stepped over.
    if (topics.length > 0) this.tellChanged(topics)
    return answer
  }

  private async runJob(name: string, title: string, input: unknown): Promise<Answer<unknown>> {
    const id = `job-${this.nextJob++}`
    const tell = (state: JobProgress['state'], done: number, total: number | null, text: string): void =>
      this.events.job({ jobId: id, title, done, total, text, state })
    tell('running', 0, null, '')
    const answer = await this.jobs.job(name, input, {
      id,
      progress: (done, total, text) => tell('running', done, total, text),
      cancelled: () => this.cancelled.has(id),
      command: (command, commandInput) => this.command(command, commandInput),
    })
    this.cancelled.delete(id)
    tell(
      answer.ok ? 'finished' : answer.error.code === 'cancelled' ? 'cancelled' : 'failed',
      1,
      1,
      answer.ok ? '' : answer.error.message,
    )
    if (answer.ok && name.startsWith('backups.')) this.events.changed(['backups'])
    return answer
  }

  private cancelJob(input: unknown): Record<string, never> {
    const id = (input as { jobId?: unknown } | null)?.jobId
    if (typeof id === 'string') {
      this.cancelled.add(id)
      this.jobs.cancel(id)
    }
    return {}
  }

  private lookForOthers(): void {
    try {
      const version = this.readDataVersion()
      if (version === this.dataVersion) return
      this.dataVersion = version
      this.tellChanged([])
    } catch (error) {
      // A disk pulled out or a damaged page: the next call says it to the person; the store must live to answer it.
      console.error(error)
    }
  }

  /** Tells of `own` topics and of all that was committed since the last time, by whomever. */
  private tellChanged(own: readonly string[]): void {
    const topics = new Set(own)
    const since = this.lastGroup
    this.lastGroup = this.readLastGroup()
    const rows = this.reader.connection.raw
      .prepare<[number, number], { record: string }>(
        'SELECT DISTINCT record FROM change WHERE groupId > ? AND groupId <= ?',
      )
      .all(since, this.lastGroup)
    for (const { record } of rows) topics.add(record)
    if (topics.size > 0) this.events.changed([...topics])
  }

  private readDataVersion(): number {
    return Number(this.reader.connection.raw.pragma('data_version', { simple: true }))
  }

  private readLastGroup(): number {
    const row = this.reader.connection.raw
      .prepare<[], { id: number | null }>('SELECT max(id) AS id FROM changeGroup')
      .get()
    return row?.id ?? 0
  }
}
