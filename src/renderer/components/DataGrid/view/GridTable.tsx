// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is grid or, with groups, treegrid
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: the same
// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
import { VisuallyHidden } from '@mantine/core'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useFocusPanel } from '../../ListAndPanel'
import classes from '../DataGrid.module.css'
import type { Filters } from '../model/filters'
import type { Lines, RowRun } from '../model/lines'
import type { GridRow, ListBase } from '../model/rows'
import { blockOf, moveSelection, type Selection, startSelection } from '../model/selection'
import type { GridColumns } from '../model/useColumns'
import { useCopy } from '../model/useCopy'
import { type GridFrame, useFrame } from '../model/useFrame'
import type { Groups } from '../model/useGroups'
import type { Windows } from '../model/useWindows'
import { GridHead } from './GridHead'
import { GridLine, type RowTone } from './GridLine'
import { GridTotals } from './GridTotals'
import { GroupLine } from './GroupLine'
import { type HeadOpen, onHeadKey } from './headKeys'
import { cellId } from './ids'

const ROW_HEIGHT = 30
const HEAD_HEIGHT = 34

export interface GridTableProps {
  spec: ListSpec
  columns: GridColumns
  windows: Windows
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
  emptyText: ReactNode
  groups: Groups
  /** Totals are of what a filter leaves, and say so. */
  isFiltered: boolean
}

