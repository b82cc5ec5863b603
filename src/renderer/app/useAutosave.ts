import type { Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { call } from './api'
import { Autosaver, type DraftKeeper, type Typing } from './autosaver'
import { registerFlusher } from './flush'
import { forgetSave, reportSave, type SaveState } from './saveState'
import { errorSentence } from './toasts'

/**
 * Editing that saves itself. While something is uncommitted a draft is put each second (it survives a crash); the change
 * is committed when a field is left, after `delayMs` of rest, on Ctrl+S and before closing — one undo step per commit.
 * Input that cannot be committed never blocks typing: `commit` throws an AppError, the error is shown, the draft stays.
 */
export interface AutosaveOptions<T> extends Pick<Typing<T>, 'key' | 'value' | 'dirty' | 'commit'> {
  delayMs?: number
  /** False keeps to drafts: a new record without its name, a question still unanswered. */
  canCommit?: boolean
  /** Off while the record or its draft is still loading. */
  enabled?: boolean
  /** Where what is typed runs ahead of what is drawn: it is asked instead of the values above, and heard instead of a drawing. */
  ahead?: Ahead<T>
}

export interface Ahead<T> {
  now: () => Pick<Typing<T>, 'value' | 'dirty'> & Partial<Pick<Typing<T>, 'key' | 'canCommit'>>
  subscribe: (listener: () => void) => () => void
}

export interface Autosave {
  state: SaveState
  savedAt: Date | null
  /** Russian sentence of the last refused commit; null after a good one. */
  error: string | null
  /** Commits now what is uncommitted; resolves when done, never rejects. */
  flush: () => Promise<void>
  /** Commits again what was refused: the person answered the question («Всё равно добавить»). */
  retry: () => Promise<void>
  /** Forgets the draft: the person chose to drop what she typed. */
  discard: () => Promise<void>
  /** Put on the form's container: leaving a field commits. */
  onBlur: (event: FocusEvent) => void
}

const drafts: DraftKeeper = {
  put: (key, payload) => call('drafts.put', { key, payload }),
  drop: (key) => call('drafts.drop', { key }),
}

export function useAutosave<T>(options: AutosaveOptions<T>): Autosave {
  const { key, dirty, ahead } = options
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const [saving, setSaving] = useState(false)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [saver] = useState(
    () =>
      new Autosaver<T>(() => typingOf(latest.current), drafts, {
        saving: setSaving,
        saved: () => {
          setError(null)
          setSavedAt(new Date())
        },
        refused: (failure) => {
          setError(errorSentence(failure))
          if (!(failure instanceof AppError)) console.error(failure)
        },
        forgiven: () => setError(null),
      }),
  )
  const { flush, retry, discard } = useMemo(
    () => ({ flush: () => saver.flush(), retry: () => saver.retry(), discard: () => saver.discard() }),
    [saver],
  )

  useEffect(() => saver.touched())
  const subscribe = ahead?.subscribe
  useEffect(() => subscribe?.(() => saver.touched()), [saver, subscribe])
  useEffect(() => registerFlusher(flush), [flush])

  // Leaving the editor commits what is left; if that is refused, the draft holds it.
  useEffect(
    () => () => {
      saver.stop()
      void saver.flush()
    },
    [saver],
  )

  const state: SaveState = saving ? 'saving' : !dirty ? 'saved' : error ? 'error' : 'dirty'
  useEffect(() => {
    reportSave(key, { state, savedAt, error: state === 'error' ? error : null })
  }, [key, state, savedAt, error])
  useEffect(() => () => forgetSave(key), [key])

  const onBlur = useCallback(
    (event: FocusEvent) => {
      const field = event.target
      const leavesField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      // Blur comes before the state change it causes (a date read from its text): let that land first.
      if (leavesField) setTimeout(() => void flush(), 0)
    },
    [flush],
  )
  return { state, savedAt, error: state === 'error' ? error : null, flush, retry, discard, onBlur }
}

function typingOf<T>({ ahead, ...drawn }: AutosaveOptions<T>): Typing<T> {
  const { canCommit = true, delayMs = 5000, enabled = true, ...rest } = { ...drawn, ...ahead?.now() }
  return { ...rest, canCommit, delayMs, enabled }
}

export type DraftFound = Output<'drafts.get'>

/** The draft left by an earlier session, asked for once per key. `undefined` while asking. */
export function useDraft(key: string): DraftFound | undefined {
  const [found, setFound] = useState<{ key: string; draft: DraftFound } | null>(null)
  useEffect(() => {
    let alive = true
    call('drafts.get', { key }).then(
      (draft) => alive && setFound({ key, draft }),
      () => alive && setFound({ key, draft: null }),
    )
    return () => {
      alive = false
    }
  }, [key])
  return found?.key === key ? found.draft : undefined
}
