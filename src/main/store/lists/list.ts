import type { Cursor, ListPage, ListQuery, ListSpec } from '@shared/contract/lists'
import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../context'
import { ofIds } from './conditions'
import { type Block, type FoundIds, idsOf, keyColumns, type ListPlan, planOf } from './ids'
import { totalsOf } from './totals'

export type Expression = RawBuilder<unknown>

/**
 * A list's SQL: a SELECT whose columns are the spec's keys, `id`, `norm` (what the quick search looks in) and, where a
 * text column has them stored, `<key>$sort` and `<key>$norm`. Everything else — filter, order, window, totals — is made
 * here, the same way for every list.
 *
 * For a list of hundreds of thousands of rows: what is told of other tables is a subquery in the columns, found by an
 * index, not a grouped join (it would be worked out for every row before the first is shown); and the default order is
 * that of an index over `filled` columns and `id`.
 */
export interface ListSource<Row> {
  spec: ListSpec
  select(context: QueryContext, query: ListQuery): Expression
  /** Text columns that have a `<key>$sort` beside them. */
  sorted: readonly string[]
  /** Text columns that have a `<key>$norm` beside them: their `ru_norm`, stored. */
  normed?: readonly string[]
  /** Text columns whose cell may hold several names parted by «; »: «равно» asks for any one of them. */
  several?: readonly string[]
  /** Numbers of other records among the row's own columns, which a list may be narrowed by though no column shows them. */
  keys?: readonly string[]
  /** Columns that are never empty: no order has to look for empty cells in them. */
  filled?: readonly string[]
  /**
   * Rows the quick search also finds by other records than their own (a person by the school): a condition with `like` for
   * the norm of those. A word is looked for in each on its own.
   */
  beside?(like: (norm: Expression) => Expression, context: QueryContext, query: ListQuery): Expression
  /** How a word of the quick search is looked for, where not in `norm`. @param isLast it may be still being typed */
  word?(word: string, isLast: boolean, context: QueryContext): Expression
  /** It has no words of its own: `norm` is not looked in. */
  wordless?: boolean
  /** Where `id` is computed: a condition that an index answers and that all rows of these ids (a JSON array) meet. */
  narrowed?(ids: string): Expression
  /** By column, the records it tells of: a filter of it is asked of each of those once, not of every row of the list. */
  through?(context: QueryContext, query: ListQuery): Readonly<Record<string, Through>>
  /** Count (`$count`) and sums (by key) of the list without filter, where they can be told sooner than row by row. */
  whole?(context: QueryContext, query: ListQuery): Expression
  row(raw: Record<string, unknown>): Row
}

/** Another table's records as a list tells of them. */
export interface Through {
  /** What `select` of the list calls the record's id; it is never empty. */
  by: string
  /** SELECT of `id` and the column under its own name, with `<key>$norm` where the list has it. */
  rows: Expression
}

/** A query that asks for a list without filter; for reading a source past the window. */
export const wholeList: ListQuery = {
  schoolYear: null,
  on: null,
  search: '',
  filters: [],
  sort: [],
  group: null,
  limit: 1000,
  offset: 0,
  after: null,
  totals: false,
}

type Raw = Record<string, unknown>

export async function listWindow<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  query: ListQuery,
): Promise<ListPage<Row>> {
  const plan = planOf(context, source, query)
  const { rows, totals } = await windowOf(context, source, plan, query)
  return {
    rows: rows.map((row) => source.row(row)),
    cursors: rows.map((row) => cursorOf(plan, row)),
    ...(query.totals ? (totals ?? (await totalsOf(context, source, query, plan))) : { total: null, totals: {} }),
  }
}

async function windowOf<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  plan: ListPlan,
  query: ListQuery,
): Promise<{ rows: Raw[]; totals: FoundIds['totals'] }> {
  const block: Block = query
  const { ids, totals, before } = await idsOf(context, source, plan, block, { totals: query.totals, order: true })
  const found = await rowsOf(context, source, plan, before === null ? ids : [before, ...ids])
  if (before === null) return { rows: inOrder(found, ids), totals }
  const last = found.get(before)
  // The row the cursor was of has another place now: where it was is told by the cursor's values alone.
  if (!last || !isSame(cursorOf(plan, last), query.after)) {
    const past = await idsOf(context, source, plan, block, { totals: false, order: false })
    return { rows: inOrder(await rowsOf(context, source, plan, past.ids), past.ids), totals }
  }
  return { rows: inOrder(found, ids), totals }
}

/** Whole rows, by id, with the values of the order's keys. */
async function rowsOf<Row>(
  context: QueryContext,
  source: ListSource<Row>,
  { base, keys }: ListPlan,
  ids: number[],
): Promise<Map<number, Raw>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Raw & { id: number }>`
    select *, ${keyColumns(keys)} from (${base}) as list where ${ofIds(source, ids)}
  `.execute(context.trx)
  return new Map(rows.map((row) => [row.id, row]))
}

function inOrder(found: ReadonlyMap<number, Raw>, ids: readonly number[]): Raw[] {
  return ids.map((id) => found.get(id)).filter((row) => row !== undefined)
}

const cursorOf = ({ keys }: ListPlan, row: Raw): Cursor =>
  keys.map((_, index) => row[`$${index}`] as string | number | null)

const isSame = (one: Cursor, other: Cursor | null): boolean => JSON.stringify(one) === JSON.stringify(other)
