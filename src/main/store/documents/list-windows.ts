import type { CallName } from '@shared/contract'
import type { ListPage, ListQueryInput, ListSpec } from '@shared/contract/lists'
import type { JobContext } from '../context'

/** Rows a paper asks at once. */
export const WINDOW = 1000

export type ListRow = Record<string, unknown> & { id: number }

/** All windows see the data of one moment, whatever is written meanwhile. */
export async function inOneState<T>(context: JobContext, work: () => Promise<T>): Promise<T> {
  context.raw.exec('BEGIN')
  try {
    return await work()
  } finally {
    context.raw.exec('ROLLBACK')
  }
}

/** A window of any list: that `<name>.list` takes a ListQuery is the promise of `ListSpec`. */
export async function listWindow(
  context: JobContext,
  spec: ListSpec,
  query: ListQueryInput,
): Promise<ListPage<ListRow>> {
  const name = `${spec.name}.list` as Extract<CallName, `${string}.list`> & 'schools.list'
  return (await context.query(name, { limit: WINDOW, ...query })) as unknown as ListPage<ListRow>
}
