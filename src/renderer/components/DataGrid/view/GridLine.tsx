// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant moves
import type { ColumnSpec } from '@shared/contract/lists'
import { memo, type ReactNode } from 'react'
import classes from '../DataGrid.module.css'
import { cellText, isRight } from '../model/cells'
import { cellKey, type RefusedCells } from '../model/edit/useWriting'
import type { GridRow } from '../model/rows'
import { FaultBubble } from './edit/FaultBubble'
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
  /** Cells whose typing was not taken. */
  refused: RefusedCells
  /** The field of the cell being typed into, where it is in this row. */
  editor: ReactNode
  editorColumn: number
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
      data-fresh={(row !== undefined && row.id < 0) || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      {columns.map((column, position) => {
        const refused = row && props.refused.get(cellKey(row.id, column.key))
        const text = refused ? refused.text : row ? cellText(column, row[column.key]) : ''
        const marked = position >= props.blockLeft && position <= props.blockRight && props.blockLeft >= 0
        const isEditing = position === props.editorColumn
        const isActive = position === props.activeColumn
        const own = cellId(id, index, position)
        return (
          <div
            key={column.key}
            id={own}
            role="gridcell"
            aria-colindex={position + 1}
            aria-selected={marked}
            aria-readonly={column.edit === undefined || undefined}
            aria-invalid={refused !== undefined || undefined}
            aria-describedby={refused ? `${own}-fault` : undefined}
            className={classes.cell}
            data-row={index}
            data-column={position}
            data-key={column.key}
            data-active={isActive || undefined}
            data-marked={marked || undefined}
            data-right={isRight(column) || undefined}
            data-editing={isEditing || undefined}
            data-refused={refused !== undefined || undefined}
            title={text.length > 24 && !refused ? text : undefined}
            {...pinnedCell(position, props.pinned)}
          >
            {row === undefined ? (
              <span className={classes.skeleton} />
            ) : isEditing ? (
              props.editor
            ) : refused && isActive ? (
              <FaultBubble sentence={refused.sentence}>{text === '' ? '\u00a0' : text}</FaultBubble>
            ) : position === 0 && props.canOpen ? (
              <span className={classes.link} data-open>
                {text === '' ? '—' : text}
              </span>
            ) : text === '' && row.id < 0 && position === 0 ? (
              <span className={classes.freshHint}>Новая строка…</span>
            ) : (
              text
            )}
            {refused && (
              <span id={`${own}-fault`} hidden>
                {refused.sentence}
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
})
