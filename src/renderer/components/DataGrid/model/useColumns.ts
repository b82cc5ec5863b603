import type { ViewState } from '@shared/contract/grid'
import type { ListSpec } from '@shared/contract/lists'
import {
  type ColumnSizingState,
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect, useMemo, useState } from 'react'
import { type ColumnLook, lookOf, movedBefore, movedBy, orderOf, ownLook, shownColumns, viewColumns } from './look'
import { remember, remembered } from './remembered'
import type { GridRow } from './rows'

/** Rows live in windows of the store; the table holds the columns: which, how wide, in what order rows are sorted. */
const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
})
const noRows: GridRow[] = []

/** A column narrower than this shows nothing. */
export const MIN_WIDTH = 48
const MAX_WIDTH = 900

export type GridColumns = ReturnType<typeof useColumns>

export function useColumns(spec: ListSpec) {
  const [look, setLook] = useState<ColumnLook>(() => rememberedLook(spec))
  const [sorting, setSorting] = useState<SortingState>(() => {
    const sort = remembered(spec.name).sort?.filter((one) => spec.columns.some((column) => column.key === one.column))
    return sortingOf(sort ?? spec.defaultSort)
  })
  const columns = useMemo(
    () =>
      spec.columns.map((column) => ({
        id: column.key,
        accessorFn: (row: GridRow) => row[column.key],
        header: column.title,
        size: column.width,
        minSize: MIN_WIDTH,
        maxSize: MAX_WIDTH,
        // Figures are most often wanted from the largest; words from «А».
        sortDescFirst: false,
      })),
    [spec],
  )
  const columnVisibility = useMemo(
    () => Object.fromEntries(spec.columns.map((column) => [column.key, !look.hidden.has(column.key)])),
    [spec, look.hidden],
  )
  const columnOrder = useMemo(() => [...look.order], [look.order])
  const columnSizing: ColumnSizingState = look.widths
  const table = useTable({
    features,
    columns,
    data: noRows,
    state: { columnOrder, columnVisibility, columnSizing, sorting },
    onColumnSizingChange: (change) =>
      setLook((now) => ({ ...now, widths: typeof change === 'function' ? change({ ...now.widths }) : change })),
    onSortingChange: setSorting,
    columnResizeMode: 'onChange',
    manualSorting: true,
    enableMultiSort: true,
    maxMultiSortColCount: 8,
    isMultiSortEvent: (event: unknown) => (event as { shiftKey?: boolean }).shiftKey === true,
  })

  useEffect(() => {
    const { order, hidden, widths, pinned } = look
    const visibility = Object.fromEntries(spec.columns.map((column) => [column.key, !hidden.has(column.key)]))
    remember(spec.name, { order: [...order], visibility, sizing: widths, pinned })
  }, [spec, look])
  useEffect(() => {
    remember(spec.name, { sort: sorting.map((one) => ({ column: one.id, desc: one.desc })) })
  }, [spec.name, sorting])

  const shown = useMemo(() => shownColumns(spec, look), [spec, look])
  const actions = useMemo(
    () => ({
      /** Past the shown neighbour on that side. */
      move: (key: string, by: -1 | 1) => setLook((now) => ({ ...now, order: movedBy(now, key, by) })),
      moveBefore: (key: string, before: string | null) =>
        setLook((now) => ({ ...now, order: movedBefore(now.order, key, before) })),
      /** How many of the first shown columns stay in sight. */
      pin: (pinned: number) => setLook((now) => ({ ...now, pinned })),
      setShown: (key: string, isShown: boolean) => setLook((now) => withShown(spec, now, key, isShown)),
      setWidth: (key: string, width: number) =>
        setLook((now) => ({
          ...now,
          widths: { ...now.widths, [key]: Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width))) },
        })),
      /** In this order, falling or rising; null takes the column out. With `also` the other columns stay in the order. */
      sortBy: (key: string, desc: boolean | null, also: boolean) =>
        setSorting((now) => {
          if (desc === null) return now.filter((one) => one.id !== key)
          if (!also) return [{ id: key, desc }]
          const known = now.some((one) => one.id === key)
          return known ? now.map((one) => (one.id === key ? { id: key, desc } : one)) : [...now, { id: key, desc }]
        }),
      /** As a view or a link has it. */
      apply: (state: Partial<Pick<ViewState, 'columns' | 'pinned' | 'sort'>>) => {
        const { columns: named, pinned, sort } = state
        if (named) setLook(lookOf(spec, { columns: named, pinned: pinned ?? 0 }))
        if (sort) setSorting(sortingOf(sort.filter((one) => spec.columns.some((own) => own.key === one.column))))
      },
      reset: () => {
        setLook(ownLook(spec))
        setSorting(sortingOf(spec.defaultSort))
      },
    }),
    [spec],
  )
  const state = useMemo(
    () => ({ ...viewColumns(spec, look), sort: sorting.map((one) => ({ column: one.id, desc: one.desc })) }),
    [spec, look, sorting],
  )
  // The same until a column changes: the head and the toolbar are not drawn again while rows scroll by.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table is another object at every render; what it shows is in its state
  return useMemo(
    () => ({
      ...actions,
      table,
      shown,
      sorting,
      order: look.order,
      /** Of the shown columns. */
      pinned: Math.min(look.pinned, shown.length - 1),
      state,
    }),
    [actions, table.state, shown, sorting, look, state],
  )
}

function sortingOf(sort: ListSpec['defaultSort']): SortingState {
  return sort.map((one) => ({ id: one.column, desc: one.desc }))
}

function rememberedLook(spec: ListSpec): ColumnLook {
  const { order, visibility, sizing, pinned } = remembered(spec.name)
  const own = ownLook(spec)
  const isHidden = (key: string) => (visibility[key] === undefined ? own.hidden.has(key) : !visibility[key])
  return {
    order: orderOf(spec, order),
    hidden: new Set(own.order.filter(isHidden)),
    widths: sizing,
    pinned,
  }
}

/** Hiding a pinned column leaves the others pinned as they were. */
function withShown(spec: ListSpec, look: ColumnLook, key: string, isShown: boolean): ColumnLook {
  const hidden = new Set(look.hidden)
  if (isShown) hidden.delete(key)
  else hidden.add(key)
  const place = shownColumns(spec, look).findIndex((column) => column.key === key)
  const wasPinned = !isShown && place >= 0 && place < look.pinned
  return { ...look, hidden, pinned: wasPinned ? look.pinned - 1 : look.pinned }
}
