import { addDays, addMonths, dateParts, daysInMonth, type IsoDate, isoDate, lastDayOfMonth, weekday } from '../dates'
import { longest, map, type Parser, rx } from './combinators'
import type { Bounds, DueContext, Recurrence } from './due'
import { END } from './units'
import { addWorkingDays, EMPTY, NONE, type When } from './when'

/** The grammar of what is counted from the day of the meeting: «в недельный срок», «в течение 10 дней», «до 15 числа». */

export interface Span {
  when: When
  recurrence: Recurrence | null
}

const NUMBERS: readonly (readonly [string, number])[] = [
  ['пятнадцат', 15],
  ['двенадцат', 12],
  ['десят', 10],
  ['девят', 9],
  ['восьм', 8],
  ['семи', 7],
  ['семь', 7],
  ['шест', 6],
  ['пят', 5],
  ['четыре', 4],
  ['тре', 3],
  ['три', 3],
  ['дву', 2],
  ['две', 2],
  ['два', 2],
  ['одн', 1],
  ['один', 1],
]
const NUMBER = `\\d{1,3}|${NUMBERS.map(([stem]) => `${stem}\\p{L}*`).join('|')}`
/** Inside «трехдневный» the number stops where the unit begins. */
const NUMBER_STEM = `\\d{1,3}|${NUMBERS.map(([stem]) => `${stem}(?:ти|и|х|ь)?`).join('|')}`

function amount(text: string): number {
  if (text === '') return 1
  return /^\d/u.test(text) ? Number(text) : (NUMBERS.find(([stem]) => text.startsWith(stem))?.[1] ?? 1)
}

function later(date: IsoDate, n: number, unit: string, working: boolean): IsoDate {
  if (/^(?:дн|день|суток|сутки|суточн)/u.test(unit)) return working ? addWorkingDays(date, n) : addDays(date, n)
  if (/^недел/u.test(unit)) return addDays(date, 7 * n)
  if (/^месяц|^месячн/u.test(unit)) return addMonths(date, n)
  return addMonths(date, 12 * n)
}

/** In a plan nobody speaks on its first day: «в течение 30 дней до списания» has no days there. */
const counted =
  (bounds: (ctx: DueContext) => Bounds) =>
  (ctx: DueContext): Bounds =>
    ctx.period ? EMPTY : bounds(ctx)

const span = (bounds: (ctx: DueContext) => Bounds): Span => ({
  when: { kind: 'relative', bounds: counted(bounds) },
  recurrence: null,
})

const since = (n: number, unit: string, working: boolean): Span =>
  span(({ date }) => ({ from: date, to: later(date, n, unit, working) }))

const WORKING = '(рабоч\\p{L}+ +|календарн\\p{L}+ +)?'
const UNITS = '(дней|дня|день|суток|недел[ьюия]|месяц(?:а|ев)?|лет|года)'

const within: Parser<Span> = longest(
  map(
    rx(`(?:в +)?(${NUMBER_STEM})?(?:-?х|-?ти)? *-? *(дневн|недельн|месячн|суточн)(?:ый|ого) +срок${END}`),
    ([, n = '', unit = '']) => since(amount(n), unit, false),
  ),
  map(
    rx(`в +теч(?:ени[еи]|\\.) +(?:(${NUMBER})(?:-?х|-?ти)? +)${WORKING}${UNITS}${END}`),
    ([, n = '', kind = '', unit = '']) => since(amount(n), unit, kind.startsWith('рабоч')),
  ),
  map(rx(`в +теч(?:ени[еи]|\\.) +(?:одно[йг]о? +)?(дня|суток|недели|месяца)${END}`), ([, unit = '']) =>
    since(1, unit, false),
  ),
  map(
    rx(`(?:не +позднее(?: +чем)?|не +позже(?: +чем)?) +(?:через +)?(${NUMBER})(?:-?х|-?ти)? +${WORKING}${UNITS}${END}`),
    ([, n = '', kind = '', unit = '']) => since(amount(n), unit, kind.startsWith('рабоч')),
  ),
)

