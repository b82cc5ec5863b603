import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'

/** A document as the store has it. */
export interface Stored<T> {
  revision: number
  value: T
}

/** How a document under the hands stands at one moment. Every change makes a new one. */
export interface DocumentState<T> {
  value: T
  /** What the store is known to have. */
  base: Stored<T>
  /** Another window has changed it meanwhile. */
  conflict: boolean
  /** When the draft was typed that was found on opening; null where there was none, or she has answered. */
  restoredAt: string | null
}

/** A letter in a field that draws itself, or anything else. */
export type DocumentChange = 'letter' | 'step'

export interface DocumentStore<T> {
  /** Without what is not saved: rows still empty. */
  pruned: (value: T) => T
  save: (revision: number, value: T) => Promise<SavedRecord>
}

/**
 * A document under the hands, as it is true now. Drawings come after it, however late: whatever acts on the document — the next letter,
 * a commit, a file made of it — asks here and not what was drawn last.
 */
export class DocumentModel<T extends object> {
  /** States before each step not yet saved. */
  private steps: T[] = []
  private refusal = ''
  private committing = false
  private offered: Stored<T> | null = null
  private readonly listeners = new Set<(what: DocumentChange) => void>()
  private readonly start: T

  constructor(
    private at: DocumentState<T>,
    private readonly store: () => DocumentStore<T>,
  ) {
    this.start = at.value
  }

  readonly state = (): DocumentState<T> => this.at
  readonly value = (): T => this.at.value

  /** Heard at once, before anything is drawn. Answers how to stop. */
  readonly subscribe = (listener: (what: DocumentChange) => void): (() => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  get dirty(): boolean {
    return this.at.value !== this.at.base.value
  }

  /** What was restored waits for her word, or for the next letter typed: a click on «вернуть» must not save it first. */
  get awaits(): boolean {
    return this.at.restoredAt !== null && this.at.value === this.start
  }

  readonly change = (step: (now: T) => T, what: DocumentChange = 'step'): void => {
    const before = this.at.value
    const value = step(before)
    if (value === before) return
    this.steps.push(before)
    this.become({ value }, what)
  }

  /** What could not be saved is not in the journal: its steps are taken back here. False: there are none. */
  readonly stepBack = (): boolean => {
    const before = this.dirty ? this.steps.pop() : undefined
    if (before === undefined) return false
    this.become({ value: before })
    return true
  }

  /** A new answer of the store: an undo, another window, a mark. Our own commits are already known by their revision. */
  meet(stored: Stored<T>): void {
    this.offered = stored
    const { value, base } = this.at
    // Revisions only grow: a lower one is an answer from before our own last commit.
    if (this.committing || stored.revision <= base.revision) return
    if (value === base.value) this.load(stored)
    // Only what stands beside the document has changed: nothing typed here is in danger.
    else if (isSame(stored.value, this.store().pruned(base.value))) {
      this.become({ base: { ...base, revision: stored.revision } })
    }
  }

  /** Drops what is typed. */
  load(stored: Stored<T>): void {
    this.steps = []
    this.become({ value: stored.value, base: stored, conflict: false, restoredAt: null })
  }

  readonly forgetRestored = (): void => this.become({ restoredAt: null })

  /** Lets the next save go over what the other window has done. */
  overrule(revision: number): void {
    // A new object, since a refused value is not tried twice.
    this.become({ base: { ...this.at.base, revision }, conflict: false, value: { ...this.at.value } })
  }

  /** @throws AppError when it is refused; what was typed stays */
  readonly save = async (value: T): Promise<void> => {
    this.committing = true
    try {
      const { save, pruned } = this.store()
      const { revision } = await save(this.at.base.revision, pruned(value))
      // What was typed while it was on its way is not saved yet.
      this.steps = this.at.value === value ? [] : this.steps.slice(this.steps.indexOf(value))
      this.become({ base: { revision, value }, restoredAt: null })
    } catch (error) {
      if (error instanceof AppError) {
        this.refusal = error.message
        this.become({ conflict: error.code === 'conflict' })
      }
      throw error
    } finally {
      this.committing = false
    }
    if (this.offered) this.meet(this.offered)
  }

  /** @throws AppError with the sentence of what could not be saved */
  mustBeSaved(): void {
    if (this.dirty) throw new AppError('conflict', this.refusal)
  }

  private become(change: Partial<DocumentState<T>>, what: DocumentChange = 'step'): void {
    this.at = { ...this.at, ...change }
    for (const listener of this.listeners) listener(what)
  }
}

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
