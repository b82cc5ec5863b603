import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { parseCell } from '@shared/domain/cells/parse-cell'
import { readDay } from '../../../fields/readDay'
import { cellForCopy } from '../cells'

export type TypedCell = { ok: true; value: CellValue } | { ok: false; sentence: string }

/** What stands in the editor when a cell is opened with its value. */
export function editText(column: ColumnSpec, value: unknown): string {
  if (value === null || value === undefined) return ''
  return column.type === 'text' ? String(value) : cellForCopy(column, value)
}

/** Reads what was typed or pasted as a value of the column, or says what the column needs. */
export function readCell(column: ColumnSpec, text: string): TypedCell {
  const parsed = parseCell(column, column.type === 'date' ? (readDay(text) ?? '') : text)
  if (parsed.ok) return { ok: true, value: parsed.value }
  return { ok: false, sentence: `${column.title}: «${text.trim()}» — нужно: ${parsed.expected}.` }
}

/** Empty text and no value are the same cell. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return (one ?? '') === (other ?? '')
}
