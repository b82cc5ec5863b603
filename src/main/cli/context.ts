import { resolve } from 'node:path'
import type { CallName, Input, Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type OpenStore, openStore } from '@store/store'
import { version } from '../../../package.json'
import { dataDirOf } from '../data-folder'
import type { CliIo } from './io'

/** What every command answers: one document for scripts, words for people. */
export interface Printed {
  json: unknown
  text: string
  /** Said on stderr, with exit code 1: the command was carried out and its finding is bad. */
  finding?: AppError
}

export interface CliContext {
  io: CliIo
  /** `--data` as given. */
  data: string | undefined
}

/** A wrong command line: exit code 2. */
export function usage(message: string): AppError {
  return new AppError('usage', message)
}

export function dataDir({ io, data }: CliContext): string {
  if (data !== undefined) return resolve(io.cwd, data)
  return dataDirOf({ argv: [], env: io.env })
}

/** A path from the command line: relative ones lie where the person stands. */
export function pathOf({ io }: CliContext, path: string): string {
  return resolve(io.cwd, path)
}

export const programVersion = version

/** A call of the contract. @throws AppError its failure */
export type Call = <N extends CallName>(name: N, input: Input<N>) => Promise<Output<N>>

export interface CliStore {
  call: Call
  /** The same for a name that came from outside. */
  callAny(name: string, input: unknown): Promise<unknown>
  store: OpenStore
}

/** Opens the district for one command and closes it whatever happens. @throws AppError as `openStore` */
export async function withStore<T>(
  context: CliContext,
  work: (store: CliStore) => Promise<T>,
  options: { create: boolean } = { create: false },
): Promise<T> {
  const { io } = context
  const store = openStore({
    dir: dataDir(context),
    create: options.create,
    version,
    author: io.osUser === '' ? 'командная строка' : `командная строка (${io.osUser})`,
    ...(io.now ? { now: io.now } : {}),
  })
  const callAny = async (name: string, input: unknown): Promise<unknown> => {
    const answer = await store.router.call(name, input)
    if (!answer.ok) throw AppError.fromFailure(answer.error)
    return answer.value
  }
  try {
    return await work({ store, callAny, call: callAny as Call })
  } finally {
    await store.close()
  }
}
