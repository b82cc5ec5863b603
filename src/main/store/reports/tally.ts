import type { CellValue, Filter, ListQuery, ListSpec } from '@shared/contract/lists'
import type { Trace } from '@shared/contract/report-content'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import { listSource } from '../lists/all'
import { column, conditions, whereClause } from '../lists/conditions'
import { kept } from '../lists/kept'
import type { Counted } from './reader'

/** How rows of a list are counted: apart by the values of columns, with sums of others. */
export interface TallyBy {
  /** Columns whose values part the rows; none: all rows together. */
  by?: readonly string[]
  /** Columns that follow from those of `by`: the name of a school by its number. */
  told?: readonly string[]
  /** Columns summed up, whether the list sums them or not. */
  sums?: readonly string[]
}

export interface Tallied extends Counted {
  /** By column of `by` and `told`; null is the empty cell. */
  values: Readonly<Record<string, string | number | null>>
}

/**
 * Rows of a list counted in one reading, over the list's own SELECT; only the columns named are worked out. What has no rows is not
 * there, but all together (`by` of none) always is.
 */
export async function tallied(
  context: QueryContext,
  list: ListSpec,
  query: ListQuery,
  { by = [], told = [], sums = [] }: TallyBy,
): Promise<Tallied[]> {
  const source = listSource(list.name)
  const key = (name: string) => sql`nullif(${column(name)}, '')`
  const parts = [
    sql`count(*) as "$count"`,
    ...by.map((name, index) => sql`${key(name)} as ${sql.ref(`by$${index}`)}`),
    ...told.map((name) => sql`min(${key(name)}) as ${sql.ref(`told$${name}`)}`),
    ...sums.map((name) => sql`sum(${column(name)}) as ${sql.ref(`sum$${name}`)}`),
  ]
  const apart = by.length === 0 ? sql`` : sql`group by ${sql.join(by.map((_, index) => sql.ref(`by$${index}`)))}`
  const asked = sql<Record<string, string | number | null>>`
    select ${sql.join(parts)} from (${source.select(context, query)}) as list
    ${whereClause(conditions(context, source, query))} ${apart}`
  const rows = await kept(
    context.raw,
    asked.compile(context.trx),
    async () => (await asked.execute(context.trx)).rows,
    (found) => found.length * (1 + by.length + told.length + sums.length),
  )
  return rows.map((row) => {
    const values = Object.fromEntries([
      ...by.map((name, index) => [name, row[`by$${index}`] ?? null] as const),
      ...told.map((name) => [name, row[`told$${name}`] ?? null] as const),
    ])
    return {
      count: Number(row.$count),
      sums: Object.fromEntries(
        sums.map((name) => [name, row[`sum$${name}`] === null ? null : Number(row[`sum$${name}`])]),
      ),
      values,
      trace: traceOf(list, {
        ...query,
        filters: [...query.filters, ...by.map((name) => only(list, name, values[name]))],
      }),
    }
  })
}

function only(list: ListSpec, name: string, value: string | number | null | undefined): Filter {
  const isFlag = list.columns.some((one) => one.key === name && one.type === 'boolean')
  const stored: CellValue = value === undefined ? null : isFlag && value !== null ? value === 1 : value
  return { op: 'in', column: name, values: [stored] }
}

export function traceOf(list: ListSpec, { schoolYear, on, filters }: ListQuery): Trace {
  return { list: list.name, schoolYear, on, filters, sum: null }
}

/** Parts counted finely, put together by fewer columns. @param trace of all rows the parts are of */
export function merged(parts: readonly Tallied[], list: ListSpec, by: readonly string[], trace: Trace): Tallied[] {
  const groups = new Map<string, Tallied[]>()
  for (const part of parts) {
    const key = JSON.stringify(by.map((name) => part.values[name] ?? null))
    groups.set(key, [...(groups.get(key) ?? []), part])
  }
  return [...groups.values()].map((group) => {
    const values = Object.fromEntries(by.map((name) => [name, group[0]?.values[name] ?? null]))
    return {
      count: group.reduce((sum, one) => sum + one.count, 0),
      sums: sumsOf(group),
      values,
      trace: { ...trace, filters: [...trace.filters, ...by.map((name) => only(list, name, values[name]))] },
    }
  })
}

/** All the parts as one. */
export const together = (parts: readonly Tallied[], trace: Trace): Counted => ({
  count: parts.reduce((sum, one) => sum + one.count, 0),
  sums: sumsOf(parts),
  trace,
})

/** Of cells none of which is filled there is no sum. */
function sumsOf(parts: readonly Tallied[]): Record<string, number | null> {
  const sums: Record<string, number | null> = {}
  for (const part of parts)
    for (const [name, value] of Object.entries(part.sums))
      sums[name] = value === null ? (sums[name] ?? null) : (sums[name] ?? 0) + value
  return sums
}
