import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Assignment } from '../model/assignment'
import classes from './Original.module.css'

export interface SelectionBarProps {
  assignments: readonly Assignment[]
  /** Of the words selected, on the screen. */
  rect: DOMRect
  /** Of the page: the bar stays over it. */
  within: DOMRect | null
  takesFocus: boolean
  onPick: (assignment: string) => void
  onClose: () => void
}

/** «Сделать: решением · вопросом · …» beside the words selected in the original. */
export function SelectionBar(props: SelectionBarProps) {
  const { assignments, rect, within, takesFocus, onPick, onClose } = props
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: rect.left, top: rect.bottom + 6 })

  useLayoutEffect(() => {
    const box = bar.current?.getBoundingClientRect()
    if (!box) return
    const left = Math.max(within?.left ?? 0, Math.min(rect.left, (within?.right ?? window.innerWidth) - box.width - 8))
    const below = rect.bottom + 6
    const fits = below + box.height < window.innerHeight - 8
    setPlace({ left: left + 4, top: fits ? below : Math.max(8, rect.top - box.height - 6) })
  }, [rect, within])
  useLayoutEffect(() => {
    if (takesFocus) bar.current?.querySelector('button')?.focus()
  }, [takesFocus])

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button.matches(':focus'))
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onClose()
    } else if (step !== undefined) {
      event.preventDefault()
      buttons[(at + step + buttons.length) % buttons.length]?.focus()
    }
  }
  return createPortal(
    <div
      ref={bar}
      className={classes.bar}
      role="toolbar"
      aria-label="Что сделать из выделенного"
      style={place}
      onKeyDown={onKeyDown}
      // The selection must not go when a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
    >
      <span className={classes.barTitle}>Сделать</span>
      {assignments.map(({ id, title, apart }) => (
        <button
          key={id}
          type="button"
          className={classes.barButton}
          data-apart={apart || undefined}
          onClick={() => onPick(id)}
        >
          {title}
        </button>
      ))}
      <button type="button" className={classes.barClose} aria-label="Ничего не делать" onClick={onClose}>
        <IconX size={15} aria-hidden />
      </button>
    </div>,
    document.body,
  )
}
