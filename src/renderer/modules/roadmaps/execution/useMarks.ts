import { newUid } from '@shared/contract/fields'
import type { RoadmapMark, RoadmapRecord } from '@shared/contract/roadmaps'
import { todayIso } from '@shared/domain/dates'
import { useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../../app/api'
import { type Autosave, useAutosave } from '../../../app/useAutosave'

export interface MarksEditing {
  marks: readonly RoadmapMark[]
  /** The mark just added: its evidence is to be typed. */
  fresh: string | null
  add: () => void
  change: (uid: string, patch: Partial<RoadmapMark>) => void
  remove: (uid: string) => void
  autosave: Autosave
}

/** Marks of one row, typed and saved by themselves. */
export function useMarks(record: RoadmapRecord, itemUid: string): MarksEditing {
  const stored = useMemo(() => record.marks.filter((mark) => mark.itemUid === itemUid), [record.marks, itemUid])
  const [saved, setSaved] = useState(stored)
  const [marks, setMarks] = useState(stored)
  const [fresh, setFresh] = useState<string | null>(null)
  const dirty = marks !== saved
  const shown = useRef({ dirty })
  shown.current.dirty = dirty

  // An undo, or another window: what is not being typed here is taken as it is.
  useEffect(() => {
    if (shown.current.dirty) return
    setSaved(stored)
    setMarks(stored)
  }, [stored])

  const autosave = useAutosave({
    key: `roadmapMarks:${record.id}:${itemUid}`,
    value: marks,
    dirty,
    commit: async (value: RoadmapMark[]) => {
      await call('roadmaps.mark', { id: record.id, itemUid, marks: value })
      setSaved(value)
    },
  })
  const { flush } = autosave
  /** A mark added or taken away is a step of its own. */
  const settle = () => setTimeout(() => void flush(), 0)
  return {
    marks,
    fresh,
    autosave,
    add() {
      const mark: RoadmapMark = {
        uid: newUid(),
        itemUid,
        state: 'done',
        on: todayIso(new Date()),
        movedTo: null,
        evidence: '',
        note: '',
      }
      setFresh(mark.uid)
      setMarks((now) => [...now, mark])
      settle()
    },
    change: (uid, patch) => setMarks((now) => now.map((mark) => (mark.uid === uid ? { ...mark, ...patch } : mark))),
    remove(uid) {
      setMarks((now) => now.filter((mark) => mark.uid !== uid))
      settle()
    },
  }
}
