import type { GridFrame } from '../model/useFrame'
import { cellId } from './ids'

export const ROW_HEIGHT = 30
export const HEAD_HEIGHT = 34

/** Rows on one screen. */
export function pageOf(height: number): number {
  return Math.max(1, Math.floor((height - HEAD_HEIGHT - ROW_HEIGHT) / ROW_HEIGHT))
}

/** The cell under the mouse. */
export function cellOf(target: EventTarget): { row: number; column: number } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  if (!cell) return null
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
}

/** Scrolls sideways to the column: its head is always in the DOM, its cells may not be. */
export function showColumn(scroller: HTMLElement | null, grid: string, column: number, frame: GridFrame): void {
  const head = document.getElementById(cellId(grid, -1, column))
  // A pinned column is always in sight.
  if (!scroller || !head || column < frame.pinned) return
  const left = head.offsetLeft - frame.pinnedWidth
  const right = head.offsetLeft + head.offsetWidth
  if (left < scroller.scrollLeft) scroller.scrollLeft = left
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth
}
