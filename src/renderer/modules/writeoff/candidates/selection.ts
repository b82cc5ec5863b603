import type { Candidate } from '@shared/contract/writeoff'

/** Candidates of one school with what of them is ticked. */
export interface SchoolGroup {
  schoolId: number
  school: string
  lots: Candidate[]
  chosen: number
  copies: number
  /** Kopecks. */
  sum: number
}

/** @param left lots whose tick was taken off */
export function groupsOf(candidates: readonly Candidate[], left: ReadonlySet<number>): SchoolGroup[] {
  const groups = new Map<number, SchoolGroup>()
  for (const lot of candidates) {
    const group = groups.get(lot.schoolId) ?? {
      schoolId: lot.schoolId,
      school: lot.school,
      lots: [],
      chosen: 0,
      copies: 0,
      sum: 0,
    }
    group.lots.push(lot)
    if (!left.has(lot.lotId)) {
      group.chosen += 1
      group.copies += lot.copies
      group.sum += lot.copies * lot.price
    }
    groups.set(lot.schoolId, group)
  }
  return [...groups.values()]
}

/** The set with these lots ticked or not. */
export function ticked(left: ReadonlySet<number>, lots: readonly Candidate[], isOn: boolean): ReadonlySet<number> {
  const next = new Set(left)
  for (const { lotId } of lots) {
    if (isOn) next.delete(lotId)
    else next.add(lotId)
  }
  return next
}
