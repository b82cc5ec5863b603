import type { Filter } from '@shared/contract/lists'

/** One filter per column: what the heads offer. */
export type Filters = Readonly<Record<string, Filter>>

/** Filters of a list as its heads hold them; of two on one column the latter stays. */
export function filtersOf(filters: readonly Filter[]): Filters {
  return Object.fromEntries(filters.map((filter) => [filter.column, filter]))
}
