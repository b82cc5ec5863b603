import type { MatchGroup } from '@shared/contract/exchange'

/** What of a group of matches fits what, and how well. Quantities are copies. */

export type OfferedBooks = MatchGroup['surpluses'][number]
export type AskedBooks = MatchGroup['needs'][number]

/** Why these copies cannot go to that need, in words; null when they can. */
export function misfit(surplus: OfferedBooks, need: AskedBooks): string | null {
  if (surplus.schoolId === need.schoolId) return 'та же школа'
  if (surplus.textbookId !== need.textbookId && !need.substitutes) return 'другое издание, замена не разрешена'
  if (surplus.free <= 0) return 'всё обещано'
  return need.unmet <= 0 ? 'уже подобрано' : null
}

export const isSubstitute = (surplus: OfferedBooks, need: AskedBooks): boolean => surplus.textbookId !== need.textbookId

/** As many as the one has free and the other still lacks. */
export const mostCopies = (surplus: OfferedBooks, need: AskedBooks): number =>
  Math.max(0, Math.min(surplus.free, need.unmet))

const rank = { high: 0, usual: 1, low: 2 } as const

/**
 * The pair to begin with: the same edition before a substitute, the more urgent need, then the most copies at once.
 * @param wanted what is chosen already, on either side
 */
export function bestPair(
  group: Pick<MatchGroup, 'surpluses' | 'needs'>,
  wanted: { surplusId?: number | null; needId?: number | null } = {},
): { surplusId: number; needId: number } | null {
  let best: { surplusId: number; needId: number } | null = null
  let bestKey: readonly number[] = []
  for (const surplus of group.surpluses) {
    if (wanted.surplusId != null && surplus.id !== wanted.surplusId) continue
    for (const need of group.needs) {
      if (wanted.needId != null && need.id !== wanted.needId) continue
      if (misfit(surplus, need) !== null) continue
      const key = [Number(isSubstitute(surplus, need)), rank[need.priority], -mostCopies(surplus, need)]
      if (best === null || isBefore(key, bestKey)) {
        best = { surplusId: surplus.id, needId: need.id }
        bestKey = key
      }
    }
  }
  return best
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (const [index, value] of a.entries()) {
    const other = b[index] ?? 0
    if (value !== other) return value < other
  }
  return false
}
