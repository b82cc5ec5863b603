import type { CellFault, RowEdit } from '@shared/contract/grid'
import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { useCallback, useRef, useState } from 'react'
import { call } from '../../../../app/api'
import { undoLast } from '../../../../app/queries'
import { showDone, showError } from '../../../../app/toasts'
import { cellForCopy, cellText } from '../cells'
import type { Lines } from '../lines'
import type { GridRow } from '../rows'
import type { Cells, HeldRows } from '../useHeldRows'
import { computedSentence, type Plan, type PlannedCell, plannedCell } from './plan'
import type { Writing } from './useWriting'

/** A change of several cells, with the numbers of its rows known. */
export interface Change {
  columns: readonly ColumnSpec[]
  rows: readonly ChangedRow[]
  /** «Вставлено», «Заполнено», «Очищено». */
  done: string
}
export interface ChangedRow {
  id: number | null
  line: number | null
  cells: Readonly<Record<string, PlannedCell>>
  /** Against the row as a whole. */
  fault: string | null
}

export interface BlockWrite {
  /** A change to be looked at before it is written. */
  asked: Change | null
  isBusy: boolean
  write: (plan: Plan, done: string, ask: boolean) => Promise<void>
  /** Another text for a cell of the change asked about. */
  fix: (row: number, column: string, text: string) => Promise<void>
  /** Writes what fits of it. */
  confirm: () => Promise<void>
  dismiss: () => void
}

/** More cells than this are shown before they are written. */
const SMALL = 50
const cellForms = ['ячейка', 'ячейки', 'ячеек'] as const

export function useBlockWrite(options: {
  list: string
  windows: HeldRows
  lines: Lines
  writing: Writing
  announce: (sentence: string) => void
  /** The keyboard goes back to the sheet. */
  onDone: () => void
}): BlockWrite {
  const { list } = options
  const latest = useRef(options)
  latest.current = options
  const [asked, setAsked] = useState<Change | null>(null)
  const [isBusy, setBusy] = useState(false)

  const commit = useCallback(
    async (change: Change) => {
      const { windows, writing, announce, onDone } = latest.current
      const rows = editsOf(change)
      if (rows.length === 0) return
      const typed = new Map<number, Cells>()
      for (const row of rows) if (row.id !== null) typed.set(row.id, { ...typed.get(row.id), ...row.cells })
      windows.patch(typed)
      try {
        const ids = await writing.inTurn(async () => {
          await windows.hold(rows.some((row) => row.id === null) ? windows.total : 0)
          return (await call('lists.edit', { list, schoolYear: windows.schoolYear, rows })).ids
        })
        windows.append(ids.filter((_, index) => rows[index]?.id === null))
        windows.settle(typed)
        for (const row of rows) {
          for (const key of Object.keys(row.cells)) if (row.id !== null) writing.refuse(row.id, key, null)
        }
        const cells = rows.reduce((sum, row) => sum + Object.keys(row.cells).length, 0)
        const words = `${change.done} ${counted(cells, cellForms)}`
        announce(words)
        showDone(words, { label: 'Отменить', run: () => void undoLast().then(onDone) })
      } catch (error) {
        windows.unpatch(typed)
        throw error
      }
    },
    [list],
  )

  const write = useCallback(
    async (plan: Plan, done: string, ask: boolean) => {
      const { windows, lines, announce } = latest.current
      setBusy(true)
      try {
        const change = await resolved(plan, done, windows, lines)
        const isSmall = countFitting(change) <= SMALL && change.rows.every((row) => row.id !== null)
        if (faultsIn(change) === 0 && (!ask || isSmall)) {
          try {
            await commit(change)
            return
          } catch (error) {
            if (!(error instanceof AppError)) throw error
          }
        }
        const judged = await judge(list, latest.current.windows.schoolYear, change)
        setAsked(judged)
        announce(`${counted(faultsIn(judged), ['ошибка', 'ошибки', 'ошибок'])}. Посмотрите, что будет записано.`)
      } catch (error) {
        showError(error)
      } finally {
        setBusy(false)
      }
    },
    [list, commit],
  )
  const fix = useCallback(
    async (index: number, key: string, text: string) => {
      const row = asked?.rows[index]
      const column = asked?.columns.find((one) => one.key === key)
      if (!asked || !row || !column) return
      const cells = { ...row.cells, [key]: plannedCell(column, text) }
      const fixed = { ...asked, rows: asked.rows.with(index, { ...row, cells, fault: null }) }
      const one = await judge(list, latest.current.windows.schoolYear, {
        ...fixed,
        rows: [{ ...row, cells: unjudged(cells, asked.columns), fault: null }],
      })
      setAsked((now) => now && { ...now, rows: now.rows.with(index, one.rows[0] ?? row) })
    },
    [list, asked],
  )
  const dismiss = useCallback(() => {
    setAsked(null)
    latest.current.onDone()
  }, [])
  const confirm = useCallback(async () => {
    if (!asked) return
    setBusy(true)
    try {
      // What is left out may have been what the rest leaned on.
      const rest = fittingOf(asked)
      const judged = await judge(list, latest.current.windows.schoolYear, rest)
      await commit({ ...judged, rows: judged.rows.filter((row) => !hasFault(row)) })
      dismiss()
    } catch (error) {
      if (error instanceof AppError) setAsked(withRefusal(asked, error))
      else showError(error)
    } finally {
      setBusy(false)
    }
  }, [list, asked, commit, dismiss])
  return { asked, isBusy, write, fix, confirm, dismiss }
}

