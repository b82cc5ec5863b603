import type { Report } from '@shared/contract/reports'
import type { DragEvent } from 'react'
import { useCallback, useMemo, useRef } from 'react'
import { canMove, moveTo, type Place } from '../model/steps'
import { useComposer } from './ComposerContext'

const KIND = 'application/x-metodist-outline'

/** Sections and pieces dragged along the outline; where it will fall is a line at the entry's edge. */
export function useOutlineDrag(report: Report) {
  const { commit } = useComposer()
  const dragged = useRef<Place | null>(null)
  const latest = useRef(report)
  latest.current = report
  const on = useCallback(
    (place: Place) => ({
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        dragged.current = place
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData(KIND, place.section)
      },
      onDragOver: (event: DragEvent<HTMLElement>) => {
        const from = dragged.current
        if (!from || !canMove(latest.current, from, targetOf(from, place))) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'move'
        event.currentTarget.dataset.drop = isAfter(event) ? 'after' : 'before'
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        delete event.currentTarget.dataset.drop
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        delete event.currentTarget.dataset.drop
        const from = dragged.current
        dragged.current = null
        if (!from) return
        event.preventDefault()
        commit(moveTo(from, targetOf(from, place), isAfter(event)))
      },
      onDragEnd: () => {
        dragged.current = null
      },
    }),
    [commit],
  )
  return useMemo(() => ({ on }), [on])
}

/** A section falls among sections, wherever among their pieces it is held. */
function targetOf(from: Place, place: Place): Place {
  return from.piece === null ? { ...place, piece: null } : place
}

function isAfter(event: DragEvent<HTMLElement>): boolean {
  const { top, height } = event.currentTarget.getBoundingClientRect()
  return event.clientY > top + height / 2
}
