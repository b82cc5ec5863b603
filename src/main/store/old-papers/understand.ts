import type { Original, PaperKind, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { understandProtocol } from './protocol/understand-protocol'
import { understandRoadmap } from './roadmap/understand-roadmap'

/** Understands a paper as what it is asked to be, else as what it looks like; null: like neither. */
export function understand(original: Original, as: PaperKind | null, today: IsoDate): Understood | null {
  const kind = as ?? kindOf(original)
  if (kind === null) return null
  return kind === 'protocol' ? understandProtocol(original, today) : understandRoadmap(original, today)
}

const ROADMAP =
  /дорожн\S*\s+карт|план(?:-график)?\s+(?:работы|мероприяти|основных|методическ|проведени|совместн)|план-график|циклограмма/iu
const PROTOCOL = /^\s*(?:выписка\s+из\s+)?п\s*р\s*о\s*т\s*о\s*к\s*о\s*л(?!\p{L})/imu
const MINUTES =
  /(?:^|[^\p{L}])(?:повестка|слушали|выступили|голосовали|решили|постановили|присутствовал[иа])(?!\p{L})/giu

/** What a paper calls itself at its head; where it does not, what stands in it. */
export function kindOf({ lines, tables }: Original): PaperKind | null {
  const head = lines
    .slice(0, 25)
    .map(({ text }) => text)
    .join('\n')
  if (PROTOCOL.test(head)) return 'protocol'
  if (ROADMAP.test(head)) return 'roadmap'
  const all = lines.map(({ text }) => text).join('\n')
  if (new Set([...all.matchAll(MINUTES)].map(([word]) => word.toLowerCase())).size >= 2) return 'protocol'
  if (ROADMAP.test(all) || tables.some(({ columns, rows }) => columns >= 3 && rows >= 3)) return 'roadmap'
  return null
}
