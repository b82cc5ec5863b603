import type { Cursor, Filter, ListPage, ListQuery, ListSpec } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../context'

/**
 * A list's SQL: a SELECT whose columns are the spec's keys, `id`, `norm` (what the quick search looks in) and, where a
 * text column has a stored sort key, `<key>$sort`. Everything else — filter, order, window, totals — is made here, the
 * same way for every list.
 */
export interface ListSource<Row> {
  spec: ListSpec
  select(context: QueryContext, query: ListQuery): RawBuilder<unknown>
  /** Text columns that have a `<key>$sort` beside them. */
  sorted: readonly string[]
  row(raw: Record<string, unknown>): Row
}

/** A query that asks for a list without filter; for reading a source past the window. */
export const wholeList: ListQuery = {
  schoolYear: null,
  search: '',
  filters: [],
  sort: [],
  limit: 1000,
  offset: 0,
  after: null,
  totals: false,
}

export type Expression = RawBuilder<unknown>
interface Key {
  expression: Expression
  desc: boolean
}

export const column = (name: string): Expression => sql.ref(name)

export async function listWindow<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
): Promise<ListPage<Row>> {
  const base = source.select(context, query)
  const where = conditions(source, query)
  const keys = orderKeys(source, query)
  const cursorColumns = keys.map((key, index) => sql`${key.expression} as ${sql.ref(`$${index}`)}`)
  const order = sql.join(keys.map((key) => (key.desc ? sql`${key.expression} desc` : key.expression)))
  const after = query.after === null ? [] : [afterCursor(keys, query.after)]
  const windowOf = whereClause([...where, ...after])
  const page = await sql<Record<string, unknown>>`
    select *, ${sql.join(cursorColumns)} from (${base}) as list ${windowOf}
    order by ${order} limit ${query.limit} ${query.after === null ? sql`offset ${query.offset}` : sql``}
  `.execute(context.trx)
  const rows = page.rows
  return {
    rows: rows.map((row) => source.row(row)),
    cursors: rows.map((row) => keys.map((_, index) => row[`$${index}`] as string | number | null)),
    ...(query.totals ? await totalsOf(context, source, base, where) : { total: null, totals: {} }),
  }
}

async function totalsOf<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  base: Expression,
  where: Expression[],
): Promise<{ total: number; totals: Record<string, number | null> }> {
  const sums = source.spec.columns
    .filter((spec) => spec.total === 'sum')
    .map((spec) => sql`, sum(${column(spec.key)}) as ${sql.ref(spec.key)}`)
  const result = await sql<Record<string, number | null>>`
    select count(*) as "$count" ${sums.length > 0 ? sql.join(sums, sql``) : sql``} from (${base}) as list ${whereClause(where)}
  `.execute(context.trx)
  const { $count, ...totals } = result.rows[0] ?? { $count: 0 }
  return { total: $count ?? 0, totals }
}

export const whereClause = (parts: Expression[]): Expression =>
  parts.length === 0 ? sql`` : sql`where ${sql.join(parts, sql` and `)}`

export function specOf<Row>(source: ListSource<Row>, name: string): ListSpec['columns'][number] {
  const spec = source.spec.columns.find((one) => one.key === name)
  if (spec) return spec
  throw new AppError('invalid-input', `В списке «${source.spec.title}» нет столбца «${name}».`, name)
}

export function conditions<Row>(source: ListSource<Row>, query: ListQuery): Expression[] {
  const words = normKey(query.search)
    .split(' ')
    .filter((word) => word !== '')
  return [
    ...words.map((word) => sql`norm like ${likePattern(word)} escape '\\'`),
    ...query.filters.map((filter) => condition(source, filter)),
  ]
}

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (char) => `\\${char}`)}%`

function condition<Row>(source: ListSource<Row>, filter: Filter): Expression {
  const spec = specOf(source, filter.column)
  const value = column(filter.column)
  switch (filter.op) {
    case 'contains':
      return sql`ru_norm(${value}) like ${likePattern(normKey(filter.value))} escape '\\'`
    case 'equals':
      if (spec.type === 'text' && typeof filter.value === 'string')
        return sql`ru_norm(${value}) = ${normKey(filter.value)}`
      return sql`${value} = ${typeof filter.value === 'boolean' ? Number(filter.value) : filter.value}`
    case 'between': {
      const bounds = [
        ...(filter.from === null ? [] : [sql`${value} >= ${filter.from}`]),
        ...(filter.to === null ? [] : [sql`${value} <= ${filter.to}`]),
      ]
      return bounds.length === 0 ? sql`1` : sql`(${sql.join(bounds, sql` and `)})`
    }
    case 'in':
      return filter.values.length === 0 ? sql`0` : sql`${value} in (${sql.join(filter.values)})`
    case 'empty':
      return sql`(${value} is null or ${value} = '')`
    case 'filled':
      return sql`(${value} is not null and ${value} <> '')`
  }
}

/** Empty cells come last in either direction, as in Excel; the id makes the order whole. */
export function orderKeys<Row>(source: ListSource<Row>, query: ListQuery): Key[] {
  const wanted = query.sort.length > 0 ? query.sort : source.spec.defaultSort
  const keys = wanted.flatMap(({ column: name, desc }): Key[] => {
    const spec = specOf(source, name)
    const value = column(name)
    const empty = { expression: sql`(${value} is null or ${value} = '')`, desc: false }
    if (spec.type !== 'text') return [empty, { expression: value, desc }]
    const key = source.sorted.includes(name) ? column(`${name}$sort`) : sql`ru_sort(${value})`
    return [empty, { expression: key, desc }]
  })
  return [...keys, { expression: column('id'), desc: false }]
}

/** Rows after the cursor: (a > x) or (a = x and b > y) or …, with `is` for empty cells. */
function afterCursor(keys: readonly Key[], cursor: Cursor): Expression {
  if (cursor.length !== keys.length) {
    throw new AppError('invalid-input', 'Закладка списка не подходит к его порядку: обновите список.', 'after')
  }
  const alternatives = keys.map((key, index) => {
    const same = keys.slice(0, index).map((earlier, at) => sql`${earlier.expression} is ${cursor[at] ?? null}`)
    const bound = cursor[index] ?? null
    const beyond = key.desc ? sql`${key.expression} < ${bound}` : sql`${key.expression} > ${bound}`
    return sql`(${sql.join([...same, beyond], sql` and `)})`
  })
  return sql`(${sql.join(alternatives, sql` or `)})`
}
