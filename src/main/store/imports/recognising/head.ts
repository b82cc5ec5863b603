import { normKey } from '@shared/domain/text/norm'
import { cellText } from '../cells/cell-text'
import type { FileCell, FileRow, Merge } from '../reading/types'
import type { SheetPreview } from './preview'

export interface Head {
  /** 1-based: first row of the head, last one (a row of column numbers included); 0 and 0 without a head. */
  top: number
  bottom: number
  /** Of each column its heading's parts from the top down: «Курсы», «часов». */
  parts: readonly (readonly string[])[]
}

/** Most rows a head has. */
const tallest = 4

/**
 * Cells filled with the values of merged ones. The rows at the top of a damaged or hostile sheet may be a million apart
 * with one merge over them all.
 */
const maxFilled = 200_000

/** The rows with merged cells filled: across and down, as a person reads them. */
function filledRows(sheet: SheetPreview): Map<number, FileCell[]> {
  const rows = new Map(sheet.top.map(({ row, cells }) => [row, [...cells]]))
  const last = sheet.top.at(-1)?.row ?? 0
  let left = maxFilled
  for (const merge of sheet.merges) {
    if (merge.top > last) continue
    const value = rows.get(merge.top)?.[merge.left] ?? null
    if (value === null) continue
    for (let row = merge.top; row <= Math.min(merge.bottom, last); row++) {
      const cells = rows.get(row) ?? []
      rows.set(row, cells)
      for (let column = merge.left; column <= Math.min(merge.right, 500); column++) {
        while (cells.length <= column) cells.push(null)
        cells[column] = value
        if (--left === 0) return rows
      }
    }
  }
  return rows
}

const words = (cell: FileCell | undefined): string =>
  typeof cell === 'string' ? cell.replace(/\s+/gu, ' ').trim() : typeof cell === 'number' ? cellText(cell) : ''

/** Whether the row only counts the columns: 1, 2, 3… */
export function isNumbering(cells: readonly FileCell[]): boolean {
  let count = 0
  for (const cell of cells) {
    const text = cellText(cell).trim()
    if (text === '') continue
    count++
    if (text !== String(count) && text !== `${count}.` && text !== `(${count})`) return false
  }
  return count >= 3
}

/** Every row of the top that could be the last of a head, with its headings. */
export function headsOf(sheet: SheetPreview): Head[] {
  const rows = filledRows(sheet)
  const heads: Head[] = []
  const seen = new Set<string>()
  for (const { row, cells } of sheet.top.slice(0, 40)) {
    if (isNumbering(cells)) continue
    const head = headAt(sheet, rows, row)
    // The same head again further down is a repetition for the printer.
    const lowest = head?.parts.map((parts) => normKey(parts.at(-1) ?? '')).join('|') ?? ''
    if (!head || seen.has(lowest)) continue
    seen.add(lowest)
    heads.push(head)
  }
  return heads
}

/** The head whose last row a person says it is. */
export function headOf(sheet: SheetPreview, bottom: number): Head {
  const rows = filledRows(sheet)
  const row = sheet.top.findLast((one) => one.row <= bottom && !isNumbering(one.cells))?.row ?? bottom
  const head = headAt(sheet, rows, row)
  return { top: head?.top ?? row, bottom, parts: head?.parts ?? [] }
}

function headAt(sheet: SheetPreview, rows: Map<number, FileCell[]>, bottom: number): Head | null {
  const last = rows.get(bottom) ?? []
  if (!last.some((cell) => words(cell) !== '')) return null
  let top = bottom
  while (bottom - top + 1 < tallest && top > 1 && belongsAbove(sheet, rows, top - 1, bottom)) top--
  const parts: string[][] = []
  for (let row = top; row <= bottom; row++) {
    const cells = row === bottom ? last : spread(rows.get(row) ?? [], last)
    for (const [column, cell] of cells.entries()) {
      const text = words(cell)
      while (parts.length <= column) parts.push([])
      const own = parts[column]
      if (text !== '' && own && own.at(-1) !== text) own.push(text)
    }
  }
  const below = sheet.top.find((one) => one.row > bottom)
  return { top, bottom: below && isNumbering(below.cells) ? below.row : bottom, parts }
}

/** A group's name stands over its first column only where cells are not merged (CSV): it heads the empty ones beside. */
function spread(cells: readonly FileCell[], below: readonly FileCell[]): FileCell[] {
  const filled: FileCell[] = []
  for (let column = 0; column < Math.max(cells.length, below.length); column++) {
    const own = cells[column] ?? null
    const left = filled[column - 1] ?? null
    filled.push(own ?? (words(below[column]) !== '' && column > 0 ? left : null))
  }
  return filled
}

/** Whether a row is the upper part of the head that ends below: it has groups of columns, or names where below is empty. */
function belongsAbove(sheet: SheetPreview, rows: Map<number, FileCell[]>, row: number, bottom: number): boolean {
  const own = sheet.top.find((one) => one.row === row)
  if (!own) return false
  const cells = own.cells.filter((cell) => cellText(cell) !== '')
  // A title is one text over the whole width.
  if (cells.length < 2 || cells.some((cell) => typeof cell !== 'string')) return false
  const width = Math.max(
    ...sheet.top.filter((one) => one.row >= row && one.row <= bottom).map((one) => one.cells.length),
  )
  if (sheet.merges.some((merge) => reaches(merge, row, width))) return true
  const last = rows.get(bottom) ?? []
  const gaps = own.cells.some((cell, column) => words(cell) !== '' && words(last[column]) === '')
  const filled = last.some((cell, column) => words(cell) !== '' && words(own.cells[column]) === '')
  return gaps && filled
}

const reaches = (merge: Merge, row: number, width: number): boolean =>
  merge.top <= row &&
  merge.bottom >= row &&
  (merge.bottom > row || (merge.right > merge.left && merge.right - merge.left + 1 < width))

/** What tells files of one source from others: their heads. */
export function sourceOf(head: Head): string {
  return head.parts
    .map((parts) => normKey(parts.join(' ')))
    .join('|')
    .slice(0, 4000)
}

export const headingText = (parts: readonly string[] | undefined): string => (parts ?? []).join(' / ')

/** Rows under the head. */
export const rowsBelow = (sheet: SheetPreview, head: Head): FileRow[] =>
  sheet.top.filter((one) => one.row > head.bottom)
