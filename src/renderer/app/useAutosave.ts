import type { Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { call } from './api'
import { registerFlusher } from './flush'
import { forgetSave, reportSave, type SaveState } from './saveState'
import { errorSentence } from './toasts'

/**
 * Editing that saves itself. While something is uncommitted a draft is put each second (it survives a crash); the change
 * is committed when a field is left, after `delayMs` of rest, on Ctrl+S and before closing — one undo step per commit.
 * Input that cannot be committed never blocks typing: `commit` throws an AppError, the error is shown, the draft stays.
 */
export interface AutosaveOptions<T> {
  /** `school:5`, `meeting:new`. Names the draft and the line in the status. */
  key: string
  value: T
  dirty: boolean
  /** Saves `value` (the one given); throws AppError when it is refused. It must make `dirty` false when it is done. */
  commit: (value: T) => Promise<void>
  delayMs?: number
  /** False keeps to drafts: a new record without its name, a question still unanswered. */
  canCommit?: boolean
  /** Off while the record or its draft is still loading. */
  enabled?: boolean
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

const DRAFT_EVERY_MS = 1000

export function useAutosave<T>(options: AutosaveOptions<T>): Autosave {
  const { key, value, dirty, delayMs = 5000, enabled = true } = options
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const [saving, setSaving] = useState(false)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [error, setError] = useState<string | null>(null)
  const running = useRef<Promise<void> | null>(null)
  /** The value last refused: not tried again until it changes. */
  const refused = useRef<T | null>(null)
  /** The value last committed: `dirty` of the render that knows it may still be on its way. */
  const committed = useRef<T | null>(null)
  const drafted = useRef<T | null>(null)

  const putDraft = useCallback(async () => {
    const now = latest.current
    if (now.enabled === false || !now.dirty || drafted.current === now.value) return
    drafted.current = now.value
    try {
      await call('drafts.put', { key: now.key, payload: now.value })
    } catch {
      // The store may be restarting: the next second tries again.
      drafted.current = null
    }
  }, [])

  const dropDraft = useCallback(async (draftKey: string) => {
    drafted.current = null
    try {
      await call('drafts.drop', { key: draftKey })
    } catch {
      // A draft left behind is harmless: it equals the record and is dropped on the next open.
    }
  }, [])

  const commitNow = useCallback(
    async (isAnswered: boolean): Promise<void> => {
      while (running.current) await running.current
      const now = latest.current
      if (now.enabled === false || !now.dirty || committed.current === now.value) return
      if (!isAnswered && (now.canCommit === false || refused.current === now.value)) return putDraft()
      const work = (async () => {
        setSaving(true)
        try {
          await now.commit(now.value)
          refused.current = null
          committed.current = now.value
          setError(null)
          setSavedAt(new Date())
          await dropDraft(now.key)
        } catch (failure) {
          refused.current = now.value
          setError(errorSentence(failure))
          if (!(failure instanceof AppError)) console.error(failure)
          await putDraft()
        } finally {
          setSaving(false)
        }
      })()
      running.current = work
      await work
      running.current = null
    },
    [putDraft, dropDraft],
  )
  const flush = useCallback(() => commitNow(false), [commitNow])
  const retry = useCallback(() => commitNow(true), [commitNow])

  useEffect(() => {
    if (!dirty || !enabled) return
    const timer = setInterval(() => void putDraft(), DRAFT_EVERY_MS)
    return () => clearInterval(timer)
  }, [dirty, enabled, putDraft])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `value` restarts the rest timer on every change
  useEffect(() => {
    if (!dirty || !enabled) return
    const timer = setTimeout(() => void flush(), delayMs)
    return () => clearTimeout(timer)
  }, [value, dirty, enabled, delayMs, flush])

  useEffect(() => registerFlusher(flush), [flush])

  // Leaving the editor commits what is left; if that is refused, the draft holds it.
  useEffect(
    () => () => {
      void flush()
    },
    [flush],
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

  const discard = useCallback(async () => {
    refused.current = null
    setError(null)
    await dropDraft(latest.current.key)
  }, [dropDraft])

  return { state, savedAt, error: state === 'error' ? error : null, flush, retry, discard, onBlur }
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
