import { addDays, daysInMonth, isoDate, weekday } from '../dates'
import { MONTH_PATTERN, monthOfWord } from '../text/russian-months'
import { longest, map, opt, type Parser, rx, seq } from './combinators'
import { END, join, partOfMonth, YEAR, yearAfter, yearRef } from './units'
import type { CalendarUnit, YearRef } from './when'

/** The grammar of larger and of named parts of a year: quarters, halves, decades of a month, whole years. */

const ROMAN: Record<string, number> = { i: 1, і: 1, ii: 2, іі: 2, п: 2, iii: 3, ііі: 3, ш: 3, iv: 4, іv: 4 }
const WORDS: readonly (readonly [string, number])[] = [
  ['перв', 1],
  ['втор', 2],
  ['трет', 3],
  ['четверт', 4],
]
export const ORDINAL =
  '(?:(?:перв|втор|трет|четверт|последн)\\p{L}*|(?:iii|ii|iv|i|ііі|іі|іv|і|п|ш|[1-4])(?:-?(?:я|й|ая|ый|ой|ое|е|го|м|ом))?)'
const LAST = 9

function ordinal(text: string): number {
  if (text.startsWith('последн')) return LAST
  const word = WORDS.find(([stem]) => text.startsWith(stem))
  if (word) return word[1]
  const [number = ''] = /^(?:[iіvпш]+|\d)/u.exec(text) ?? []
  return ROMAN[number] ?? Number(number)
}

/** Days of the decades, weeks and halves of a month, and of its beginning, middle and end. */
const monthParts: Parser<CalendarUnit> = longest(
  map(
    seq(rx(`(${ORDINAL}) +(декад|недел|половин)\\p{L}* +(${MONTH_PATTERN})`), yearAfter),
    ([[, which = '', kind = '', word = ''], year]) => {
      const month = monthOfWord(word)
      const n = ordinal(which)
      const size = kind === 'декад' ? 10 : kind === 'недел' ? 7 : 15
      const count = kind === 'декад' ? 3 : kind === 'недел' ? 4 : 2
      if (month === null) return null
      if (n === LAST && kind === 'недел') return lastWeek(month, year)
      const place = n === LAST ? count : n
      if (place > count) return null
      // The fourth week is no longer than the others; the last decade and half run to the end of the month.
      const open = place === count && kind !== 'недел'
      return partOfMonth(month, (place - 1) * size + 1, open ? null : place * size, year)
    },
  ),
  map(
    seq(rx(`(начал|середин|кон(?:ец|ц))\\p{L}* +(${MONTH_PATTERN})`), yearAfter),
    ([[, which = '', word = ''], year]) => {
      const month = monthOfWord(word)
      if (month === null) return null
      if (which === 'начал') return partOfMonth(month, 1, 10, year)
      return which === 'середин' ? partOfMonth(month, 11, 20, year) : partOfMonth(month, 21, null, year)
    },
  ),
)

const WEEKDAYS = ['понедельник', 'вторник', 'сред', 'четверг', 'пятниц', 'суббот', 'воскресень'] as const
export const WEEKDAY = '(?:понедельник|вторник|четверг|воскресень[ея])|(?:сред|пятниц|суббот)[ауы]'

/** «последний четверг мая», «2-й вторник марта 2025 г.»: one day. */
const weekdays: Parser<CalendarUnit> = map(
  seq(rx(`(${ORDINAL}) +(${WEEKDAY}) +(${MONTH_PATTERN})`), yearAfter),
  ([[, which = '', name = '', word = ''], year]) => {
    const month = monthOfWord(word)
    const n = ordinal(which)
    const day = WEEKDAYS.findIndex((stem) => name.startsWith(stem)) + 1
    return month === null || day === 0 ? null : nthWeekday(n, day, month, year)
  },
)

function nthWeekday(n: number, day: number, month: number, year: YearRef | null): CalendarUnit {
  return {
    year,
    lead: month,
    bounds: (endYear) => {
      const first = isoDate(endYear, month, 1)
      const last = isoDate(endYear, month, daysInMonth(endYear, month))
      const date =
        n === LAST
          ? addDays(last, -((weekday(last) - day + 7) % 7))
          : addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (n - 1))
      return { from: date, to: date }
    },
  }
}

function lastWeek(month: number, year: YearRef | null): CalendarUnit {
  return {
    year,
    lead: month,
    bounds: (endYear) => {
      const to = isoDate(endYear, month, daysInMonth(endYear, month))
      return { from: addDays(to, -6), to }
    },
  }
}

/** Months `first`–`last`; a part that crosses the new year (winter) has first > last. */
export function months(first: number, last: number, year: YearRef | null): CalendarUnit {
  return join(partOfMonth(first, 1, null, null), partOfMonth(last, 1, null, year))
}

const DIVISION = '((?:кв|полуг|пол|четв)(?=\\.)|квартал|полугоди|четверт|триместр)(?:\\.|\\p{L}*)'
type Division = 'квартал' | 'полугоди' | 'четверт' | 'триместр'
const SIZE: Record<Division, number> = { квартал: 4, полугоди: 2, четверт: 4, триместр: 3 }
/** Months of school quarters and trimesters: the schools' usual ones, their exact days differ by school. */
const SCHOOL_QUARTERS = [
  [9, 10],
  [11, 12],
  [1, 3],
  [4, 5],
] as const
const TRIMESTERS = [
  [9, 11],
  [12, 2],
  [3, 5],
] as const

