import { Alert, Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useAction } from '../../app/actions'
import { queryClient } from '../../app/queries'
import { useSchoolYear } from '../../app/schoolYear'
import { errorSentence } from '../../app/toasts'
import { type ListAddress, useListAddress } from './address'
import classes from './DataGrid.module.css'
import { type Filters, filtersOf } from './model/filters'
import type { RowRun } from './model/lines'
import { remembered } from './model/remembered'
import type { GridRow, ListBase } from './model/rows'
import { useColumns } from './model/useColumns'
import { useGroups } from './model/useGroups'
import { useWindows } from './model/useWindows'
import type { RowTone } from './view/GridLine'
import { GridTable } from './view/GridTable'
import { GridToolbar } from './view/GridToolbar'

export interface DataGridProps {
  spec: ListSpec
  /** Of the top switch by default; null asks for all years. */
  schoolYear?: string | null
  /** Enter, double click, or a click on the first column. */
  onOpen?: (row: GridRow) => void
  /** The record shown in the side panel: its row is marked, and a click on another row opens that one. */
  openId?: number | null
  /** Buttons of the list: «Добавить школу». */
  toolbar?: ReactNode
  /** False where the screen has a heading of its own. */
  heading?: boolean
  /** Shown when the list has no rows at all (not when a filter hides them). */
  emptyState?: ReactNode
  /** State of a row, always beside a word in a cell: «просрочено». */
  rowTone?: (row: GridRow) => RowTone | null
  /** Filters the list opens with (a link from the desk). */
  initialFilters?: readonly Filter[]
}

const firstScreen: readonly RowRun[] = [{ from: 0, count: 40 }]

/** A list of the contract as a sheet: windows of rows from the store, sorted, filtered and totalled there. */
export function DataGrid(props: DataGridProps) {
  const { spec } = props
  const year = useSchoolYear()
  const columns = useColumns(spec)
  const address = useListAddress()
  const [typedSearch, setSearch] = useState(address?.search ?? '')
  const [search] = useDebouncedValue(typedSearch, 150)
  const [filters, setFilters] = useState<Filters>(() => filtersOf(address?.filters ?? props.initialFilters ?? []))
  const [group, setGroup] = useState<string | null>(() => knownColumn(spec, startGroup(spec, address)))
  const [isAllYears, setAllYears] = useState(address?.allYears ?? false)
  const [visible, setVisible] = useState<readonly RowRun[]>(firstScreen)
  const searchBox = useRef<HTMLInputElement>(null)

  const schoolYear =
    spec.schoolYear === 'none' || isAllYears
      ? null
      : props.schoolYear === undefined
        ? year.schoolYear
        : props.schoolYear
  const base = useMemo<ListBase>(
    () => ({
      schoolYear,
      search: search.trim(),
      filters: Object.values(filters),
      sort: columns.state.sort,
      group,
    }),
    [schoolYear, search, filters, columns.state.sort, group],
  )
  const windows = useWindows(spec.name, base, visible)
  const groups = useGroups(spec, base, windows.total, setGroup)
  const isFiltered = base.search !== '' || Object.keys(filters).length > 0

  const setFilter = useCallback((column: string, filter: Filter | null) => {
    setFilters((now) => {
      const { [column]: _dropped, ...rest } = now
      return filter === null ? rest : { ...rest, [column]: filter }
    })
  }, [])
  const clearFilters = () => {
    setAllYears(false)
    setSearch('')
    setFilters({})
  }
  useAction('find', () => {
    searchBox.current?.focus()
    searchBox.current?.select()
  })

  const isEmpty = !windows.isFirstLoad && windows.error === null && windows.total === 0
  return (
    <div className={classes.root}>
      <GridToolbar
        spec={spec}
        heading={props.heading ?? true}
        columns={columns}
        base={base}
        total={windows.isFirstLoad ? null : windows.total}
        search={typedSearch}
        onSearch={setSearch}
        searchRef={searchBox}
        filters={filters}
        onFilter={setFilter}
        onClear={clearFilters}
        actions={props.toolbar}
      />
      {windows.error && (
        <Alert color="red" title="Список не открылся" m="sm">
          {errorSentence(windows.error)}
          <Button
            mt="xs"
            size="xs"
            variant="default"
            onClick={() => void queryClient.refetchQueries({ queryKey: [`${spec.name}.list`] })}
          >
            Попробовать ещё раз
          </Button>
        </Alert>
      )}
      {isEmpty && !isFiltered && props.emptyState ? (
        <div className={classes.empty}>{props.emptyState}</div>
      ) : (
        <GridTable
          spec={spec}
          columns={columns}
          windows={windows}
          lines={groups.lines}
          groups={groups}
          isFiltered={isFiltered}
          base={base}
          filters={filters}
          onFilter={setFilter}
          onVisible={setVisible}
          onOpen={props.onOpen}
          openId={props.openId ?? null}
          rowTone={props.rowTone}
          emptyText={
            isEmpty ? (
              <>
                {isFiltered ? 'По этим условиям ничего не найдено.' : 'Здесь пока ничего нет.'}
                {isFiltered && (
                  <Button variant="default" size="xs" onClick={clearFilters}>
                    Показать всё
                  </Button>
                )}
              </>
            ) : null
          }
        />
      )}
    </div>
  )
}

function startGroup(spec: ListSpec, address: ListAddress | null): string | null {
  return address?.group === undefined ? remembered(spec.name).group : address.group
}

function knownColumn(spec: ListSpec, key: string | null): string | null {
  return spec.columns.some((column) => column.key === key) ? key : null
}
