// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant moves
import type { ColumnSpec } from '@shared/contract/lists'
import classes from '../DataGrid.module.css'
import { cellText, isRight } from '../model/cells'
import type { Windows } from '../model/useWindows'
import { pinnedCell } from './pinned'

/** Sums of all rows that match, not only of those on screen. */
export function GridTotals(props: {
  columns: readonly ColumnSpec[]
  windows: Windows
  lines: number
  pinned: number
  isFiltered: boolean
}) {
  const { columns, windows } = props
  return (
    <div role="rowgroup" className={classes.totals}>
      <div role="row" className={classes.totalLine} aria-rowindex={props.lines + 2}>
        {columns.map((column, position) => (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={position + 1}
            className={classes.cell}
            data-right={isRight(column) || undefined}
            data-total={column.key}
            {...pinnedCell(position, props.pinned)}
          >
            {column.total === 'sum'
              ? cellText(column, windows.totals[column.key])
              : position === 0
                ? props.isFiltered
                  ? 'Итого по отбору'
                  : 'Итого'
                : ''}
          </div>
        ))}
      </div>
    </div>
  )
}
