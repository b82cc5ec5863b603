import { type CSSProperties, type RefObject, useEffect, useMemo, useState } from 'react'
import type { GridColumns } from './useColumns'

/** Pinned columns never take more of the sheet than this: what they stand beside must be seen too. */
const PINNED_SHARE = 0.6

export interface GridFrame {
  /** How many of the first columns stay in sight now; fewer than asked for in a narrow sheet. */
  pinned: number
  /** Pixels they take. */
  pinnedWidth: number
  /** Pixels of the sheet on screen, head and totals in it. Told by the browser: asking while drawing costs a layout. */
  height: number
  /** Tracks of the columns, and where each pinned one stands, as variables for all lines. */
  style: CSSProperties
}

export function useFrame(scroller: RefObject<HTMLElement | null>, columns: GridColumns): GridFrame {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  const [height, setHeight] = useState(600)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => {
      setRoom(element.clientWidth)
      setHeight(element.clientHeight)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])
  const { shown, pinned, state } = columns
  return useMemo(() => {
    const widths = shown.map((column, index) => state.columns[index]?.width ?? column.width)
    // The last, empty track takes the rest of a wide window.
    const style: Record<string, string> = {
      '--columns': `${widths.map((width) => `${width}px`).join(' ')} minmax(0, 1fr)`,
    }
    let left = 0
    let kept = 0
    while (kept < pinned && left + (widths[kept] ?? 0) <= room * PINNED_SHARE) {
      style[`--pin-${kept}`] = `${left}px`
      left += widths[kept] ?? 0
      kept++
    }
    return { pinned: kept, pinnedWidth: left, height, style }
  }, [shown, pinned, state.columns, room, height])
}
