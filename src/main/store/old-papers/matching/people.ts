import { type PersonName, parsePersonName, sameName, sameNameDeclined } from '@shared/domain/text/names'
import { normKey } from '@shared/domain/text/norm'
import { distance } from 'fastest-levenshtein'
import { type Bank, type BankPerson, surnameKey } from './bank'
import { findSchool } from './schools'

export interface FoundPeople {
  sure: BankPerson | null
  choices: readonly BankPerson[]
  /** Why it is not sure. */
  note: string
}

const none: FoundPeople = { sure: null, choices: [], note: '' }

/**
 * The librarian a paper names, in whatever case and form: «Щербаковой Е.И.», «Елена Ивановна Щербакова». `school`: what the
 * paper says of the school, which tells namesakes apart.
 */
export function findPerson(bank: Bank, text: string, school = ''): FoundPeople {
  const name = parsePersonName(text)
  if (name === null) return none
  const near = bank.people.get(surnameKey(name.surname)) ?? []
  const same = near.filter((one) => sameName(one, name))
  const fitting = same.length > 0 ? same : near.filter((one) => sameNameDeclined(one, name))
  const [only] = fitting
  if (only && fitting.length === 1) return { sure: only, choices: fitting, note: '' }
  if (fitting.length > 1) return amongNamesakes(bank, fitting, school)
  const slips = near.filter((one) => isSlip(one, name))
  if (slips.length === 0) return none
  return {
    sure: null,
    choices: slips,
    note: `В банке нет такого имени, но есть похожее: ${namesOf(slips)}. Проверьте.`,
  }
}

function amongNamesakes(bank: Bank, people: readonly BankPerson[], school: string): FoundPeople {
  const { sure } = findSchool(bank, school)
  const there = sure === null ? [] : people.filter((one) => one.schoolId === sure.id)
  const [only] = there
  if (only && there.length === 1) return { sure: only, choices: people, note: '' }
  return {
    sure: null,
    choices: people,
    note: `В банке несколько человек с таким именем: ${namesOf(people)}. Выберите.`,
  }
}

const namesOf = (people: readonly BankPerson[]): string =>
  people
    .slice(0, 3)
    .map((one) => (one.school === '' ? one.full : `${one.full} (${one.school})`))
    .join(', ')

/** One letter of a longer surname is another, and what is told of the rest agrees. */
function isSlip(person: BankPerson, name: PersonName): boolean {
  const [a, b] = [normKey(person.surname), normKey(name.surname)]
  return (
    Math.min(a.length, b.length) >= 5 && distance(a, b) === 1 && sameName({ ...person, surname: name.surname }, name)
  )
}
