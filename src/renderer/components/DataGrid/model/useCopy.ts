import type { ColumnSpec } from '@shared/contract/lists'
import { type RefObject, useEffect } from 'react'
import { showDone, showError } from '../../../app/toasts'
import { toTsv } from './cells'
import type { Lines } from './lines'
import type { GridRow } from './rows'
import type { Block } from './selection'
import type { Windows } from './useWindows'

interface CopyOptions {
  scroller: RefObject<HTMLElement | null>
  block: Block
  columns: readonly ColumnSpec[]
  windows: Windows
  lines: Lines
}

/**
 * Ctrl+C copies the marked block as Excel takes it. Through the `copy` event, since the clipboard permission is denied to
 * the window; rows not yet loaded are fetched first and the copy is then made again.
 */
export function useCopy({ scroller, block, columns, windows, lines }: CopyOptions): void {
  useEffect(() => {
    const copied = columns.slice(block.left, block.right + 1)
    const give = (event: ClipboardEvent, rows: readonly GridRow[]) => {
      event.preventDefault()
      event.clipboardData?.setData('text/plain', toTsv(rows, copied))
    }
    const copyFetched = async () => {
      try {
        const rows: GridRow[] = []
        for (const { from, count } of lines.runs(block.top, block.bottom)) {
          rows.push(...(await windows.fetchRows(from, from + count - 1)))
        }
        document.addEventListener('copy', (event) => give(event, rows), { once: true, capture: true })
        document.execCommand('copy')
        showDone('Скопировано. Вставьте в Excel или Word: Ctrl+V.')
      } catch (error) {
        showError(error)
      }
    }
    const onCopy = (event: ClipboardEvent) => {
      if (document.activeElement !== scroller.current || block.top < 0) return
      const rows: GridRow[] = []
      for (let line = block.top; line <= block.bottom; line++) {
        const index = lines.rowAt(line)
        if (index === null) continue
        const row = windows.rowAt(index)
        if (!row) {
          event.preventDefault()
          event.stopImmediatePropagation()
          void copyFetched()
          return
        }
        rows.push(row)
      }
      give(event, rows)
    }
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [scroller, block.top, block.bottom, block.left, block.right, columns, windows, lines])
}
