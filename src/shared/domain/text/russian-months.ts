/** Russian month words as people type them: any case form, or an abbreviation with or without a dot. */

const NOMINATIVE = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const

/**
 * Source of a regular expression for one month word in lower case, «ё» not involved.
 * Abbreviations that are words or parts of words by themselves («мар», «июн») need their dot.
 */
export const MONTH_PATTERN =
  '(?:(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)(?:ь|я|е|ю)|(?:март|август)[аеу]?|ма[йяею]' +
  '|(?:янв|февр|фев|мар|апр|июн|июл|авг|сент|сен|окт|нояб|ноя|дек)\\.' +
  '|(?:янв|фев|апр|авг|сент|окт|нояб|дек))(?!\\p{L})'

const PREFIXES = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const

/** Month number 1–12 of a word that `MONTH_PATTERN` matches; null for any other word. */
export function monthOfWord(word: string): number | null {
  const lower = word.toLowerCase()
  // «мар» stands before «ма» in the list, so the order of the search is the order of the year.
  const index = PREFIXES.findIndex((prefix) => lower.startsWith(prefix))
  return index < 0 ? null : index + 1
}

export type MonthCase = 'nom' | 'gen' | 'prep'

/**
 * Russian name of a month in lower case: «сентябрь» (nom), «сентября» (gen), «сентябре» (prep).
 * `month` is 1–12; throws RangeError otherwise (a mistake of the program, never of the user).
 */
export function monthName(month: number, form: MonthCase = 'nom'): string {
  const name = NOMINATIVE[month - 1]
  if (name === undefined) throw new RangeError(`month out of 1..12: ${month}`)
  if (form === 'nom') return name
  if (name.endsWith('т')) return name + (form === 'gen' ? 'а' : 'е')
  return name.slice(0, -1) + (form === 'gen' ? 'я' : 'е')
}
