import type { Original, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'

export type UnderstoodRoadmap = Extract<Understood, { kind: 'roadmap' }>

/** What a road map or plan says, each field with its place in the original. `today` dates what the paper does not. */
export function understandRoadmap(original: Original, today: IsoDate): UnderstoodRoadmap {
  throw new Error(`not built: ${original.lines.length} ${today}`)
}
