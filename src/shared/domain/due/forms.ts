import { longest, map, opt, type Parser, rx, seq } from './combinators'
import type { Recurrence } from './due'
import { recurrences } from './recurrences'
import { spans } from './spans'
import { certainDay, day, dayRanges, END, fromTo, join, listedDays, month, partOfMonth, ranges } from './units'
import { atStart, type CalendarUnit, NONE, onwards, untilEnd, untilStart, type When, yearBounds } from './when'
import { listedDivisions, namedParts, years } from './year-parts'

/**
 * How sure one can be that the words are a срок when they stand in running text:
 * `sure` wherever they stand, `adverb` unless another is given in brackets, `period` if not wholly past,
 * `moment` only if nothing surer was found, `day` likewise and never after «от», `bare` and `year` only where a срок
 * is expected (brackets, a field).
 */
export type Strength = 'sure' | 'adverb' | 'period' | 'moment' | 'day' | 'bare' | 'year'

/** One form of a due as read, before years are inherited along a list. */
export interface Form {
  strength: Strength
  recurrence: Recurrence | null
  when: When
}

const dated = (strength: Strength, unit: CalendarUnit): Form => ({
  strength,
  recurrence: null,
  when: { kind: 'calendar', unit },
})

const coarse: Parser<CalendarUnit> = longest(month, namedParts)
/** «май – 1 декада июня», «15 сентября – октябрь»: from one to another of another kind. */
const mixedRange: Parser<CalendarUnit> = map(
  seq(longest(certainDay, coarse), rx(' *- *'), longest(certainDay, coarse)),
  ([first, , last]) => (first.school || last.school ? null : join(first, last)),
)

/** Every period of the calendar, the year alone excepted. */
const unit: Parser<CalendarUnit> = longest(day, ranges, mixedRange, coarse)

/** The year in which one speaks, as «года» or «учебного года» alone. */
type ThisYear = 'year' | 'school-year'

const thisYear: Parser<ThisYear> = map(
  rx(
    `(?:(?:этого|текущего|данного|всего) +)?(?:календарного +|(учебного +|уч\\. *|уч +))?(?:года${END}|(?<=уч\\. *)г\\.)`,
  ),
  ([, school = '']) => (school === '' ? 'year' : 'school-year'),
)
const unitOrYear: Parser<CalendarUnit | ThisYear> = longest<CalendarUnit | ThisYear>(thisYear, years, coarse)

const yearUnit = (value: ThisYear, offset: number): CalendarUnit => {
  const school = value === 'school-year'
  return {
    year: { kind: school ? 'school-offset' : 'calendar-offset', offset },
    lead: 0,
    bounds: (endYear) => ({
      from: school ? `${endYear - 1}-09-01` : `${endYear}-01-01`,
      to: school ? `${endYear}-08-31` : `${endYear}-12-31`,
    }),
  }
}

const unitOf = (value: CalendarUnit | ThisYear): CalendarUnit =>
  typeof value === 'string' ? yearUnit(value, 0) : value

/** What begins: «учебного года» is the one to come, «года» the next. */
function startOf(value: CalendarUnit | ThisYear): CalendarUnit {
  if (value === 'school-year') return partOfMonth(9, 1, 1, null)
  return value === 'year' ? yearUnit('year', 1) : value
}

const SROK = '(?:в +срок +)?'
const NOT_LATER = '(?:до|не +позднее|не +позже)'
/** «до 17.00 10 октября»: the hour is passed over. */
const TIME = '(?:\\d{1,2}[.:-]\\d{2}(?: *(?:ч\\.?|час\\p{L}*))?,? +)?'
const AT_HOUR = rx(' *,? *(?:в +)?(?:[01]?\\d|2[0-3])[.:]\\d{2}(?![\\d]|\\.\\d)(?: *ч(?:ас\\p{L}*)?\\.?)?')
const including = opt(rx(' *\\(? *включительно *\\)?'))

const SINCE = '(?:начиная +с|с|после|не +ранее|не +раньше)'

