import type { GridFrame } from '../model/useFrame'
import { cellId } from './ids'

export const ROW_HEIGHT = 30
export const HEAD_HEIGHT = 34
/** What is on screen is told in steps of so many lines: the list is asked for windows, not for each row passed. */
export const VISIBLE_STEP = 50

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

/** Where the menu of a cell hangs, in pixels of the window: under it, and never out of the sheet's sight. */
export function underCell(scroller: HTMLElement | null, id: string): { x: number; y: number } {
  const sheet = scroller?.getBoundingClientRect() ?? new DOMRect()
  const cell = document.getElementById(id)?.getBoundingClientRect()
  const within = (place: number, from: number, to: number) => Math.max(from, Math.min(place, to))
  return {
    x: within(cell?.left ?? sheet.left, sheet.left, sheet.right),
    y: within(cell?.bottom ?? sheet.top, sheet.top, sheet.bottom),
  }
}

/** Lines to be drawn, and this one wherever the sheet is scrolled. */
export function withRow(indexes: number[], row: number | undefined): number[] {
  if (row === undefined || indexes.includes(row)) return indexes
  return [...indexes, row].sort((one, other) => one - other)
}
