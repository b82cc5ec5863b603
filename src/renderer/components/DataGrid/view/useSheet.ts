import type { ColumnSpec, Filter, ListSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { type RefObject, useEffect } from 'react'
import { call } from '../../../app/api'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'
import { fillBlock, seriesValue, sourceOf } from '../model/edit/fill'
import { computedSentence, type Plan, pastePlan } from '../model/edit/plan'
import { type Grid, parseTsv } from '../model/edit/tsv'
import { editText } from '../model/edit/typing'
import { useBlockWrite } from '../model/edit/useBlockWrite'
import { useClipboard } from '../model/edit/useClipboard'
import { useEditor } from '../model/edit/useEditor'
import { canAddRows, isFresh, useFreshRows } from '../model/edit/useFreshRows'
import { useWriting, type Writing } from '../model/edit/useWriting'
import type { Lines } from '../model/lines'
import type { GridRow } from '../model/rows'
import { type Block, blockOf, isOneCell, selectionAt } from '../model/selection'
import type { HeldRows } from '../model/useHeldRows'
import type { SelectionApi } from '../model/useSelection'
import { htmlTable } from './edit/htmlTable'

export type SheetRows = ReturnType<typeof useSheetRows>

/** The rows of the sheet as they are typed: those of the list, then those being made. */
export function useSheetRows(
  spec: ListSpec,
  columns: readonly ColumnSpec[],
  windows: HeldRows,
  lines: Lines,
  announce: (sentence: string) => void,
) {
  const writing = useWriting(spec.name, windows, announce)
  const fresh = useFreshRows(spec, windows, writing)
  const rowOn = (line: number): GridRow | undefined => {
    if (windows.isFirstLoad) return undefined
    const index = lines.rowAt(line)
    return index === null ? fresh.rowAt(line - lines.count) : windows.rowAt(index)
  }
  const both: Writing = {
    ...writing,
    async writeCell(id, index, column, value, text) {
      if (!isFresh(id)) return writing.writeCell(id, index, column, value, text)
      writing.refuse(id, column, null)
      fresh.type(id, column, value)
    },
  }
  const editor = useEditor({
    columns,
    rowAt: rowOn,
    indexAt: (line) => lines.rowAt(line) ?? -1,
    writing: both,
    announce,
  })
  const count = () => lines.count + (windows.isFirstLoad ? 0 : fresh.count())
  const isEditable = (line: number, column: number): boolean =>
    columns[column]?.edit !== undefined && rowOn(line) !== undefined
  return { spec, columns, windows, lines, announce, writing: both, fresh, editor, rowOn, count, isEditable }
}

export type Sheet = ReturnType<typeof useSheet>

/** What is done to the marked block: paste, cut, fill, empty, new and removed rows. */
export function useSheet(rows: SheetRows, marked: SelectionApi, scroller: RefObject<HTMLElement | null>) {
  const { spec, columns, windows, lines, announce, writing, fresh, rowOn } = rows
  const { selection, go } = marked
  const { active } = selection
  const block = blockOf(selection)
  const focus = () => scroller.current?.focus({ preventScroll: true })
  const write = useBlockWrite({ list: spec.name, windows, lines, writing, announce, onDone: focus })
  const isSheet = columns.some((column) => column.edit)

  const activeId = rowOn(active.row)?.id ?? null
  // A new row is saved when the cursor has gone to another one.
  const { leave } = fresh
  useEffect(() => leave(activeId), [leave, activeId])

  const rowLines = (from: number, most: number): number[] => {
    const found: number[] = []
    for (let line = from; found.length < most && line < lines.count; line++) {
      if (lines.rowAt(line) !== null) found.push(line)
    }
    return found
  }
  const paste = (source: Grid, target: Block = block) => {
    if (!isSheet) return
    const planned = pastePlan(source, target, { columns, rowLines, canGrow: canAddRows(spec) })
    if (!planned.ok) {
      showError(new AppError('invalid-input', planned.sentence))
      announce(planned.sentence)
      return
    }
    const { top, left, bottom, right } = planned.block
    const corner = selectionAt({ row: top, column: left })
    // In sight is where the block begins, as in Excel.
    go(corner)
    marked.put({ ...corner, end: { row: bottom, column: right } })
    void write.write(planned.plan, 'Вставлено', true)
  }
  /** One text into every cell of the block. */
  const put = (text: string, target: Block, done: string) => {
    const planned = pastePlan([[text]], target, { columns, rowLines, canGrow: false })
    if (planned.ok) void write.write(editableOnly(planned.plan), done, false)
  }
  const clear = (target: Block = block, done = 'Очищено') => {
    const row = rowOn(target.top)
    const column = columns[target.left]
    if (isOneCell(target) && row && column) {
      if (column.edit) void writing.writeCell(row.id, lines.rowAt(target.top) ?? -1, column.key, emptyOf(column), '')
      else announce(computedSentence(column))
      return
    }
    for (let line = Math.max(lines.count, target.top); line <= target.bottom; line++) {
      const made = rowOn(line)
      for (const one of columns.slice(target.left, target.right + 1)) if (made) fresh.type(made.id, one.key, null)
    }
    put('', target, done)
  }
  useClipboard({
    scroller,
    block,
    columns,
    windows,
    lines,
    announce,
    onPaste: paste,
    onCut: (target) => clear(target, 'Вырезано'),
    read: (data) => {
      const text = data.getData('text/plain')
      return text === '' ? htmlTable(data.getData('text/html')) : parseTsv(text)
    },
  })

  /** Repeats one part of the sheet over another; numbers and dates go on as a series if asked. */
  const fillFrom = async (from: Block, to: Block, isSeries: boolean) => {
    try {
      const index = (line: number) => lines.rowAt(line) ?? -1
      const known = await windows.fetchRows(index(from.top), index(from.bottom))
      const source: string[][] = []
      for (let line = to.top; line <= to.bottom; line++) {
        const across: string[] = []
        for (let position = to.left; position <= to.right; position++) {
          const column = columns[position]
          if (!column) continue
          const at = sourceOf(from, line, position)
          const values = known.map((row) => (row[column.key] ?? null) as string | number | null)
          const ahead = line > from.bottom ? line - from.bottom : line < from.top ? line - from.top : 0
          const value =
            isSeries && ahead !== 0
              ? seriesValue(column, values, ahead)
              : (known[at.row - from.top]?.[columns[at.column]?.key ?? ''] ?? null)
          across.push(editText(columns[at.column] ?? column, value))
        }
        source.push(across)
      }
      const planned = pastePlan(source, to, { columns, rowLines, canGrow: false })
      if (planned.ok) await write.write(editableOnly(planned.plan), 'Заполнено', false)
    } catch (error) {
      showError(error)
    }
  }
  const fill = (direction: 'down' | 'right') => {
    const parts = fillBlock({ ...block, bottom: Math.min(block.bottom, lines.count - 1) }, direction)
    if (!parts)
      announce(
        direction === 'down' ? 'Выше нет ячейки, из которой заполнять.' : 'Левее нет ячейки, из которой заполнять.',
      )
    else void fillFrom(parts.from, parts.to, false)
  }
  const newRow = () => {
    const column = Math.max(
      0,
      columns.findIndex((one) => one.edit),
    )
    if (canAddRows(spec)) go(selectionAt({ row: rows.count() - 1, column }))
    else announce('В этот список строки здесь не добавляются.')
  }
  const removeRows = async () => {
    const made: number[] = []
    for (let line = Math.max(lines.count, block.top); line <= block.bottom; line++) {
      const row = rowOn(line)
      if (row) made.push(row.id)
    }
    fresh.drop(made)
    const runs = lines.runs(block.top, block.bottom)
    if (runs.length === 0) return
    try {
      const ids: number[] = []
      for (const { from, count } of runs) ids.push(...(await windows.idsOf(from, from + count - 1)))
      await writing.inTurn(() => call('lists.remove', { list: spec.name, ids }))
      windows.drop(ids)
      go(selectionAt({ row: block.top, column: active.column }))
      const words = `Удалено: ${counted(ids.length, spec.nouns)}`
      announce(words)
      showDone(words, { label: 'Отменить', run: () => void undoLast().then(focus) })
    } catch (error) {
      showError(error)
    }
  }
  const toggle = () => {
    const row = rowOn(active.row)
    const column = columns[active.column]
    if (!row || !column) return
    void writing.writeCell(row.id, lines.rowAt(active.row) ?? -1, column.key, row[column.key] !== true, '')
  }
  /** The condition that leaves the rows with the active cell's value. */
  const sameValue = (): Filter | null => {
    const column = columns[active.column]
    const row = rowOn(active.row)
    if (!column || !row) return null
    const value = row[column.key]
    if (value === null || value === undefined || value === '') return { op: 'empty', column: column.key }
    if (column.type === 'choice') return { op: 'in', column: column.key, values: [String(value)] }
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? { op: 'equals', column: column.key, value }
      : null
  }
  return { block, isSheet, write, paste, put, clear, fill, fillFrom, newRow, removeRows, toggle, sameValue, focus }
}

/** Filling passes over what is computed. */
function editableOnly(plan: Plan): Plan {
  const columns = plan.columns.filter((column) => column.edit)
  const keys = new Set(columns.map((column) => column.key))
  return {
    columns,
    rows: plan.rows.flatMap((row) => {
      const cells = Object.fromEntries(Object.entries(row.cells).filter(([key]) => keys.has(key)))
      return row.line === null || Object.keys(cells).length === 0 ? [] : [{ ...row, cells }]
    }),
  }
}

const emptyOf = (column: ColumnSpec): string | null => (column.type === 'text' ? '' : null)
