import type { ColumnSpec } from '@shared/contract/lists'
import { useCallback, useEffect, useRef, useState } from 'react'
import { registerFlusher } from '../../../../app/flush'
import type { GridRow } from '../rows'
import type { CellAt } from '../selection'
import type { EditMode } from './keys'
import { editText, isSameValue, readCell } from './typing'
import { cellKey, type Writing } from './useWriting'

/** A cell being typed into. */
export interface Editing extends CellAt {
  id: number
  text: string
  mode: EditMode
  /** Why the text is not taken; it stays in the editor. */
  fault: string | null
  isListOpen: boolean
}

export interface EditorStart {
  /** Replaces what was there; null keeps it. */
  text: string | null
  isListOpen?: boolean
}

export interface Editor {
  editing: Editing | null
  start: (cell: CellAt, how: EditorStart) => void
  change: (part: Partial<Pick<Editing, 'text' | 'mode' | 'isListOpen'>>) => void
  /** Takes the text (or this one) into the cell; false: it does not fit and the editor stays, saying why. */
  commit: (text?: string) => boolean
  /** The person has gone elsewhere: what does not fit stays marked in its cell. */
  leave: () => void
  cancel: () => void
}

export interface EditorOptions {
  columns: readonly ColumnSpec[]
  /** The row on a line. */
  rowAt: (line: number) => GridRow | undefined
  /** Its place in the list. */
  indexAt: (line: number) => number
  writing: Writing
  announce: (sentence: string) => void
}

export function useEditor(options: EditorOptions): Editor {
  const [editing, setEditing] = useState<Editing | null>(null)
  // Keys come faster than renders: every step reads and writes the latest.
  const now = useRef<Editing | null>(null)
  const latest = useRef(options)
  latest.current = options
  const put = useCallback((next: Editing | null) => {
    now.current = next
    setEditing(next)
  }, [])

  const start = useCallback(
    (cell: CellAt, how: EditorStart) => {
      const { columns, rowAt, writing } = latest.current
      const row = rowAt(cell.row)
      const column = columns[cell.column]
      if (!row || !column) return
      const refused = writing.refused.get(cellKey(row.id, column.key))
      put({
        ...cell,
        id: row.id,
        text: how.text ?? refused?.text ?? editText(column, row[column.key]),
        mode: how.text === null ? 'edit' : 'enter',
        fault: how.text === null ? (refused?.sentence ?? null) : null,
        isListOpen: how.isListOpen ?? false,
      })
    },
    [put],
  )
  const change: Editor['change'] = useCallback(
    (part) => {
      if (now.current) put({ ...now.current, ...part, fault: 'text' in part ? null : now.current.fault })
    },
    [put],
  )
  const finish = useCallback(
    (text: string | undefined, isLeaving: boolean): boolean => {
      const { columns, rowAt, indexAt, writing, announce } = latest.current
      const cell = now.current
      const column = cell && columns[cell.column]
      if (!cell || !column) return true
      const row = rowAt(cell.row)
      const given = text ?? cell.text
      const typed = readCell(column, given)
      if (!typed.ok) {
        if (isLeaving) writing.refuse(cell.id, column.key, { text: given, sentence: typed.sentence })
        put(isLeaving ? null : { ...cell, text: given, fault: typed.sentence })
        announce(typed.sentence)
        return false
      }
      put(null)
      const wasRefused = writing.refused.has(cellKey(cell.id, column.key))
      if (row?.id === cell.id && isSameValue(row[column.key], typed.value) && !wasRefused) return true
      void writing.writeCell(cell.id, indexAt(cell.row), column.key, typed.value, given)
      return true
    },
    [put],
  )
  const commit = useCallback((text?: string) => finish(text, false), [finish])
  const leave = useCallback(() => void finish(undefined, true), [finish])
  const cancel = useCallback(() => {
    const cell = now.current
    const column = cell && latest.current.columns[cell.column]
    // Esc over a refused cell gives up what was typed into it.
    if (cell && column) latest.current.writing.refuse(cell.id, column.key, null)
    put(null)
  }, [put])
  // Ctrl+S, undo and closing the window take what is being typed.
  useEffect(() => registerFlusher(async () => leave()), [leave])
  useEffect(() => () => leave(), [leave])
  return { editing, start, change, commit, leave, cancel }
}