// Of two readings of the same words the earlier wins: «до конца октября» is its end, not «the part called the end».
const deadlines: Parser<Form> = longest(
  map(seq(rx(`${SROK}(?:до|к|не +позднее) +(?:конца|концу|окончания|окончанию) +`), unitOrYear), ([, value]) =>
    dated('sure', untilEnd(unitOf(value))),
  ),
  map(seq(rx(`${SROK}${NOT_LATER} +начала +`), unitOrYear), ([, value]) => dated('sure', untilStart(startOf(value)))),
  map(seq(rx(`${SROK}(?:к|ко) +началу +`), unitOrYear), ([, value]) => dated('sure', atStart(startOf(value)))),
  map(seq(rx(`${SROK}(?:${NOT_LATER}|к|ко) +${TIME}`), longest(day, ranges), including), ([, found]) =>
    dated('sure', untilEnd(found)),
  ),
  map(seq(rx(`${SROK}${NOT_LATER} +`), coarse, including), ([, found, inclusive]) =>
    dated('sure', inclusive ? untilEnd(found) : untilStart(found)),
  ),
  map(seq(rx(`${SROK}(?:к|ко) +`), coarse), ([, found]) => dated('sure', atStart(found))),
  map(seq(rx(`${SROK}до +`), years), ([, found]) => dated('year', untilStart(found))),
  map(seq(rx('(?:к|ко) +'), years), ([, found]) => dated('year', atStart(found))),
  // «хранить (по 31 мая 2024 года)»: up to the day and with it.
  map(seq(rx('по(?: +день)? +'), certainDay, including), ([, found]) => dated('day', untilEnd(found))),
  map(seq(rx(`${SINCE} +`), certainDay), ([, found]) => dated('moment', onwards(found))),
  map(seq(rx(`${SINCE} +`), longest(day, coarse)), ([, found]) => dated('bare', onwards(found))),
)

const DURING_WORDS = '(?:в +теч(?:ени[еи]|\\.)|на +протяжении|в +продолжение|в +период)'
const DURING = `${DURING_WORDS}(?: +все(?:го|й))?`

/** «года» alone is the plan's own period where there is a plan. */
function duringYear(value: CalendarUnit | ThisYear): Form {
  if (value !== 'year') return dated('period', unitOf(value))
  const bounds: When = {
    kind: 'relative',
    bounds: (ctx) => ctx.period ?? yearBounds({ kind: 'calendar-offset', offset: 0 }, ctx),
  }
  return { strength: 'period', recurrence: null, when: bounds }
}

const periods: Parser<Form> = longest(
  map(seq(rx('(?:в +(?:срок|сроки|период) +)?'), fromTo, including), ([, found]) => dated('period', found)),
  map(seq(rx(`${DURING} +`), unitOrYear), ([, value]) => duringYear(value)),
  map(seq(rx(`${DURING} +`), unit), ([, found]) => dated('period', found)),
  map(
    rx(
      `(?:весь +период|${DURING_WORDS} +всего +периода)(?: +(?:действия|реализации)(?: +(?:плана|карты|дорожной +карты|программы))?)?${END}`,
    ),
    () => ({ strength: 'bare', recurrence: null, when: { kind: 'whole' } }) satisfies Form,
  ),
  map(rx(`(?:весь|круглый) +(учебный +)?год${END}|круглогодично${END}`), ([, school = '']) =>
    duringYear(school === '' ? 'year' : 'school-year'),
  ),
)

const moments: Parser<Form> = longest(
  map(seq(rx('(?:в|во) +'), longest(ranges, coarse)), ([, found]) => dated('moment', found)),
  map(longest(certainDay, dayRanges, listedDays), (found) => dated('day', found)),
  // «9 октября, 15.00»: the hour is of the due.
  map(seq(certainDay, AT_HOUR), ([found]) => dated('day', found)),
  // «февраль, IV неделя»: the month is sure, which days are of its fourth week is not.
  map(seq(month, rx(` *,? *(?:[ivx]{1,3}|\\d)(?: *-?(?:я|ая|й))? +(?:неделя|декада)${END}`)), ([found]) =>
    dated('bare', found),
  ),
  map(longest(unit, listedDivisions), (found) => dated('bare', found)),
  map(seq(rx('(?:(?:в|во|на) +)?(?:период +)?'), years), ([, found]) => dated('year', found)),
)

const repeated: Parser<Form> = map(recurrences, ({ recurrence, strength }) => ({ recurrence, strength, when: NONE }))
const counted: Parser<Form> = map(spans, (found) => ({ ...found, strength: 'sure' as const }))

/** Any form of a due; the longest that fits at the position. */
export const form: Parser<Form> = longest(deadlines, periods, moments, repeated, counted)
