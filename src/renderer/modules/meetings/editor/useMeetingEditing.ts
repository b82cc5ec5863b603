import type { Meeting, MeetingRecord } from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { call } from '../../../app/api'
import { type Autosave, type DraftFound, useAutosave } from '../../../app/useAutosave'
import { type Editing, openView, pruned } from '../model/commands'
import { existingView, type FieldKey, fieldOfPath, type View } from '../model/fields'

/** What the store last said of the protocol that is being typed. */
interface Base {
  revision: number
  meeting: Meeting
}

export interface MeetingEditing {
  state: Editing
  apply: (step: (now: Editing) => Editing) => void
  dirty: boolean
  autosave: Autosave
  /** When the draft was typed that was found on opening and awaits her word; null where there is none. */
  restoredAt: string | null
  /** Drops what is not saved: the protocol is again as the store has it. */
  revert: () => Promise<void>
  forgetRestored: () => void
  /** What the store refused, with its sentence. */
  refused: { field: FieldKey | null; message: string } | null
  refuse: (error: unknown) => void
  /** Another window has changed the protocol meanwhile. */
  conflict: boolean
  /** Saves over what the other window has done. */
  keepMine: () => Promise<void>
  revision: () => number
  /** Commits what is typed. @throws AppError with the sentence of what could not be saved */
  settle: () => Promise<void>
}

/**
 * The document under the hands: typed, drafted, committed, and taken anew after an undo. A signed one is not saved by
 * itself: what is typed there becomes a correction with its reason.
 */
export function useMeetingEditing(
  record: MeetingRecord,
  draft: DraftFound,
  startView: (meeting: Meeting) => View,
): MeetingEditing {
  const { id } = record
  const [start] = useState(() => meetingOfDraft(draft, record) ?? record.meeting)
  const [base, setBase] = useState<Base>(() => ({ revision: record.revision, meeting: record.meeting }))
  const [state, setShown] = useState<Editing>(() => openView(start, startView(start)))
  const [restoredAt, setRestoredAt] = useState(start === record.meeting ? null : (draft?.savedAt ?? null))
  const [refused, setRefused] = useState<MeetingEditing['refused']>(null)
  const [conflict, setConflict] = useState(false)
  const committing = useRef(false)
  /** What is true now, ahead of what is drawn: several changes may come in one event. */
  const now = useRef({ state, base, refusal: '' })

  const setEditing = useCallback((next: Editing) => {
    now.current.state = next
    setShown(next)
  }, [])
  const setKnown = useCallback((next: Base) => {
    now.current.base = next
    setBase(next)
  }, [])
  const apply = useCallback(
    (step: (at: Editing) => Editing) => {
      const next = step(now.current.state)
      if (next !== now.current.state) setEditing(next)
    },
    [setEditing],
  )
  const load = useCallback(
    (next: MeetingRecord) => {
      const { view } = now.current.state
      setKnown({ revision: next.revision, meeting: next.meeting })
      setEditing({ meeting: next.meeting, view: existingView(next.meeting, view), focus: null })
      setRefused(null)
      setConflict(false)
      setRestoredAt(null)
    },
    [setEditing, setKnown],
  )

  // A new answer of the store: an undo, another window, signing. Our own commits are already known by their revision.
  useLayoutEffect(() => {
    const { state: shown, base: known } = now.current
    const dirty = shown.meeting !== known.meeting
    // Revisions only grow: a lower one is an answer from before our own last commit.
    if (committing.current || dirty || record.revision <= known.revision) return
    load(record)
  }, [record, load])

  const refuse = useCallback((error: unknown) => {
    if (!(error instanceof AppError)) return
    now.current.refusal = error.message
    setConflict(error.code === 'conflict')
    const field = error.path === undefined ? null : fieldOfPath(pruned(now.current.state.meeting), error.path)
    setRefused({ field, message: error.message })
  }, [])

  const commit = useCallback(
    async (meeting: Meeting) => {
      committing.current = true
      try {
        const { revision } = now.current.base
        const saved = await call('meetings.save', { id, revision, meeting: pruned(meeting) })
        setKnown({ revision: saved.revision, meeting })
        setRefused(null)
        setRestoredAt(null)
      } catch (error) {
        refuse(error)
        throw error
      } finally {
        committing.current = false
      }
    },
    [id, setKnown, refuse],
  )

  const dirty = state.meeting !== base.meeting
  // What was restored waits for her word, or for the next letter typed: a click on «вернуть» must not save it first.
  const awaits = restoredAt !== null && state.meeting === start
  const autosave = useAutosave({
    key: `meeting:${id}`,
    value: state.meeting,
    dirty,
    commit,
    enabled: record.state === 'draft' && !awaits,
  })
  useCorrectionDraft(record, state.meeting, dirty)

  const revert = async () => {
    const stored = await call('meetings.get', { id })
    await autosave.discard()
    load(stored)
  }
  const keepMine = async () => {
    const { revision } = await call('meetings.get', { id })
    setKnown({ ...now.current.base, revision })
    setConflict(false)
    // A new object, since a refused value is not tried twice.
    apply((at) => ({ ...at, meeting: { ...at.meeting }, focus: null }))
  }
  return {
    state,
    apply,
    dirty,
    autosave,
    restoredAt: awaits ? restoredAt : null,
    revert,
    forgetRestored: () => setRestoredAt(null),
    refused,
    refuse,
    conflict,
    keepMine,
    revision: () => now.current.base.revision,
    settle: async () => {
      if (awaits)
        throw new AppError('conflict', 'Сначала решите, оставить ли восстановленное: кнопки — над протоколом.')
      await autosave.flush()
      const { state: shown, base: known, refusal } = now.current
      if (record.state === 'draft' && shown.meeting !== known.meeting) throw new AppError('conflict', refusal)
    },
  }
}

/** The autosave rests on a signed protocol, so a correction half typed is put away here. */
function useCorrectionDraft(record: MeetingRecord, meeting: Meeting, dirty: boolean): void {
  const latest = useRef(meeting)
  useLayoutEffect(() => {
    latest.current = meeting
  })
  const active = record.state === 'signed' && dirty
  useEffect(() => {
    if (!active) return
    const put = () => void call('drafts.put', { key: `meeting:${record.id}`, payload: latest.current }).catch(() => {})
    const timer = setInterval(put, 1000)
    return () => clearInterval(timer)
  }, [active, record.id])
}

/** The draft as a document, where it is one and differs from what is saved. */
function meetingOfDraft(draft: DraftFound, record: MeetingRecord): Meeting | null {
  const payload = draft?.payload
  if (!isMeeting(payload)) return null
  return JSON.stringify(pruned(payload)) === JSON.stringify(record.meeting) ? null : payload
}

/** Only its shape: a date half typed is part of what must not be lost, so the schema would be too strict. */
function isMeeting(payload: unknown): payload is Meeting {
  if (typeof payload !== 'object' || payload === null) return false
  return ['agenda', 'attendance', 'chairs', 'date', 'speeches', 'decisions'].every((key) => Object.hasOwn(payload, key))
}
