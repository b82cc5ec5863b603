// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant moves
import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import { valueText } from '@shared/papers/list/conditions'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import classes from '../DataGrid.module.css'
import { cellText, isRight } from '../model/cells'
import type { LineGroup } from '../model/lines'
import { cellId } from './ids'

export interface GroupLineProps {
  id: string
  index: number
  top: number
  spec: ListSpec
  group: LineGroup
  isOpen: boolean
  isActive: boolean
  /** Column the list is grouped by. */
  by: ColumnSpec | undefined
  columns: readonly ColumnSpec[]
}

/** Head of a group: the value, how many rows, sums of the columns that are summed. */
export const GroupLine = memo(function GroupLine(props: GroupLineProps) {
  const { id, index, group, columns, spec, by } = props
  const firstSum = columns.findIndex((column) => column.total === 'sum')
  const span = firstSum < 0 ? columns.length : Math.max(1, firstSum)
  const name = group.value === undefined || !by ? 'Остальные значения' : valueText(by, group.value)
  const Chevron = props.isOpen ? IconChevronDown : IconChevronRight
  return (
    <div
      role="row"
      className={`${classes.line} ${classes.groupLine}`}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={props.isOpen}
      data-group={group.key}
      data-active={props.isActive || undefined}
      style={{ transform: `translateY(${props.top}px)` }}
    >
      <div
        id={cellId(id, index, 0)}
        role="gridcell"
        aria-colindex={1}
        aria-colspan={span}
        className={classes.groupCell}
        style={{ gridColumn: `1 / span ${span}` }}
        data-row={index}
        data-column={0}
      >
        <span className={classes.groupName}>
          <Chevron size={15} aria-hidden />
          {by && <span className={classes.groupBy}>{by.title}:</span>}
          <b>{name}</b>
          <span className={classes.groupCount}>{counted(group.count, spec.nouns)}</span>
        </span>
      </div>
      {columns.slice(span).map((column, position) => (
        <div
          key={column.key}
          id={cellId(id, index, span + position)}
          role="gridcell"
          aria-colindex={span + position + 1}
          className={classes.cell}
          data-row={index}
          data-column={span + position}
          data-right={isRight(column) || undefined}
          data-subtotal={column.key}
        >
          {column.total === 'sum' ? cellText(column, group.totals[column.key]) : ''}
        </div>
      ))}
    </div>
  )
})
