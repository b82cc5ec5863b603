import { type PersonName, parsePersonName } from './names'

/** Names of people back from the grammatical case a protocol has them in: «слушали Щербакову Е.И.» → «Щербакова Е.И.». */

export type DeclinedCase = 'accusative' | 'dative'
export type Gender = 'm' | 'f'

export interface Nominative {
  name: string
  /** False where the words allow another reading: «Фокеева А.А.» is a man in the accusative or a woman in the nominative. */
  sure: boolean
}

type Rule = readonly [ending: RegExp, replacement: string]

/** First that fits wins. Surnames that no rule fits («Цой», «Шевчук», «Долгих», «Петренко») are the same in every case. */
const FEMALE: Record<DeclinedCase, readonly Rule[]> = {
  accusative: [
    [/((?:ов|ев|ёв|ин|ын))у$/iu, '$1а'],
    [/ую$/iu, 'ая'],
    [/юю$/iu, 'яя'],
    [/(\p{L}{2})у$/iu, '$1а'],
    [/(\p{L}{2})ю$/iu, '$1я'],
  ],
  dative: [
    [/((?:ов|ев|ёв|ин|ын))ой$/iu, '$1а'],
    [/([сц]к|н|ст|т|р|л)ой$/iu, '$1ая'],
    [/((?:[жчшщ]|н))ей$/iu, '$1ая'],
    [/(\p{L}{2}[бвгджзклмнпрстфхцчшщ])е$/iu, '$1а'],
  ],
}

const MALE: Record<DeclinedCase, readonly Rule[]> = {
  accusative: [
    [/((?:ов|ев|ёв|ин|ын))а$/iu, '$1'],
    [/([сц]к)ого$/iu, '$1ий'],
    [/([гкх])ого$/iu, '$1ий'],
    [/ого$/iu, 'ый'],
    [/его$/iu, 'ий'],
    [/([аеиоуэя])я$/iu, '$1й'],
    [/([бвгджзклмнпрстфхцчшщ])а$/iu, '$1'],
    [/([бвдзлмнпрст])я$/iu, '$1ь'],
    [/(\p{L}{2})у$/iu, '$1а'],
    [/(\p{L}{2})ю$/iu, '$1я'],
  ],
  dative: [
    [/((?:ов|ев|ёв|ин|ын))у$/iu, '$1'],
    [/([сц]к|[гкх])ому$/iu, '$1ий'],
    [/ому$/iu, 'ый'],
    [/ему$/iu, 'ий'],
    [/([аеиоуэя])ю$/iu, '$1й'],
    [/([бвгджзклмнпрстфхцчшщ])у$/iu, '$1'],
    [/([бвдзлмнпрст])ю$/iu, '$1ь'],
    [/(\p{L}{2}[бвгджзклмнпрстфхцчшщ])е$/iu, '$1а'],
  ],
}

const PATRONYMIC: Record<DeclinedCase, readonly Rule[]> = {
  accusative: [
    [/((?:вн|чн))у$/iu, '$1а'],
    [/ича$/iu, 'ич'],
  ],
  dative: [
    [/((?:вн|чн))е$/iu, '$1а'],
    [/ичу$/iu, 'ич'],
  ],
}

/** Given names whose vowel comes and goes. */
const FLEETING: Readonly<Record<string, string>> = {
  павл: 'Павел',
  льв: 'Лев',
  петр: 'Пётр',
  пётр: 'Пётр',
}

const MALE_GIVEN_IN_A = /^(?:никит|иль|кузьм|лук|фом|сав|данил|гаврил)/iu

/**
 * The name as it stands in the bank, from the form it has in a sentence. `gender` where the sentence tells it («которая»,
 * «сообщил»); a patronymic tells it too. `known` are names of the same paper in the nominative: one of them that fits decides.
 */
