import type { Filter, ListQuery, ListSpec } from '@shared/contract/lists'
import { periodBounds } from '@shared/domain/periods'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import type { Expression, ListSource } from './list'

/** Filters and the quick search of a list, as conditions over its SELECT. */

export const column = (name: string): Expression => sql.ref(name)

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
  const through = query.filters.length === 0 ? undefined : source.through?.(context, query)
  return [
    ...words.map((word, at) => {
      if (source.word) return source.word(word, at === words.length - 1, context)
      const own = likes(sql`norm`, likePattern(word))
      const beside = source.beside?.((norm) => likes(norm, likePattern(word)), context, query)
      if (beside === undefined) return own
      return source.wordless ? beside : sql`(${own} or ${beside})`
    }),
    ...query.filters.map((filter) => {
      const told = through?.[filter.column]
      const own = condition(context, source, filter)
      return told ? sql`${column(told.by)} in (select id from (${told.rows}) as told where ${own})` : own
    }),
  ]
}

/** The rows of these ids. */
export function ofIds<Row>(source: ListSource<Row>, ids: readonly number[]): Expression {
  const list = JSON.stringify(ids)
  const narrowed = source.narrowed ? sql`${source.narrowed(list)} and ` : sql``
  return sql`${narrowed}id in (select value from json_each(${list}))`
}

const likes = (norm: Expression, pattern: string): Expression => sql`${norm} like ${pattern} escape '\\'`

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, (char) => `\\${char}`)}%`

export const emptyCell = (value: Expression): Expression => sql`(${value} is null or ${value} = '')`

function condition<Row>(context: QueryContext, source: ListSource<Row>, filter: Filter): Expression {
  // Rows already on screen, asked for again by their numbers.
  if (filter.op === 'in' && filter.column === 'id') return ofIds(source, filter.values.map(Number))
  // What belongs to another record: the promises of one surplus, the transfers of one meeting.
  if (filter.op === 'in' && source.keys?.includes(filter.column)) {
    return sql`${column(filter.column)} in (select value from json_each(${JSON.stringify(filter.values.map(Number))}))`
  }
  const spec = specOf(source, filter.column)
  const value = column(filter.column)
  const norm = source.normed?.includes(filter.column)
    ? column(`${filter.column}$norm`)
    : sql`ru_norm(coalesce(${value}, ''))`
  switch (filter.op) {
    case 'contains':
      return likes(norm, likePattern(normKey(filter.value)))
    case 'lacks':
      return sql`coalesce(${norm}, '') not like ${likePattern(normKey(filter.value))} escape '\\'`
    case 'starts':
      return likes(norm, likePattern(normKey(filter.value)).slice(1))
    case 'equals':
      if (source.several?.includes(filter.column)) {
        return sql`instr('; ' || ${norm} || '; ', ${`; ${normKey(String(filter.value))}; `}) > 0`
      }
      if (spec.type === 'text' && typeof filter.value === 'string') return sql`${norm} = ${normKey(filter.value)}`
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
