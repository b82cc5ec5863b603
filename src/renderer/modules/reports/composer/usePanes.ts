import { useState } from 'react'
import type { Layout } from 'react-resizable-panels'

/** Widths of the panes and whether the page is shown, kept on this computer. */

const SIDE = 'report:side'

export function useSideOpen(): [boolean, (open: boolean) => void] {
  const [open, setOpen] = useState(() => localStorage.getItem(SIDE) !== 'no')
  return [
    open,
    (next) => {
      localStorage.setItem(SIDE, next ? 'yes' : 'no')
      setOpen(next)
    },
  ]
}

function keyOf(sideOpen: boolean): string {
  return sideOpen ? 'layout:report' : 'layout:report-two'
}

export function storedLayout(sideOpen: boolean): Layout | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(sideOpen)) ?? 'null')
    return typeof stored === 'object' && stored !== null ? (stored as Layout) : undefined
  } catch {
    return undefined
  }
}

export function rememberLayout(sideOpen: boolean, layout: Layout): void {
  localStorage.setItem(keyOf(sideOpen), JSON.stringify(layout))
}
