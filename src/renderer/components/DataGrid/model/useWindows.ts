import type { ListPage } from '@shared/contract/lists'
import { type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import type { RowRun } from './lines'
import { askList, type GridRow, type ListBase } from './rows'

/** Rows a call brings. Two or three windows cover a screen. */
export const PAGE = 100

export interface Windows {
  /** For which the rows are shown; cells typed into them are those of its end. */
  schoolYear: string | null
  /** Undefined while its window is on the way. */
  rowAt: (index: number) => GridRow | undefined
  /** Rows from…to (both included), fetching what is not there. For copying. */
  fetchRows: (from: number, to: number) => Promise<GridRow[]>
  total: number
  totals: Readonly<Record<string, number | null>>
  /** Nothing has come yet. */
  isFirstLoad: boolean
  error: Error | null
}

type Page = ListPage<GridRow>

/**
 * The list as windows of PAGE rows in the query cache, so that a `changed` event refreshes exactly what is on screen.
 * @param visible rows on screen
 */
export function useWindows(list: string, base: ListBase, visible: readonly RowRun[]): Windows {
  const client = useQueryClient()
  const pages = useMemo(() => neededPages(visible), [visible])
  const results = useQueries({
    queries: pages.map((page) => ({
      queryKey: keyOf(list, base, page),
      queryFn: () => fetchPage(client, list, base, page),
    })),
  })
  const first = results[0]
  const current = new Map<number, Page>()
  for (const [index, page] of pages.entries()) {
    const data = results[index]?.data
    if (data) current.set(page, data)
  }
  // While a new filter or order is on its way the former rows stay, so that nothing flickers under 100 ms.
  const kept = useRef<{ list: string; pages: Map<number, Page> } | null>(null)
  useLayoutEffect(() => {
    if (first?.data) kept.current = { list, pages: current }
  })
  const former = kept.current?.list === list ? kept.current.pages : undefined
  const shown = first?.data || first?.error ? current : (former ?? current)
  const head = shown.get(0)

  const rowAt = (index: number) => shown.get(Math.floor(index / PAGE))?.rows[index % PAGE]
  const fetchRows = useCallback(
    async (from: number, to: number) => {
      const rows: GridRow[] = []
      for (let page = Math.floor(from / PAGE); page <= Math.floor(to / PAGE); page++) {
        const data = await client.fetchQuery({
          queryKey: keyOf(list, base, page),
          queryFn: () => fetchPage(client, list, base, page),
        })
        rows.push(...data.rows.filter((_, index) => page * PAGE + index >= from && page * PAGE + index <= to))
      }
      return rows
    },
    [client, list, base],
  )
  return {
    schoolYear: base.schoolYear ?? null,
    rowAt,
    fetchRows,
    total: head?.total ?? 0,
    totals: head?.totals ?? {},
    isFirstLoad: head === undefined && first?.error == null,
    error: results.find((result) => result.error)?.error ?? null,
  }
}

/** Window 0 always: it carries the count and the totals. */
function neededPages(visible: readonly RowRun[]): number[] {
  const pages = new Set([0])
  for (const { from, count } of visible) {
    for (let page = Math.floor(from / PAGE); page <= Math.floor((from + count - 1) / PAGE); page++) pages.add(page)
  }
  return [...pages]
}

function keyOf(list: string, base: ListBase, page: number): readonly unknown[] {
  return [`${list}.list`, { ...base, window: page }]
}

function fetchPage(client: QueryClient, list: string, base: ListBase, page: number): Promise<Page> {
  const after = page === 0 ? null : cursorBefore(client, list, base, page)
  return askList(list, {
    ...base,
    limit: PAGE,
    totals: page === 0,
    ...(after ? { after } : { offset: page * PAGE }),
  })
}

/**
 * Where the window before ends, if that window is fresh: after a change its last row may have moved, and only an offset
 * is then sure neither to repeat a row nor to miss one.
 */
function cursorBefore(client: QueryClient, list: string, base: ListBase, page: number) {
  const state = client.getQueryState<Page>(keyOf(list, base, page - 1))
  if (!state?.data || state.isInvalidated || state.fetchStatus === 'fetching') return null
  return state.data.rows.length === PAGE ? (state.data.cursors[PAGE - 1] ?? null) : null
}
