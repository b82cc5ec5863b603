import type { SchoolLibrarian } from '@shared/contract/staffing'
import type { Transfer } from '@shared/contract/transfers'
import { call } from '../../../app/api'
import { printedName } from '../../../components/personName'

export type Representative = Transfer['giver']

export const asRepresentative = (person: SchoolLibrarian): Representative => ({
  name: printedName(person.name),
  position: person.position,
  attorney: '',
})

/** Who is likely to sign for a school: whoever works in its library, at her main place first. */
export function likelyRepresentative(people: readonly SchoolLibrarian[]): Representative {
  const working = people.filter((one) => one.working)
  const person = working.find((one) => one.main) ?? working[0]
  return person ? asRepresentative(person) : { name: '', position: '', attorney: '' }
}

export async function representativeOf(schoolId: number): Promise<Representative> {
  return likelyRepresentative(await call('librarians.atSchool', { schoolId }))
}
