import type { Filter, ListQuery, ListSpec } from '@shared/contract/lists'
import { periodBounds } from '@shared/domain/periods'
import { normKey } from '@shared/domain/text/norm'
import { listSource } from '@store/lists/all'

/** What a list answers, said once more without SQL: all rows in memory, filtered and sorted as a person would. */

export type ModelRow = Readonly<Record<string, unknown>> & { id: number }
type Value = string | number | boolean | null

/** What a filter means. */
export function passes(
  row: Readonly<Record<string, unknown>>,
  filter: Filter,
  isText: boolean,
  today: string,
  several = false,
): boolean {
  const value = row[filter.column] as Value
  const empty = isEmpty(value)
  const text = normKey(String(value ?? ''))
  const lies = (from: string | number | null, to: string | number | null) =>
    (from === null && to === null) ||
    (value !== null && !empty && (from === null || value >= from) && (to === null || value <= to))
  switch (filter.op) {
    case 'contains':
      return text.includes(normKey(filter.value))
    case 'lacks':
      return !text.includes(normKey(filter.value))
    case 'starts':
      return text.startsWith(normKey(filter.value))
    case 'equals':
      // A cell of several names is equal to each of them.
      if (several) return `; ${text}; `.includes(`; ${normKey(String(filter.value))}; `)
      return isText ? text === normKey(String(filter.value)) : value === filter.value
    case 'above':
      return value !== null && !empty && value > filter.value
    case 'below':
      return value !== null && !empty && value < filter.value
    case 'period': {
      const { from, to } = periodBounds(filter.value, today)
      return lies(from, to)
    }
    case 'between':
      return lies(filter.from, filter.to)
    case 'in':
      return filter.values.some((one) => (isEmpty(one) ? empty : one === value))
    case 'empty':
      return empty
    case 'filled':
      return !empty
  }
}

export const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

const collator = new Intl.Collator('ru', { numeric: true })

/** Empty last in either direction. */
function compare(a: unknown, b: unknown, desc: boolean): number {
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b))
  const way = desc ? -1 : 1
  if (typeof a === 'string' && typeof b === 'string') return way * collator.compare(a, b)
  return way * (Number(a) - Number(b))
}

/** Dates and choices are kept as keys and sorted as such; text as people sort. */
function compareColumn(spec: ListSpec, column: string, desc: boolean) {
  const isText = isTextColumn(spec, column)
  const way = desc ? -1 : 1
  return (one: ModelRow, other: ModelRow): number => {
    const [a, b] = [one[column], other[column]]
    if (isText || isEmpty(a) || isEmpty(b) || typeof a !== 'string' || typeof b !== 'string') return compare(a, b, desc)
    return a === b ? 0 : way * (a < b ? -1 : 1)
  }
}

export const isTextColumn = (spec: ListSpec, column: string): boolean =>
  spec.columns.find((one) => one.key === column)?.type === 'text'

export interface Model {
  spec: ListSpec
  rows: readonly ModelRow[]
  /** Texts the quick search looks in, each on its own. */
  searched: (row: ModelRow) => readonly string[]
  today: string
}

const isSeveral = (spec: ListSpec, column: string): boolean => listSource(spec.name).several?.includes(column) ?? false

/** All rows of a query in order. */
export function modelRows({ spec, rows, searched, today }: Model, query: ListQuery): ModelRow[] {
  const words = normKey(query.search).split(' ')
  const found = rows.filter(
    (row) =>
      words.every((word) => searched(row).some((text) => text.includes(word))) &&
      query.filters.every((filter) =>
        passes(row, filter, isTextColumn(spec, filter.column), today, isSeveral(spec, filter.column)),
      ),
  )
  const wanted = query.sort.length > 0 ? query.sort : spec.defaultSort
  const group = query.group
  const groupDesc = wanted.some((one) => one.column === group && one.desc && query.sort.includes(one))
  const orders = [
    ...(group === null ? [] : [compareColumn(spec, group, groupDesc)]),
    ...wanted.filter((one) => one.column !== group).map((one) => compareColumn(spec, one.column, one.desc)),
  ]
  const last = wanted.filter((one) => one.column !== group).at(-1)
  const idWay = (last ? last.desc : groupDesc && !isTextColumn(spec, group ?? '')) ? -1 : 1
  const order = (a: ModelRow, b: ModelRow): number =>
    orders.reduce((found, one) => (found === 0 ? one(a, b) : found), 0) || idWay * (a.id - b.id)
  return [...found].sort(order)
}

export function modelTotals(spec: ListSpec, rows: readonly ModelRow[]): Record<string, number | null> {
  const summed = spec.columns.filter((column) => column.total === 'sum')
  return Object.fromEntries(summed.map(({ key }) => [key, sumOf(rows.map((row) => row[key]))]))
}

function sumOf(values: readonly unknown[]): number | null {
  const figures = values.filter((value) => typeof value === 'number')
  return figures.length === 0 ? null : figures.reduce((sum, value) => sum + value, 0)
}
