import { useDebouncedValue } from '@mantine/hooks'
import type { ColumnSpec } from '@shared/contract/lists'
import { useCall } from '../../../../app/queries'
import { useStatusWords } from '../../../../app/statusSlot'
import { unitsOf } from '../cells'
import type { Lines } from '../lines'
import type { GridRow, ListBase } from '../rows'
import type { Block } from '../selection'
import { sumsOf, sumsText } from './sums'

/** Cells counted here, from rows at hand; a larger block is counted by the store. */
const LOCAL_MAX = 2000

/** What is marked, said in the status line. */
export function useBlockSums(
  list: string,
  base: ListBase,
  block: Block,
  columns: readonly ColumnSpec[],
  lines: Lines,
  rowOn: (line: number) => GridRow | undefined,
): void {
  const marked = columns.slice(block.left, block.right + 1)
  const runs = block.top < 0 ? [] : lines.runs(block.top, block.bottom)
  const count = runs.reduce((sum, run) => sum + run.count, 0)
  const isSmall = count * marked.length <= LOCAL_MAX
  const rows: GridRow[] = []
  for (let line = Math.max(0, block.top); isSmall && line <= block.bottom; line++) {
    const row = rowOn(line)
    if (row && lines.rowAt(line) !== null) rows.push(row)
  }
  const isAtHand = isSmall && rows.length === count
  const from = runs[0]?.from ?? 0
  // Rows of one block lie together in the list, but for closed groups, which are counted as they are shown: not at all.
  const isOneRun = runs.length === 1
  const [asked] = useDebouncedValue(
    { from, count: Math.max(1, count), columns: marked.map((column) => column.key).join() },
    200,
  )
  const answer = useCall(
    'lists.sums',
    { list, query: base, from: asked.from, count: asked.count, columns: asked.columns.split(',') },
    { enabled: !isAtHand && isOneRun && count > 0, keepPrevious: false },
  )
  const isAnswered =
    answer.data && asked.from === from && asked.count === count && asked.columns === marked.map((one) => one.key).join()
  const sums = isAtHand
    ? sumsOf(rows, marked)
    : isAnswered && answer.data
      ? {
          cells: count * marked.length,
          filled: answer.data.filled,
          figures: answer.data.figures,
          sum: marked.reduce((sum, column) => sum + (answer.data.sums[column.key] ?? 0) / unitsOf(column), 0),
          least: null,
          greatest: null,
        }
      : null
  useStatusWords(sums === null ? '' : sumsText(sums))
}
