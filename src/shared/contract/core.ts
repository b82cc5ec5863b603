import { z } from 'zod'

/**
 * What the contract is made of. A call is declared once, here and in its module's file, with a zod schema of what goes
 * in and what comes out; the dispatcher checks both at run time and every side takes its types from the declaration.
 */

/** What a change touches and a query depends on: the kind of record, the name of its list. */
export type Topic = string

export interface QueryDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'query'
  input: I
  output: O
  /** The record kinds it reads: a change of any of them makes the answer stale. */
  reads: readonly Topic[]
}

export interface CommandDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'command'
  input: I
  output: O
  /** Russian noun phrase for «Отменить: …» and history. */
  title: string
  /**
   * `step`: an ordinary undo step. `barrier`: journaled, but undone only by a command of its own (signing), and nothing
   * before it can be undone either. `none`: leaves no trace in the undo stack (drafts, undo itself).
   */
  undo: 'step' | 'barrier' | 'none'
}

/** Long work in a job thread: reads on its own connection, reports progress, can be cancelled, may write a file. */
export interface JobDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'job'
  input: I
  output: O
  title: string
}

/** Answered by the Electron shell itself: windows, dialogs, printing. Never reaches the store. */
export interface ShellDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'shell'
  input: I
  output: O
}

export type Definition = QueryDefinition | CommandDefinition | JobDefinition | ShellDefinition

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  reads: readonly Topic[],
): QueryDefinition<I, O> {
  return { kind: 'query', input, output, reads }
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  title: string,
  input: I,
  output: O,
  undo: CommandDefinition['undo'] = 'step',
): CommandDefinition<I, O> {
  return { kind: 'command', title, input, output, undo }
}

export function job<I extends z.ZodType, O extends z.ZodType>(title: string, input: I, output: O): JobDefinition<I, O> {
  return { kind: 'job', title, input, output }
}

export function shell<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): ShellDefinition<I, O> {
  return { kind: 'shell', input, output }
}

/** A version of a record; a save names the one it was made from, and is refused (`conflict`) when another has come. */
export const SavedRecord = z.object({ id: z.int(), revision: z.int() })
export type SavedRecord = z.infer<typeof SavedRecord>

export const Nothing = z.object({})
