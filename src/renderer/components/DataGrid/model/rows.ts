import type { ListPage, ListQueryInput } from '@shared/contract/lists'
import { call } from '../../../app/api'

/** A row of any list: the contract guarantees its number, the columns name the rest. */
export interface GridRow {
  id: number
  readonly [column: string]: unknown
}

/** The filter, order and school year of a list: everything of its query but the window. */
export type ListBase = Omit<ListQueryInput, 'limit' | 'offset' | 'after' | 'totals'>

/**
 * Asks one window of a list. The grid takes its list by name, so the name is known only at run time; that `<name>.list`
 * takes a ListQuery and answers a ListPage is the promise of `ListSpec`.
 */
export function askList(list: string, input: ListQueryInput): Promise<ListPage<GridRow>> {
  const ask = call as (name: string, input: unknown) => Promise<unknown>
  return ask(`${list}.list`, input) as Promise<ListPage<GridRow>>
}
