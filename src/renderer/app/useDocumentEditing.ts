import { AppError } from '@shared/errors'
import { startTransition, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useAction } from './actions'
import { DocumentModel, type DocumentState, type DocumentStore, isSame, type Stored } from './documentModel'
import { redoLast, undoLast } from './queries'
import { type Ahead, type Autosave, type DraftFound, useAutosave } from './useAutosave'

export interface DocumentSource<T> extends DocumentStore<T> {
  /** Names the draft: «roadmap:5». */
  key: string
  stored: Stored<T>
  draft: DraftFound
  /** Only the shape of what a draft holds: a date half typed is part of what must not be lost, so a schema would be too strict. */
  isDocument: (payload: unknown) => payload is T
  fetch: () => Promise<Stored<T>>
  /** False: it is locked, nothing is drafted or saved. */
  enabled?: boolean
  /** Said when a paper is asked for before the question of the restored draft is answered. */
  unanswered: string
}

/** The document as it is true now, for what draws or reads ahead of the screen. */
export interface LiveDocument<T> {
  value: () => T
  subscribe: (listener: () => void) => () => void
}

export interface DocumentEditing<T> {
  /** As drawn: it may be some letters behind `live`. */
  value: T
  live: LiveDocument<T>
  /**
   * A letter typed into a field that draws `live`: what else shows the document follows when there is time. Of any other field use
   * `change`: drawn late, it would show what was before the letter, and the next one would be typed into that.
   */
  type: (step: (now: T) => T) => void
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
  const [model] = useState(() => new DocumentModel(startOf(source), () => latest.current))
  const [drawn, setDrawn] = useState(model.state)
  useLayoutEffect(
    () =>
      model.subscribe((what) => {
        const draw = () => setDrawn(model.state())
        if (what === 'letter') startTransition(draw)
        else draw()
      }),
    [model],
  )
  useLayoutEffect(() => model.meet(stored), [stored, model])

  const ahead = useMemo<Ahead<T>>(
    () => ({
      now: () => ({ value: model.value(), dirty: model.dirty && !model.awaits }),
      subscribe: model.subscribe,
    }),
    [model],
  )
  const { value, base, conflict } = drawn
  const dirty = value !== base.value
  const awaits = model.awaits && drawn.restoredAt !== null
  const autosave = useAutosave({
    key: source.key,
    value,
    dirty,
    commit: model.save,
    enabled,
    ahead,
  })

  const { flush, discard } = autosave
  const type = useCallback((step: (at: T) => T) => model.change(step, 'letter'), [model])
  const change = useCallback((step: (at: T) => T) => model.change(step, 'step'), [model])
  const commit = useCallback(
    (step: (at: T) => T) => {
      model.change(step, 'step')
      // Steps of one event are one step of the history.
      setTimeout(() => void flush(), 0)
    },
    [model, flush],
  )
  useAction('undo', () => {
    void flush().then(() => {
      if (!model.stepBack()) void undoLast()
    })
  })
  useAction('redo', () => void redoLast())

  return {
    value,
    live: model,
    type,
    change,
    commit,
    dirty,
    autosave,
    restoredAt: awaits ? drawn.restoredAt : null,
    forgetRestored: model.forgetRestored,
    revert: async () => {
      const fresh = await latest.current.fetch()
      await discard()
      model.load(fresh)
    },
    conflict,
    keepMine: async () => {
      const { revision } = await latest.current.fetch()
      model.overrule(revision)
      await flush()
    },
    settle: async () => {
      if (model.awaits) throw new AppError('conflict', source.unanswered)
      await flush()
      model.mustBeSaved()
    },
    revision: () => model.state().base.revision,
  }
}

function startOf<T>(source: DocumentSource<T>): DocumentState<T> {
  const { stored, draft, enabled = true } = source
  const restored = enabled ? documentOfDraft(source) : null
  return {
    value: restored ?? stored.value,
    base: stored,
    conflict: false,
    restoredAt: restored === null ? null : (draft?.savedAt ?? null),
  }
}

/** The draft as a document, where it is one and differs from what is saved. */
function documentOfDraft<T>({ draft, stored, isDocument, pruned }: DocumentSource<T>): T | null {
  const payload = draft?.payload
  if (!isDocument(payload)) return null
  return isSame(pruned(payload), stored.value) ? null : payload
}

/** Whether a draft's payload is an object with all these fields. */
export function hasFields(payload: unknown, fields: readonly string[]): boolean {
  if (typeof payload !== 'object' || payload === null) return false
  return fields.every((key) => Object.hasOwn(payload, key))
}
