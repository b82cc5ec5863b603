import type { Original, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'

export type UnderstoodProtocol = Extract<Understood, { kind: 'protocol' }>

/** What a protocol says, field by field, each with its place in the original. `today` dates what the paper does not. */
export function understandProtocol(original: Original, today: IsoDate): UnderstoodProtocol {
  throw new Error(`not built: ${original.lines.length} ${today}`)
}
