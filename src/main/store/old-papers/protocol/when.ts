import { type IsoDate, isoDate, isRealDate } from '@shared/domain/dates'
import { MONTH_PATTERN, monthOfWord } from '@shared/domain/text/russian-months'

/** The day and hour of a meeting as papers write them. */

export interface Found<T> {
  value: T
  from: number
  to: number
}

const TAIL = '(?:\\s*(?:г(?:ода?(?!\\p{L})|\\.|(?!\\p{L}))))?'
const QUOTE = '[«"“„»”\']?'
const BY_MONTH = new RegExp(
  `(?:(?<!\\p{L})от\\s+)?${QUOTE}\\s?(?<!\\d)(\\d{1,2})(?:-?го)?\\s?${QUOTE}\\s?(?<month>${MONTH_PATTERN})\\s?,?\\s?(\\d{4})(?!\\d)${TAIL}`,
  'giu',
)
const BY_FIGURES = new RegExp(
  `(?:(?<!\\p{L})от\\s+)?${QUOTE}(?<![\\d.])(\\d{1,2})${QUOTE}\\s?[./]\\s?(\\d{1,2})\\s?[./]\\s?(\\d{4}|\\d{2})(?![\\d.]\\d|\\d)${TAIL}`,
  'giu',
)
const BY_DASHES = new RegExp(
  `(?:(?<!\\p{L})от\\s+)?(?<![\\d-])(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})-(\\d{1,2})-(\\d{4}))(?![\\d-])${TAIL}`,
  'giu',
)

/** The first real date in a text with the words that belong to it («от», «г.»); a year of two figures is of this century. */
export function findDate(text: string): Found<IsoDate> | null {
  const found: Found<IsoDate>[] = []
  for (const match of text.matchAll(BY_MONTH)) {
    const month = monthOfWord(match.groups?.month ?? '')
    push(found, match, Number(match[3]), month ?? 0, Number(match[1]))
  }
  for (const match of text.matchAll(BY_FIGURES)) {
    const year = Number(match[3])
    push(found, match, year < 100 ? 2000 + year : year, Number(match[2]), Number(match[1]))
  }
  for (const match of text.matchAll(BY_DASHES)) {
    if (match[1]) push(found, match, Number(match[1]), Number(match[2]), Number(match[3]))
    else push(found, match, Number(match[6]), Number(match[5]), Number(match[4]))
  }
  return found.sort((a, b) => a.from - b.from)[0] ?? null
}

function push(found: Found<IsoDate>[], match: RegExpExecArray, year: number, month: number, day: number): void {
  if (year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return
  const value = isoDate(year, month, day)
  if (isRealDate(value)) found.push({ value, from: match.index, to: match.index + match[0].length })
}

const HOURS = '([01]?\\d|2[0-3])'
const UNTIL = '(?:\\s?(?:[-–—]|до)\\s?\\d{1,2}\\s?[-:.–]\\s?\\d{2})?'
const CLOCK = new RegExp(
  `(?<![\\d.,№])(?:(?:начало|с|в|во)\\s+)*${HOURS}\\s?[-:.–]\\s?([0-5]\\d)(?![\\d]|\\s?[.]\\d)(?:\\s?(?:ч(?:ас(?:ов|а)?)?|мин)\\.?)*${UNTIL}(?:\\s?ч(?:ас(?:ов|а)?)?\\.?)?`,
  'iu',
)
const IN_WORDS = new RegExp(
  `(?<![\\d.,])(?:(?:начало|с|в|во)\\s+)*${HOURS}\\s?(?:ч\\.?|час(?:ов|а)?\\.?)(?!\\p{L})(?:\\s?([0-5]?\\d)\\s?(?:м\\.?|мин(?:ут[аы]?)?\\.?)(?!\\p{L}))?(?:\\s?(?:[-–—]|до)\\s?\\d{1,2}\\s?(?:ч\\.?|час(?:ов|а)?)(?:\\s?\\d{1,2}\\s?мин\\p{L}*\\.?)?)?`,
  'iu',
)

/** «14-30», «10 ч. 00 мин.», «10.00–12.00» (its beginning). Cut dates out first: «16.01» looks like an hour. */
export function findTime(text: string): Found<string> | null {
  const candidates = [CLOCK.exec(text), IN_WORDS.exec(text)].flatMap((match) => (match ? [match] : []))
  const match = candidates.sort((a, b) => a.index - b.index || b[0].length - a[0].length)[0]
  if (!match) return null
  const value = `${(match[1] ?? '').padStart(2, '0')}:${(match[2] ?? '00').padStart(2, '0')}`
  return { value, from: match.index, to: match.index + match[0].length }
}
