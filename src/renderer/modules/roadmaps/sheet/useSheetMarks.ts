import { type RefObject, useCallback } from 'react'
import {
  type Block,
  blockOf,
  type CellAt,
  extendTo,
  type GridSize,
  selectionAt,
} from '../../../components/DataGrid/model/selection'
import { type SelectionApi, useSelection } from '../../../components/DataGrid/model/useSelection'
import type { Line } from '../model/lines'
import { cellIdOf } from './SheetLine'

export interface SheetMarks extends SelectionApi {
  block: Block
  size: GridSize
  /** A click, or a drag on. */
  point: (cell: CellAt, isExtending: boolean) => void
}

/** The cursor and the marked block, brought into sight under the head. */
export function useSheetMarks(of: {
  id: string
  scroller: RefObject<HTMLElement | null>
  rows: number
  columns: number
  lines: readonly Line[]
}): SheetMarks {
  const { id, scroller } = of
  const size: GridSize = {
    rows: Math.max(1, of.rows),
    columns: of.columns,
    page: 12,
    used: Math.max(1, of.lines.length),
  }
  const reveal = useCallback(
    ({ row, column }: CellAt) => {
      // Drawn first: the row may be a new one, or have another height now.
      requestAnimationFrame(() => {
        const cell = document.getElementById(cellIdOf(id, row, column)) ?? document.getElementById(cellIdOf(id, row, 0))
        const head = scroller.current?.firstElementChild
        if (!cell || !scroller.current || !head) return
        cell.style.scrollMarginTop = `${head.clientHeight + 2}px`
        cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      })
    },
    [id, scroller],
  )
  const marked = useSelection(size, reveal)
  return {
    ...marked,
    block: blockOf(marked.selection),
    size,
    point: (cell, isExtending) => marked.go(isExtending ? extendTo(marked.selection, cell) : selectionAt(cell)),
  }
}
