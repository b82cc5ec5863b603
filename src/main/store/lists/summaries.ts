import type { ListGroup } from '@shared/contract/grid'
import type { CellValue, ColumnSpec, ListQuery } from '@shared/contract/lists'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import { column, conditions, ofIds, specOf, whereClause } from './conditions'
import { idsOf, planOf } from './ids'
import { kept } from './kept'
import type { Expression, ListSource } from './list'
import { groupsDescend, sortKey } from './order'
import { summed, totalsOf } from './totals'

/** Selects nothing but what a summary needs of the rows that match. */
function matching<Row>(context: QueryContext, source: ListSource<Row>, query: ListQuery): Expression {
  return sql`(${source.select(context, query)}) as list ${whereClause(conditions(context, source, query))}`
}

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
  const sums = summed(source.spec).map((one) => sql`, sum(${column(one.key)}) as ${sql.ref(`sum$${one.key}`)}`)
  const wanted =
    search === ''
      ? query
      : { ...query, filters: [...query.filters, { op: 'contains' as const, column: by, value: search }] }
  const desc = groupsDescend(query, by)
  // A stored key is read with the rows; any other is worked out once for a group.
  const stored = source.sorted.includes(by)
  const key = stored ? sql`"$key"` : spec.type === 'text' ? sql`ru_sort("$value")` : sql`"$value"`
  const asked = sql<Record<string, CellValue>>`
    select * from (
      select nullif(${value}, '') as "$value", count(*) as "$count"
        ${stored ? sql`, min(${sortKey(source, by)}) as "$key"` : sql``} ${sql.join(sums, sql``)}
      from ${matching(context, source, wanted)} group by nullif(${value}, '')
    ) order by "$value" is null, ${key} ${desc ? sql`desc` : sql``}, "$value" limit ${limit + 1}`
  const rows = await kept(
    context.raw,
    asked.compile(context.trx),
    async () => (await asked.execute(context.trx)).rows,
    (found) => found.length * 20,
  )
  return {
    groups: rows.slice(0, limit).map((row) => ({
      value: spec.type === 'boolean' && row.$value !== null ? row.$value === 1 : (row.$value ?? null),
      count: Number(row.$count),
      totals: Object.fromEntries(summed(source.spec).map((one) => [one.key, row[`sum$${one.key}`] as number | null])),
    })),
    more: rows.length > limit,
  }
}

export async function listIds<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
  from: number,
  count: number,
): Promise<number[]> {
  const block = { after: null, offset: from, limit: count }
  return (await idsOf(context, source, planOf(context, source, query), block, { totals: false, order: true })).ids
}

/** Rows of a block in the list's order; of all there are, without looking for which they are. */
async function block<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
  from: number,
  count: number,
): Promise<Expression> {
  const { total } =
    from === 0 ? await totalsOf(context, source, query, planOf(context, source, query)) : { total: Infinity }
  if (count >= total) return matching(context, source, query)
  const ids = await listIds(context, source, query, from, count)
  return sql`(${source.select(context, query)}) as list where ${ofIds(source, ids)}`
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
  const cells = specs.map((spec, index) => sql`${column(spec.key)} as ${sql.ref(`c${index}`)}`)
  const parts = specs.map((_, index) => {
    const cell = column(`c${index}`)
    return sql`count(nullif(${cell}, '')) as ${sql.ref(`n${index}`)}, sum(${cell}) as ${sql.ref(`s${index}`)}`
  })
  // Materialized: a computed cell is counted and summed, but worked out once.
  const asked = sql<Record<string, number | null>>`
    with cells as materialized (select ${sql.join(cells)} from ${await block(context, source, query, from, count)})
    select ${sql.join(parts)} from cells`
  const rows = await kept(context.raw, asked.compile(context.trx), async () => (await asked.execute(context.trx)).rows)
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
