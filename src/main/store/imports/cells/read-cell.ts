import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { type ParsedCell, parseCell } from '@shared/domain/cells/parse-cell'
import { dateCell } from '../reading/formats'
import type { FileCell } from '../reading/types'
import { cellText } from './cell-text'

/** Serial numbers of days a list may speak of, 1915–2100: a date column whose cells lost their format. */
const firstSerial = 5479
const lastSerial = 73_415

const nothing = /^(?:[-–—‐−]+|нет данных|не указано|н\/д|б\/д)$/iu

/**
 * A cell of a file as a value of the column. @param own the file is written by this program: texts are taken as they stand,
 * a dash too
 */
export function readCell(column: ColumnSpec, cell: FileCell, own: boolean): ParsedCell {
  if (cell === null) return { ok: true, value: null }
  if (typeof cell === 'string') return readText(column, cell, own)
  if (typeof cell === 'number') {
    if (column.type === 'text') return { ok: true, value: cellText(cell) }
    if (column.type === 'choice') return parseCell(column, cellText(cell))
    return column.type === 'date' ? readSerial(column, cell) : parseCell(column, cell)
  }
  if (typeof cell === 'boolean') return parseCell(column, cell)
  switch (cell.kind) {
    case 'error':
      return { ok: false, expected: 'значение, а не ошибка формулы', found: cell.text }
    case 'percent':
      if (column.type === 'number') return parseCell(column, Number((cell.value * 100).toPrecision(12)))
      return column.type === 'text' ? { ok: true, value: cellText(cell) } : parseCell(column, cell.value)
    case 'date':
      if (column.type === 'date' && cell.date !== null) return { ok: true, value: cell.date }
      return column.type === 'text' ? { ok: true, value: cellText(cell) } : parseCell(column, cellText(cell))
  }
}

function readText(column: ColumnSpec, cell: string, own: boolean): ParsedCell {
  const text = cell.replace(/\r\n?/g, '\n').trim()
  if (text === '') return { ok: true, value: null }
  const word = column.type === 'boolean' ? false : nothing.test(text)
  if (word && !(own && column.type === 'text')) {
    // «-» may be the name of a choice.
    const named = column.type === 'choice' ? parseCell(column, text) : null
    return named?.ok ? named : { ok: true, value: null }
  }
  if (column.type === 'text') return { ok: true, value: text }
  if (column.type === 'date' && /^\d{4,5}$/.test(text)) {
    const number = Number(text)
    if (text.length === 5) return readSerial(column, number)
  }
  return parseCell(column, text)
}

function readSerial(column: ColumnSpec, number: number): ParsedCell {
  if (number >= firstSerial && number <= lastSerial) {
    const cell = dateCell(Math.floor(number), false)
    if (cell !== null && typeof cell === 'object' && cell.kind === 'date') return { ok: true, value: cell.date }
  }
  return parseCell(column, number)
}

/** Text of a stored value for sentences and previews. */
export function valueText(column: ColumnSpec, value: CellValue): string {
  if (value === null) return ''
  if (column.type === 'choice') return column.choices?.[String(value)] ?? String(value)
  if (column.type === 'date') return cellText({ kind: 'date', date: String(value), time: null })
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (column.type === 'money' || column.type === 'hundredths') return cellText(Number(value) / 100)
  return typeof value === 'number' ? cellText(value) : value
}
