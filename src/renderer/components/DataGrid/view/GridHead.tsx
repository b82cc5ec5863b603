// biome-ignore-all lint/a11y/useSemanticElements: rows on screen are placed by hand, which <table> forbids; ARIA names the parts
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid, aria-activedescendant moves
import { ActionIcon, Popover } from '@mantine/core'
import type { Filter } from '@shared/contract/lists'
import { IconArrowDown, IconArrowUp, IconFilter, IconFilterFilled } from '@tabler/icons-react'
import classes from '../DataGrid.module.css'
import { isRight } from '../model/cells'
import type { Filters } from '../model/filters'
import type { GridColumns } from '../model/useColumns'
import { FilterEditor } from './FilterEditor'
import { cellId } from './ids'

export interface GridHeadProps {
  id: string
  columns: GridColumns
  filters: Filters
  onFilter: (column: string, filter: Filter | null) => void
  filterOpen: string | null
  onFilterOpen: (column: string | null) => void
  /** −1 while the active cell is in the rows. */
  activeColumn: number
}

/** Sticky head. Its buttons are reached by ↑ from the first row: Enter sorts, Alt+↓ filters, Alt+→ widens. */
export function GridHead(props: GridHeadProps) {
  const { columns, filters } = props
  const headers = columns.table.getHeaderGroups()[0]?.headers ?? []
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" className={classes.headLine} aria-rowindex={1}>
        {headers.map((header, position) => {
          const column = columns.shown.find((one) => one.key === header.column.id)
          if (!column) return null
          const sorted = header.column.getIsSorted()
          const order = columns.sorting.length > 1 ? header.column.getSortIndex() + 1 : 0
          const filter = filters[column.key]
          const isOpen = props.filterOpen === column.key
          return (
            <div
              key={header.id}
              id={cellId(props.id, -1, position)}
              role="columnheader"
              aria-colindex={position + 1}
              aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
              className={classes.headCell}
              data-active={position === props.activeColumn || undefined}
              data-right={isRight(column) || undefined}
              data-column-key={column.key}
            >
              <button
                type="button"
                tabIndex={-1}
                className={classes.sortButton}
                title={`${column.title}. Щелчок — порядок по столбцу, с Shift — ещё и по этому`}
                onClick={(event) => header.column.toggleSorting(undefined, event.shiftKey)}
              >
                <span className={classes.headText}>{column.title}</span>
                {sorted === 'asc' && <IconArrowUp size={14} aria-hidden />}
                {sorted === 'desc' && <IconArrowDown size={14} aria-hidden />}
                {sorted && order > 0 && <sup>{order}</sup>}
              </button>
              <Popover
                opened={isOpen}
                onChange={(opened) => props.onFilterOpen(opened ? column.key : null)}
                position="bottom-end"
                trapFocus
                returnFocus
                withinPortal
                shadow="md"
              >
                <Popover.Target>
                  <ActionIcon
                    className={classes.filterButton}
                    data-on={filter !== undefined || isOpen || undefined}
                    size={22}
                    variant="subtle"
                    color={filter ? undefined : 'gray'}
                    tabIndex={-1}
                    aria-label={`Условие по столбцу «${column.title}»`}
                    onClick={() => props.onFilterOpen(isOpen ? null : column.key)}
                  >
                    {filter ? <IconFilterFilled size={14} aria-hidden /> : <IconFilter size={14} aria-hidden />}
                  </ActionIcon>
                </Popover.Target>
                <Popover.Dropdown p="sm">
                  <FilterEditor
                    column={column}
                    filter={filter ?? null}
                    onChange={(next) => props.onFilter(column.key, next)}
                    onClose={() => props.onFilterOpen(null)}
                  />
                </Popover.Dropdown>
              </Popover>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard the width is changed with Alt+arrows */}
              <div
                className={classes.resizer}
                data-resizing={header.column.getIsResizing() || undefined}
                onMouseDown={header.getResizeHandler()}
                onTouchStart={header.getResizeHandler()}
                onDoubleClick={() => header.column.resetSize()}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
