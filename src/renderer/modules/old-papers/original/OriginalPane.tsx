import type { Original, Place, Understood } from '@shared/contract/old-papers'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Assignment } from '../model/assignment'
import { useReview } from '../review/ReviewContext'
import classes from './Original.module.css'
import { OriginalPage } from './OriginalPage'
import { SelectionBar } from './SelectionBar'
import { lineAt, pathsAt, selectedPlaces, selectLines } from './selection'

export interface OriginalPaneProps {
  page: RefObject<HTMLDivElement | null>
  original: Original
  understood: Understood
  /** What can be made of the words selected. */
  assignments: readonly Assignment[]
  onAssign: (assignment: string, places: readonly Place[]) => void
}

interface Selected {
  places: readonly Place[]
  rect: DOMRect
  /** Opened by a key: the bar takes the keyboard. */
  byKey: boolean
  /** Where the page was scrolled to: the event of a scroll made before the words were selected may come after it. */
  scrolled: number
}

/** The original at the left: a click goes to the field, selected words can be made one. */
export function OriginalPane({ page, original, understood, assignments, onAssign }: OriginalPaneProps) {
  const review = useReview()
  const [selected, setSelected] = useState<Selected | null>(null)
  const cursor = useLineCursor(page)

  const look = (byKey: boolean) => {
    const at = page.current
    const places = at ? selectedPlaces(at) : []
    const rect = window.getSelection()?.rangeCount ? window.getSelection()?.getRangeAt(0).getBoundingClientRect() : null
    setSelected(places.length > 0 && rect ? { places, rect, byKey, scrolled: at?.scrollTop ?? 0 } : null)
    return places.length > 0
  }
  const close = () => {
    setSelected(null)
    window.getSelection()?.removeAllRanges()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== page.current || event.ctrlKey || event.altKey) return
    const line = cursor.line.current
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setSelected(null)
      cursor.move(event.key === 'ArrowDown' ? 1 : -1, event.shiftKey)
    } else if (event.key === 'Enter' && line !== null) {
      event.preventDefault()
      const at = page.current && lineAt(page.current, line)
      const [path] = pathsAt(at?.querySelector('[data-paths]') ?? null)
      if (path !== undefined) review.focus(path)
      else cursor.take(look)
    } else if ((event.key === ' ' || event.key === 'ContextMenu') && line !== null) {
      event.preventDefault()
      cursor.take(look)
    }
  }
  return (
    <div className={classes.pane}>
      <div
        ref={page}
        className={classes.scroll}
        role="document"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: lines are gone over by keyboard
        tabIndex={0}
        aria-label="Исходный документ"
        aria-description="Стрелки — по строкам, Enter — к полю строки, пробел — что сделать из строки"
        onMouseUp={() => setTimeout(() => look(false), 0)}
        onClick={(event) => {
          if (window.getSelection()?.isCollapsed === false) return
          const [path] = pathsAt(event.target)
          if (path !== undefined) review.focus(path)
        }}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) =>
          selected && !selected.byKey && currentTarget.scrollTop !== selected.scrolled && setSelected(null)
        }
      >
        <OriginalPage original={original} understood={understood} />
      </div>
      {selected && (
        <SelectionBar
          assignments={assignments}
          rect={selected.rect}
          within={page.current?.getBoundingClientRect() ?? null}
          takesFocus={selected.byKey}
          onPick={(assignment) => {
            const { places } = selected
            close()
            onAssign(assignment, places)
          }}
          onClose={() => {
            close()
            page.current?.focus({ preventScroll: true })
          }}
        />
      )}
    </div>
  )
}

/** The line under the keyboard: moved by arrows, with Shift several are taken. */
function useLineCursor(page: RefObject<HTMLDivElement | null>) {
  const line = useRef<number | null>(null)
  const anchor = useRef<number | null>(null)
  const show = (next: number) => {
    const at = page.current
    if (!at) return
    at.querySelector('[data-cursor]')?.removeAttribute('data-cursor')
    const shown = lineAt(at, next)
    shown?.setAttribute('data-cursor', '')
    shown?.scrollIntoView({ block: 'nearest' })
  }
  useEffect(() => {
    const at = page.current
    const leave = () => at?.querySelector('[data-cursor]')?.removeAttribute('data-cursor')
    at?.addEventListener('blur', leave)
    return () => at?.removeEventListener('blur', leave)
  }, [page])
  return {
    line,
    move: (by: number, extend: boolean) => {
      const count = page.current?.querySelectorAll('[data-line]').length ?? 0
      const next = Math.max(0, Math.min(count - 1, line.current === null ? firstSeen(page.current) : line.current + by))
      if (!extend) anchor.current = null
      else anchor.current ??= line.current ?? next
      line.current = next
      show(next)
      if (extend && page.current && anchor.current !== null) selectLines(page.current, anchor.current, next)
    },
    /** Selects the line, or the lines taken with Shift, and looks at them. */
    take: (look: (byKey: boolean) => boolean) => {
      if (page.current && line.current !== null) selectLines(page.current, anchor.current ?? line.current, line.current)
      look(true)
    },
  }
}

/** The first line in view: where the eyes are. */
function firstSeen(page: HTMLElement | null): number {
  if (!page) return 0
  const top = page.getBoundingClientRect().top
  for (const line of page.querySelectorAll<HTMLElement>('[data-line]')) {
    if (line.getBoundingClientRect().bottom > top + 8) return Number(line.dataset.line)
  }
  return 0
}
