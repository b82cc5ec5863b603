import { daysInMonth, fullYear, isoDate } from '../dates'
import { MONTH_PATTERN, monthOfWord } from '../text/russian-months'
import { longest, map, opt, type Parser, rx, seq } from './combinators'
import type { CalendarUnit, YearRef } from './when'

/** The grammar of periods inside a year: days, months, ranges of them. Patterns meet text made by `prepare`. */

/** Neither a letter nor a digit may follow. */
export const END = '(?![\\p{L}\\p{N}])'
export const YEAR = '(?:19|20)\\d{2}'
/** «года», «год», «г.», «г» after a year, or nothing. */
export const YEAR_MARK = `(?: *(?:г\\.|год(?:а|у|е|ом)?${END}|г${END}))?`
const DASH = ' *- *'

const schoolYear: Parser<YearRef> = map(
  rx(`(${YEAR}) *[-/] *(${YEAR}|\\d{2})(?:-?го|-?м)? *(?:учебн\\p{L}*|уч[./]?|у\\.) *(?:год\\p{L}*|г\\.|г${END})`),
  ([, first = '', second = '']) => {
    const start = Number(first)
    return Number(second) % 100 === (start + 1) % 100 ? { kind: 'school', start } : null
  },
)

const calendarYear: Parser<YearRef> = map(rx(`(${YEAR})(?!\\d)${YEAR_MARK}${END}`), ([, year = '']) => ({
  kind: 'calendar',
  year: Number(year),
}))

const relativeYear: Parser<YearRef> = map(
  rx(
    `(текущ|эт|нынешн|сего|данн|следующ|будущ|нов|наступающ|предстоящ)\\p{L}* +(учебн\\p{L}* +)?год(?:а|у|е)?${END}` +
      '|([ст])\\. *г\\.',
  ),
  ([, word = '', school = '']) => {
    const next = /^(?:следующ|будущ|наступающ|предстоящ)/u.test(word)
    if (school !== '' && word === 'нов') return { kind: 'school-new' }
    if (school !== '') return { kind: 'school-offset', offset: next ? 1 : 0 }
    return { kind: 'calendar-offset', offset: next || word === 'нов' ? 1 : 0 }
  },
)

export const yearRef: Parser<YearRef> = longest(schoolYear, calendarYear, relativeYear)

/** « 2024 года», «, 2024 г.», « текущего года» after a month. */
export const yearAfter: Parser<YearRef | null> = opt(map(seq(rx(' *,? *'), yearRef), ([, year]) => year))

interface Day {
  day: number
  month: number
  year: YearRef | null
}

const QUOTED_DAY = '"? ?(\\d{1,2}) ?"?(?:-?(?:го|ое|е))?'

const wordDay: Parser<Day> = map(
  seq(rx(`${QUOTED_DAY} *(${MONTH_PATTERN})`), yearAfter),
  ([[, day = '', month = ''], year]) => realDay(Number(day), monthOfWord(month), year),
)

const digitDay: Parser<Day> = map(
  rx(`(\\d{1,2})\\. ?(\\d{1,2})\\. ?(${YEAR}|\\d{2})(?!\\d)${YEAR_MARK}${END}`),
  ([, day = '', month = '', year = '']) =>
    realDay(Number(day), Number(month), { kind: 'calendar', year: fullYear(year) }),
)

const digitDayMonth: Parser<Day> = map(rx(`(\\d{1,2})\\.(\\d{2})${END}(?!\\.?\\d)`), ([, day = '', month = '']) =>
  realDay(Number(day), Number(month), null),
)

const isoDay: Parser<Day> = map(rx(`(${YEAR})-(\\d{2})-(\\d{2})${END}`), ([, year = '', month = '', day = '']) =>
  realDay(Number(day), Number(month), { kind: 'calendar', year: Number(year) }),
)

const anyDay: Parser<Day> = longest(wordDay, digitDay, digitDayMonth, isoDay)

function realDay(day: number, month: number | null, year: YearRef | null): Day | null {
  if (month === null || month < 1 || month > 12 || day < 1) return null
  const inYear = year?.kind === 'calendar' ? year.year : 2024
  return day <= daysInMonth(inYear, month) ? { day, month, year } : null
}

const dayUnit = ({ day, month, year }: Day): CalendarUnit => ({
  year,
  lead: month,
  bounds: (endYear) => {
    if (day > daysInMonth(endYear, month)) return null
    const date = isoDate(endYear, month, day)
    return { from: date, to: date }
  },
})

/** One day: «8 сентября 2023 г.», «08.09.2023», «08.09». */
export const day: Parser<CalendarUnit> = map(anyDay, dayUnit)