const ofNow: Parser<Span> = map(
  rx(
    `(?:(в +теч(?:ени[еи]|\\.))|(?:в +срок +)?(?:до|к) +(?:конца|концу|окончания|окончанию)) +` +
      `(?:(?:этой|этого|текущей|текущего|данного) +)?(недели|месяца|квартала|полугодия|четверти)${END}`,
  ),
  ([, during = '', unit = '']) => span(({ date }) => ({ from: during === '' ? null : date, to: endOf(date, unit) })),
)

/** Last day of the week, month, quarter… in which the date lies; a school quarter ends as the schools' usual ones do. */
function endOf(date: IsoDate, unit: string): IsoDate {
  const { year, month } = dateParts(date)
  if (unit.startsWith('недел')) return addDays(date, 7 - weekday(date))
  if (unit.startsWith('месяц')) return lastDayOfMonth(date)
  if (unit.startsWith('квартал')) return endOfMonth(year, Math.ceil(month / 3) * 3)
  if (unit.startsWith('полугод')) return endOfMonth(year, month <= 6 ? 6 : 12)
  return endOfMonth(year, month <= 3 ? 3 : month <= 5 ? 5 : month <= 10 ? 10 : 12)
}

const endOfMonth = (year: number, month: number): IsoDate => lastDayOfMonth(isoDate(year, month, 1))

/** «до 15 числа», «до 5 числа каждого месяца», «до 10 числа месяца, следующего за отчётным кварталом». */
const dayOfMonth: Parser<Span> = map(
  rx(
    `(?:в +срок +)?(?:до|не +позднее|не +позже|к) +(\\d{1,2})(?:-?(?:го|му))? +числ[ау]` +
      `(?: +(каждого|следующего|текущего) +месяца| +месяца,? +следующего +за +отчетным(?: +(?:периодом|месяцем|кварталом|годом))?)?${END}`,
  ),
  ([, day = '', which = '']) => {
    const n = Number(day)
    if (n < 1 || n > 31) return null
    return {
      recurrence: which === 'каждого' ? 'monthly' : null,
      when: {
        kind: 'relative',
        bounds: counted(({ date }) => ({ from: null, to: nextDayOfMonth(date, n, which === 'следующего') })),
      },
    }
  },
)

function nextDayOfMonth(date: IsoDate, day: number, nextMonth: boolean): IsoDate {
  const { year, month, day: today } = dateParts(date)
  const first = addMonths(isoDate(year, month, 1), nextMonth || day < today ? 1 : 0)
  const target = dateParts(first)
  return isoDate(target.year, target.month, Math.min(day, daysInMonth(target.year, target.month)))
}

/** «в течение 3 дней после передачи», «за 2 недели до начала проверки»: counted from what has no date. */
const NOUN = '\\p{L}+(?:ия|ии|ий|ей|ов|ки|ка|а|я|ы|и|й)(?!\\p{L})'
const fromEvent: Parser<Span> = longest(
  map(
    rx(
      `(?:в +теч(?:ени[еи]|\\.)|не +позднее(?: +чем)?(?: +через)?|через) +(?:${NUMBER})(?:-?х|-?ти)? +${WORKING}${UNITS} +(?:после|со +дня|с +момента|с +даты) +${NOUN}(?: +${NOUN}){0,2}${END}`,
    ),
    () => ({ when: NONE, recurrence: null }),
  ),
  map(
    rx(
      `(?:не +(?:позднее|менее|позже)(?:,? +чем)? +)?за +(?:${NUMBER})?(?:-?х|-?ти)? *${WORKING}(?:дней|дня|день|суток|недел[ьюия]|месяц(?:а|ев)?) +до +${NOUN}(?: +${NOUN}){0,2}${END}`,
    ),
    () => ({ when: NONE, recurrence: null }),
  ),
)

/** Words that say when without a day of the calendar. */
const undated: Parser<Span> = map(
  rx(
    `(?:(?:до|к|ко|на) +(?:следующ|очередн|ближайш)\\p{L}+ +(?:заседани|совещани|собрани|встреч)\\p{L}+(?: +(?:рмо|гмо|омо|мо|ибц)${END})?` +
      `|в +(?:кратчайш|короткий|сжат)\\p{L}* +срок(?:и)?)${END}`,
  ),
  () => ({ when: NONE, recurrence: null }),
)

export const spans: Parser<Span> = longest(within, ofNow, dayOfMonth, fromEvent, undated)
