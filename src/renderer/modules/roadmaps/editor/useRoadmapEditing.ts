import type { Roadmap, RoadmapRecord } from '@shared/contract/roadmaps'
import { AppError } from '@shared/errors'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useAction } from '../../../app/actions'
import { call } from '../../../app/api'
import { redoLast, undoLast } from '../../../app/queries'
import { type Autosave, type DraftFound, useAutosave } from '../../../app/useAutosave'
import { pruned } from '../model/structure'

/** What the store last said of the document that is being typed. */
interface Base {
  revision: number
  roadmap: Roadmap
}

export interface RoadmapEditing {
  roadmap: Roadmap
  /** Typing into a field of the head: committed when it is left. */
  change: (step: (now: Roadmap) => Roadmap) => void
  /** A finished step of the sheet: committed at once, so that one step is one line of the history. */
  commit: (step: (now: Roadmap) => Roadmap) => void
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
}

/** The document under the hands: typed, drafted, committed, and taken anew after an undo. */
export function useRoadmapEditing(record: RoadmapRecord, draft: DraftFound): RoadmapEditing {
  const { id } = record
  const [start] = useState(() => roadmapOfDraft(draft, record) ?? record.roadmap)
  const [base, setBase] = useState<Base>(() => ({ revision: record.revision, roadmap: record.roadmap }))
  const [roadmap, setShown] = useState(start)
  const [restoredAt, setRestoredAt] = useState(start === record.roadmap ? null : (draft?.savedAt ?? null))
  const [conflict, setConflict] = useState(false)
  const committing = useRef(false)
  /** What is true now, ahead of what is drawn; `steps`: states before each step not yet saved. */
  const now = useRef({ roadmap: start, base, steps: [] as Roadmap[], refusal: '' })

  const show = useCallback((next: Roadmap) => {
    now.current.roadmap = next
    setShown(next)
  }, [])
  const know = useCallback((next: Base) => {
    now.current.base = next
    setBase(next)
  }, [])
  const change = useCallback(
    (step: (at: Roadmap) => Roadmap) => {
      const before = now.current.roadmap
      const next = step(before)
      if (next === before) return
      now.current.steps.push(before)
      show(next)
    },
    [show],
  )
  const load = useCallback(
    (next: RoadmapRecord) => {
      know({ revision: next.revision, roadmap: next.roadmap })
      now.current.steps = []
      show(next.roadmap)
      setConflict(false)
      setRestoredAt(null)
    },
    [know, show],
  )

  // A new answer of the store: an undo, another window, a mark. Our own commits are already known by their revision.
  useLayoutEffect(() => {
    const { roadmap: shown, base: known } = now.current
    if (committing.current || record.revision === known.revision) return
    if (shown === known.roadmap) load(record)
    // Only what stands beside the document has changed: nothing typed here is in danger.
    else if (isSame(record.roadmap, pruned(known.roadmap))) know({ ...known, revision: record.revision })
  }, [record, load, know])

  const save = useCallback(
    async (value: Roadmap) => {
      committing.current = true
      try {
        const { revision } = now.current.base
        const saved = await call('roadmaps.save', { id, revision, roadmap: pruned(value) })
        know({ revision: saved.revision, roadmap: value })
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
    [id, know],
  )

  const dirty = roadmap !== base.roadmap
  // What was restored waits for her word, or for the next letter typed: a click on «вернуть» must not save it first.
  const awaits = restoredAt !== null && roadmap === start
  const autosave = useAutosave({ key: `roadmap:${id}`, value: roadmap, dirty, commit: save, enabled: !awaits })

  const { flush } = autosave
  const commit = useCallback(
    (step: (at: Roadmap) => Roadmap) => {
      change(step)
      // The autosave sees the step with the next drawing.
      setTimeout(() => void flush(), 0)
    },
    [change, flush],
  )
  // What could not be saved is not in the journal: its steps are taken back here, one by one.
  useAction('undo', () => {
    void flush().then(() => {
      const before = now.current.roadmap === now.current.base.roadmap ? undefined : now.current.steps.pop()
      if (before) show(before)
      else void undoLast()
    })
  })
  useAction('redo', () => void redoLast())

  const revert = async () => {
    const stored = await call('roadmaps.get', { id })
    await autosave.discard()
    load(stored)
  }
  const keepMine = async () => {
    const { revision } = await call('roadmaps.get', { id })
    know({ ...now.current.base, revision })
    setConflict(false)
    // A new object, since a refused value is not tried twice.
    commit((at) => ({ ...at }))
  }
  return {
    roadmap,
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
      if (awaits) throw new AppError('conflict', 'Сначала решите, оставить ли восстановленное: кнопки — над таблицей.')
      await flush()
      const { roadmap: shown, base: known, refusal } = now.current
      if (shown !== known.roadmap) throw new AppError('conflict', refusal)
    },
  }
}

/** The draft as a document, where it is one and differs from what is saved. */
function roadmapOfDraft(draft: DraftFound, record: RoadmapRecord): Roadmap | null {
  const payload = draft?.payload
  if (!isRoadmap(payload)) return null
  return isSame(pruned(payload), record.roadmap) ? null : payload
}

const isSame = (one: Roadmap, other: Roadmap): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Only its shape: a date half typed is part of what must not be lost, so the schema would be too strict. */
function isRoadmap(payload: unknown): payload is Roadmap {
  if (typeof payload !== 'object' || payload === null) return false
  return ['kind', 'title', 'columns', 'sections', 'approval'].every((key) => Object.hasOwn(payload, key))
}
