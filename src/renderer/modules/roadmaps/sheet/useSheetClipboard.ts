import { counted } from '@shared/domain/text/plural'
import { type RefObject, useEffect, useRef } from 'react'
import { parseTsv, writeTsv } from '../../../components/DataGrid/model/edit/tsv'
import { htmlTable } from '../../../components/DataGrid/view/edit/htmlTable'

export interface ClipboardOptions {
  scroller: RefObject<HTMLElement | null>
  copied: () => string[][]
  onPaste: (cells: readonly (readonly string[])[]) => void
  onCut: () => void
  announce: (sentence: string) => void
}

/** Ctrl+C, Ctrl+X, Ctrl+V over the sheet: through the events, since the clipboard permission is denied to the window. */
export function useSheetClipboard(options: ClipboardOptions): void {
  const latest = useRef(options)
  latest.current = options
  useEffect(() => {
    const isOwn = () => document.activeElement === latest.current.scroller.current
    const copy = (event: ClipboardEvent): boolean => {
      if (!isOwn()) return false
      const cells = latest.current.copied()
      if (cells.length === 0) return false
      event.preventDefault()
      event.clipboardData?.setData('text/plain', writeTsv(cells))
      event.clipboardData?.setData('text/html', tableHtml(cells))
      latest.current.announce(`Скопировано: ${counted(cells.length, ['строка', 'строки', 'строк'])}.`)
      return true
    }
    const onCopy = (event: ClipboardEvent) => void copy(event)
    const onCut = (event: ClipboardEvent) => {
      if (copy(event)) latest.current.onCut()
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!isOwn() || !event.clipboardData) return
      event.preventDefault()
      latest.current.onPaste(readClipboard(event.clipboardData))
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

/** A table where there is one: Word's plain text breaks a cell of several paragraphs into rows. */
function readClipboard(data: DataTransfer): string[][] {
  const table = htmlTable(data.getData('text/html'))
  return table.length > 0 ? table : parseTsv(data.getData('text/plain'))
}

function tableHtml(cells: readonly (readonly string[])[]): string {
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`
}
