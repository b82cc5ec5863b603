import type { ColumnSpec, ListQuery, ListSpec } from '@shared/contract/lists'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import { column, whereClause } from './conditions'
import type { ListPlan } from './ids'
import { kept } from './kept'
import type { Expression, ListSource } from './list'

/** Count and sums of all rows that match. */
export interface Totals {
  total: number
  totals: Record<string, number | null>
}

export const summed = (spec: ListSpec): ColumnSpec[] => spec.columns.filter((column) => column.total === 'sum')

export const sumColumns = (spec: ListSpec): Expression[] =>
  summed(spec).map((one) => sql`${column(one.key)} as ${sql.ref(`sum$${one.key}`)}`)

/** `[count, sums…]` of `found`, whose columns are those of `sumColumns`. */
export const totalsOfFound = (spec: ListSpec): Expression =>
  sql`(select json_array(${sql.join([
    sql`count(*)`,
    ...summed(spec).map((one) => sql`sum(${sql.ref(`sum$${one.key}`)})`),
  ])}) from found)`

/** @param json what `totalsOfFound` answered; undefined where no row is found */
export function totalsFrom(spec: ListSpec, json: string | undefined): Totals {
  const [total = 0, ...sums] = json === undefined ? [] : (JSON.parse(json) as number[])
  return { total, totals: Object.fromEntries(summed(spec).map((one, index) => [one.key, sums[index] ?? null])) }
}

export function totalsOf<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
  { base, where }: ListPlan,
): Promise<Totals> {
  const whole = where.length === 0 ? source.whole?.(context, query) : undefined
  const sums = summed(source.spec).map((one) => sql`sum(${column(one.key)}) as ${sql.ref(one.key)}`)
  const asked = sql<Record<string, number | null>>`${
    whole ?? sql`select ${sql.join([sql`count(*) as "$count"`, ...sums])} from (${base}) as list ${whereClause(where)}`
  }`
  return kept(context.raw, asked.compile(context.trx), async () => {
    const { rows } = await asked.execute(context.trx)
    const { $count, ...totals } = rows[0] ?? { $count: 0 }
    return { total: $count ?? 0, totals }
  })
}