/** Numbers of the rows; computed cells that say what is there already are left out. */
async function resolved(plan: Plan, done: string, windows: HeldRows, lines: Lines): Promise<Change> {
  const indexes = plan.rows.map((row) => (row.line === null ? null : lines.rowAt(row.line)))
  const known = indexes.filter((index) => index !== null)
  const from = Math.min(...known)
  const to = Math.max(...known)
  const ids = known.length === 0 ? [] : await windows.idsOf(from, to)
  const hasComputed = plan.columns.some((column) => column.edit === undefined)
  const rows = hasComputed && known.length > 0 ? await windows.fetchRows(from, to) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    done,
    columns: plan.columns,
    rows: plan.rows.map((row, at) => {
      const index = indexes[at]
      const id = index === null || index === undefined ? null : (ids[index - from] ?? null)
      const cells = Object.entries(row.cells).flatMap(([key, cell]) => {
        const column = plan.columns.find((one) => one.key === key)
        if (!column || !cell.isComputed) return [[key, cell] as const]
        if (isThere(column, cell.text, id === null ? undefined : byId.get(id))) return []
        return [[key, { ...cell, fault: computedSentence(column) }] as const]
      })
      return { id, line: row.line, cells: Object.fromEntries(cells), fault: null }
    }),
  }
}

function isThere(column: ColumnSpec, text: string, row: GridRow | undefined): boolean {
  const pasted = text.trim()
  if (!row) return pasted === ''
  const value = row[column.key]
  return pasted === cellForCopy(column, value).trim() || pasted === cellText(column, value).trim()
}

const hasFault = (row: ChangedRow): boolean =>
  row.fault !== null || Object.values(row.cells).some((cell) => cell.fault !== null)

export const faultsIn = (change: Change): number =>
  change.rows.reduce(
    (sum, row) => sum + (row.fault ? 1 : 0) + Object.values(row.cells).filter((cell) => cell.fault).length,
    0,
  )

/** What can be written: known rows without their wrong cells, new rows only whole. */
export function fittingOf(change: Change): Change {
  return {
    ...change,
    rows: change.rows.flatMap((row) => {
      if (row.fault !== null) return []
      const cells = Object.entries(row.cells).filter(([, cell]) => cell.fault === null || cell.isComputed)
      if (row.id === null && Object.values(row.cells).some((cell) => cell.fault !== null && !cell.isComputed)) return []
      const own = Object.fromEntries(cells.filter(([, cell]) => !cell.isComputed))
      return Object.keys(own).length === 0 ? [] : [{ ...row, cells: own }]
    }),
  }
}

export const countFitting = (change: Change): number =>
  fittingOf(change).rows.reduce((sum, row) => sum + Object.keys(row.cells).length, 0)

function editsOf(change: Change): RowEdit[] {
  return fittingOf(change).rows.map((row) => ({
    id: row.id,
    cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]): [string, CellValue] => [key, cell.value])),
  }))
}

/** Asks the store what it would refuse of the cells that can be read. */
async function judge(list: string, schoolYear: string | null, change: Change): Promise<Change> {
  const asked = change.rows.map((row) => ({
    id: row.id,
    cells: Object.fromEntries(
      Object.entries(row.cells).flatMap(([key, cell]): [string, CellValue][] =>
        cell.fault === null ? [[key, cell.value]] : [],
      ),
    ),
  }))
  if (asked.length === 0) return change
  const { rows } = await call('lists.preview', { list, schoolYear, rows: asked })
  return { ...change, rows: change.rows.map((row, index) => withFaults(row, rows[index]?.faults ?? [])) }
}

function withFaults(row: ChangedRow, faults: readonly CellFault[]): ChangedRow {
  let next = row
  for (const { column, text } of faults) {
    const cell = column === null ? undefined : next.cells[column]
    if (column !== null && cell) {
      next = { ...next, cells: { ...next.cells, [column]: { ...cell, fault: cell.fault ?? text } } }
    } else next = { ...next, fault: text }
  }
  return next
}

/** A refusal names its place: `rows.3.cells.students`, counted among the rows that were sent. */
function withRefusal(change: Change, error: AppError): Change {
  const [, place, , column = null] = (error.path ?? '').split('.')
  const sent = change.rows.flatMap((row, index) =>
    fittingOf({ ...change, rows: [row] }).rows.length > 0 ? [index] : [],
  )
  const index = sent[Number(place)]
  const row = index === undefined ? undefined : change.rows[index]
  if (index === undefined || !row) {
    showError(error)
    return change
  }
  return {
    ...change,
    rows: change.rows.with(index, withFaults(row, [{ column, code: error.code, text: error.message }])),
  }
}

/** Cells read anew from their text: what the store said of them before may no longer hold. */
function unjudged(cells: ChangedRow['cells'], columns: readonly ColumnSpec[]): ChangedRow['cells'] {
  return Object.fromEntries(
    Object.entries(cells).map(([key, cell]) => {
      const column = columns.find((one) => one.key === key)
      return [key, column && !cell.isComputed ? plannedCell(column, cell.text) : cell]
    }),
  )
}
