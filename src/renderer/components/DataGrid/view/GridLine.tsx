// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant moves
import type { ColumnSpec } from '@shared/contract/lists'
import { memo } from 'react'
import classes from '../DataGrid.module.css'
import { cellText, isRight } from '../model/cells'
import type { GridRow } from '../model/rows'
import { cellId } from './ids'
import { pinnedCell } from './pinned'

/** State of a row, always beside a word in a cell. */
export type RowTone = 'danger' | 'warning' | 'muted'

export interface GridLineProps {
  id: string
  index: number
  top: number
  /** Undefined while its window is on the way. */
  row: GridRow | undefined
  columns: readonly ColumnSpec[]
  /** −1 where the active cell is in another row. */
  activeColumn: number
  /** The marked block's columns in this row; −1 outside. */
  blockLeft: number
  blockRight: number
  isOpen: boolean
  canOpen: boolean
  tone: RowTone | null
  /** How many of the first cells stay in sight. */
  pinned: number
  /** Under the head of a group. */
  isGrouped: boolean
}

/** One row. Its props are flat so that moving the active cell repaints two rows, not the screen. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { id, index, row, columns } = props
  return (
    <div
      role="row"
      className={classes.line}
      aria-rowindex={index + 2}
      aria-level={props.isGrouped ? 2 : undefined}
      aria-selected={props.isOpen}
      data-open-row={props.isOpen || undefined}
      data-tone={props.tone ?? undefined}
      data-odd={index % 2 === 1 || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {columns.map((column, position) => {
        const text = row ? cellText(column, row[column.key]) : ''
        const marked = position >= props.blockLeft && position <= props.blockRight && props.blockLeft >= 0
        return (
          <div
            key={column.key}
            id={cellId(id, index, position)}
            role="gridcell"
            aria-colindex={position + 1}
            aria-selected={marked}
            className={classes.cell}
            data-row={index}
            data-column={position}
            data-active={position === props.activeColumn || undefined}
            data-marked={marked || undefined}
            data-right={isRight(column) || undefined}
            title={text.length > 24 ? text : undefined}
            {...pinnedCell(position, props.pinned)}
          >
            {row === undefined ? (
              <span className={classes.skeleton} />
            ) : position === 0 && props.canOpen ? (
              <span className={classes.link} data-open>
                {text === '' ? '—' : text}
              </span>
            ) : (
              text
            )}
          </div>
        )
      })}
    </div>
  )
})
