import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import type { z } from 'zod'
import { pathInTyped } from './issuePath'
import type { LoadedRecord, RecordStart } from './RecordLoader'
import { valueAt, withValueAt } from './values'

/** Messages by path: `inn`, `contingent.0.grade`. */
export type Faults = ReadonlyMap<string, string>

/** How a record under the hands stands at one moment. Every change makes a new one. */
export interface RecordState<T> {
  id: number | null
  /** As typed. */
  value: T
  /** As typed when it was last saved, or as loaded. */
  baseline: T
  dirty: boolean
  faults: Faults
  /** A refusal that waits for an answer: `conflict`, or `duplicate` that may be overruled. */
  question: AppError | null
  /** When the restored draft was put; null when the form began clean or has been saved since. */
  draftSavedAt: string | null
}

export interface RecordRules<T> {
  schema: z.ZodType<T>
  /** Commits. `isForced` after the person answered «Всё равно добавить». */
  save: (id: number | null, revision: number | null, value: T, isForced: boolean) => Promise<SavedRecord>
  onCreated: (id: number) => void
  /** Before checking and saving: rows added and left blank are dropped. */
  tidy?: (value: T) => T
  /** Whether a `duplicate` may be overruled. */
  canForce?: boolean
}

/**
 * A record under the hands, as it is true now: what is typed, what of it is refused, what the store is known to hold. The next letter,
 * a commit and an answer of the store all ask here and not what was drawn last: a drawing that is late loses nothing.
 */
export class RecordModel<T extends object> {
  private at: RecordState<T>
  private revision: number | null
  /** What the store is known to hold: tidied and trimmed, unlike the baseline. */
  private stored: T
  private loaded: LoadedRecord<T> | undefined
  private committing = false
  private isForced = false
  private readonly listeners = new Set<() => void>()

  constructor(
    start: RecordStart<T>,
    private readonly rules: () => RecordRules<T>,
  ) {
    const { id, value, baseline, draftSavedAt } = start
    this.revision = start.revision
    this.stored = baseline
    this.at = {
      id,
      value,
      baseline,
      dirty: !isSameText(value, baseline),
      faults: new Map(),
      question: null,
      draftSavedAt,
    }
  }

  readonly state = (): RecordState<T> => this.at

  /** Heard at once, before anything is drawn. Answers how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  readonly set = (path: string, next: unknown): void => {
    const value = withValueAt(this.at.value, path, next)
    const { faults, question } = this.at
    this.become({
      value,
      // Re-checked while it is wrong, so that the message goes the moment it is put right.
      faults: isFaulty(faults, path) ? this.checked(value, path) : faults,
      // A duplicate is about what was typed: other typing makes the question moot.
      question: question?.code === 'duplicate' ? null : question,
    })
  }

  /** Checks one path now: a cell was left. */
  readonly check = (path: string): void => this.become({ faults: this.checked(this.at.value, path) })

  /** An answer of the store: an untouched form follows it, a touched one is asked on saving. */
  readonly meet = (loaded: LoadedRecord<T>): void => {
    this.loaded = loaded
    // Revisions only grow: a lower one is an answer from before our own last commit.
    if (this.committing || this.revision === null || loaded.revision <= this.revision) return
    // Only what stands beside the record has changed: what is typed here, to its last space, is as good as it was.
    if (isSameData(loaded.value, this.stored)) this.revision = loaded.revision
    else if (!this.at.dirty) this.follow(loaded)
  }

