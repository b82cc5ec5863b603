import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import {
  type ColumnSizingState,
  type ColumnVisibilityState,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useEffect, useMemo, useState } from 'react'
import { remember, remembered } from './remembered'
import type { GridRow } from './rows'

/** Rows live in windows of the store; the table holds the columns: which, how wide, in what order rows are sorted. */
const features = tableFeatures({
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
  rowSortingFeature,
})
const noRows: GridRow[] = []

export type GridColumns = ReturnType<typeof useColumns>

export function useColumns(spec: ListSpec) {
  const start = useMemo(() => remembered(spec.name), [spec.name])
  const [columnVisibility, setVisibility] = useState<ColumnVisibilityState>(() => ({
    ...Object.fromEntries(spec.columns.filter((column) => column.hidden).map((column) => [column.key, false])),
    ...start.visibility,
  }))
  const [columnSizing, setSizing] = useState<ColumnSizingState>(() => start.sizing)
  const [sorting, setSorting] = useState<SortingState>(() => {
    const sort = start.sort?.filter((one) => spec.columns.some((column) => column.key === one.column))
    return (sort ?? spec.defaultSort).map((one) => ({ id: one.column, desc: one.desc }))
  })
  const columns = useMemo(
    () =>
      spec.columns.map((column) => ({
        id: column.key,
        accessorFn: (row: GridRow) => row[column.key],
        header: column.title,
        size: column.width,
        minSize: 48,
        maxSize: 900,
        // Figures are most often wanted from the largest; words from «А».
        sortDescFirst: false,
      })),
    [spec],
  )
  const table = useTable({
    features,
    columns,
    data: noRows,
    state: { columnVisibility, columnSizing, sorting },
    onColumnVisibilityChange: setVisibility,
    onColumnSizingChange: setSizing,
    onSortingChange: setSorting,
    columnResizeMode: 'onChange',
    manualSorting: true,
    enableMultiSort: true,
    maxMultiSortColCount: 8,
    isMultiSortEvent: (event: unknown) => (event as { shiftKey?: boolean }).shiftKey === true,
  })

  useEffect(() => remember(spec.name, { visibility: columnVisibility }), [spec.name, columnVisibility])
  useEffect(() => remember(spec.name, { sizing: columnSizing }), [spec.name, columnSizing])
  useEffect(() => {
    remember(spec.name, { sort: sorting.map((one) => ({ column: one.id, desc: one.desc })) })
  }, [spec.name, sorting])

  const byKey = useMemo(() => new Map(spec.columns.map((column) => [column.key, column])), [spec])
  const shown: ColumnSpec[] = []
  for (const column of table.getVisibleLeafColumns()) {
    const found = byKey.get(column.id)
    if (found) shown.push(found)
  }
  const reset = () => {
    setVisibility(Object.fromEntries(spec.columns.map((column) => [column.key, column.hidden !== true])))
    setSizing({})
    setSorting(spec.defaultSort.map((one) => ({ id: one.column, desc: one.desc })))
  }
  return { table, shown, sorting, reset }
}
