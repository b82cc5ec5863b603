import type { ListGroup } from '@shared/contract/grid'
import type { CellValue, ColumnSpec, ListQuery, ListSpec } from '@shared/contract/lists'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import {
  column,
  conditions,
  type Expression,
  groupsDescend,
  type ListSource,
  orderKeys,
  sortKey,
  specOf,
  whereClause,
} from './list'

/** Selects nothing but what a summary needs of the rows that match. */
function matching<Row>(context: QueryContext, source: ListSource<Row>, query: ListQuery): Expression {
  return sql`(${source.select(context, query)}) as list ${whereClause(conditions(context, source, query))}`
}

const sumsOf = (spec: ListSpec): ColumnSpec[] => spec.columns.filter((column) => column.total === 'sum')

/** Values of a column with counts and subtotals, in the column's order; empty last. */
export async function listGroups<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
  by: string,
  search: string,
  limit: number,
): Promise<{ groups: ListGroup[]; more: boolean }> {
  const spec = specOf(source, by)
  const value = column(by)
  const sums = sumsOf(source.spec).map((one) => sql`, sum(${column(one.key)}) as ${sql.ref(`sum$${one.key}`)}`)
  const key = spec.type === 'text' ? sortKey(source, by) : value
  const wanted =
    search === ''
      ? query
      : { ...query, filters: [...query.filters, { op: 'contains' as const, column: by, value: search }] }
  const desc = groupsDescend(query, by)
  const { rows } = await sql<Record<string, CellValue>>`
    select nullif(${value}, '') as "$value", count(*) as "$count" ${sql.join(sums, sql``)}
    from ${matching(context, source, wanted)}
    group by nullif(${value}, '') order by "$value" is null, ${desc ? sql`min(${key}) desc` : sql`min(${key})`}, "$value" limit ${limit + 1}
  `.execute(context.trx)
  return {
    groups: rows.slice(0, limit).map((row) => ({
      value: spec.type === 'boolean' && row.$value !== null ? row.$value === 1 : (row.$value ?? null),
      count: Number(row.$count),
      totals: Object.fromEntries(sumsOf(source.spec).map((one) => [one.key, row[`sum$${one.key}`] as number | null])),
    })),
    more: rows.length > limit,
  }
}

/** Rows of a block in the list's order. */
function block<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
  from: number,
  count: number,
): Expression {
  const order = sql.join(
    orderKeys(source, query).map((key) => (key.desc ? sql`${key.expression} desc` : key.expression)),
  )
  return sql`(select * from ${matching(context, source, query)} order by ${order} limit ${count} offset ${from}) as block`
}

export async function listIds<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
  from: number,
  count: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from ${block(context, source, query, from, count)}`.execute(
    context.trx,
  )
  return rows.map((row) => row.id)
}

/** Filled cells and sums of the figures in a block of rows × columns. */
export async function listSums<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
  columns: readonly string[],
  from: number,
  count: number,
): Promise<{ filled: number; figures: number; sums: Record<string, number> }> {
  const specs = columns.map((name) => specOf(source, name))
  if (specs.length === 0) return { filled: 0, figures: 0, sums: {} }
  const parts = specs.map(
    (spec, index) =>
      sql`count(nullif(${column(spec.key)}, '')) as ${sql.ref(`n${index}`)}, sum(${column(spec.key)}) as ${sql.ref(`s${index}`)}`,
  )
  const { rows } = await sql<Record<string, number | null>>`
    select ${sql.join(parts)} from ${block(context, source, query, from, count)}`.execute(context.trx)
  const row = rows[0] ?? {}
  const isFigure = (spec: ColumnSpec): boolean =>
    spec.type === 'number' || spec.type === 'money' || spec.type === 'hundredths'
  const counts = specs.map((_, index) => row[`n${index}`] ?? 0)
  return {
    filled: counts.reduce((sum, n) => sum + n, 0),
    figures: counts.reduce((sum, n, index) => sum + (isFigure(specs[index] as ColumnSpec) ? n : 0), 0),
    sums: Object.fromEntries(
      specs.flatMap((spec, index) => (isFigure(spec) ? [[spec.key, row[`s${index}`] ?? 0]] : [])),
    ),
  }
}
