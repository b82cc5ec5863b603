import { definitionOf, type Output } from '@shared/contract'
import type { CommandDefinition, Definition } from '@shared/contract/core'
import { todayIso } from '@shared/domain/dates'
import { schoolYearOf } from '@shared/domain/school-year'
import { type Answer, AppError, type Failure } from '@shared/errors'
import type { CommandContext, JobContext, QueryContext } from './context'
import { recallAnswer, rememberAnswer } from './database/answered-calls'
import { type Connection, connect, explainSqliteError } from './database/connection'
import type { DataFolder } from './database/folder'
import { closeGroup, openGroup } from './database/journal'
import { markSuspect } from './database/running-marks'
import { readSetting } from './database/settings'
import { keepProvision } from './provision/keep'
import { handlers } from './registry'
import { keepSearch } from './search/keep'
import { parseInput } from './validation'

/**
 * One connection that answers calls: the writer runs commands, the reader queries, a job thread jobs. Calls of one
 * session run one after another, each in its own transaction, so a handler can never see another's half.
 */
export interface Session {
  query(name: string, input: unknown): Promise<Answer<unknown>>
  /** Answers, and the kinds of record the command changed. Under an `operation` already done only answers. */
  command(name: string, input: unknown, operation?: string): Promise<{ answer: Answer<unknown>; topics: string[] }>
  job(name: string, input: unknown, hooks: JobHooks): Promise<Answer<unknown>>
  readonly connection: Connection
  /** Waits for the call that runs: closed under it, a command would be lost without a word. */
  close(): Promise<void>
}

export interface JobHooks {
  progress(done: number, total: number | null, text: string): void
  cancelled(): boolean
  command(name: string, input: unknown): Promise<Answer<unknown>>
}

export interface SessionOptions {
  folder: DataFolder
  version: string
  author: string
  now?: () => Date
}

export function openSession(options: SessionOptions): Session {
  const connection = connect(options.folder.database)
  const now = options.now ?? ((): Date => new Date())
  const base: QueryContext = {
    trx: connection.db,
    raw: connection.raw,
    folder: options.folder,
    version: options.version,
    now,
    today: () => todayIso(now()),
    schoolYear: () => readSetting(connection.raw, 'profile', { schoolYear: schoolYearOf(todayIso(now())) }).schoolYear,
  }
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => undefined)
    return next
  }

  /** A clean exit would hide what was met here: the next open checks the file. */
  const noticeDamage = (answer: Answer<unknown>): Answer<unknown> => {
    if (answer.ok || answer.error.code !== 'database-damaged') return answer
    markSuspect(options.folder)
    const advice = 'Закройте программу и откройте её снова: она предложит последнюю исправную копию.'
    return { ok: false, error: { ...answer.error, message: `${answer.error.message} ${advice}` } }
  }
  const runQuery = (name: string, input: unknown): Promise<Answer<unknown>> =>
    settle(async () => {
      const [definition, handler] = find(name, 'query')
      const parsed = parseInput(name, definition, input)
      return transaction(connection, 'BEGIN', async () => checkOutput(name, definition, await handler(base, parsed)))
    })

  return {
    connection,
    query: (name, input) => inTurn(async () => noticeDamage(await runQuery(name, input))),
    command: (name, input, operation) =>
      inTurn(async () => {
        let topics: string[] = []
        const answer = await settle(async () => {
          const [definition, handler] = find(name, 'command')
          const parsed = parseInput(name, definition, input)
          const done = await transaction(connection, 'BEGIN IMMEDIATE', () =>
            once(connection.raw, operation, () =>
              runCommand(base, options.author, name, definition as CommandDefinition, async (context) =>
                // Inside the transaction: what is answered as a failure must not have been written.
                checkOutput(name, definition, await handler(context, parsed)),
              ),
            ),
          )
          topics = done.topics
          return done.value
        })
        return { answer: noticeDamage(answer), topics }
      }),
    job: (name, input, hooks) =>
      inTurn(async () => {
        const answer = await settle(async () => {
          const [definition, handler] = find(name, 'job')
          const parsed = parseInput(name, definition, input)
          const checkCancelled = (): void => {
            if (hooks.cancelled()) throw new AppError('cancelled', 'Остановлено. Ничего не изменено, файл не записан.')
          }
          const context: JobContext = {
            ...base,
            checkCancelled,
            progress(done, total, text) {
              checkCancelled()
              hooks.progress(done, total, text)
            },
            async query(queryName, queryInput) {
              const [queried, ask] = find(queryName, 'query')
              const parsedInput = parseInput(queryName, queried, queryInput)
              const answer = async () => checkOutput(queryName, queried, await ask(base, parsedInput))
              // One state of the file for the whole answer, as the reader's have.
              const value = connection.raw.inTransaction
                ? await answer()
                : await transaction(connection, 'BEGIN', answer)
              return value as Output<typeof queryName>
            },
            async command(command, commandInput) {
              const answer = await hooks.command(command, commandInput)
              if (!answer.ok) throw AppError.fromFailure(answer.error)
              return answer.value
            },
          }
          return checkOutput(name, definition, await handler(context, parsed))
        })
        return noticeDamage(answer)
      }),
    close: () => inTurn(async () => connection.close()),
  }
}

