import { useEffect, useMemo } from 'react'
import type { Lines } from './lines'
import type { MarkedRows } from './rowActions'
import type { Block } from './selection'
import type { HeldRows } from './useHeldRows'

/** The rows of the marked block, told on whenever they are others. */
export function useMarkedRows(
  { top, bottom }: Block,
  lines: Lines,
  windows: HeldRows,
  onMarked: ((marked: MarkedRows | null) => void) | undefined,
): MarkedRows {
  const { idsOf } = windows
  const marked = useMemo<MarkedRows>(() => {
    const runs = lines.runs(top, bottom)
    return {
      count: runs.reduce((sum, run) => sum + run.count, 0),
      ids: async () => {
        const ids: number[] = []
        for (const { from, count } of runs) ids.push(...(await idsOf(from, from + count - 1)))
        return ids
      },
    }
  }, [top, bottom, lines, idsOf])
  useEffect(() => onMarked?.(marked), [onMarked, marked])
  return marked
}
