import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../../../app/api'
import { registerFlusher } from '../../../../app/flush'
import { showError } from '../../../../app/toasts'
import { useDraft } from '../../../../app/useAutosave'
import { cellText } from '../cells'
import type { GridRow } from '../rows'
import type { Cells, HeldRows } from '../useHeldRows'
import { cellKey, type Writing } from './useWriting'

/** A row being typed at the end of the sheet; it becomes a record when it is left with what it needs. */
interface FreshRow {
  /** Negative, so that it is told from a record's number. */
  id: number
  cells: Cells
  isSaving: boolean
}

export interface FreshRows {
  /** Lines after the list's own: rows being typed and, where the list takes new rows, one empty. */
  count: () => number
  rowAt: (place: number) => GridRow | undefined
  type: (id: number, column: string, value: Cells[string]) => void
  /** Saves the rows that are complete, but for the one the cursor is on. */
  leave: (current: number | null) => void
  /** Takes unfinished rows away. */
  drop: (ids: readonly number[]) => void
}

export const isFresh = (id: number): boolean => id < 0

/** A list takes new rows where it says what a row cannot be without. */
export const canAddRows = (spec: ListSpec): boolean => spec.columns.some((column) => column.edit?.required)

const DRAFT_AFTER_MS = 400

export function useFreshRows(spec: ListSpec, windows: HeldRows, writing: Writing): FreshRows {
  const [, setVersion] = useState(0)
  const rows = useRef<readonly FreshRow[]>([])
  const next = useRef(-1)
  const latest = useRef({ windows, writing })
  latest.current = { windows, writing }
  const canAdd = canAddRows(spec)
  const key = `grid:${spec.name}`
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const draft = useCallback(async () => {
    clearTimeout(timer.current)
    const kept = rows.current.map((row) => row.cells)
    try {
      if (kept.length === 0) await call('drafts.drop', { key })
      else await call('drafts.put', { key, payload: { rows: kept } })
    } catch {
      // The store may be restarting: the next change puts it away.
    }
  }, [key])
  const put = useCallback(
    (change: readonly FreshRow[]) => {
      rows.current = change
      setVersion((now) => now + 1)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void draft(), DRAFT_AFTER_MS)
    },
    [draft],
  )

  const found = useDraft(key)
  useEffect(() => {
    if (!found || rows.current.length > 0) return
    const kept = (found.payload as { rows?: Cells[] } | null)?.rows ?? []
    put(kept.map((cells) => ({ id: next.current--, cells, isSaving: false })))
  }, [found, put])

  const save = useCallback(
    async (row: FreshRow) => {
      const { windows: held, writing: writer } = latest.current
      put(rows.current.map((one) => (one.id === row.id ? { ...one, isSaving: true } : one)))
      try {
        await writer.inTurn(async () => {
          await held.hold(held.total)
          const { ids } = await call('lists.edit', {
            list: spec.name,
            schoolYear: held.schoolYear,
            rows: [{ id: null, cells: row.cells }],
          })
          held.append(ids)
        })
        put(rows.current.filter((one) => one.id !== row.id))
      } catch (error) {
        put(rows.current.map((one) => (one.id === row.id ? { ...one, isSaving: false } : one)))
        const column = error instanceof AppError ? error.path?.split('.')[3] : undefined
        const at = spec.columns.find((one) => one.key === column)
        if (at && error instanceof AppError) {
          writer.refuse(row.id, at.key, { text: cellText(at, row.cells[at.key]), sentence: error.message })
        } else showError(error)
      }
    },
    [spec, put],
  )
  const leave = useCallback(
    (current: number | null) => {
      for (const row of rows.current) {
        if (row.id === current || row.isSaving) continue
        const missing = spec.columns.filter((one) => one.edit?.required && isEmpty(row.cells[one.key]))
        const isRefused = spec.columns.some((one) => latest.current.writing.refused.has(cellKey(row.id, one.key)))
        if (missing.length === 0 && !isRefused) void save(row)
        for (const column of missing) {
          latest.current.writing.refuse(row.id, column.key, { text: '', sentence: missingSentence(column) })
        }
      }
    },
    [spec, save],
  )
  useEffect(
    () =>
      registerFlusher(async () => {
        leave(null)
        await draft()
      }),
    [leave, draft],
  )
  useEffect(() => () => void (rows.current.length > 0 && draft()), [draft])

  return {
    count: () => rows.current.length + (canAdd ? 1 : 0),
    rowAt: (place) => {
      const row = rows.current[place]
      if (row) return { ...row.cells, id: row.id }
      return canAdd && place === rows.current.length ? { id: next.current } : undefined
    },
    type: (id, column, value) => {
      const known = rows.current.find((row) => row.id === id)
      if (!known && isEmpty(value)) return
      if (!known) next.current--
      const row = { id, cells: { ...known?.cells, [column]: value }, isSaving: false }
      const isLeft = Object.values(row.cells).every(isEmpty)
      const others = rows.current.filter((one) => one.id !== id)
      if (isLeft) put(others)
      else put(known ? rows.current.map((one) => (one.id === id ? row : one)) : [...others, row])
    },
    leave,
    drop: (ids) => put(rows.current.filter((row) => !ids.includes(row.id))),
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

const missingSentence = (column: ColumnSpec): string =>
  `${column.title}: без этого строку не записать. Заполните ячейку или сотрите строку: Ctrl+минус.`
