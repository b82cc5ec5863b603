import { parsePersonName, shortName } from '@shared/domain/text/names'

/**
 * A person as the addressee of a decision: «Лядова Ирина Павловна» → «Лядовой И.П.». Only endings whose dative
 * is beyond doubt are changed; any other surname stays as it is, for her to put right in the text.
 */
export function toWhom(name: string): string {
  const person = parsePersonName(name)
  if (!person) return name
  const surname = dative(person.surname, genderOf(person.patronymic))
  return shortName({ ...person, surname }).replace(/\s/gu, ' ')
}

type Gender = 'female' | 'male' | null

function genderOf(patronymic: string): Gender {
  if (/(?:вна|ична|инична)$/u.test(patronymic)) return 'female'
  return /(?:вич|ич)$/u.test(patronymic) ? 'male' : null
}

function dative(surname: string, gender: Gender): string {
  const parts = surname.split('-')
  if (parts.length > 1) return parts.map((part) => dative(part, gender)).join('-')
  if (/(?:[оеё]ва|[иы]на)$/u.test(surname) && gender !== 'male') return surname.replace(/а$/u, 'ой')
  if (/ая$/u.test(surname)) return surname.replace(/ая$/u, 'ой')
  if (/яя$/u.test(surname)) return surname.replace(/яя$/u, 'ей')
  if (gender === 'female') return surname
  if (/(?:[оеё]в|[иы]н)$/u.test(surname)) return `${surname}у`
  if (/(?:[ксц]к)ий$/u.test(surname) || /(?:ой|ый)$/u.test(surname)) return surname.replace(/(?:ий|ый|ой)$/u, 'ому')
  return surname
}