  /** Saves what was typed. @throws AppError when it is refused; what is typed stays */
  readonly commit = async (typed: T): Promise<void> => {
    const { schema, save, onCreated, tidy = (value: T) => value } = this.rules()
    const { id } = this.at
    const tidied = tidy(typed)
    const checked = schema.safeParse(tidied)
    if (!checked.success) {
      this.become({ faults: faultsOf(checked.error, (path) => pathInTyped(path, tidied, typed)) })
      throw new AppError('invalid-input', 'Исправьте отмеченные поля.')
    }
    this.committing = true
    try {
      const saved = await save(id, this.revision, checked.data, this.isForced)
      this.revision = saved.revision
      this.stored = checked.data
      // What was typed while it was on its way is not saved yet.
      const { value, faults } = this.at
      this.become({
        id: saved.id,
        baseline: typed,
        draftSavedAt: null,
        faults: value === typed ? new Map() : faults,
      })
      if (id === null) onCreated(saved.id)
    } catch (error) {
      if (error instanceof AppError) this.refused(error)
      throw error
    } finally {
      this.committing = false
    }
    if (this.loaded) this.meet(this.loaded)
  }

  /** The question is answered by going on: the next commits within `work` go over what the store asked about. */
  async overrule(work: () => Promise<void>): Promise<void> {
    this.isForced = true
    this.become({ question: null })
    await work()
    this.isForced = false
  }

  /** What is typed here is saved over what the store holds. */
  knowStored(): void {
    if (this.loaded) this.revision = this.loaded.revision
  }

  /** Drops what is typed for what the store holds; for what the form began with while it holds nothing. */
  takeStored(otherwise?: T): void {
    if (this.loaded) this.replace(this.loaded)
    else if (otherwise !== undefined) this.replace({ value: otherwise, revision: this.revision })
  }

  /** Takes what another has changed; fields that nobody has changed stay as they were typed, to the last space. */
  private follow(loaded: LoadedRecord<T>): void {
    const fields = Object.entries(loaded.value).map(([key, now]) => [
      key,
      isSameData(now, valueAt(this.stored, key)) ? valueAt(this.at.value, key) : now,
    ])
    this.replace({ value: Object.fromEntries(fields) as T, revision: loaded.revision })
    this.stored = loaded.value
  }

  private replace({ value, revision }: { value: T; revision: number | null }): void {
    this.revision = revision
    this.stored = value
    this.become({ value, baseline: value, faults: new Map(), question: null, draftSavedAt: null })
  }

  private refused(error: AppError): void {
    // Paths of calls begin with the record's own name: `school.inn`.
    const path = error.path?.split('.').slice(1).join('.')
    if (error.code === 'conflict' || (error.code === 'duplicate' && this.rules().canForce === true)) {
      this.become({ question: error })
    } else if (path) this.become({ faults: new Map(this.at.faults).set(path, error.message) })
  }

  /** The messages with those of this path and under it told anew. */
  private checked(value: T, path: string): Faults {
    const found = this.rules().schema.safeParse(value)
    const now = found.success ? new Map<string, string>() : faultsOf(found.error, (at) => at.join('.'))
    return new Map([
      ...[...this.at.faults].filter(([at]) => !isWithin(at, path)),
      ...[...now].filter(([at]) => isWithin(at, path)),
    ])
  }

  private become(change: Partial<RecordState<T>>): void {
    const next = { ...this.at, ...change }
    const isTyped = next.value !== this.at.value || next.baseline !== this.at.baseline
    this.at = isTyped ? { ...next, dirty: !isSameText(next.value, next.baseline) } : next
    for (const listener of this.listeners) listener()
  }
}

/** Whether anything at the path or under it is refused. */
export function isFaulty(faults: Faults, path: string): boolean {
  return [...faults.keys()].some((at) => isWithin(at, path))
}

const isWithin = (at: string, path: string): boolean => at === path || at.startsWith(`${path}.`)

/** Of several messages at one path the first is told. */
function faultsOf(error: z.ZodError, place: (path: readonly PropertyKey[]) => string): Map<string, string> {
  const faults = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const at = place(path)
    if (!faults.has(at)) faults.set(at, message)
  }
  return faults
}

const isSameText = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other)

/** The same, in whatever order the store and the schema name the fields. */
function isSameData(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other
  const keys = Object.keys(one)
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => isSameData(valueAt(one, key), valueAt(other, key)))
  )
}
