import type { CellValue, ListPage } from '@shared/contract/lists'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '../../../app/api'
import type { RowRun } from './lines'
import { askList, type GridRow, type ListBase } from './rows'
import { PAGE, type Windows } from './useWindows'

/** Rows whose places are kept; a longer list is held around the row being typed into. */
const HELD_MAX = 20_000

type Page = ListPage<GridRow>
export type Cells = Readonly<Record<string, CellValue>>

interface Held {
  list: string
  base: ListBase
  /** Index of the first held row. */
  from: number
  ids: readonly number[]
  /** Rows after the held ones. */
  after: number
}

export interface HeldRows extends Windows {
  /** From now on rows keep their places, whatever is typed into them. @param around a row that must be among them */
  hold: (around: number) => Promise<void>
  /** Back to the list's own order. */
  release: () => void
  /** Rows no longer stand where the order and the conditions of the list would put them. */
  isStale: boolean
  /** New rows, written at the end of the sheet. */
  append: (ids: readonly number[]) => void
  drop: (ids: readonly number[]) => void
  /** Shows cells as typed before the store has answered. */
  patch: (rows: ReadonlyMap<number, Cells>) => void
  /** They were refused: what is stored is shown again. */
  unpatch: (rows: ReadonlyMap<number, Cells>) => void
  /** What was typed is now what is stored. */
  settle: (rows: ReadonlyMap<number, Cells>) => void
  /** Changes of this grid on their way to the store. */
  pending: { current: number }
  /** Numbers of rows from…to, also of those never loaded. */
  idsOf: (from: number, to: number) => Promise<readonly number[]>
}

/**
 * Rows stay where they stand while one types: a cell that decides the order, or the filter, must not throw its row from
 * under the hands. The order is taken down at the first change and kept until the person asks for it anew (another order
 * or filter, «Обновить порядок») or rows come from elsewhere.
 * @param canHold not while rows lie in groups: there a row goes to its group
 */