function division(kind: Division, n: number, year: YearRef | null): CalendarUnit | null {
  const place = n === LAST ? SIZE[kind] : n
  if (place > SIZE[kind]) return null
  const school = year?.kind.startsWith('school')
  if (kind === 'квартал') return months(place * 3 - 2, place * 3, year)
  if (kind === 'полугоди' && school) return place === 1 ? months(9, 12, year) : months(1, 5, year)
  if (kind === 'полугоди') {
    const half = months(place * 6 - 5, place * 6, year)
    return year ? half : { ...half, school: place === 1 ? months(9, 12, null) : months(1, 5, null) }
  }
  const pair = (kind === 'триместр' ? TRIMESTERS : SCHOOL_QUARTERS)[place - 1]
  return pair ? months(pair[0], pair[1], year) : null
}

const bareSchoolYear: Parser<YearRef> = map(rx(` *учебн\\p{L}* +год\\p{L}*${END}`), () => ({
  kind: 'school-offset',
  offset: 0,
}))
/** «II полугодие 2024-2025»: following years without a word are a school year here. */
const bareYears: Parser<YearRef> = map(rx(` *(${YEAR}) *[-/] *(${YEAR})(?!\\d| *г)`), ([, first = '', last = '']) =>
  Number(last) === Number(first) + 1 ? { kind: 'school', start: Number(first) } : null,
)
const yearOfPart: Parser<YearRef | null> = opt(
  longest(
    bareSchoolYear,
    bareYears,
    map(seq(rx(' *,? *'), yearRef), ([, year]) => year),
  ),
)

/** «I квартал 2024 г.», «второе полугодие», «I–II кварталы», «III четверть». */
const divisions: Parser<CalendarUnit> = map(
  seq(rx(`(${ORDINAL})(?: *- *(${ORDINAL}))? +${DIVISION}`), yearOfPart),
  ([[, first = '', last = '', word = ''], year]) => {
    const kind = divisionOf(word)
    if (!kind) return null
    const start = division(kind, ordinal(first), last === '' ? year : null)
    const end = last === '' ? null : division(kind, ordinal(last), year)
    if (!start) return null
    return end ? join(start, end) : start
  },
)

/** The «I» of «I, II полугодие». */
export const listedDivisions: Parser<CalendarUnit> = map(
  rx(`(${ORDINAL})(?= *(?:,|и) +(?:${ORDINAL} *(?:,|и) +)*${ORDINAL} +${DIVISION})`),
  ([, which = '', word = '']) => {
    const kind = divisionOf(word)
    return kind && division(kind, ordinal(which), null)
  },
)

/** The word or its abbreviation («кв.», «пол.», «четв.»). */
function divisionOf(word: string): Division | null {
  return (Object.keys(SIZE) as Division[]).find((kind) => kind.startsWith(word) || word.startsWith(kind)) ?? null
}

const SEASONS: Record<string, readonly [number, number]> = { весн: [3, 5], лет: [6, 8], осен: [9, 11], зим: [12, 2] }

/** «весна 2024 года», «осенью», «летний период»; not holidays, whose days differ. */
const seasons: Parser<CalendarUnit> = map(
  seq(
    rx(`(?:(весн|осен|зим)(?:а|у|ы|ой|ь|и|ью)|(лет)(?:о|а|ом)|(весен|осен|лет|зим)н\\p{L}* +период\\p{L}*)${END}`),
    yearAfter,
  ),
  ([[, word = '', summer = '', adjective = ''], year]) => {
    const pair = SEASONS[word || summer || (adjective === 'весен' ? 'весн' : adjective)]
    return pair ? months(pair[0], pair[1], year) : null
  },
)

export const namedParts: Parser<CalendarUnit> = longest(monthParts, weekdays, divisions, seasons)

function wholeYear(ref: YearRef): CalendarUnit {
  return { year: ref, lead: 0, bounds: (endYear) => wholeYearEnding(ref, endYear) }
}

function wholeYearEnding(ref: YearRef, endYear: number) {
  if (ref.kind.startsWith('school')) return { from: isoDate(endYear - 1, 9, 1), to: isoDate(endYear, 8, 31) }
  return { from: isoDate(endYear, 1, 1), to: isoDate(endYear, 12, 31) }
}

/** A year alone: «2024 год», «2023-2024 учебный год», «текущий учебный год», «2021-2024 гг.». */
export const years: Parser<CalendarUnit> = longest(
  map(yearRef, wholeYear),
  map(
    rx(`(${YEAR}) *[-/] *(${YEAR})(?!\\d)(?: *(?:гг\\.?|г\\.|г${END}|год(?:ы|ов|ах|а)?${END}))?${END}`),
    ([, first = '', last = '']) =>
      Number(first) < Number(last)
        ? join(
            wholeYear({ kind: 'calendar', year: Number(first) }),
            wholeYear({ kind: 'calendar', year: Number(last) }),
          )
        : null,
  ),
)
