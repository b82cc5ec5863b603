import type { Original, PaperKind, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { kindOf } from './kind'
import { understandProtocol } from './protocol/understand-protocol'
import { understandRoadmap } from './roadmap/understand-roadmap'

/** Understands a paper as what it is asked to be, else as what it looks like; null: like neither. */
export function understand(original: Original, as: PaperKind | null, today: IsoDate): Understood | null {
  const kind = as ?? kindOf(original)
  if (kind === null) return null
  return kind === 'protocol' ? understandProtocol(original, today) : understandRoadmap(original, today)
}
