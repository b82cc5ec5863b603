// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant moves
import { ActionIcon, Popover } from '@mantine/core'
import type { ColumnSpec, Filter } from '@shared/contract/lists'
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { memo, useState } from 'react'
import classes from '../DataGrid.module.css'
import { isRight } from '../model/cells'
import type { Filters } from '../model/filters'
import { fittingWidth } from '../model/fit'
import type { GridRow, ListBase } from '../model/rows'
import type { GridColumns } from '../model/useColumns'
import type { Groups } from '../model/useGroups'
import { FilterEditor } from './filter/FilterEditor'
import { HeadMenu } from './HeadMenu'
import type { HeadOpen } from './headKeys'
import { cellId } from './ids'
import { pinnedCell } from './pinned'

export interface GridHeadProps {
  id: string
  list: string
  base: ListBase
  columns: GridColumns
  groups: Groups
  filters: Filters
  onFilter: (column: string, filter: Filter | null) => void
  open: HeadOpen | null
  onOpen: (open: HeadOpen | null) => void
  pinned: number
  /** Rows by which «по содержимому» is measured. */
  rowsAtHand: () => GridRow[]
  /** −1 while the active cell is in the rows. */
  activeColumn: number
}

/** Sticky head. It is reached by ↑ from the first row; its keys are in headKeys.ts. */
export const GridHead = memo(function GridHead(props: GridHeadProps) {
  const { columns } = props
  const [drag, setDrag] = useState<{ key: string; before: string | null } | null>(null)
  const headers = columns.table.getHeaderGroups()[0]?.headers ?? []
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" className={classes.headLine} aria-rowindex={1}>
        {headers.map((header, position) => {
          const column = columns.shown.find((one) => one.key === header.column.id)
          if (!column) return null
          const sorted = header.column.getIsSorted()
          const order = columns.sorting.length > 1 ? header.column.getSortIndex() + 1 : 0
          const next = columns.shown[position + 1]?.key ?? null
          return (
            <div
              key={header.id}
              id={cellId(props.id, -1, position)}
              role="columnheader"
              aria-colindex={position + 1}
              aria-label={props.filters[column.key] ? `${column.title}, отобрано` : column.title}
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
              className={classes.headCell}
              data-active={position === props.activeColumn || undefined}
              data-right={isRight(column) || undefined}
              data-column-key={column.key}
              data-drop-before={(drag !== null && drag.key !== column.key && drag.before === column.key) || undefined}
              data-drop-after={(drag !== null && next === null && drag.before === null) || undefined}
              {...pinnedCell(position, props.pinned)}
              onContextMenu={(event) => {
                event.preventDefault()
                props.onOpen({ column: column.key, part: 'menu' })
              }}
              onDragOver={(event) => {
                if (drag === null) return
                event.preventDefault()
                const box = event.currentTarget.getBoundingClientRect()
                const before = event.clientX < box.left + box.width / 2 ? column.key : next
                if (before !== drag.before) setDrag({ ...drag, before })
              }}
              onDrop={(event) => {
                if (drag === null) return
                event.preventDefault()
                columns.moveBefore(drag.key, drag.before)
                setDrag(null)
              }}
            >
              <button
                type="button"
                tabIndex={-1}
                className={classes.sortButton}
                title={`${column.title}. Щелчок — порядок по столбцу, с Shift — ещё и по этому. Перетащите, чтобы переставить`}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move'
                  event.dataTransfer.setData('text/plain', column.title)
                  setDrag({ key: column.key, before: column.key })
                }}
                onDragEnd={() => setDrag(null)}
                onClick={(event) => header.column.toggleSorting(undefined, event.shiftKey)}
              >
                <span className={classes.headText}>{column.title}</span>
                {sorted === 'asc' && <IconArrowUp size={14} aria-hidden />}
                {sorted === 'desc' && <IconArrowDown size={14} aria-hidden />}
                {sorted && order > 0 && <sup>{order}</sup>}
              </button>
              <HeadButtons {...props} column={column} position={position} />
              {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the width is changed with Alt+arrows */}
              <div
                className={classes.resizer}
                data-resizing={header.column.getIsResizing() || undefined}
                title="Потяните — ширина, двойной щелчок — по содержимому"
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={(event) => columns.setWidth(column.key, widthOf(column, props, event.currentTarget))}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
})

/** The condition and the menu of a column. */
function HeadButtons(props: GridHeadProps & { column: ColumnSpec; position: number }) {
  const { column, onOpen, onFilter } = props
  const filter = props.filters[column.key]
  const part = props.open?.column === column.key ? props.open.part : null
  const filterOpen = part === 'filter'
  return (
    <div
      className={classes.headButtons}
      data-filtered={filter !== undefined || undefined}
      data-on={part !== null || undefined}
    >
      <Popover
        opened={filterOpen}
        onChange={(opened) => onOpen(opened ? { column: column.key, part: 'filter' } : null)}
        position="bottom-end"
        trapFocus
        returnFocus
        withinPortal
        shadow="md"
      >
        <Popover.Target>
          <ActionIcon
            className={classes.filterButton}
            size={22}
            variant="subtle"
            color={filter ? undefined : 'gray'}
            tabIndex={-1}
            aria-label={`Условие по столбцу «${column.title}»`}
            onClick={() => onOpen(filterOpen ? null : { column: column.key, part: 'filter' })}
          >
            {filter ? <IconFilterFilled size={14} aria-hidden /> : <IconFilter size={14} aria-hidden />}
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown p="sm">
          <FilterEditor
            list={props.list}
            base={props.base}
            column={column}
            filter={filter ?? null}
            onChange={(next) => onFilter(column.key, next)}
            onClose={() => onOpen(null)}
          />
        </Popover.Dropdown>
      </Popover>
      <HeadMenu
        column={column}
        position={props.position}
        columns={props.columns}
        groups={props.groups}
        opened={part === 'menu'}
        onOpened={(opened) => onOpen(opened ? { column: column.key, part: 'menu' } : null)}
        onFilter={() => onOpen({ column: column.key, part: 'filter' })}
        onFit={() =>
          props.columns.setWidth(column.key, widthOf(column, props, document.getElementById(cellId(props.id, -1, 0))))
        }
      />
    </div>
  )
}

function widthOf(column: ColumnSpec, props: GridHeadProps, element: HTMLElement | null): number {
  const { fontSize, fontFamily } = getComputedStyle(element ?? document.body)
  return fittingWidth(column, props.rowsAtHand(), `${fontSize} ${fontFamily}`)
}
