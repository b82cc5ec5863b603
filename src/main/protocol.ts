import type { JobProgress, StoreProblem } from '@shared/contract/app'
import type { Answer } from '@shared/errors'

/**
 * An answer as JSON. The shell hands it on to the page unread, and the page takes it apart once: cloning a list object by
 * object at each of the three borders on its way cost more than the query.
 */
export type AnswerText = string

export const answerText = (answer: Answer<unknown>): AnswerText => JSON.stringify(answer)
export const readAnswer = (text: AnswerText): Answer<unknown> => JSON.parse(text) as Answer<unknown>

/** Messages between the shell and the store process. The same over `utilityProcess` and `child_process.fork`. */
export type ToStore =
  | {
      type: 'open'
      dataDir: string
      /** The person chose this folder: were it gone (a stick, a share), one made in its place would look empty to her. */
      mustExist?: boolean
      version: string
      author: { profile: string; osUser: string }
    }
  /** A command asked again under the same `operation` (the store died meanwhile) is done once and answered as before. */
  | { type: 'call'; id: number; name: string; input: unknown; operation?: string }
  /** Restores a backup before opening; `null` is the newest good one. */
  | { type: 'restore'; id: number; file: string | null }
  | { type: 'close' }

export type FromStore =
  | { type: 'ready' }
  | { type: 'failed'; problem: StoreProblem }
  | { type: 'answer'; id: number; answer: AnswerText }
  | { type: 'changed'; topics: string[] }
  | { type: 'job'; progress: JobProgress }
  | { type: 'closed' }
