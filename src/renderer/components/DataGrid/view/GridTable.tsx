// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is grid or, with groups, treegrid
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the same
import { VisuallyHidden } from '@mantine/core'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { defaultRangeExtractor, observeElementOffset, useVirtualizer } from '@tanstack/react-virtual'
import {
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useFocusPanel } from '../../ListAndPanel'
import classes from '../DataGrid.module.css'
import { useBlockSums } from '../model/edit/useBlockSums'
import type { Filters } from '../model/filters'
import type { Lines, RowRun } from '../model/lines'
import { type MarkedRows, type RowAction, runOn } from '../model/rowActions'
import type { GridRow, ListBase } from '../model/rows'
import { type CellAt, isInBlock, isOneCell, selectionAt } from '../model/selection'
import type { GridColumns } from '../model/useColumns'
import { useFrame } from '../model/useFrame'
import type { Groups } from '../model/useGroups'
import type { HeldRows } from '../model/useHeldRows'
import { useMarkedRows } from '../model/useMarkedRows'
import { useSelection } from '../model/useSelection'
import { CellEditor, type Closing } from './edit/CellEditor'
import { GridMenu, type MenuAt } from './edit/GridMenu'
import { PastePreview } from './edit/PastePreview'
import { GridBody } from './GridBody'
import { GridHead } from './GridHead'
import type { RowTone } from './GridLine'
import { GridTotals } from './GridTotals'
import { type HeadOpen, onHeadKey } from './headKeys'
import { cellId } from './ids'
import { LongSheet, placeToSee } from './longSheet'
import { menuItems } from './menuItems'
import { cellOf, HEAD_HEIGHT, pageOf, ROW_HEIGHT, showColumn, underCell, VISIBLE_STEP, withRow } from './metrics'
import { StaleOrder } from './StaleOrder'
import { useSheet, useSheetRows } from './useSheet'
import { useSheetKeys } from './useSheetKeys'
import { useSheetMouse } from './useSheetMouse'

export interface GridTableProps {
  spec: ListSpec
  columns: GridColumns
  windows: HeldRows
  /** What stands on each line; the cursor and the marked block are counted in lines. */
  lines: Lines
  /** What the list is asked by; another filter or order goes back to the top. */
  base: ListBase
  filters: Filters
  onFilter: (column: string, filter: Filter | null) => void
  /** Rows of the list on screen. */
  onVisible: (rows: readonly RowRun[]) => void
  onOpen?: ((row: GridRow) => void) | undefined
  openId: number | null
  rowTone?: ((row: GridRow) => RowTone | null) | undefined
  rowActions?: readonly RowAction[] | undefined
  /** Told what rows are marked, each time they are others. */
  onMarked?: ((marked: MarkedRows | null) => void) | undefined
  emptyText: ReactNode
  groups: Groups
  /** Totals are of what a filter leaves, and say so. */
  isFiltered: boolean
}

