// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by a grid shared by all rows; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the sheet, aria-activedescendant moves
import type { Roadmap, RoadmapColumn, RoadmapItemState } from '@shared/contract/roadmaps'
import { sectionLine } from '@shared/domain/roadmap-numbers'
import { IconHelpCircle } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { DueStateMark } from '../../../components/DueStateMark'
import { cellText, dueMeaning, isTyped } from '../model/cells'
import type { Line } from '../model/lines'
import classes from './Sheet.module.css'

export interface SheetLineProps {
  id: string
  index: number
  roadmap: Roadmap
  line: Line
  columns: readonly RoadmapColumn[]
  state: RoadmapItemState | undefined
  /** −1 where the active cell is in another row. */
  activeColumn: number
  /** The marked block's columns in this row; −1 outside. */
  blockLeft: number
  blockRight: number
  isOpen: boolean
  editor: ReactNode
  editorColumn: number
}

export const cellIdOf = (id: string, row: number, column: number): string => `${id}-r${row}-c${column}`

/** One row of the paper: a section over its whole width, an item, or a sub-event under it. */
export const SheetLine = memo(LineOfSheet, isDrawnAlike)

function LineOfSheet(props: SheetLineProps) {
  const { id, index, line, columns } = props
  if (line.kind === 'section') {
    const text = sectionLine(line.section)
    return (
      <div role="row" className={classes.section} aria-rowindex={index + 2} data-kind="section">
        <div
          id={cellIdOf(id, index, 0)}
          role="gridcell"
          aria-colindex={1}
          aria-colspan={columns.length}
          aria-selected={props.activeColumn >= 0 || props.blockLeft >= 0}
          className={classes.sectionCell}
          data-row={index}
          data-column={0}
          data-active={props.activeColumn >= 0 || undefined}
          data-marked={props.blockLeft >= 0 || undefined}
        >
          {props.editorColumn >= 0 ? props.editor : text === '' ? <Empty>Раздел без названия</Empty> : text}
        </div>
      </div>
    )
  }
  return (
    <div
      role="row"
      className={classes.line}
      aria-rowindex={index + 2}
      aria-level={line.kind === 'part' ? 2 : 1}
      data-kind={line.kind}
      data-state={props.state?.state}
      data-open-row={props.isOpen || undefined}
    >
      {columns.map((column, position) => {
        const isActive = position === props.activeColumn
        const marked = props.blockLeft >= 0 && position >= props.blockLeft && position <= props.blockRight
        const isTypedIn = isTyped(line, column)
        return (
          <div
            key={column.uid}
            id={cellIdOf(id, index, position)}
            role="gridcell"
            aria-colindex={position + 1}
            aria-selected={marked}
            aria-readonly={!isTypedIn || undefined}
            className={classes.cell}
            data-row={index}
            data-column={position}
            data-role={column.role}
            data-active={isActive || undefined}
            data-marked={marked || undefined}
            data-none={
              (line.kind === 'part' && !isTypedIn && !['number', 'execution'].includes(column.role)) || undefined
            }
          >
            {position === props.editorColumn ? props.editor : <CellText {...props} column={column} />}
          </div>
        )
      })}
    </div>
  )
}

/** A step makes the paper and its lines anew; of hundreds of rows only those it changed are drawn again. */
function isDrawnAlike(before: SheetLineProps, now: SheetLineProps): boolean {
  const { roadmap, line, state, ...rest } = now
  return (
    before.roadmap.columns === roadmap.columns &&
    isSameLine(before.line, line) &&
    isSameState(before.state, state) &&
    Object.entries(rest).every(([key, value]) => Object.is(before[key as keyof typeof rest], value))
  )
}

function isSameLine(one: Line, other: Line): boolean {
  if (one.kind === 'section' || other.kind === 'section')
    return one.kind === other.kind && one.section === other.section
  if (one.item !== other.item || one.number !== other.number) return false
  return one.kind === 'part' ? other.kind === 'part' && one.part === other.part : other.kind === 'item'
}

const isSameState = (one: RoadmapItemState | undefined, other: RoadmapItemState | undefined): boolean =>
  one === other || (one?.state === other?.state && one?.words === other?.words)

function CellText({ roadmap, line, column, state }: SheetLineProps & { column: RoadmapColumn }) {
  const text = cellText(roadmap, line, column)
  if (column.role === 'execution') {
    // What is done says so in its own words.
    const own = state?.state === 'done' && state.words !== '' ? state.words : undefined
    return (
      <>
        {text !== '' && <div>{text}</div>}
        {state && state.state !== 'open' && <DueStateMark state={state.state} small words={own} />}
        {state && own === undefined && state.words !== '' && <div className={classes.meaning}>{state.words}</div>}
      </>
    )
  }
  if (column.role === 'due' && line.kind !== 'section') {
    const { words, unclear } = dueMeaning(line.kind === 'part' ? line.part.dues : line.item.dues)
    return (
      <>
        {text}
        {words !== '' && <div className={classes.meaning}>{words}</div>}
        {unclear && (
          <div
            className={classes.unclear}
            title="Слова останутся как есть, но когда срок подойдёт, программа не напомнит."
          >
            <IconHelpCircle size={13} aria-hidden /> срок не понят
          </div>
        )}
      </>
    )
  }
  if (column.role === 'title' && text === '') {
    const isSilent = line.kind === 'item' && line.item.parts.length > 0
    return isSilent ? null : <Empty>{line.kind === 'part' ? 'Подпункт' : 'Мероприятие'}</Empty>
  }
  return text
}

function Empty({ children }: { children: ReactNode }) {
  return <span className={classes.hint}>{children}</span>
}
