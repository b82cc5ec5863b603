import { useWindowEvent } from '@mantine/hooks'
import type { Report } from '@shared/contract/reports'
import type { KeyboardEvent, RefObject } from 'react'
import type { Place } from '../model/steps'
import type { Composer } from './ComposerContext'

interface Asked {
  root: RefObject<HTMLElement | null>
  report: Report
  place: Place | null
  show: Composer['show']
  next: () => void
}

/** F8 the next number to look at, F6 from pane to pane, Ctrl+↑ and Ctrl+↓ from section to section. */
export function useComposerKeys({ root, report, place, show, next }: Asked): (event: KeyboardEvent) => void {
  const onKey = (
    event: Pick<globalThis.KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'target'>,
  ): boolean => {
    if (event.key === 'F8') next()
    else if (event.key === 'F6') focusPane(root.current, event.target, event.shiftKey ? -1 : 1)
    else if (event.ctrlKey && !event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const at = report.sections.findIndex((section) => section.uid === place?.section)
      const section = report.sections[at + (event.key === 'ArrowUp' ? -1 : 1)]
      if (section) show({ section: section.uid, piece: null }, { focus: true })
    } else return false
    return true
  }
  // With the focus nowhere (a button that is gone) keys still belong to the composer.
  useWindowEvent('keydown', (event) => {
    if (event.target === document.body && !event.defaultPrevented && onKey(event)) event.preventDefault()
  })
  return (event) => {
    // In the rows of a number they are the sheet's own.
    const inSheet = event.target instanceof Element && event.target.closest('[role="grid"], [role="treegrid"]') !== null
    if (event.defaultPrevented || (inSheet && event.key !== 'F6') || !onKey(event)) return
    event.preventDefault()
  }
}

function focusPane(root: HTMLElement | null, from: EventTarget | null, by: number): void {
  const panes = [...(root?.querySelectorAll<HTMLElement>('[data-pane]') ?? [])]
  const index = panes.findIndex((pane) => from instanceof Node && pane.contains(from))
  const pane = panes[(index + by + panes.length) % panes.length]
  const first = pane?.querySelector<HTMLElement>(
    '[role="treeitem"][tabindex="0"], [data-open] textarea, textarea, input:not([type="hidden"]), button, [tabindex="0"]',
  )
  ;(first ?? pane)?.focus()
}
