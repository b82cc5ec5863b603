import { dateParts } from '@shared/domain/dates'
import { schoolYearOf } from '@shared/domain/school-year'
import { stem, words } from '@shared/domain/text/stems'

/** Words of a text as the index holds them. */

/** Words that stand everywhere and say nothing: neither kept nor asked for. */
const passedOver: ReadonlySet<string> = new Set(
  'в во на и с со о об от по для к ко из за при до не что как а но или у же то это г гг'.split(' '),
)

export const isPassedOver = (word: string): boolean => passedOver.has(word) || (word.length < 2 && !/\d/u.test(word))

/** Words come back by thousands: each is stemmed once. */
const known = new Map<string, string>()
const mostKnown = 60_000
/** What is longer is no word. */
const longest = 40

export function stemOf(word: string): string {
  if (word.length > longest) return word
  const found = known.get(word)
  if (found !== undefined) return found
  const made = stem(word)
  if (known.size >= mostKnown) known.clear()
  known.set(word, made)
  return made
}

const dateInText = /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/gu

/** Stems in the order of the text, without words that say nothing. A date in figures is one word and its year. */
export function textTokens(text: string): string[] {
  const dates: string[] = []
  const rest = text.includes('.')
    ? text.replace(dateInText, (_, day: string, month: string, year: string) => {
        dates.push(dayToken(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`), year)
        return ' '
      })
    : text
  const found = words(rest)
    .filter((word) => !isPassedOver(word))
    .map(stemOf)
  return dates.length === 0 ? found : [...found, ...dates]
}

export const dayToken = (iso: string): string => `d${iso.replaceAll('-', '')}`
export const dayOfMonthToken = (month: number, day: number): string => `dm${two(month)}${two(day)}`
export const monthToken = (month: number): string => `m${two(month)}`
export const monthOfYearToken = (year: number, month: number): string => `ym${year}${two(month)}`
export const schoolYearToken = (schoolYear: string): string => `sy${schoolYear.replace('-', '')}`

const two = (figure: number): string => String(figure).padStart(2, '0')

/** All by which a day is asked for: itself, its day of any year, its month, its month of any year, its year and school year. */
export function dateTokens(iso: string): string[] {
  const { year, month, day } = dateParts(iso)
  return [
    dayToken(iso),
    dayOfMonthToken(month, day),
    monthOfYearToken(year, month),
    monthToken(month),
    String(year),
    schoolYearToken(schoolYearOf(iso)),
  ]
}

/** The ten figures of a phone number and its endings as people remember them; several numbers in one text too. */
export function phoneTokens(text: string): string[] {
  return text.split(/[,;/]| доб/u).flatMap((part) => {
    const figures = part.replace(/\D/gu, '')
    if (figures.length < 5) return []
    const national = figures.length === 11 ? figures.slice(1) : figures
    return [
      national,
      ...[7, 6, 5].filter((length) => length < national.length).map((length) => national.slice(-length)),
    ]
  })
}

/** The word a name begins with, and how many it is of: so that what is called exactly so is found among thousands. */
export const firstToken = (stemmed: string): string => `^${stemmed}`
export const lengthToken = (length: number): string => `#${length}`
export const mostLength = 9
