import type { OldPaper, Understood } from '@shared/contract/old-papers'
import { AppError } from '@shared/errors'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { call } from '../../../app/api'
import { type Autosave, type DraftFound, useAutosave } from '../../../app/useAutosave'
import { back, begin, type DocHistory, forth, step } from '../model/doc-history'
import { pruned } from '../model/pruned'

export interface Reviewing {
  understood: Understood
  /** @param group the field being typed in, so that typing in it is one step of undo */
  change: (next: (now: Understood) => Understood, group?: string) => void
  /** Answers whether there was anything to take back. */
  undo: () => boolean
  redo: () => boolean
  autosave: Autosave
  /** What the store refused last, and at which field. */
  refused: { message: string; path: string } | null
  refuse: (refused: Reviewing['refused']) => void
  /** The paper was changed in another window. */
  conflict: boolean
  takeStored: () => Promise<void>
  keepMine: () => Promise<void>
  /** Commits what is typed. @throws AppError with the sentence of what could not be kept */
  settle: () => Promise<void>
  /** Understands the paper as another kind; taken back by undo. */
  understandAs: (kind: Understood['kind']) => Promise<void>
}

interface Base {
  revision: number
  understood: Understood
}

/** The draft under review: typed, kept by the store as one types, undone step by step. */
export function useReviewing(paper: OldPaper, draft: DraftFound): Reviewing {
  const { id } = paper
  const [base, setBase] = useState<Base>({ revision: paper.revision, understood: paper.understood })
  const [history, setHistory] = useState<DocHistory>(() => begin(draftOf(draft) ?? paper.understood))
  const [refused, setRefused] = useState<Reviewing['refused']>(null)
  const [conflict, setConflict] = useState(false)
  const committing = useRef(false)
  /** What is true now, ahead of what is drawn: several changes may come in one event. */
  const latest = useRef({ history, base })

  const put = useCallback((next: DocHistory) => {
    latest.current.history = next
    setHistory(next)
  }, [])
  const know = useCallback((next: Base) => {
    latest.current.base = next
    setBase(next)
  }, [])
  const change = useCallback<Reviewing['change']>(
    (next, group) => {
      const { history: now } = latest.current
      put(step(now, next(now.now), group ?? null, Date.now()))
    },
    [put],
  )
  const load = useCallback(
    (stored: OldPaper) => {
      know({ revision: stored.revision, understood: stored.understood })
      put(step(latest.current.history, stored.understood, null, Date.now()))
      setRefused(null)
      setConflict(false)
    },
    [know, put],
  )

  // Another window, or the paper understood anew. Our own commits are already known by their revision.
  useLayoutEffect(() => {
    const { history: shown, base: known } = latest.current
    if (committing.current || shown.now !== known.understood || paper.revision === known.revision) return
    load(paper)
  }, [paper, load])

  const commit = useCallback(
    async (understood: Understood) => {
      committing.current = true
      try {
        const { revision } = latest.current.base
        const kept = await call('oldPapers.update', { id, revision, understood: pruned(understood) })
        know({ revision: kept.revision, understood })
        setRefused(null)
      } catch (error) {
        if (error instanceof AppError) {
          setConflict(error.code === 'conflict')
          setRefused({ message: error.message, path: '' })
        }
        throw error
      } finally {
        committing.current = false
      }
    },
    [id, know],
  )
  const autosave = useAutosave({
    key: `old-paper:${id}`,
    value: history.now,
    dirty: history.now !== base.understood,
    commit,
    delayMs: 1000,
  })

  const move = (to: (now: DocHistory) => DocHistory | null) => {
    const next = to(latest.current.history)
    // A new object: the autosave takes one it has committed before for kept, though another has been kept since.
    if (next) put({ ...next, now: { ...next.now } })
    return next !== null
  }
  const settle = async () => {
    await autosave.flush()
    const { history: shown, base: known } = latest.current
    if (shown.now !== known.understood) throw new AppError('invalid-input', autosave.error ?? 'Исправьте поля.')
  }
  return {
    understood: history.now,
    change,
    undo: () => move(back),
    redo: () => move(forth),
    autosave,
    refused,
    refuse: setRefused,
    conflict,
    takeStored: async () => {
      const stored = await call('oldPapers.get', { id })
      await autosave.discard()
      load(stored)
    },
    keepMine: async () => {
      const { revision } = await call('oldPapers.get', { id })
      know({ ...latest.current.base, revision })
      setConflict(false)
      await autosave.retry()
    },
    settle,
    understandAs: async (kind) => {
      await settle()
      await call('oldPapers.understand', { id, as: kind })
      const stored = await call('oldPapers.get', { id })
      // The window may have been told of it already: taken twice, it would be two steps of undo.
      if (stored.revision !== latest.current.base.revision) load(stored)
    },
  }
}

/** Only its shape: what was half typed is part of what must not be lost. */
function draftOf(draft: DraftFound): Understood | null {
  const payload = draft?.payload
  if (typeof payload !== 'object' || payload === null) return null
  return 'kind' in payload && 'marks' in payload && 'unrecognised' in payload ? (payload as Understood) : null
}
