import type { PersonRef } from '@shared/contract/fields'
import { printedName } from '../../../components/personName'
import { fold } from '../../../components/pick/ranked'
import type { LibrarianOption } from './attendance'

/** People as they are typed into a protocol. */

/** «Кулагина В.Р., региональный менеджер» → name and position; without a comma all of it is the name. */
export function personOfText(text: string): PersonRef {
  const clean = text.replace(/\s+/gu, ' ').trim()
  const comma = clean.indexOf(',')
  if (comma < 0) return { librarianId: null, name: clean, position: '' }
  return { librarianId: null, name: clean.slice(0, comma).trim(), position: clean.slice(comma + 1).trim() }
}

/** The way back: what stands in the field. */
export function textOfPerson(person: PersonRef): string {
  return [person.name, person.position].filter(Boolean).join(', ')
}

/** As protocols name people: «Иванова М.П., педагог-библиотекарь СОШ № 5». */
export function personOfOption(option: LibrarianOption): PersonRef {
  const position = [option.position, option.school].filter(Boolean).join(' ')
  return { librarianId: option.id, name: printedName(option.name), position }
}

/** Retyping a linked person's position keeps the link; another name breaks it. */
export function retypePerson(before: PersonRef, text: string): PersonRef {
  const typed = personOfText(text)
  return typed.name === before.name ? { ...typed, librarianId: before.librarianId } : typed
}

/** People of the bank whose words begin with the words typed; surnames first. Nobody while nothing is typed. */
export function findPeople(query: string, librarians: readonly LibrarianOption[], limit = 8): LibrarianOption[] {
  const words = fold(query)
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  const [first] = words
  if (first === undefined) return []
  const found = librarians.filter((option) => {
    const parts = fold(option.name).split(/[^\p{L}]+/u)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  })
  const bySurname = (option: LibrarianOption) => (fold(option.name).startsWith(first) ? 0 : 1)
  return found.sort((a, b) => bySurname(a) - bySurname(b)).slice(0, limit)
}
