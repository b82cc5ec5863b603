import type { Said } from '../../contract/report-content'
import { formatSchoolYear } from '../../domain/school-year'
import { type PluralForms, plural } from '../../domain/text/plural'

/** Grammar that sentences of a report share: what agrees with a number beside it, and how a number stands to last year's. */

export type Gender = 'm' | 'f' | 'n'

/**
 * A short participle with a number and its noun: «проведено 5 заседаний», «проведены 2 заседания», «рассмотрен 21 вопрос», «передана
 * 1 книга». `masculine` is its first form («проведён»), `gender` that of the noun; a fraction takes the neuter.
 */
export function participle(n: number, masculine: string, gender: Gender): string {
  const stem = masculine.replace(/ён$/u, 'ен')
  const neuter = `${stem}о`
  if (!Number.isInteger(n)) return neuter
  const one = gender === 'm' ? masculine : gender === 'f' ? `${stem}а` : neuter
  return plural(n, [one, `${stem}ы`, neuter])
}

/**
 * Forms of what has but two with numbers: a noun in an oblique case («из 1 школы», «из 34 школ»; «в 21 школе», «в 2 школах»), a verb of
 * whole people («21 человек имеет», «2 человека имеют»).
 */
export function twoForms(one: string, other: string): PluralForms {
  return [one, other, other]
}

/** Nouns many sections count. `…Acc` stand after «на … больше», `…Gen` after «из», `…In` after «в». */
export const people: PluralForms = ['человек', 'человека', 'человек']
export const peopleAcc: PluralForms = ['человека', 'человека', 'человек']
/** «у 2 человек», «из 21 человека». */
export const peopleGen: PluralForms = twoForms('человека', 'человек')
export const schools: PluralForms = ['школа', 'школы', 'школ']
export const schoolsAcc: PluralForms = ['школу', 'школы', 'школ']
export const schoolsGen: PluralForms = twoForms('школы', 'школ')
export const schoolsIn: PluralForms = twoForms('школе', 'школах')
export const copies: PluralForms = ['экземпляр', 'экземпляра', 'экземпляров']

/** «2025–2026 учебном году», after «в». */
export const yearAfterIn = (schoolYear: string): string => `${formatSchoolYear(schoolYear)} учебном году`
/** «2025–2026 учебного года», after «до конца». */
export const yearGen = (schoolYear: string): string => `${formatSchoolYear(schoolYear)} учебного года`
/** «В 2025–2026 учебном году», the beginning of a sentence. */
export const inYear = (schoolYear: string): string => `В ${yearAfterIn(schoolYear)}`

/** «а», «а и б», «а, б и в»; `stretches` of a sentence parted the same way. */
export function listed(items: readonly string[]): string {
  return items.map((item, index) => `${separator(index, items.length)}${item}`).join('')
}
export function listedRuns(stretches: readonly (readonly Said[])[]): Said[] {
  return stretches.flatMap((runs, index) => {
    const before = separator(index, stretches.length)
    return before === '' ? runs : [{ text: before }, ...runs]
  })
}

function separator(index: number, of: number): string {
  if (index === 0) return ''
  return index === of - 1 ? ' и ' : ', '
}

/** With a capital at the beginning of the sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
export function capitalised([first, ...rest]: readonly Said[]): Said[] {
  return first === undefined ? [] : [{ ...first, text: capital(first.text) }, ...rest]
}

/** A piece of an enumeration as a sentence of its own: with a capital, and a full stop for its semicolon. */
export function asSentence(pieces: readonly Said[]): Said[] {
  return capitalised(pieces).map((piece, index) =>
    index === pieces.length - 1 ? { ...piece, text: piece.text.replace(/;$/u, '.') } : piece,
  )
}

export type Saying = string | Said | readonly Said[] | null

/** A sentence of its pieces; empty ones and nulls are left out. The stop of «руб.» or «г.» ends the sentence too. */
export function runs(...pieces: readonly Saying[]): Said[] {
  const said = pieces
    .flatMap((piece): readonly Said[] => {
      if (piece === null) return []
      if (typeof piece === 'string') return [{ text: piece }]
      return 'text' in piece ? [piece] : piece
    })
    .filter((piece) => piece.text !== '')
  return said
    .map((piece, index) => {
      const isDoubled = piece.text.startsWith('.') && (said[index - 1]?.text.endsWith('.') ?? false)
      return isDoubled ? { ...piece, text: piece.text.slice(1) } : piece
    })
    .filter((piece) => piece.text !== '')
}

/** «больше», «меньше» or «столько же»: how a figure stands to the other. */
export function stands(now: number, before: number): 'more' | 'less' | 'same' {
  if (now === before) return 'same'
  return now > before ? 'more' : 'less'
}

/**
 * «на 2 заседания больше, чем в 2024–2025 учебном году», «столько же, сколько в 2024–2025 учебном году»; `amount` is the difference as
 * said, `than` the time compared with: «в 2024–2025 учебном году», «год назад».
 */
export function comparison(how: ReturnType<typeof stands>, amount: Said, than: string): Said[] {
  if (how === 'same') return [{ text: `столько же, сколько ${than}` }]
  return [{ text: 'на ' }, amount, { text: ` ${how === 'more' ? 'больше' : 'меньше'}, чем ${than}` }]
}
