import { useState } from 'react'
import type { Layout } from 'react-resizable-panels'

/** Panes of an editor that fills the window: their widths and whether the page is shown, kept on this computer by the editor's name. */

/** @param widePx a narrower window begins without the page: three panes would be slivers */
export function useSideOpen(name: string, widePx = 0): [boolean, (open: boolean) => void] {
  const key = `${name}:side`
  const [open, setOpen] = useState(() => {
    const stored = localStorage.getItem(key)
    return stored === null ? window.innerWidth >= widePx : stored === 'yes'
  })
  return [
    open,
    (next) => {
      localStorage.setItem(key, next ? 'yes' : 'no')
      setOpen(next)
    },
  ]
}

const keyOf = (name: string, sideOpen: boolean): string => `layout:${name}${sideOpen ? '' : '-two'}`

export function storedLayout(name: string, sideOpen: boolean): Layout | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(name, sideOpen)) ?? 'null')
    return typeof stored === 'object' && stored !== null ? (stored as Layout) : undefined
  } catch {
    return undefined
  }
}

export function rememberLayout(name: string, sideOpen: boolean, layout: Layout): void {
  localStorage.setItem(keyOf(name, sideOpen), JSON.stringify(layout))
}
