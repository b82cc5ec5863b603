import { type PersonName, parsePersonName, shortName } from './names'
import { type Gender, genderOf } from './nominative'

/** A person's name in the dative: «Скворцова Зинаида Ивановна» → «Скворцовой Зинаиде Ивановне». */

type Rule = readonly [ending: RegExp, replacement: string]

/** First that fits wins; what no rule fits is the same in every case («Цой» of a woman, «Черных», «Петренко»). */
const SURNAMES: Record<Gender, readonly Rule[]> = {
  f: [
    [/((?:ов|ев|ёв|ин|ын))а$/u, '$1ой'],
    [/ая$/u, 'ой'],
    [/яя$/u, 'ей'],
    [/ия$/u, 'ии'],
    [/[ая]$/u, 'е'],
  ],
  m: [
    [/(?:их|ых)$/u, '$&'],
    [/((?:ов|ев|ёв|ин|ын))$/u, '$1у'],
    [/([жчшщ])ий$/u, '$1ему'],
    [/([гкх])ий$/u, '$1ому'],
    [/([^гкхжчшщ])ий$/u, '$1ию'],
    [/ый$/u, 'ому'],
    [/(\p{Ll}[бвгджзклмнпрстфхцчшщ])ой$/u, '$1ому'],
    [/([бвгджзклмнпрстфхцчшщ])ей$/u, '$1ею'],
    [/й$/u, 'ю'],
    [/ь$/u, 'ю'],
    [/ия$/u, 'ии'],
    [/[ая]$/u, 'е'],
    [/([бвгджзклмнпрстфхцчшщ])$/u, '$1у'],
  ],
}

const GIVEN: Record<Gender, readonly Rule[]> = {
  f: [
    [/ия$/u, 'ии'],
    [/[ая]$/u, 'е'],
    [/ь$/u, 'и'],
  ],
  m: [
    [/^Павел$/u, 'Павлу'],
    [/^Лев$/u, 'Льву'],
    [/^П[её]тр$/u, 'Петру'],
    [/й$/u, 'ю'],
    [/ь$/u, 'ю'],
    [/[ая]$/u, 'е'],
    [/([бвгджзклмнпрстфхцчшщ])$/u, '$1у'],
  ],
}

const PATRONYMICS: readonly Rule[] = [
  [/на$/u, 'не'],
  [/ич$/u, 'ичу'],
]

/** Women's names that end as men's do, and men's as women's: all others are told by their ending. */
const FEMALE = new Set(['любовь', 'юдифь', 'адель', 'айгуль', 'гузель', 'николь', 'асель', 'нинель', 'рахиль'])
const MALE = new Set([
  'никита',
  'илья',
  'кузьма',
  'фома',
  'лука',
  'савва',
  'данила',
  'гаврила',
  'добрыня',
  'фока',
  'мустафа',
  'муса',
  'иса',
])

/** By the patronymic, else by the given name; null where neither tells. */
export function genderOfPerson(person: PersonName): Gender | null {
  const told = genderOf(person)
  if (told !== null) return told
  if (/(?:кызы|гызы)$/iu.test(person.patronymic)) return 'f'
  if (/(?:оглы|улы|угли)$/iu.test(person.patronymic)) return 'm'
  const given = person.given.toLowerCase()
  if (given === '' || given.endsWith('.')) return ofSurname(person.surname)
  if (FEMALE.has(given)) return 'f'
  if (MALE.has(given)) return 'm'
  return /[ая]$/u.test(given) ? 'f' : 'm'
}

function ofSurname(surname: string): Gender | null {
  if (/(?:ова|ева|ёва|ина|ына|[сц]кая)$/u.test(surname)) return 'f'
  return /(?:ов|ев|ёв|ин|ын|[сц]кий|[сц]кой)$/u.test(surname) ? 'm' : null
}

/** The parts as given, each in the dative. A part it is not sure of stays as it is. */
export function nameInDative(person: PersonName): PersonName {
  const gender = genderOfPerson(person)
  if (gender === null) return person
  return {
    surname: person.surname
      .split('-')
      .map((part) => applied(part, SURNAMES[gender]))
      .join('-'),
    given: person.given.endsWith('.')
      ? person.given
      : person.given
          .split('-')
          .map((part) => applied(part, GIVEN[gender]))
          .join('-'),
    patronymic: person.patronymic.endsWith('.') ? person.patronymic : applied(person.patronymic, PATRONYMICS),
  }
}

function applied(part: string, rules: readonly Rule[]): string {
  for (const [ending, replacement] of rules) if (ending.test(part)) return part.replace(ending, replacement)
  return part
}

/** «Скворцова З.И.» → «Скворцовой З.И.»; a text that is no name stays. */
export function personInDative(text: string): string {
  const person = parsePersonName(text)
  if (person === null) return text
  const dative = nameInDative(person)
  if (person.given.endsWith('.') || person.patronymic.endsWith('.')) return shortName(dative)
  return [dative.surname, dative.given, dative.patronymic].filter((part) => part !== '').join(' ')
}

/** «Уважаемая Зинаида Ивановна!»; where only initials are known, or nobody: «Уважаемые коллеги!» */
export function salutation(text: string): string {
  const person = parsePersonName(text)
  const gender = person && genderOfPerson(person)
  if (person === null || gender === null || person.given === '' || person.given.endsWith('.'))
    return 'Уважаемые коллеги!'
  const name = [person.given, person.patronymic].filter((part) => part !== '' && !part.endsWith('.')).join(' ')
  return `${gender === 'f' ? 'Уважаемая' : 'Уважаемый'} ${name}!`
}
