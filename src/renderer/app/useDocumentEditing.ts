import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useAction } from './actions'
import { redoLast, undoLast } from './queries'
import { type Autosave, type DraftFound, useAutosave } from './useAutosave'

/** A document as the store has it. */
export interface Stored<T> {
  revision: number
  value: T
}

export interface DocumentSource<T> {
  /** Names the draft: «roadmap:5». */
  key: string
  stored: Stored<T>
  draft: DraftFound
  /** Only the shape of what a draft holds: a date half typed is part of what must not be lost, so a schema would be too strict. */
  isDocument: (payload: unknown) => payload is T
  /** Without what is not saved: rows still empty. */
  pruned: (value: T) => T
  fetch: () => Promise<Stored<T>>
  save: (revision: number, value: T) => Promise<SavedRecord>
  /** False: it is locked, nothing is drafted or saved. */
  enabled?: boolean
  /** Said when a paper is asked for before the question of the restored draft is answered. */
  unanswered: string
}

export interface DocumentEditing<T> {
  value: T
  /** Typing into a field: committed when it is left. */
  change: (step: (now: T) => T) => void
  /** A finished step: committed at once, so that one step is one line of the history. */
  commit: (step: (now: T) => T) => void
  dirty: boolean
  autosave: Autosave
  /** When the draft was typed that was found on opening and awaits her word; null where there is none. */
  restoredAt: string | null
  forgetRestored: () => void
  /** Drops what is not saved: the document is again as the store has it. */
  revert: () => Promise<void>
  /** Another window has changed the document meanwhile. */
  conflict: boolean
  /** Saves over what the other window has done. */
  keepMine: () => Promise<void>
  /** Commits what is typed. @throws AppError with the sentence of what could not be saved */
  settle: () => Promise<void>
  /** Of what the store has now. */
  revision: () => number
}

/** A document under the hands: typed, drafted, committed, and taken anew after an undo. */
export function useDocumentEditing<T extends object>(source: DocumentSource<T>): DocumentEditing<T> {
  const { stored, enabled = true } = source
  const latest = useRef(source)
  useLayoutEffect(() => {
    latest.current = source
  })
  const [start] = useState(() => (enabled ? documentOfDraft(source) : null) ?? stored.value)
  const [base, setBase] = useState<Stored<T>>(stored)
  const [value, setShown] = useState(start)
  const [restoredAt, setRestoredAt] = useState(start === stored.value ? null : (source.draft?.savedAt ?? null))
  const [conflict, setConflict] = useState(false)
  const committing = useRef(false)
  /** What is true now, ahead of what is drawn; `steps`: states before each step not yet saved. */
  const now = useRef({ value: start, base, steps: [] as T[], refusal: '' })

  const show = useCallback((next: T) => {
    now.current.value = next
    setShown(() => next)
  }, [])
  const know = useCallback((next: Stored<T>) => {
    now.current.base = next
    setBase(next)
  }, [])
  const change = useCallback(
    (step: (at: T) => T) => {
      const before = now.current.value
      const next = step(before)
      if (next === before) return
      now.current.steps.push(before)
      show(next)
    },
    [show],
  )
  const load = useCallback(
    (next: Stored<T>) => {
      know(next)
      now.current.steps = []
      show(next.value)
      setConflict(false)
      setRestoredAt(null)
    },
    [know, show],
  )

  // A new answer of the store: an undo, another window, a mark. Our own commits are already known by their revision.
  useLayoutEffect(() => {
    const { value: shown, base: known } = now.current
    if (committing.current || stored.revision === known.revision) return
    if (shown === known.value) load(stored)
    // Only what stands beside the document has changed: nothing typed here is in danger.
    else if (isSame(stored.value, latest.current.pruned(known.value))) know({ ...known, revision: stored.revision })
  }, [stored, load, know])

  const save = useCallback(
    async (next: T) => {
      committing.current = true
      try {
        const saved = await latest.current.save(now.current.base.revision, latest.current.pruned(next))
        know({ revision: saved.revision, value: next })
        now.current.steps = []
        setRestoredAt(null)
      } catch (error) {
        if (error instanceof AppError) {
          now.current.refusal = error.message
          setConflict(error.code === 'conflict')
        }
        throw error
      } finally {
        committing.current = false
      }
    },
    [know],
  )

  const dirty = value !== base.value
  // What was restored waits for her word, or for the next letter typed: a click on «вернуть» must not save it first.
  const awaits = restoredAt !== null && value === start
  const autosave = useAutosave({ key: source.key, value, dirty, commit: save, enabled: enabled && !awaits })

  const { flush } = autosave
  const commit = useCallback(
    (step: (at: T) => T) => {
      change(step)
      // The autosave sees the step with the next drawing.
      setTimeout(() => void flush(), 0)
    },
    [change, flush],
  )
  // What could not be saved is not in the journal: its steps are taken back here, one by one.
  useAction('undo', () => {
    void flush().then(() => {
      const before = now.current.value === now.current.base.value ? undefined : now.current.steps.pop()
      if (before) show(before)
      else void undoLast()
    })
  })
  useAction('redo', () => void redoLast())

  const revert = async () => {
    const fresh = await latest.current.fetch()
    await autosave.discard()
    load(fresh)
  }
  const keepMine = async () => {
    const { revision } = await latest.current.fetch()
    know({ ...now.current.base, revision })
    setConflict(false)
    // A new object, since a refused value is not tried twice.
    commit((at) => ({ ...at }))
  }
  return {
    value,
    change,
    commit,
    dirty,
    autosave,
    restoredAt: awaits ? restoredAt : null,
    forgetRestored: () => setRestoredAt(null),
    revert,
    conflict,
    keepMine,
    settle: async () => {
      if (awaits) throw new AppError('conflict', source.unanswered)
      await flush()
      const { value: shown, base: known, refusal } = now.current
      if (shown !== known.value) throw new AppError('conflict', refusal)
    },
    revision: () => now.current.base.revision,
  }
}

/** The draft as a document, where it is one and differs from what is saved. */
function documentOfDraft<T>({ draft, stored, isDocument, pruned }: DocumentSource<T>): T | null {
  const payload = draft?.payload
  if (!isDocument(payload)) return null
  return isSame(pruned(payload), stored.value) ? null : payload
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Whether a draft's payload is an object with all these fields. */
export function hasFields(payload: unknown, fields: readonly string[]): boolean {
  if (typeof payload !== 'object' || payload === null) return false
  return fields.every((key) => Object.hasOwn(payload, key))
}
