/** One failure as it crosses a process border: a stable code for scripts, a Russian sentence for people. */
export interface Failure {
  code: ErrorCode
  message: string
  /** Where in the input: `date`, `agenda.2.vote.for`. */
  path?: string
}

/** Codes are a promise to scripts: add, never rename. */
export type ErrorCode =
  | 'invalid-input'
  | 'unknown-call'
  | 'not-found'
  | 'duplicate'
  | 'conflict'
  | 'locked'
  | 'in-use'
  /** Copies asked for are not there: on a day of the ledger, or free in the exchange fund. */
  | 'not-enough'
  | 'nothing-to-undo'
  | 'undo-blocked'
  | 'not-initialised'
  | 'already-initialised'
  | 'database-newer'
  | 'database-damaged'
  | 'database-busy'
  | 'database-locked'
  | 'folder-missing'
  | 'folder-read-only'
  | 'disk-full'
  | 'file-busy'
  | 'file-unwritable'
  | 'file-unreadable'
  | 'file-missing'
  | 'file-too-big'
  | 'import-faults'
  | 'import-unrecognised'
  | 'import-conflicts'
  | 'import-stale'
  | 'import-done'
  | 'import-undo-blocked'
  /** Neither a protocol nor a road map or plan. */
  | 'paper-unrecognised'
  /** Read, but what a record cannot be without (its date, its title) is not in the paper. */
  | 'paper-incomplete'
  /** A template of papers whose fields cannot be filled. */
  | 'template-broken'
  /** A letter for nobody. */
  | 'no-recipients'
  | 'backup-invalid'
  | 'store-restarting'
  | 'sender-refused'
  | 'cancelled'
  | 'usage'
  | 'internal'

/** An error meant to be shown. Anything else that is thrown is a defect and is reported as `internal`. */
export class AppError extends Error {
  /** What else is wrong in the same place, for those who show everything at once. */
  more: readonly AppError[] = []

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly path?: string,
  ) {
    super(message)
    this.name = 'AppError'
  }

  toFailure(): Failure {
    return { code: this.code, message: this.message, ...(this.path === undefined ? {} : { path: this.path }) }
  }

  static fromFailure(failure: Failure): AppError {
    return new AppError(failure.code, failure.message, failure.path)
  }
}

/** What every call answers. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: Failure }

export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
