import type { KeyboardEvent } from 'react'
import type { GridColumns } from '../model/useColumns'

/** What is open in the head: its menu, or the condition on a column. */
export interface HeadOpen {
  column: string
  part: 'menu' | 'filter'
}

/**
 * Keys of the head: Enter sorts, Shift+Enter sorts by one more, Alt+↓ opens the menu, Alt+←→ narrows and widens,
 * Ctrl+Shift+←→ moves the column.
 * @param onMoved the column now stands so many places further
 * @returns whether the key was taken
 */
export function onHeadKey(
  event: KeyboardEvent,
  column: string,
  columns: GridColumns,
  onOpen: (open: HeadOpen) => void,
  onMoved: (by: -1 | 1) => void,
): boolean {
  const own = columns.table.getColumn(column)
  if (!own) return false
  const isSideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight'
  const side = event.key === 'ArrowRight' ? 1 : -1
  if ((event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.altKey) {
    own.toggleSorting(undefined, event.shiftKey)
  } else if (event.altKey && event.key === 'ArrowDown') {
    onOpen({ column, part: 'menu' })
  } else if (event.altKey && isSideways) {
    columns.setWidth(column, own.getSize() + side * 16)
  } else if (event.ctrlKey && event.shiftKey && isSideways) {
    const place = columns.shown.findIndex((one) => one.key === column) + side
    if (place >= 0 && place < columns.shown.length) {
      columns.move(column, side)
      onMoved(side)
    }
  } else return false
  event.preventDefault()
  return true
}
