import type { ListQuery } from '@shared/contract/lists'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import { column, ofIds } from './conditions'
import { idsOf, planOf } from './ids'
import type { ListSource } from './list'
import { totalsOf } from './totals'

export type WholeRow = Record<string, unknown> & { id: number }

/** All rows of a list, for writing them somewhere: of each only the columns asked for are worked out. */
export interface WholeList {
  count: number
  /** By column, in the column's units. */
  sums: Readonly<Record<string, number | null>>
  /** Rows in the list's order, a thousand at a time. Yes and no are 1 and 0. */
  portions(keys: readonly string[]): AsyncGenerator<WholeRow[]>
}

const PORTION = 1000
/** More rows than a list can have. */
const ALL = 1_000_000_000

/** Call it in a transaction: the rows are read later than their ids. @throws AppError `invalid-input` */
export async function wholeList(
  context: QueryContext,
  source: ListSource<unknown>,
  query: ListQuery,
): Promise<WholeList> {
  const plan = planOf(context, source, query)
  const block = { after: null, offset: 0, limit: ALL }
  const { ids } = await idsOf(context, source, plan, block, { totals: false, order: true })
  const { totals } = await totalsOf(context, source, query, plan)
  return {
    count: ids.length,
    sums: totals,
    async *portions(keys) {
      const columns = sql.join(['id', ...keys].map(column))
      for (let from = 0; from < ids.length; from += PORTION) {
        const wanted = ids.slice(from, from + PORTION)
        const { rows } = await sql<WholeRow>`
          select ${columns} from (${plan.base}) as list where ${ofIds(source, wanted)}`.execute(context.trx)
        const byId = new Map(rows.map((row) => [row.id, row]))
        yield wanted.flatMap((id) => byId.get(id) ?? [])
      }
    },
  }
}