/** One day that cannot be anything else: «08.09» alone may be the number of a paragraph. */
export const certainDay: Parser<CalendarUnit> = map(longest(wordDay, digitDay, isoDay), dayUnit)

/** Days `first`–`last` of a month; `last` null is its end. */
export function partOfMonth(month: number, first: number, last: number | null, year: YearRef | null): CalendarUnit {
  return {
    year,
    lead: month,
    bounds: (endYear) => ({
      from: isoDate(endYear, month, first),
      to: isoDate(endYear, month, last ?? daysInMonth(endYear, month)),
    }),
  }
}

/** One month with its year if it has one: «май 2024 года», «в мае месяце». */
export const month: Parser<CalendarUnit> = map(
  seq(rx(`(${MONTH_PATTERN})(?: +месяц\\p{L}*)?`), yearAfter),
  ([[, word = ''], year]) => {
    const number = monthOfWord(word)
    return number === null ? null : partOfMonth(number, 1, null, year)
  },
)

/**
 * Joins two units into the period from the first to the second. A year is taken over from the unit that has one; when
 * the first would then begin after the second («ноябрь – январь 2024 года») it belongs to the year before.
 */
export function join(first: CalendarUnit, last: CalendarUnit): CalendarUnit {
  const wraps = startsLater(first, last)
  let year = last.year
  if (year === null && first.year?.kind === 'calendar')
    year = { kind: 'calendar', year: first.year.year + (wraps ? 1 : 0) }
  else if (year === null) year = first.year
  const firstYear = first.year?.kind === 'calendar' && last.year?.kind === 'calendar' ? first.year.year : null
  const ofSchool = first.school || last.school ? join(first.school ?? first, last.school ?? last) : null
  return {
    ...(ofSchool && !year ? { school: ofSchool } : {}),
    year,
    lead: first.lead,
    bounds: (endYear) => {
      const start = first.bounds(firstYear ?? (wraps ? endYear - 1 : endYear))
      const end = last.bounds(endYear)
      if (!start?.from || !end?.to || start.from > end.to) return null
      return { from: start.from, to: end.to }
    },
  }
}

function startsLater(first: CalendarUnit, last: CalendarUnit): boolean {
  const from = first.bounds(2024)?.from
  const to = last.bounds(2024)?.from
  return typeof from === 'string' && typeof to === 'string' && from > to
}

const monthRange: Parser<CalendarUnit> = map(seq(month, rx(`${DASH}|(?: +по +)`), month), ([first, , last]) =>
  join(first, last),
)

const dayRange: Parser<CalendarUnit> = map(seq(day, rx(DASH), day), ([first, , last]) => join(first, last))

/** «1-15 мая 2024», «10-12.10.2023»: the first day takes its month from the second. */
const daysOfMonth: Parser<CalendarUnit> = map(seq(rx(`(\\d{1,2})${DASH}`), anyDay), ([[, first = ''], last]) =>
  daysTo(Number(first), last),
)

function daysTo(first: number, last: Day): CalendarUnit | null {
  return first >= 1 && first <= last.day ? join(dayUnit({ ...last, day: first, year: null }), dayUnit(last)) : null
}

/** «с 1 по 15 мая», «с 1 сентября по 31 мая», «с сентября 2023 г. по май 2024 г.», also «с … до …». */
export const fromTo: Parser<CalendarUnit> = longest(
  map(seq(rx('с +'), day, rx(' *(?:по|до) +'), day), ([, first, , last]) => join(first, last)),
  map(seq(rx('с +(\\d{1,2})(?:-?го)? +(?:по|до) +'), anyDay), ([[, first = ''], last]) => daysTo(Number(first), last)),
  map(seq(rx('с +'), month, rx(' *(?:по|до) +(?:конец +|конца +)?'), month), ([, first, , last]) => join(first, last)),
  map(seq(rx('с +'), day, rx(' *(?:по|до) +(?:конец +|конца +)?'), month), ([, first, , last]) => join(first, last)),
)

/** Days from one to another: «15-16 октября 2024 года», «25 октября – 5 ноября». */
export const dayRanges: Parser<CalendarUnit> = longest(dayRange, daysOfMonth)

/** Ranges written with a dash. */
export const ranges: Parser<CalendarUnit> = longest(monthRange, dayRanges)

/** The «14» of «14, 15 октября 2024 г.»: the month stands further on, the year is inherited along the list. */
export const listedDays: Parser<CalendarUnit> = map(
  rx(`(\\d{1,2})(?= *(?:,|и) +(?:\\d{1,2} *(?:,|и) +)*\\d{1,2} +(${MONTH_PATTERN}))`),
  ([, day = '', month = '']) => {
    const real = realDay(Number(day), monthOfWord(month), null)
    return real && dayUnit(real)
  },
)
