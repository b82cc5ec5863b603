// biome-ignore-all lint/a11y/useSemanticElements: cells are placed by a grid shared by all rows; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the sheet, aria-activedescendant moves
import { VisuallyHidden } from '@mantine/core'
import type { Roadmap, RoadmapColumn, RoadmapItemState } from '@shared/contract/roadmaps'
import { type MouseEvent, type RefObject, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { call } from '../../../app/api'
import type { EditMode } from '../../../components/DataGrid/model/edit/keys'
import { type CellAt, isInBlock, selectionAt } from '../../../components/DataGrid/model/selection'
import { GridMenu, type GridMenuItem, type MenuAt } from '../../../components/DataGrid/view/edit/GridMenu'
import { cellOf, underCell } from '../../../components/DataGrid/view/metrics'
import { cellText, isTyped, type KnownNames } from '../model/cells'
import type { Candidate } from '../model/executors'
import type { Line } from '../model/lines'
import { titleColumn } from '../model/motion'
import { gridTemplate, leastWidth } from './columns'
import classes from './Sheet.module.css'
import { type Closing, SheetEditor } from './SheetEditor'
import { cellIdOf, SheetLine } from './SheetLine'
import { useSheetClipboard } from './useSheetClipboard'
import { useSheetKeys } from './useSheetKeys'
import { useSheetMarks } from './useSheetMarks'
import { type SheetSteps, useSheetSteps } from './useSheetSteps'

/** What the toolbar over the sheet asks of it. */
export interface SheetHandle extends Pick<SheetSteps, 'add' | 'level' | 'move' | 'remove'> {
  focus: () => void
  /** Rows of the marked block that hold an item or a sub-event. */
  marked: () => string[]
}

export interface RoadmapSheetProps {
  handle: RefObject<SheetHandle | null>
  roadmap: Roadmap
  commit: (step: (now: Roadmap) => Roadmap) => void
  lines: readonly Line[]
  columns: readonly RoadmapColumn[]
  isFiltered: boolean
  states: ReadonlyMap<string, RoadmapItemState>
  known: KnownNames
  people: readonly Candidate[]
  openUid: string | null
  /** Shows what was done of the row beside the sheet. */
  onOpen: (uid: string, focus: boolean) => void
  /** Done to the marked rows: «Отметить выполнение…». */
  rowActions: readonly { title: string; run: (uids: readonly string[]) => void }[]
}

interface Editing {
  /** Null: on the line after the last. */
  uid: string | null
  column: number
  text: string
  mode: EditMode
}

/** The paper as a sheet: sections, items and sub-events, typed into as in Excel. */
export function RoadmapSheet(props: RoadmapSheetProps) {
  const { roadmap, lines, columns, states } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [news, announce] = useState('')
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const rows = lines.length + (props.isFiltered ? 0 : 1)
  const marks = useSheetMarks({ id, scroller, rows, columns: columns.length, lines })
  const { selection, block, go } = marks
  const { active } = selection
  const focus = () => scroller.current?.focus({ preventScroll: true })

  // The keyboard is in the sheet from the start, and the cursor on the row a link has named.
  const { openUid } = props
  const activeUid = lines[active.row]?.uid
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another row is opened, not when rows change
  useEffect(() => {
    const row = lines.findIndex(({ uid }) => uid === openUid)
    if (row >= 0 && openUid !== activeUid) go(selectionAt({ row, column: titleColumn(columns) }))
  }, [openUid])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on opening
  useEffect(() => {
    if (openUid === null) go(selectionAt({ row: 0, column: titleColumn(columns) }))
    if (document.activeElement === document.body) focus()
  }, [])

  const editUid = (uid: string, column: number) => {
    // The row is drawn with the step that made it.
    setEditing({ uid, column, text: '', mode: 'enter' })
  }
  const steps = useSheetSteps({
    roadmap,
    commit: props.commit,
    lines,
    columns,
    selection,
    block,
    isFiltered: props.isFiltered,
    known: props.known,
    go,
    announce,
    edit: editUid,
  })
  const edit = (at: CellAt, text: string | null): boolean => {
    const line = lines[at.row]
    const column = columns[at.column]
    if (!column || (line && !isTyped(line, column)) || (!line && column.uid === 'execution-state')) return false
    setEditing({
      uid: line?.uid ?? null,
      column: at.column,
      text: text ?? (line ? cellText(roadmap, line, column) : ''),
      mode: text === null ? 'edit' : 'enter',
    })
    return true
  }
  const finish = (text: string) => {
    const column = editing && columns[editing.column]
    setEditing(null)
    if (editing && column) steps.write(editing.uid, column, text)
  }
  const openRow = (row: number, focusPanel: boolean) => {
    const line = lines[row]
    if (line && line.kind !== 'section') props.onOpen(line.uid, focusPanel)
  }
  const keys = useSheetKeys({
    lines,
    columns,
    marks,
    rows,
    scroller,
    steps,
    edit,
    open: () => openRow(active.row, true),
    menu: () => setMenu(underCell(scroller.current, cellIdOf(id, active.row, active.column))),
  })
  useSheetClipboard({ scroller, copied: steps.copied, onPaste: steps.paste, onCut: steps.clear, announce })
  useImperativeHandle(props.handle, () => ({
    add: steps.add,
    level: steps.level,
    move: steps.move,
    remove: steps.remove,
    focus,
    marked: () =>
      lines.slice(block.top, block.bottom + 1).flatMap((line) => (line.kind === 'section' ? [] : [line.uid])),
  }))

  const onClose = (closing: Closing, text: string) => {
    focus()
    if (closing.by === 'cancel') return setEditing(null)
    const grown = editing?.uid === null && text.trim() !== ''
    finish(text)
    if (closing.by === 'move') keys.move(closing.event)
    else keys.step(closing.by, closing.back, grown)
  }
  const editorAt = (uid: string | null) => {
    const column = editing && columns[editing.column]
    if (!editing || !column || editing.uid !== uid) return null
    const row = uid === null ? lines.length : lines.findIndex((line) => line.uid === uid)
    const isPeople = column.role === 'executors' || column.role === 'coExecutors'
    return (
      <SheetEditor
        key={`${uid}:${column.uid}`}
        label={`${lines[row]?.kind === 'section' ? 'Раздел' : column.title}, строка ${row + 1}`}
        text={editing.text}
        mode={editing.mode}
        people={isPeople ? props.people : null}
        onText={(text) => setEditing({ ...editing, text })}
        onMode={(mode) => setEditing({ ...editing, mode })}
        onClose={onClose}
        onLeave={finish}
      />
    )
  }
  const onContextMenu = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell || !lines[cell.row] || editing) return
    event.preventDefault()
    if (!isInBlock(block, cell.row, cell.column)) go(selectionAt(cell))
    setMenu({ x: event.clientX, y: event.clientY })
  }
  const isOwn = (event: MouseEvent) => event.target instanceof Element && event.target.closest('[data-editor]') === null

  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        className={classes.scroller}
        role="treegrid"
        tabIndex={0}
        aria-label="Пункты"
        aria-rowcount={lines.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable
        aria-activedescendant={cellIdOf(
          id,
          active.row,
          lines[active.row]?.kind === 'item' || lines[active.row]?.kind === 'part' ? active.column : 0,
        )}
        onKeyDown={keys.onKeyDown}
        onMouseDown={(event) => {
          const cell = cellOf(event.target)
          if (!cell || event.button !== 0 || !isOwn(event)) return
          marks.point(cell, event.shiftKey)
        }}
        onMouseMove={(event) => {
          if (event.buttons !== 1 || !isOwn(event)) return
          const cell = cellOf(event.target)
          if (cell && (cell.row !== selection.end.row || cell.column !== selection.end.column)) marks.point(cell, true)
        }}
        onClick={(event) => {
          const cell = cellOf(event.target)
          if (cell && isOwn(event) && !event.shiftKey && props.openUid !== null) openRow(cell.row, false)
        }}
        onDoubleClick={(event) => {
          const cell = cellOf(event.target)
          if (cell && isOwn(event) && !edit(cell, null)) openRow(cell.row, true)
        }}
        onContextMenu={onContextMenu}
        style={{ '--columns': gridTemplate(columns), '--least': leastWidth(columns) } as React.CSSProperties}
      >
        <div role="rowgroup" className={classes.head}>
          <div role="row" aria-rowindex={1} style={{ display: 'contents' }}>
            {columns.map((column, index) => (
              <div key={column.uid} role="columnheader" aria-colindex={index + 1} className={classes.headCell}>
                {column.title}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup">
          {lines.map((line, index) => {
            const isActive = index === active.row
            const inBlock = index >= block.top && index <= block.bottom
            const isEditing = editing?.uid === line.uid
            return (
              <SheetLine
                key={line.uid}
                id={id}
                index={index}
                roadmap={roadmap}
                line={line}
                columns={columns}
                state={states.get(line.uid)}
                activeColumn={isActive ? active.column : -1}
                blockLeft={inBlock ? block.left : -1}
                blockRight={inBlock ? block.right : -1}
                isOpen={line.uid === props.openUid}
                editor={isEditing ? editorAt(line.uid) : null}
                editorColumn={isEditing ? (editing?.column ?? -1) : -1}
              />
            )
          })}
          {!props.isFiltered && (
            <div role="row" aria-rowindex={lines.length + 2} data-kind="fresh">
              <div
                id={cellIdOf(id, lines.length, 0)}
                role="gridcell"
                aria-colindex={1}
                aria-colspan={columns.length}
                className={classes.fresh}
                data-row={lines.length}
                data-column={Math.max(
                  0,
                  columns.findIndex(({ role }) => role === 'title'),
                )}
                data-active={active.row === lines.length || undefined}
              >
                {editing?.uid === null ? editorAt(null) : <span className={classes.hint}>Новый пункт…</span>}
              </div>
            </div>
          )}
        </div>
        {props.isFiltered && lines.length === 0 && <p className={classes.nothing}>Таких пунктов нет.</p>}
      </div>
      <GridMenu
        at={menu}
        parts={
          menu
            ? menuParts(
                props,
                steps,
                focus,
                () => edit(active, null),
                () => openRow(active.row, true),
                block,
              )
            : []
        }
        onClose={() => {
          setMenu(null)
          focus()
        }}
      />
      <VisuallyHidden role="status">{news}</VisuallyHidden>
    </div>
  )
}

function menuParts(
  { lines, rowActions }: RoadmapSheetProps,
  steps: SheetSteps,
  focus: () => void,
  edit: () => void,
  open: () => void,
  block: { top: number; bottom: number },
): GridMenuItem[][] {
  const marked = lines.slice(block.top, block.bottom + 1)
  const uids = marked.flatMap((line) => (line.kind === 'section' ? [] : [line.uid]))
  const noItems = uids.length === 0 ? 'Здесь нет пунктов.' : null
  const clipboard = (command: 'copy' | 'cut') => () => {
    focus()
    document.execCommand(command)
  }
  const item = (title: string, run: () => void, keys?: string, reason: string | null = null): GridMenuItem =>
    keys === undefined ? { title, run, reason } : { title, run, keys, reason }
  return [
    [
      ...rowActions.map((action) => item(action.title, () => action.run(uids), undefined, noItems)),
      item('Открыть карточку пункта', open, 'Ctrl+Enter', noItems),
      item('Исправить ячейку', edit, 'F2'),
    ],
    [
      item('Пункт ниже', () => steps.add('item'), 'Ctrl+Shift+плюс'),
      item('Подпункт', () => steps.add('part')),
      item('Раздел ниже', () => steps.add('section')),
      item('Глубже', () => steps.level('deeper'), 'Alt+Shift+→'),
      item('Выше уровнем', () => steps.level('higher'), 'Alt+Shift+←'),
      item('Переставить выше', () => steps.move(-1), 'Alt+↑'),
      item('Переставить ниже', () => steps.move(1), 'Alt+↓'),
    ],
    [
      item('Копировать', clipboard('copy'), 'Ctrl+C'),
      item('Вырезать', clipboard('cut'), 'Ctrl+X'),
      item(
        'Вставить',
        () => {
          focus()
          void call('shell.paste', {})
        },
        'Ctrl+V',
      ),
      item('Заполнить вниз', steps.fillDown, 'Ctrl+D'),
      item('Очистить', steps.clear, 'Delete'),
      item(marked.length > 1 ? `Удалить строки: ${marked.length}` : 'Удалить строку', steps.remove, 'Ctrl+минус'),
    ],
  ]
}