/** The sheet itself: sticky head, rows of the windows on screen, sticky totals; one tab stop, moved through by keys. */
export function GridTable(props: GridTableProps) {
  const { spec, columns, windows, lines, onVisible, onOpen } = props
  const id = useId()
  const focusPanel = useFocusPanel()
  const scroller = useRef<HTMLDivElement>(null)
  const [selection, setSelection] = useState<Selection>(startSelection)
  const [headOpen, setHeadOpen] = useState<HeadOpen | null>(null)
  const frame = useFrame(scroller, columns)
  const hasTotals = spec.columns.some((column) => column.total === 'sum') && windows.total > 0

  const rows = useVirtualizer({
    count: windows.isFirstLoad ? 24 : lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: hasTotals ? ROW_HEIGHT + 2 : 0,
  })
  const items = rows.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (!windows.isFirstLoad) onVisible(lines.runs(first, last))
  }, [first, last, lines, windows.isFirstLoad, onVisible])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `base` is the reason, not an ingredient
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
    setSelection((now) => {
      const top = { row: Math.min(now.active.row, 0), column: now.active.column }
      return { active: top, anchor: top }
    })
  }, [props.base])

  const size = { rows: lines.count, columns: columns.shown.length, page: pageOf(scroller.current) }
  const active = {
    row: Math.min(selection.active.row, Math.max(0, lines.count - 1)),
    column: Math.min(selection.active.column, Math.max(0, columns.shown.length - 1)),
  }
  const block = blockOf({ active, anchor: selection.anchor })
  useCopy({ scroller, block, columns: columns.shown, windows, lines })

  const rowOn = (line: number) => {
    const row = lines.rowAt(line)
    return row === null ? undefined : windows.rowAt(row)
  }
  const openRow = (line: number) => {
    const row = rowOn(line)
    if (row && onOpen) onOpen(row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // A filter in the head has keys of its own.
    if (event.target !== scroller.current) return
    const column = columns.shown[active.column]
    const onMoved = (by: -1 | 1) => {
      const moved = { row: -1, column: active.column + by }
      setSelection({ active: moved, anchor: moved })
    }
    if (active.row === -1 && column && onHeadKey(event, column.key, columns, setHeadOpen, onMoved)) return
    if (props.groups.onKey(event, active.row)) return
    if (event.altKey || event.metaKey) return
    if (event.key === 'Enter' && active.row >= 0) {
      event.preventDefault()
      openRow(active.row)
      focusPanel()
      return
    }
    if (event.ctrlKey && event.code === 'KeyA') {
      event.preventDefault()
      setSelection({ anchor: { row: 0, column: 0 }, active: { row: size.rows - 1, column: size.columns - 1 } })
      return
    }
    const next = moveSelection({ active, anchor: selection.anchor }, event, size)
    if (!next) return
    event.preventDefault()
    setSelection(next)
    if (next.active.row >= 0) rows.scrollToIndex(next.active.row, { align: 'auto' })
    showColumn(scroller.current, id, next.active.column, frame)
  }

  const onMouseDown = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell || event.button !== 0) return
    setSelection((now) => ({ active: cell, anchor: event.shiftKey ? now.anchor : cell }))
  }
  const onMouseMove = (event: MouseEvent) => {
    if (event.buttons !== 1) return
    const cell = cellOf(event.target)
    if (!cell || (cell.row === selection.active.row && cell.column === selection.active.column)) return
    setSelection((now) => ({ ...now, active: cell }))
  }
  const onClick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (!cell || event.shiftKey) return
    if (props.groups.toggleOn(cell.row)) return
    const isLink = event.target instanceof Element && event.target.closest('[data-open]') !== null
    const isFollowing = props.openId !== null && rowOn(cell.row)?.id !== props.openId
    if (isLink || isFollowing) openRow(cell.row)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const cell = cellOf(event.target)
    if (cell) openRow(cell.row)
  }

  const onHead = lines.at(active.row)?.kind === 'head'
  const isActiveShown = active.row === -1 || (active.row >= first && active.row <= last && lines.count > 0)
  return (
    <div className={classes.frame}>
      <div
        ref={scroller}
        className={classes.scroller}
        role={lines.isGrouped ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={spec.title}
        aria-rowcount={lines.count + 1 + (hasTotals ? 1 : 0)}
        aria-colcount={columns.shown.length}
        aria-multiselectable
        aria-busy={windows.isFirstLoad}
        aria-activedescendant={isActiveShown ? cellId(id, active.row, onHead ? 0 : active.column) : undefined}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
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
          rowsAtHand={() => rowsAtHand(items, rowOn)}
          groups={props.groups}
          activeColumn={active.row === -1 ? active.column : -1}
        />
        <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const line = lines.at(item.index)
            if (line?.kind === 'head') {
              return (
                <GroupLine
                  key={`head:${line.group.key}`}
                  id={id}
                  index={item.index}
                  top={item.start - HEAD_HEIGHT}
                  spec={spec}
                  group={line.group}
                  isOpen={line.isOpen}
                  isActive={item.index === active.row}
                  by={props.groups.by}
                  columns={columns.shown}
                />
              )
            }
            const row = windows.isFirstLoad ? undefined : rowOn(item.index)
            const inBlock = item.index >= block.top && item.index <= block.bottom
            return (
              <GridLine
                key={item.key}
                id={id}
                index={item.index}
                top={item.start - HEAD_HEIGHT}
                row={row}
                columns={columns.shown}
                activeColumn={item.index === active.row ? active.column : -1}
                blockLeft={inBlock ? block.left : -1}
                blockRight={inBlock ? block.right : -1}
                isOpen={row !== undefined && row.id === props.openId}
                canOpen={onOpen !== undefined}
                pinned={frame.pinned}
                isGrouped={lines.isGrouped}
                tone={row && props.rowTone ? props.rowTone(row) : null}
              />
            )
          })}
        </div>
        {hasTotals && (
          <GridTotals
            columns={columns.shown}
            windows={windows}
            lines={lines.count}
            pinned={frame.pinned}
            isFiltered={props.isFiltered}
          />
        )}
      </div>
      {props.emptyText && <div className={classes.nothing}>{props.emptyText}</div>}
      {windows.isFirstLoad && <VisuallyHidden role="status">Загрузка списка</VisuallyHidden>}
    </div>
  )
}

function cellOf(target: EventTarget): { row: number; column: number } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
  if (!cell) return null
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
}

function rowsAtHand(items: readonly { index: number }[], rowOn: (line: number) => GridRow | undefined): GridRow[] {
  return items.flatMap((item) => rowOn(item.index) ?? [])
}

function pageOf(scroller: HTMLElement | null): number {
  const height = scroller?.clientHeight ?? 600
  return Math.max(1, Math.floor((height - HEAD_HEIGHT - ROW_HEIGHT) / ROW_HEIGHT))
}

/** Scrolls sideways to the column: its head is always in the DOM, its cells may not be. */
function showColumn(scroller: HTMLElement | null, grid: string, column: number, frame: GridFrame): void {
  const head = document.getElementById(cellId(grid, -1, column))
  // A pinned column is always in sight.
  if (!scroller || !head || column < frame.pinned) return
  const left = head.offsetLeft - frame.pinnedWidth
  const right = head.offsetLeft + head.offsetWidth
  if (left < scroller.scrollLeft) scroller.scrollLeft = left
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth
}
