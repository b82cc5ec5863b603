import type { Proposal, Proposals } from '@shared/contract/provision'

/** What of the proposals the person keeps. */
export interface Chosen {
  surpluses: boolean
  needs: boolean
  /** Schools taken out. */
  without: ReadonlySet<number>
}

export interface SchoolProposals {
  schoolId: number
  school: string
  surpluses: readonly Proposal[]
  needs: readonly Proposal[]
}

/** In the order they came, that of the list of schools. */
export function bySchool({ surpluses, needs }: Proposals): SchoolProposals[] {
  const schools = new Map<number, { schoolId: number; school: string; surpluses: Proposal[]; needs: Proposal[] }>()
  const of = ({ schoolId, school }: Proposal) => {
    const known = schools.get(schoolId) ?? { schoolId, school, surpluses: [], needs: [] }
    schools.set(schoolId, known)
    return known
  }
  for (const one of surpluses) of(one).surpluses.push(one)
  for (const one of needs) of(one).needs.push(one)
  return [...schools.values()].sort((one, other) =>
    one.school.localeCompare(other.school, 'ru', { numeric: true, sensitivity: 'base' }),
  )
}

export const copiesOf = (all: readonly { copies: number }[]): number => all.reduce((sum, one) => sum + one.copies, 0)

export function chosenTotals(schools: readonly SchoolProposals[], chosen: Chosen) {
  const kept = schools.filter((one) => !chosen.without.has(one.schoolId))
  const surpluses = chosen.surpluses ? kept.flatMap((one) => one.surpluses) : []
  const needs = chosen.needs ? kept.flatMap((one) => one.needs) : []
  return {
    rows: surpluses.length + needs.length,
    schools: new Set([...surpluses, ...needs].map((one) => one.schoolId)).size,
    surplusCopies: copiesOf(surpluses),
    needCopies: copiesOf(needs),
  }
}