export function useHeldRows(
  list: string,
  base: ListBase,
  live: Windows,
  visible: readonly RowRun[],
  canHold: boolean,
): HeldRows {
  const client = useQueryClient()
  const [state, setState] = useState<Held | null>(null)
  const [patches, setPatches] = useState<ReadonlyMap<number, Cells>>(new Map())
  const held = canHold && state !== null && state.list === list && state.base === base ? state : null
  const latest = useRef({ held, live })
  latest.current = { held, live }
  const pending = useRef(0)
  /** Rows seen before their own window was asked for by number. */
  const known = useRef(new Map<number, GridRow>())

  const chunks = useMemo(() => {
    if (!held) return []
    const wanted = new Set<number>()
    for (const { from, count } of visible) {
      const first = Math.max(0, Math.floor((from - held.from) / PAGE))
      const last = Math.floor((Math.min(from + count - held.from, held.ids.length) - 1) / PAGE)
      for (let chunk = first; chunk <= last; chunk++) wanted.add(chunk)
    }
    const asked = [...wanted].map((chunk) => chunkOf(held, chunk))
    return asked
  }, [held, visible])
  const results = useQueries({
    queries: chunks.map((ids) => ({
      queryKey: keyOf(list, base, ids),
      queryFn: () => fetchIds(list, base, ids),
    })),
  })
  const byId = new Map<number, GridRow>()
  const gone: number[] = []
  for (const [index, ids] of chunks.entries()) {
    const result = results[index]
    if (!result?.data) continue
    for (const row of result.data.rows) byId.set(row.id, row)
    if (!result.isFetching && !result.isStale) gone.push(...ids.filter((id) => !byId.has(id)))
  }

  const rowAt = (index: number): GridRow | undefined => {
    if (!held) return patched(live.rowAt(index), patches)
    const id = held.ids[index - held.from]
    if (id === undefined) return patched(live.rowAt(index - (index < held.from ? 0 : grown(held, live))), patches)
    return patched(byId.get(id) ?? known.current.get(id), patches)
  }

  const hold = useCallback(
    async (around: number) => {
      const { held: now, live: windows } = latest.current
      if (!canHold) return
      if (now && (around < 0 || (around >= now.from && around <= now.from + now.ids.length))) return
      const from = Math.max(0, Math.min(Math.max(0, around) - HELD_MAX / 2, windows.total - HELD_MAX))
      const { ids } = await call('lists.ids', { list, query: base, from, count: HELD_MAX })
      known.current = new Map()
      for (const [, page] of client.getQueriesData<Page>({ queryKey: [`${list}.list`] })) {
        for (const row of page?.rows ?? []) known.current.set(row.id, row)
      }
      const next = { list, base, from, ids, after: Math.max(0, windows.total - from - ids.length) }
      latest.current = { ...latest.current, held: next }
      setState(next)
    },
    [client, list, base, canHold],
  )
  const change = useCallback((make: (ids: readonly number[]) => readonly number[]) => {
    setState((now) => (now ? { ...now, ids: make(now.ids) } : now))
  }, [])
  const append = useCallback((ids: readonly number[]) => change((now) => [...now, ...ids]), [change])
  const drop = useCallback(
    (ids: readonly number[]) => {
      const dropped = new Set(ids)
      change((now) => now.filter((id) => !dropped.has(id)))
    },
    [change],
  )
  const release = useCallback(() => setState(null), [])
  const patch = useCallback((rows: ReadonlyMap<number, Cells>) => {
    setPatches((now) => {
      const next = new Map(now)
      for (const [id, cells] of rows) next.set(id, { ...next.get(id), ...cells })
      return next
    })
  }, [])
  const unpatch = useCallback((rows: ReadonlyMap<number, Cells>) => setPatches((now) => without(now, rows)), [])
  const settle = useCallback(
    (rows: ReadonlyMap<number, Cells>) => {
      const set = (row: GridRow): GridRow => ({ ...row, ...rows.get(row.id) })
      for (const [id, row] of known.current) if (rows.has(id)) known.current.set(id, set(row))
      client.setQueriesData<Page>({ queryKey: [`${list}.list`] }, (page) =>
        page?.rows.some((row) => rows.has(row.id)) ? { ...page, rows: page.rows.map(set) } : page,
      )
      setPatches((now) => without(now, rows))
    },
    [client, list],
  )
  const idsOf = useCallback(
    async (from: number, to: number) => {
      const now = latest.current.held
      if (now && from >= now.from && to < now.from + now.ids.length) {
        return now.ids.slice(from - now.from, to - now.from + 1)
      }
      return (await call('lists.ids', { list, query: base, from, count: to - from + 1 })).ids
    },
    [list, base],
  )
  const fetchRows = useCallback(
    async (from: number, to: number) => {
      const now = latest.current.held
      if (!now) return latest.current.live.fetchRows(from, to)
      const ids = await idsOf(from, to)
      const rows = new Map<number, GridRow>()
      for (let start = 0; start < ids.length; start += 1000) {
        const page = await fetchIds(list, base, ids.slice(start, start + 1000))
        for (const row of page.rows) rows.set(row.id, row)
      }
      return ids.flatMap((id) => rows.get(id) ?? [])
    },
    [list, base, idsOf],
  )

  const total = held ? held.from + held.ids.length + held.after : live.total
  // Removed rows leave; rows that came from elsewhere bring the list's own order back.
  const goneKey = gone.join(',')
  useEffect(() => {
    if (goneKey !== '') drop(goneKey.split(',').map(Number))
  }, [goneKey, drop])
  const hasCome = held !== null && live.total > total
  useEffect(() => {
    if (hasCome && pending.current === 0) release()
  }, [hasCome, release])

  const isMoved = (index: number): boolean => {
    const id = held?.ids[index - held.from]
    const row = live.rowAt(index)
    return id !== undefined && row !== undefined && row.id !== id
  }
  const isStale =
    held !== null && (live.total !== total || visible.some(({ from, count }) => hasMoved(from, count, isMoved)))
  return {
    ...live,
    rowAt,
    fetchRows,
    total,
    hold,
    release,
    isStale,
    append,
    drop,
    patch,
    unpatch,
    settle,
    pending,
    idsOf,
  }
}

function hasMoved(from: number, count: number, isMoved: (index: number) => boolean): boolean {
  for (let index = from; index < from + count; index++) if (isMoved(index)) return true
  return false
}

const chunkOf = (held: Held, chunk: number) => held.ids.slice(chunk * PAGE, (chunk + 1) * PAGE)

/** By how many rows the held part has become longer or shorter than the same part of the list. */
const grown = (held: Held, live: Windows): number => held.from + held.ids.length + held.after - live.total

function patched(row: GridRow | undefined, patches: ReadonlyMap<number, Cells>): GridRow | undefined {
  const cells = row && patches.get(row.id)
  return cells ? { ...row, ...cells } : row
}

/** A cell typed again meanwhile keeps its later value. */
function without(patches: ReadonlyMap<number, Cells>, rows: ReadonlyMap<number, Cells>): ReadonlyMap<number, Cells> {
  const next = new Map(patches)
  for (const [id, cells] of rows) {
    const left = Object.entries(next.get(id) ?? {}).filter(([key, value]) => !(key in cells && cells[key] === value))
    if (left.length === 0) next.delete(id)
    else next.set(id, Object.fromEntries(left))
  }
  return next
}

const keyOf = (list: string, base: ListBase, ids: readonly number[]): readonly unknown[] => [
  `${list}.list`,
  { schoolYear: base.schoolYear, on: base.on ?? null, ids },
]

function fetchIds(list: string, { schoolYear, on }: ListBase, ids: readonly number[]): Promise<Page> {
  return askList(list, {
    schoolYear: schoolYear ?? null,
    on: on ?? null,
    filters: [{ op: 'in', column: 'id', values: [...ids] }],
    limit: Math.max(1, ids.length),
    totals: false,
  })
}