export function nominativeName(
  text: string,
  declined: DeclinedCase,
  gender: Gender | null = null,
  known: readonly string[] = [],
): Nominative {
  const parsed = parsePersonName(text)
  if (parsed === null) return { name: text, sure: false }
  const sex = genderOf(parsed) ?? gender
  const candidates = candidatesOf(parsed, declined, sex)
  const first = candidates[0] ?? { surname: parsed.surname, sure: true }
  const decided = candidates.find(({ surname }) => known.some((other) => sameBearer(other, surname, parsed)))
  const surname = decided?.surname ?? first.surname
  const given = declinedBack(parsed.given, declined, sex, 'given')
  const patronymic = declinedBack(parsed.patronymic, declined, sex, 'patronymic')
  return {
    name: written(text, parsed, { surname, given, patronymic }),
    sure: decided !== undefined || first.sure,
  }
}

const WOMANS = /(?:ов|ев|ёв|ин|ын|ск|цк)ая?$/iu

function candidatesOf(
  { surname }: PersonName,
  declined: DeclinedCase,
  sex: Gender | null,
): { surname: string; sure: boolean }[] {
  const female = applied(surname, FEMALE[declined])
  const male = applied(surname, MALE[declined])
  const found: { surname: string; sure: boolean }[] = []
  const add = (value: string | null, sure: boolean): void => {
    if (value !== null && !found.some((other) => other.surname === value)) found.push({ surname: value, sure })
  }
  // «СЛУШАЛИ: Нечаева В.Д.»: her surname as it stands, unless the paper knows a man of it.
  if (sex !== 'm' && WOMANS.test(surname)) add(surname, sex === 'f')
  if (sex !== 'm') add(female, sex === 'f' || male === null || male === female || declined === 'accusative')
  if (sex !== 'f') add(male, sex === 'm')
  // «слушали Шевчук О.П.»: a woman's surname on a consonant has no cases, and some writers decline nobody.
  add(surname, found.length === 0 || sex === 'f')
  return found
}

function applied(word: string, rules: readonly Rule[]): string | null {
  for (const [ending, replacement] of rules) {
    if (ending.test(word)) return matchCase(word, word.replace(ending, replacement))
  }
  return null
}

/** «ИВАНОВУ» → «ИВАНОВА». */
const matchCase = (from: string, to: string): string => (from === from.toUpperCase() ? to.toUpperCase() : to)

function declinedBack(part: string, declined: DeclinedCase, sex: Gender | null, kind: 'given' | 'patronymic'): string {
  if (part === '' || part.endsWith('.')) return part
  if (kind === 'patronymic') return applied(part, PATRONYMIC[declined]) ?? part
  if (sex === 'm' && !MALE_GIVEN_IN_A.test(part)) {
    const stem = part.replace(/[ауяюе]$/iu, '').toLowerCase()
    return FLEETING[stem] ?? applied(part, MALE[declined]) ?? part
  }
  if (declined === 'dative' && /и$/iu.test(part))
    return matchCase(part, part.replace(/ии$/iu, 'ия').replace(/ви$/iu, 'вь'))
  if (declined === 'dative' && /ье$/iu.test(part)) return matchCase(part, part.replace(/е$/iu, 'я'))
  return applied(part, FEMALE[declined]) ?? part
}

/** Gender by the patronymic in whatever case. */
export function genderOf({ patronymic }: PersonName): Gender | null {
  if (/(?:вн|чн)(?:а|у|е|ы|ой|ою)$/iu.test(patronymic)) return 'f'
  return /ич(?:а|у|ем|е)?$/iu.test(patronymic) ? 'm' : null
}

const plain = (text: string): string => text.toLowerCase().replace(/ё/gu, 'е')

function sameBearer(other: string, surname: string, { given, patronymic }: PersonName): boolean {
  const parsed = parsePersonName(other)
  if (parsed === null || plain(parsed.surname) !== plain(surname)) return false
  const agree = (a: string, b: string): boolean => a === '' || b === '' || plain(a).charAt(0) === plain(b).charAt(0)
  return agree(parsed.given, given) && agree(parsed.patronymic, patronymic)
}

/** The text with its parts put into the nominative, order and spacing as they were. */
function written(text: string, from: PersonName, to: PersonName): string {
  let out = text.trim()
  for (const part of ['surname', 'given', 'patronymic'] as const) {
    if (from[part] !== '' && from[part] !== to[part]) out = out.replace(from[part], () => to[part])
  }
  return out
}
