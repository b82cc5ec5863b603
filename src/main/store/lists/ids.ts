import type { Cursor, ListQuery } from '@shared/contract/lists'
import type { Database as Sqlite } from 'better-sqlite3'
import { type CompiledQuery, sql } from 'kysely'
import type { QueryContext } from '../context'
import { conditions, whereClause } from './conditions'
import { canKeep, kept, recall } from './kept'
import type { Expression, ListSource } from './list'
import { afterCursor, type Key, orderBy, orderKeys } from './order'
import { sumColumns, type Totals, totalsFrom, totalsOfFound } from './totals'

/**
 * Which rows a window has, before any of their other columns is computed. A source is one SELECT that SQLite flattens into
 * these: of it only what the filter and the order ask for is worked out for the rows that are not shown.
 */
export interface ListPlan {
  base: Expression
  where: Expression[]
  keys: readonly Key[]
}

export function planOf<Row>(context: QueryContext, source: ListSource<Row>, query: ListQuery): ListPlan {
  return {
    base: source.select(context, query),
    where: conditions(context, source, query),
    keys: orderKeys(source, query),
  }
}

export interface Block {
  /** The rows after this one, or else from `offset`. */
  after: Cursor | null
  offset: number
  limit: number
}

export interface FoundIds {
  ids: number[]
  /** Where they came with the ids. */
  totals: Totals | null
  /** The row before the first, where the place was found by its id: whether it is the row meant is yet to be seen. */
  before: number | null
}

/** Beyond this many rows from the start a window is cut from the whole order, made once. */
const near = 1000
/** The same for an order that an index has: that many of its entries are passed over in a few ms. */
const nearByIndex = 200_000

const isWithin = (block: Block): boolean => block.after !== null || block.offset <= nearByIndex

/** @param order whether the whole order may be used or made: false reads past it, by the cursor's values */
export async function idsOf<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  plan: ListPlan,
  block: Block,
  wanted: { totals: boolean; order: boolean },
): Promise<FoundIds> {
  const whole = wholeOrder(plan).compile(context.trx)
  const only = (ids: number[]): FoundIds => ({ ids, totals: null, before: null })
  const known = wanted.order ? recall<Float64Array>(context.raw, whole) : undefined
  if (!known) {
    const isFirst = block.after === null && block.offset + block.limit <= near
    if (plan.where.length > 0) {
      if (isFirst) return foundFirst(context, source, plan, block, wanted.totals)
    } else if (isFirst || (isWithin(block) && walks(context.raw, whole))) {
      return only(await directIds(context, plan, block))
    }
    if (!wanted.order || !canKeep(context.raw)) return only(await directIds(context, plan, block))
  }
  const order = known ?? (await keptOrder(context, whole))
  if (block.after === null) return only([...order.subarray(block.offset, block.offset + block.limit)])
  const before = Number(block.after.at(-1))
  const place = order.indexOf(before)
  if (place < 0) return only(await directIds(context, plan, block))
  return { ids: [...order.subarray(place + 1, place + 1 + block.limit)], totals: null, before }
}

/** All ids in the order of the list. */
function wholeOrder({ base, where, keys }: ListPlan) {
  if (where.length === 0) return sql<{ id: number }>`select id from (${base}) as list order by ${orderBy(keys)}`
  // Matched first, then sorted: an index of the order would be walked with a look at the table for every row.
  return sql<{ id: number }>`
    with found as materialized (select id, ${keyColumns(keys)} from (${base}) as list ${whereClause(where)})
    select id from found order by ${foundOrder(keys)}`
}

const keptOrder = (context: QueryContext, query: CompiledQuery): Promise<Float64Array> =>
  kept(
    context.raw,
    query,
    () => {
      const statement = context.raw.prepare<unknown[], number>(query.sql).pluck()
      return Float64Array.from(statement.all(...query.parameters))
    },
    (ids) => ids.length,
  )

/** By the index of the order where there is one, else by reading all that matches. */
async function directIds(context: QueryContext, { base, where, keys }: ListPlan, block: Block): Promise<number[]> {
  const after = block.after === null ? [] : [afterCursor(keys, block.after)]
  const query = sql<{ id: number }>`
    select id from (${base}) as list ${whereClause([...where, ...after])} order by ${orderBy(keys)}
    limit ${block.limit} ${block.after === null ? sql`offset ${block.offset}` : sql``}`
  return kept(context.raw, query.compile(context.trx), async () =>
    (await query.execute(context.trx)).rows.map((row) => row.id),
  )
}

/** The first rows of a filter, with its count and sums in the same reading. */
async function foundFirst<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  { base, where, keys }: ListPlan,
  block: Block,
  withTotals: boolean,
): Promise<FoundIds> {
  const sums = withTotals ? sumColumns(source.spec) : []
  const columns = [sql`id`, keyColumns(keys), ...sums]
  const totals = withTotals ? sql`, ${totalsOfFound(source.spec)} as "$totals"` : sql``
  const query = sql<{ id: number; $totals?: string }>`
    with found as materialized (select ${sql.join(columns)} from (${base}) as list ${whereClause(where)})
    select id ${totals} from found order by ${foundOrder(keys)} limit ${block.limit} offset ${block.offset}`
  return kept(context.raw, query.compile(context.trx), async () => {
    const { rows } = await query.execute(context.trx)
    const [first] = rows
    // A window past the end has no row to bring them.
    const isKnown = withTotals && (first !== undefined || block.offset === 0)
    return {
      ids: rows.map((row) => row.id),
      totals: isKnown ? totalsFrom(source.spec, first?.$totals) : null,
      before: null,
    }
  })
}

/** Values of the order's keys as `$0`, `$1`, …: a row's cursor. */
export const keyColumns = (keys: readonly Key[]): Expression =>
  sql.join(keys.map((key, index) => sql`${key.expression} as ${sql.ref(`$${index}`)}`))

const foundOrder = (keys: readonly Key[]): Expression =>
  orderBy(keys.map((key, index) => ({ ...key, expression: sql.ref(`$${index}`) })))

const walked = new WeakMap<Sqlite, Map<string, boolean>>()

/** Whether SQLite reads the order from an index, so that it stops at the window's end. */
function walks(raw: Sqlite, query: CompiledQuery): boolean {
  const known = walked.get(raw) ?? new Map<string, boolean>()
  walked.set(raw, known)
  const before = known.get(query.sql)
  if (before !== undefined) return before
  const steps = raw.prepare<unknown[], { parent: number; detail: string }>(`explain query plan ${query.sql}`)
  // «LAST TERM OF ORDER BY»: only rows alike in what the index orders are sorted among themselves, a school's at a time.
  const sorts = (detail: string): boolean => detail.includes('ORDER BY') && !/LAST .*TERMS? OF ORDER BY/u.test(detail)
  const found = !steps.all(...query.parameters).some((step) => step.parent === 0 && sorts(step.detail))
  known.set(query.sql, found)
  return found
}