function find(name: string, kind: Definition['kind']): [Definition, NonNullable<ReturnType<typeof handlers.get>>] {
  const definition = definitionOf(name)
  const handler = handlers.get(name)
  if (!definition || !handler || definition.kind !== kind) {
    throw new AppError('unknown-call', `Команды «${name}» нет. Список команд — в описании контракта.`)
  }
  return [definition, handler]
}

async function runCommand(
  base: QueryContext,
  author: string,
  name: string,
  definition: CommandDefinition,
  run: (context: CommandContext) => unknown,
): Promise<{ value: unknown; topics: string[] }> {
  let title = definition.title
  const touched: string[] = []
  const context: CommandContext = {
    ...base,
    author,
    touch(topics) {
      touched.push(...topics)
    },
    describe(detail) {
      title = `${definition.title}: ${detail}`
    },
    async ask(query, input) {
      const [queried, handler] = find(query, 'query')
      const answer = await handler(base, parseInput(query, queried, input))
      return checkOutput(query, queried, answer) as Output<typeof query>
    },
    async run(command, input) {
      const [run, handler] = find(command, 'command')
      const inner: CommandContext = { ...context, describe: () => undefined }
      const answer = await handler(inner, parseInput(command, run, input))
      return checkOutput(command, run, answer) as Output<typeof command>
    },
  }
  // `none` commands write nothing journaled, or (undo, redo) open a group of their own kind.
  if (definition.undo === 'none') {
    const value = await run(context)
    keepKept(base)
    return { value, topics: touched }
  }
  const groupId = openGroup(base.raw, {
    command: name,
    title,
    author,
    at: base.now().toISOString(),
    kind: 'do',
    undo: definition.undo,
    targetId: null,
  })
  const value = await run(context)
  keepKept(base)
  return { value, topics: [...closeGroup(base.raw, groupId, title), ...touched] }
}

/** What is kept beside the data is made true before its command ends. */
function keepKept({ raw, today }: QueryContext): void {
  keepProvision(raw, today())
  keepSearch(raw)
}

async function once(
  raw: Connection['raw'],
  operation: string | undefined,
  run: () => Promise<{ value: unknown; topics: string[] }>,
): Promise<{ value: unknown; topics: string[] }> {
  if (operation === undefined) return run()
  const known = recallAnswer(raw, operation)
  if (known) return { value: known.value, topics: [] }
  const done = await run()
  rememberAnswer(raw, operation, done.value)
  return done
}

async function transaction<T>(connection: Connection, begin: string, work: () => Promise<T>): Promise<T> {
  const { raw } = connection
  raw.exec(begin)
  try {
    const value = await work()
    raw.exec('COMMIT')
    return value
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw error
  }
}

/** An answer that breaks its own declaration is a defect; it is reported, not passed on. */
function checkOutput(name: string, definition: Definition, value: unknown): unknown {
  const result = definition.output.safeParse(value)
  if (result.success) return result.data
  throw new Error(`${name} answered against its contract: ${JSON.stringify(result.error.issues.slice(0, 3))}`)
}

/** Runs and wraps: what was thrown becomes a Failure. */
export async function settle<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, error: toFailure(error) }
  }
}

export function toFailure(thrown: unknown): Failure {
  const error = explainSqliteError(thrown)
  if (error instanceof AppError) return error.toFailure()
  console.error(error)
  return {
    code: 'internal',
    message:
      'В программе произошла ошибка, действие не выполнено. Повторите; если ошибка вернётся, сообщите её код: internal.',
    path: error instanceof Error ? error.message.slice(0, 500) : String(error).slice(0, 500),
  }
}
