import type { CommandName, Input, Output, QueryName } from '@shared/contract'
import type { Database as Sqlite } from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { DataFolder } from './database/folder'
import type { Database } from './database/schema'

/** What every handler is given. Time comes from here, so that a run can be repeated. */
export interface QueryContext {
  /** The running transaction; there is no other way to the data. */
  trx: Kysely<Database>
  /** The same connection for the few things Kysely has no word for (undo, pragmas). */
  raw: Sqlite
  folder: DataFolder
  /** Version of the program. */
  version: string
  now(): Date
  /** Local date, ISO. */
  today(): string
  /** The school year the profile names as current. */
  schoolYear(): string
}

export interface CommandContext extends QueryContext {
  /** «Profile name (OS user)», as history shows it. */
  author: string
  /** Completes the title of the change in history and in «Отменить: …»: «Школа «СОШ № 3»». */
  describe(detail: string): void
  /** Asks another module through the contract, in the running transaction. */
  ask<N extends QueryName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Runs another module's command inside this one: the same transaction, the same undo step, this one's title. */
  run<N extends CommandName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Names kinds of record changed past the running group: undo and redo open groups of their own. */
  touch(topics: readonly string[]): void
}

export interface JobContext extends QueryContext {
  /** Reports progress; throws `cancelled` when the person has stopped the job. */
  progress(done: number, total: number | null, text: string): void
  /** Throws `cancelled` when stopped; call it between portions of work. */
  checkCancelled(): void
  /** Asks another module through the contract, on this job's own connection. */
  query<N extends QueryName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Runs a command in the writer. */
  command(name: string, input: unknown): Promise<unknown>
}
