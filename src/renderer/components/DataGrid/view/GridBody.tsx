// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import type { ReactNode } from 'react'
import classes from '../DataGrid.module.css'
import type { Editing } from '../model/edit/useEditor'
import type { RefusedCells } from '../model/edit/useWriting'
import type { Lines } from '../model/lines'
import type { GridRow } from '../model/rows'
import { blockOf, type Selection } from '../model/selection'
import type { Groups } from '../model/useGroups'
import { GridLine, type RowTone } from './GridLine'
import { GroupLine } from './GroupLine'
import { HEAD_HEIGHT, ROW_HEIGHT } from './metrics'

export interface GridBodyProps {
  id: string
  spec: ListSpec
  columns: readonly ColumnSpec[]
  lines: Lines
  groups: Groups
  /** Lines on screen: index and place from the top of the sheet. */
  items: readonly { index: number; start: number; key: string | number | bigint }[]
  height: number
  /** Pixels that lines stand higher than their place in the whole sheet. */
  shift: number
  rowOn: (line: number) => GridRow | undefined
  selection: Selection
  openId: number | null
  canOpen: boolean
  pinned: number
  rowTone?: ((row: GridRow) => RowTone | null) | undefined
  refused: RefusedCells
  editing: Editing | null
  editor: ReactNode
}

/** The lines on screen: rows, and heads of groups. */
export function GridBody(props: GridBodyProps) {
  const { id, columns, lines, rowOn, selection, editing } = props
  const { active } = selection
  const block = blockOf(selection)
  // A line that stays out of sight (its cell is typed into) stays within the sheet, else it would lengthen it.
  const topOf = (start: number): number =>
    Math.min(Math.max(0, start - HEAD_HEIGHT - props.shift), Math.max(0, props.height - ROW_HEIGHT))
  return (
    <div role="rowgroup" className={classes.body} style={{ height: props.height }}>
      {props.items.map((item) => {
        const line = lines.at(item.index)
        const isActive = item.index === active.row
        if (line?.kind === 'head') {
          return (
            <GroupLine
              key={`head:${line.group.key}`}
              id={id}
              index={item.index}
              top={topOf(item.start)}
              spec={props.spec}
              group={line.group}
              isOpen={line.isOpen}
              isActive={isActive}
              by={props.groups.by}
              columns={columns}
            />
          )
        }
        const row = rowOn(item.index)
        const inBlock = item.index >= block.top && item.index <= block.bottom
        const isEditing = editing?.row === item.index
        return (
          <GridLine
            key={item.key}
            id={id}
            index={item.index}
            top={topOf(item.start)}
            row={row}
            columns={columns}
            activeColumn={isActive ? active.column : -1}
            blockLeft={inBlock ? block.left : -1}
            blockRight={inBlock ? block.right : -1}
            isOpen={row !== undefined && row.id === props.openId}
            canOpen={props.canOpen && (row === undefined || row.id > 0)}
            pinned={props.pinned}
            isGrouped={lines.isGrouped}
            tone={row && row.id > 0 && props.rowTone ? props.rowTone(row) : null}
            refused={props.refused}
            editor={isEditing ? props.editor : null}
            editorColumn={isEditing ? editing.column : -1}
          />
        )
      })}
    </div>
  )
}
