import type { CallName, Input, Output } from '@shared/contract'
import type { DeskItem } from '@shared/contract/desk'

interface Caller {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
}

/** Everything on the desk in one row, each with its kind. */
export async function onDesk(store: Caller): Promise<(DeskItem & { kind: string })[]> {
  const { groups } = await store.call('desk.overview', { shown: 1000 })
  return groups.flatMap(({ kind, items }) => items.map((item) => ({ kind, ...item })))
}
