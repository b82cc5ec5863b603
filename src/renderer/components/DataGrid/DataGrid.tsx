import { Alert, Button, Group } from '@mantine/core'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { type ReactNode, useRef, useState } from 'react'
import { useAction } from '../../app/actions'
import { queryClient } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import classes from './DataGrid.module.css'
import type { RowRun } from './model/lines'
import type { MarkedRows, RowAction } from './model/rowActions'
import type { GridRow } from './model/rows'
import { useGroups } from './model/useGroups'
import { useHeldRows } from './model/useHeldRows'
import { type AskedRows, useListState } from './model/useListState'
import { useWindows } from './model/useWindows'
import type { RowTone } from './view/GridLine'
import { GridTable } from './view/GridTable'
import { GridToolbar } from './view/GridToolbar'
import { RowActionsMenu } from './view/RowActionsMenu'

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
  /** What can be done to the marked rows at once; a button with their number, and the menu of the right button. */
  rowActions?: readonly RowAction[]
  /** Filters the list opens with (a link from the desk). */
  initialFilters?: readonly Filter[]
  /** Filters that make the list what it is, of one plan or one act: always there, not shown as conditions. */
  fixed?: readonly Filter[]
  /** Exactly these rows, as a figure was counted: neither the switch on top nor what she has set up in the list changes them. */
  asked?: AskedRows
}

const readOnly = new WeakMap<ListSpec, ListSpec>()

/** The list with no column that can be typed into: what is written by import only. */
function shownOnly(spec: ListSpec): ListSpec {
  const known = readOnly.get(spec)
  if (known) return known
  const made = { ...spec, columns: spec.columns.map(({ edit: _edit, ...column }) => column) }
  readOnly.set(spec, made)
  return made
}

const firstScreen: readonly RowRun[] = [{ from: 0, count: 40 }]

/** A list of the contract as a sheet: windows of rows from the store, sorted, filtered and totalled there. */
export function DataGrid(props: DataGridProps) {
  const spec = props.spec.typed === false ? shownOnly(props.spec) : props.spec
  const list = useListState(spec, props)
  const { base, columns } = list
  const [visible, setVisible] = useState<readonly RowRun[]>(firstScreen)
  const searchBox = useRef<HTMLInputElement>(null)
  const [marked, setMarked] = useState<MarkedRows | null>(null)

  const live = useWindows(spec.name, base, visible)
  const windows = useHeldRows(spec.name, base, live, visible, list.group === null)
  const groups = useGroups(spec, base, windows.total, list.setGroup)
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
        list={list}
        groups={groups}
        total={windows.isFirstLoad ? null : windows.total}
        searchRef={searchBox}
        actions={
          props.rowActions ? (
            <Group gap={6} wrap="nowrap">
              <RowActionsMenu spec={spec} actions={props.rowActions} marked={marked} />
              {props.toolbar}
            </Group>
          ) : (
            props.toolbar
          )
        }
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
      {isEmpty && !list.isFiltered && props.emptyState ? (
        <div className={classes.empty}>{props.emptyState}</div>
      ) : (
        <GridTable
          spec={spec}
          columns={columns}
          windows={windows}
          lines={groups.lines}
          groups={groups}
          isFiltered={list.isFiltered}
          base={base}
          filters={list.filters}
          onFilter={list.setFilter}
          onVisible={setVisible}
          onOpen={props.onOpen}
          openId={props.openId ?? null}
          rowTone={props.rowTone}
          rowActions={props.rowActions}
          onMarked={props.rowActions ? setMarked : undefined}
          emptyText={
            isEmpty ? (
              <>
                {list.isFiltered ? 'По этим условиям ничего не найдено.' : 'Здесь пока ничего нет.'}
                {list.isFiltered && (
                  <Button variant="default" size="xs" onClick={list.clearFilters}>
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
