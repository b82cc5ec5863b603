import type { MouseEvent } from 'react'
import { extendTo, selectionAt } from '../model/selection'
import type { SelectionApi } from '../model/useSelection'
import { cellOf } from './metrics'

export interface SheetMouse {
  onMouseDown: (event: MouseEvent) => void
  onMouseMove: (event: MouseEvent) => void
  onClick: (event: MouseEvent) => void
  onDoubleClick: (event: MouseEvent) => void
}

export interface SheetMouseOptions extends SelectionApi {
  /** Opens or closes the group on this line; false when there is none. */
  toggle: (line: number) => boolean
  /** A click on another row of an open panel opens that row. */
  isFollowed: (line: number) => boolean
  open: (line: number) => void
  /** Double click on a cell that is typed into; false where it is not. */
  edit: (line: number, column: number) => boolean
}

export function useSheetMouse({ selection, go, toggle, isFollowed, open, edit }: SheetMouseOptions): SheetMouse {
  const isOwn = (event: MouseEvent) => event.target instanceof Element && event.target.closest('[data-editor]') === null
  return {
    onMouseDown(event) {
      const cell = cellOf(event.target)
      if (!cell || event.button !== 0 || !isOwn(event)) return
      go(event.shiftKey ? extendTo(selection, cell) : selectionAt(cell))
    },
    onMouseMove(event) {
      if (event.buttons !== 1 || !isOwn(event)) return
      const cell = cellOf(event.target)
      if (!cell || (cell.row === selection.end.row && cell.column === selection.end.column)) return
      go(extendTo(selection, cell))
    },
    onClick(event) {
      const cell = cellOf(event.target)
      if (!cell || event.shiftKey || !isOwn(event)) return
      if (toggle(cell.row)) return
      const isLink = event.target instanceof Element && event.target.closest('[data-open]') !== null
      if (isLink || isFollowed(cell.row)) open(cell.row)
    },
    onDoubleClick(event) {
      const cell = cellOf(event.target)
      if (cell && isOwn(event) && !edit(cell.row, cell.column)) open(cell.row)
    },
  }
}
