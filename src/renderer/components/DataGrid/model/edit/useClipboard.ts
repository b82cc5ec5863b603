import type { ColumnSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import { type RefObject, useEffect, useRef } from 'react'
import { showDone, showError } from '../../../../app/toasts'
import { toTsv } from '../cells'
import type { Lines } from '../lines'
import type { GridRow } from '../rows'
import type { Block } from '../selection'
import type { HeldRows } from '../useHeldRows'
import type { Grid } from './tsv'

export interface ClipboardOptions {
  scroller: RefObject<HTMLElement | null>
  block: Block
  columns: readonly ColumnSpec[]
  windows: HeldRows
  lines: Lines
  announce: (sentence: string) => void
  /** Cells from another program, or from here. */
  onPaste: (cells: Grid) => void
  /** Empties what was cut, once it lies on the clipboard. */
  onCut: (block: Block) => void
  read: (data: DataTransfer) => Grid
}

/**
 * Ctrl+C, Ctrl+X, Ctrl+V as Excel has them. Through the events, since the clipboard permission is denied to the window;
 * rows not yet loaded are fetched first and the copy is then made again.
 */
export function useClipboard(options: ClipboardOptions): void {
  const latest = useRef(options)
  latest.current = options
  useEffect(() => {
    const give = (event: ClipboardEvent, rows: readonly GridRow[], columns: readonly ColumnSpec[]) => {
      event.preventDefault()
      event.clipboardData?.setData('text/plain', toTsv(rows, columns))
    }
    const copiedColumns = () => {
      const { columns, block } = latest.current
      return columns.slice(block.left, block.right + 1)
    }
    const copyFetched = async () => {
      const { lines, block, windows } = latest.current
      try {
        const columns = copiedColumns()
        const rows: GridRow[] = []
        for (const { from, count } of lines.runs(block.top, block.bottom)) {
          rows.push(...(await windows.fetchRows(from, from + count - 1)))
        }
        document.addEventListener('copy', (event) => give(event, rows, columns), { once: true, capture: true })
        document.execCommand('copy')
        showDone('Скопировано. Вставьте в Excel или Word: Ctrl+V.')
      } catch (error) {
        showError(error)
      }
    }
    const isOwn = () => document.activeElement === latest.current.scroller.current && latest.current.block.top >= 0
    const copy = (event: ClipboardEvent): boolean => {
      const { lines, block, windows, announce } = latest.current
      const rows: GridRow[] = []
      for (let line = block.top; line <= block.bottom; line++) {
        const index = lines.rowAt(line)
        if (index === null) continue
        const row = windows.rowAt(index)
        if (!row) {
          event.preventDefault()
          event.stopImmediatePropagation()
          void copyFetched()
          return false
        }
        rows.push(row)
      }
      give(event, rows, copiedColumns())
      announce(`Скопировано: ${counted(rows.length, ['строка', 'строки', 'строк'])}.`)
      return true
    }
    const onCopy = (event: ClipboardEvent) => {
      if (isOwn()) copy(event)
    }
    const onCut = (event: ClipboardEvent) => {
      if (isOwn() && copy(event)) latest.current.onCut(latest.current.block)
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!isOwn() || !event.clipboardData) return
      event.preventDefault()
      latest.current.onPaste(latest.current.read(event.clipboardData))
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [])
}