/** The sheet itself: sticky head, rows of the windows on screen, sticky totals; one tab stop, moved through by keys. */
export function GridTable(props: GridTableProps) {
  const { spec, columns, windows, lines, onVisible, onOpen } = props
  const { shown } = columns
  const id = useId()
  const focusPanel = useFocusPanel()
  const scroller = useRef<HTMLDivElement>(null)
  const [headOpen, setHeadOpen] = useState<HeadOpen | null>(null)
  const [news, announce] = useState('')
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const frame = useFrame(scroller, columns)
  const hasTotals = spec.columns.some((column) => column.total === 'sum') && windows.total > 0

  const sheetRows = useSheetRows(spec, shown, windows, lines, announce)
  const { rowOn, editor, writing, isEditable } = sheetRows
  const { editing } = editor

  const count = windows.isFirstLoad ? 24 : sheetRows.count()
  const [long] = useState(() => new LongSheet())
  long.total = count * ROW_HEIGHT
  const rows = useVirtualizer({
    count,
    observeElementOffset: (instance, tell) =>
      observeElementOffset(instance, (offset, isScrolling) => {
        const element = scroller.current
        tell(element ? long.follow(element) : offset, isScrolling)
      }),
    scrollToFn: (place) => {
      if (scroller.current) long.go(scroller.current, place)
    },
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    // Drawn with the next frame: a wheel turns faster than frames come.
    useFlushSync: false,
    scrollMargin: HEAD_HEIGHT,
    // The field stays while the wheel takes its row out of sight.
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), editing?.row),
  })
  const items = rows.getVirtualItems()
  const onScreen = items.filter((item) => item.index !== editing?.row)
  const first = onScreen[0]?.index ?? 0
  const last = onScreen.at(-1)?.index ?? 0
  const fromLine = first - (first % VISIBLE_STEP)
  const toLine = Math.max(last, Math.min(lines.count - 1, last - (last % VISIBLE_STEP) + VISIBLE_STEP - 1))
  useEffect(() => {
    if (!windows.isFirstLoad) onVisible(lines.runs(fromLine, toLine))
  }, [fromLine, toLine, lines, windows.isFirstLoad, onVisible])
  const rowsAtHand = useRef<() => GridRow[]>(() => [])
  rowsAtHand.current = () => items.flatMap((item) => rowOn(item.index) ?? [])
  const askRowsAtHand = useCallback(() => rowsAtHand.current(), [])

  const size = () => ({
    rows: Math.max(1, sheetRows.count()),
    columns: Math.max(1, shown.length),
    page: pageOf(frame.height),
    used: Math.max(1, lines.count),
  })
  const reveal = useCallback(
    ({ row, column }: CellAt) => {
      const element = scroller.current
      if (row >= 0 && element) {
        const top = HEAD_HEIGHT + row * ROW_HEIGHT
        const seen = { height: element.clientHeight, head: HEAD_HEIGHT, foot: hasTotals ? ROW_HEIGHT + 2 : 0 }
        const from = long.follow(element)
        const place = placeToSee({ top, bottom: top + ROW_HEIGHT }, from, seen)
        if (place !== from) long.go(element, place)
      }
      showColumn(element, id, column, frame)
    },
    [long, hasTotals, id, frame],
  )
  const marked = useSelection(size(), reveal)
  const { selection, go, put } = marked
  const { active } = selection
  const sheet = useSheet(sheetRows, marked, scroller)
  useBlockSums(spec.name, props.base, sheet.block, shown, lines, rowOn)
  const markedRows = useMarkedRows(sheet.block, lines, windows, props.onMarked)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `base` is the reason, not an ingredient
  useLayoutEffect(() => {
    if (scroller.current) long.go(scroller.current, 0)
    put(selectionAt({ row: Math.min(active.row, 0), column: active.column }))
  }, [props.base])

  const openRow = (line: number) => {
    const row = rowOn(line)
    if (row && onOpen && row.id > 0) onOpen(row)
  }
  const edit = (line: number, column: number, isListOpen = false): boolean => {
    if (!isEditable(line, column)) return false
    editor.start({ row: line, column }, { text: null, isListOpen })
    return true
  }
  const openActive = () => {
    openRow(active.row)
    focusPanel()
  }
  const openMenu = () => {
    reveal(active)
    setMenu(underCell(scroller.current, cellId(id, active.row, active.column)))
  }
  const onContextMenu = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell || rowOn(cell.row) === undefined || editing) return
    event.preventDefault()
    if (!isInBlock(sheet.block, cell.row, cell.column)) go(selectionAt(cell))
    setMenu({ x: event.clientX, y: event.clientY })
  }
  const keys = useSheetKeys({
    ...marked,
    columns: shown,
    size,
    isEditable,
    scroller,
    otherKey: (event) => {
      const column = shown[active.column]
      const onMoved = (by: -1 | 1) => go(selectionAt({ row: -1, column: active.column + by }))
      if (active.row === -1) return column !== undefined && onHeadKey(event, column.key, columns, setHeadOpen, onMoved)
      return props.groups.onKey(event, active.row)
    },
    actions: {
      type: (text) => editor.start(active, { text, isListOpen: true }),
      edit: (isListOpen) => edit(active.row, active.column, isListOpen),
      toggle: sheet.toggle,
      open: openActive,
      clear: () => sheet.clear(),
      fill: sheet.fill,
      newRow: sheet.newRow,
      removeRows: () => void sheet.removeRows(),
      menu: openMenu,
      refresh: windows.release,
      cancel: () => {
        const row = rowOn(active.row)
        const column = shown[active.column]
        if (row && column) writing.refuse(row.id, column.key, null)
      },
    },
  })
  const mouse = useSheetMouse({
    ...marked,
    toggle: props.groups.toggleOn,
    isFollowed: (line) => props.openId !== null && rowOn(line)?.id !== props.openId,
    open: openRow,
    edit,
  })
  const onEditorClose = (closing: Closing) => {
    scroller.current?.focus({ preventScroll: true })
    if (closing.by === 'enter' || closing.by === 'tab') keys.step(closing.by, closing.back)
    else if (closing.by === 'move') keys.move(closing.event)
  }
  const editedColumn = editing ? shown[editing.column] : undefined
  const onHead = lines.at(active.row)?.kind === 'head'
  const isActiveShown = active.row === -1 || items.some((item) => item.index === active.row)
  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        className={classes.scroller}
        role={lines.isGrouped ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={spec.title}
        aria-rowcount={lines.count + 1 + (hasTotals ? 1 : 0)}
        aria-colcount={shown.length}
        aria-multiselectable
        aria-busy={windows.isFirstLoad}
        aria-activedescendant={isActiveShown ? cellId(id, active.row, onHead ? 0 : active.column) : undefined}
        onKeyDown={keys.onKeyDown}
        {...mouse}
        onContextMenu={onContextMenu}
        style={frame.style}
      >
        <GridHead
          id={id}
          columns={columns}
          filters={props.filters}
          onFilter={props.onFilter}
          list={spec.name}
          base={props.base}
          open={headOpen}
          onOpen={setHeadOpen}
          pinned={frame.pinned}
          rowsAtHand={askRowsAtHand}
          groups={props.groups}
          activeColumn={active.row === -1 ? active.column : -1}
        />
        <GridBody
          id={id}
          spec={spec}
          columns={shown}
          lines={lines}
          groups={props.groups}
          items={items}
          height={long.height}
          shift={long.shift}
          rowOn={rowOn}
          selection={selection}
          openId={props.openId}
          canOpen={onOpen !== undefined}
          pinned={frame.pinned}
          rowTone={props.rowTone}
          refused={writing.refused}
          editing={editing}
          editor={
            editing && editedColumn ? (
              <CellEditor
                column={editedColumn}
                editing={editing}
                editor={editor}
                onClose={onEditorClose}
                onFill={isOneCell(sheet.block) ? null : (text) => sheet.put(text, sheet.block, 'Заполнено')}
              />
            ) : null
          }
        />
        {hasTotals && (
          <GridTotals
            columns={shown}
            windows={windows}
            lines={lines.count}
            pinned={frame.pinned}
            isFiltered={props.isFiltered}
          />
        )}
      </div>
      {props.emptyText && <div className={classes.nothing}>{props.emptyText}</div>}
      <GridMenu
        at={menu}
        parts={
          menu === null
            ? []
            : menuItems(sheetRows, sheet, active.column, {
                rows: (props.rowActions ?? []).map((action) => ({
                  title: action.title,
                  run: () => void runOn(action, markedRows),
                })),
                open: onOpen ? openActive : null,
                edit: () => edit(active.row, active.column),
                filter: () => {
                  const filter = sheet.sameValue()
                  if (filter) props.onFilter(filter.column, filter)
                },
                sort: (desc) => columns.table.getColumn(shown[active.column]?.key ?? '')?.toggleSorting(desc),
              })
        }
        onClose={() => {
          setMenu(null)
          sheet.focus()
        }}
      />
      <PastePreview write={sheet.write} />
      {windows.isStale && <StaleOrder onRefresh={windows.release} />}
      <VisuallyHidden role="status">{news}</VisuallyHidden>
      {windows.isFirstLoad && <VisuallyHidden role="status">Загрузка списка</VisuallyHidden>}
    </div>
  )
}
