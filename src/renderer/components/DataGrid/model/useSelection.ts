import { useCallback, useRef, useState } from 'react'
import { type CellAt, clampSelection, type GridSize, type Selection, startSelection } from './selection'

export interface SelectionApi {
  selection: Selection
  /** @param run column to which Enter comes back, while Tabs go on */
  go: (next: Selection, run?: number | null) => void
  /** The same without bringing it into sight: the sheet stays where it is sideways. */
  put: (next: Selection) => void
  run: { readonly current: number | null }
}

/** What is marked, brought into sight whenever it moves. */
export function useSelection(size: GridSize, reveal: (cell: CellAt) => void): SelectionApi {
  const [raw, setRaw] = useState<Selection>(startSelection)
  const run = useRef<number | null>(null)
  const selection = clampSelection(raw, size)
  const latest = useRef(selection)
  latest.current = selection
  const go = useCallback(
    (next: Selection, runColumn: number | null = null) => {
      run.current = runColumn
      const before = latest.current.active
      const hasMoved = before.row !== next.active.row || before.column !== next.active.column
      latest.current = next
      setRaw(next)
      reveal(hasMoved ? next.active : next.end)
    },
    [reveal],
  )
  const put = useCallback((next: Selection) => {
    run.current = null
    latest.current = next
    setRaw(next)
  }, [])
  return { selection, go, put, run }
}
