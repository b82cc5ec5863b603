import type { Cursor, Filter, ListPage, ListQuery, ListSpec } from '@shared/contract/lists'
import { periodBounds } from '@shared/domain/periods'
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
  group: null,
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
  const where = conditions(context, source, query)
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

export function conditions<Row>(context: QueryContext, source: ListSource<Row>, query: ListQuery): Expression[] {
  const words = normKey(query.search)
    .split(' ')
    .filter((word) => word !== '')
  return [
    ...words.map((word) => sql`norm like ${likePattern(word)} escape '\\'`),
    ...query.filters.map((filter) => condition(context, source, filter)),
  ]
}

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (char) => `\\${char}`)}%`

const emptyCell = (value: Expression): Expression => sql`(${value} is null or ${value} = '')`

function condition<Row>(context: QueryContext, source: ListSource<Row>, filter: Filter): Expression {
  const spec = specOf(source, filter.column)
  const value = column(filter.column)
  switch (filter.op) {
    case 'contains':
      return sql`ru_norm(${value}) like ${likePattern(normKey(filter.value))} escape '\\'`
    case 'lacks':
      return sql`coalesce(ru_norm(${value}), '') not like ${likePattern(normKey(filter.value))} escape '\\'`
    case 'starts':
      return sql`ru_norm(${value}) like ${likePattern(normKey(filter.value)).slice(1)} escape '\\'`
    case 'equals':
      if (spec.type === 'text' && typeof filter.value === 'string')
        return sql`ru_norm(${value}) = ${normKey(filter.value)}`
      return sql`${value} = ${typeof filter.value === 'boolean' ? Number(filter.value) : filter.value}`
    case 'between': {
      const bounds = [
        ...(filter.from === null ? [] : [sql`${value} >= ${filter.from}`]),
        ...(filter.to === null ? [] : [sql`${value} <= ${filter.to}`]),
      ]
      // An empty text is no figure and no date, but SQLite puts it above every number and before every date.
      return bounds.length === 0 ? sql`1` : sql`(${sql.join([...bounds, sql`${value} <> ''`], sql` and `)})`
    }
    case 'above':
      return sql`(${value} > ${filter.value} and ${value} <> '')`
    case 'below':
      return sql`(${value} < ${filter.value} and ${value} <> '')`
    case 'period': {
      const { from, to } = periodBounds(filter.value, context.today())
      return sql`(${value} >= ${from} and ${value} <= ${to})`
    }
    case 'in': {
      const filled = filter.values.filter((one) => one !== null && one !== '')
      const values = filled.map((one) => (typeof one === 'boolean' ? Number(one) : one))
      return sql`(${sql.join(
        [
          ...(values.length === 0 ? [] : [sql`${value} in (${sql.join(values)})`]),
          ...(filled.length === filter.values.length ? [] : [emptyCell(value)]),
          sql`0`,
        ],
        sql` or `,
      )})`
    }
    case 'empty':
      return emptyCell(value)
    case 'filled':
      return sql`(${value} is not null and ${value} <> '')`
  }
}

/** Empty cells come last in either direction, as in Excel; the id makes the order whole. */
export function orderKeys<Row>(source: ListSource<Row>, query: ListQuery): Key[] {
  const wanted = query.sort.length > 0 ? query.sort : source.spec.defaultSort
  const within = wanted.filter((one) => one.column !== query.group)
  const keys = within.flatMap(({ column: name, desc }): Key[] => {
    const spec = specOf(source, name)
    const value = column(name)
    const empty = { expression: emptyCell(value), desc: false }
    if (spec.type !== 'text') return [empty, { expression: value, desc }]
    return [empty, { expression: sortKey(source, name), desc }]
  })
  return [...groupKeys(source, query), ...keys, { expression: column('id'), desc: false }]
}

/** Whether groups go down: as the list would be sorted by their column. */
export const groupsDescend = (query: ListQuery, by: string): boolean =>
  query.sort.some((one) => one.column === by && one.desc)

/**
 * Groups in the order `listGroups` has them. The value itself follows its sort key: «Школа» and «школа» sort alike, and
 * would otherwise lie mixed.
 */
function groupKeys<Row>(source: ListSource<Row>, query: ListQuery): Key[] {
  if (query.group === null) return []
  const spec = specOf(source, query.group)
  const value = sql`nullif(${column(query.group)}, '')`
  const desc = groupsDescend(query, query.group)
  const empty = { expression: sql`${value} is null`, desc: false }
  if (spec.type !== 'text') return [empty, { expression: value, desc }]
  return [empty, { expression: sortKey(source, query.group), desc }, { expression: value, desc: false }]
}

/** What a text column is sorted by. */
export function sortKey<Row>(source: ListSource<Row>, name: string): Expression {
  return source.sorted.includes(name) ? column(`${name}$sort`) : sql`ru_sort(${column(name)})`
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
