import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { formatDate, isRealDate } from '@shared/domain/dates'

type Row = Readonly<Record<string, unknown>>

/** Longer texts are cut in a table; `show` and `--json` give them whole. */
const widest = 44

const isNumeric = (column: ColumnSpec): boolean =>
  column.type === 'number' || column.type === 'money' || column.type === 'hundredths'

/** One value as people read it. */
export function cellText(column: ColumnSpec, value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  switch (column.type) {
    case 'choice':
      return column.choices?.[String(value)] ?? String(value)
    case 'boolean':
      return value === true || value === 1 ? 'да' : 'нет'
    case 'date':
      return isRealDate(String(value)) ? formatDate(String(value), 'digits') : String(value)
    case 'money':
      return (Number(value) / 100).toFixed(2).replace('.', ',')
    case 'hundredths':
      return String(Number(value) / 100).replace('.', ',')
    case 'number':
    case 'text':
      return String(value)
  }
}

/** One row, a line for each column that is filled. */
export function rowText(spec: ListSpec, row: Row): string {
  return spec.columns
    .map((column) => [column.title, cellText(column, row[column.key])] as const)
    .filter(([, value]) => value !== '')
    .map(([title, value]) => `${title}: ${value}`)
    .join('\n')
}

/** Rows under the list's visible columns, aligned, with the record's number first and sums last. */
export function listTable(
  spec: ListSpec,
  rows: readonly Row[],
  total: number,
  totals: Readonly<Record<string, number | null>>,
): string {
  const columns = spec.columns.filter((column) => !column.hidden)
  const head = ['Запись', ...columns.map((column) => column.title)]
  const body = rows.map((row) => [
    String(row.id),
    ...columns.map((column) => oneLine(cellText(column, row[column.key]))),
  ])
  const sums = columns.some((column) => column.total === 'sum')
    ? [['', ...columns.map((column) => (column.total === 'sum' ? cellText(column, totals[column.key]) : ''))]]
    : []
  const right = [true, ...columns.map(isNumeric)]
  const lines = alignedTable(head, body, right, rows.length > 0 ? sums : [])
  const shown = rows.length < total ? `Показано: ${rows.length} из ${total}.` : `Всего: ${total}.`
  return `${spec.title}\n${lines}\n${shown}\n`
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= widest ? line : `${line.slice(0, widest - 1).trimEnd()}…`
}

export function alignedTable(
  head: readonly string[],
  body: readonly (readonly string[])[],
  right: readonly boolean[],
  foot: readonly (readonly string[])[] = [],
): string {
  const all = [head, ...body, ...foot]
  const widths = head.map((_, index) => Math.max(...all.map((row) => (row[index] ?? '').length)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => (right[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return [line(head), rule, ...body.map(line), ...(foot.length > 0 ? [rule, ...foot.map(line)] : [])].join('\n')
}
