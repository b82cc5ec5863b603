import { type KeyboardEvent, useId, useState } from 'react'

export interface Pick<T> {
  options: readonly T[]
  anchor: DOMRect
}

export interface PickState<T> {
  id: string
  open: Pick<T> | null
  active: number
  setActive: (index: number) => void
  show: (pick: Pick<T> | null) => void
  /** Answers whether the key was the list's. */
  onKeyDown: (event: KeyboardEvent) => boolean
}

/** Keys of a list whose caret stays in a text field: arrows, Enter and Tab, Escape. */
export function usePick<T>(onPick: (option: T) => void, options: { tabPicks: boolean }): PickState<T> {
  const id = useId()
  const [open, setOpen] = useState<Pick<T> | null>(null)
  const [active, setActive] = useState(0)

  const show = (pick: Pick<T> | null) => {
    setOpen(pick && pick.options.length > 0 ? pick : null)
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open || event.ctrlKey || event.altKey || event.metaKey) return false
    const last = open.options.length - 1
    switch (event.key) {
      case 'ArrowDown':
        setActive(active === last ? 0 : active + 1)
        break
      case 'ArrowUp':
        setActive(active === 0 ? last : active - 1)
        break
      case 'Enter':
      case 'Tab': {
        if (event.shiftKey || (event.key === 'Tab' && !options.tabPicks)) return false
        const chosen = open.options[active]
        setOpen(null)
        if (chosen !== undefined) onPick(chosen)
        break
      }
      case 'Escape':
        setOpen(null)
        break
      default:
        return false
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { id, open, active, setActive, show, onKeyDown }
}
