import { useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import classes from './PickList.module.css'

export interface PickOption {
  key: string
  label: string
  detail: string
}

export interface PickListProps {
  id: string
  options: readonly PickOption[]
  active: number
  /** Under this box of the screen, or above it where there is no room. */
  anchor: DOMRect
  title: string
  onPick: (index: number) => void
  onHover: (index: number) => void
}

/** The list that «@», «/» and the speaker's field open. The caret stays in the text: keys come from there. */
export function PickList({ id, options, active, anchor, title, onPick, onHover }: PickListProps) {
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: anchor.left, top: anchor.bottom + 4 })

  useLayoutEffect(() => {
    const size = box.current?.getBoundingClientRect()
    if (!size) return
    const above = anchor.bottom + 4 + size.height > window.innerHeight && anchor.top > size.height
    setPlace({
      left: Math.max(4, Math.min(anchor.left, window.innerWidth - size.width - 4)),
      top: above ? anchor.top - size.height - 4 : anchor.bottom + 4,
    })
  }, [anchor])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the active option is read from the document
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active])

  // Not Mantine's Portal: it mounts later, when the list can no longer be measured before it is seen.
  return createPortal(
    <div
      ref={box}
      className={classes.list}
      style={{ left: place.left, top: place.top }}
      role="listbox"
      id={id}
      aria-label={title}
      // The field keeps the caret while an option is clicked.
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field that owns the list
        <div
          key={option.key}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.option}
          onClick={() => onPick(index)}
          onMouseMove={() => onHover(index)}
        >
          <span className={classes.label}>{option.label}</span>
          <span className={classes.detail}>{option.detail}</span>
        </div>
      ))}
    </div>,
    document.body,
  )
}

export function optionId(id: string, index: number): string {
  return `${id}-${index}`
}
