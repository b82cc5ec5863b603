import { MONTH_PATTERN, monthName, monthOfWord } from './text/russian-months'

/** A calendar day as ISO text `YYYY-MM-DD`: what the database, the contract and every rule here use. */
export type IsoDate = string
/** A time of day as `HH:MM`, 00:00–23:59. */
export type IsoTime = string

const NBSP = '\u00A0'

export interface DateParts {
  year: number
  /** 1–12 */
  month: number
  /** 1–31 */
  day: number
}

/** Days in a month (Gregorian); `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the text is `YYYY-MM-DD` and that day exists: «2023-02-31» is false. */
export function isRealDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  return isRealDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

/** Whether the parts name an existing day. */
export function isRealDay({ year, month, day }: DateParts): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** ISO text of the parts; they are not checked. */
export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Parts of an ISO date. Throws RangeError if the day does not exist (check user input with `parseDate` first). */
export function dateParts(iso: IsoDate): DateParts {
  if (!isRealDate(iso)) throw new RangeError(`not a date: ${iso}`)
  return { year: Number(iso.slice(0, 4)), month: Number(iso.slice(5, 7)), day: Number(iso.slice(8, 10)) }
}

const YEAR_MARK = '(?: *(?:года|год|г\\.?))?'
const WORD_DATE = new RegExp(`^"? ?(\\d{1,2}) ?"? ?(${MONTH_PATTERN}) *(\\d{4}|\\d{2})${YEAR_MARK}$`, 'u')
const DIGIT_DATE = new RegExp(`^(\\d{1,2}) ?[./] ?(\\d{1,2}) ?[./] ?(\\d{4}|\\d{2})${YEAR_MARK}$`, 'u')

/**
 * Reads one date typed by a person or standing in a paper: «08.09.2023», «08.09.2023 г.», «8 сентября 2023 года»,
 * «08» сентября 2023 г., «13.10. 2021г.», «8.9.23», «08/09/2023», ISO. A two-digit year is 1950–2049.
 * Null when it is not one date or the day does not exist.
 */
export function parseDate(text: string): IsoDate | null {
  const clean = text
    .replace(/\s+/gu, ' ')
    .replace(/[«»“”„]/gu, '"')
    .trim()
    .toLowerCase()
  if (isRealDate(clean)) return clean
  const word = WORD_DATE.exec(clean)
  const digits = word ? null : DIGIT_DATE.exec(clean)
  const found = word ?? digits
  if (!found) return null
  const month = word ? monthOfWord(word[2] ?? '') : Number(found[2])
  const day = Number(found[1])
  const year = fullYear(found[3] ?? '')
  if (month === null || !isRealDay({ year, month, day })) return null
  return isoDate(year, month, day)
}

/** «23» → 2023, «87» → 1987, «2023» → 2023. */
export function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

/**
 * The date for a paper or a screen: `words` «8 сентября 2023 г.» with non-breaking spaces between day and month and
 * before «г.» (ГОСТ Р 7.0.97-2016), `digits` «08.09.2023». Throws RangeError if the day does not exist.
 */
export function formatDate(iso: IsoDate, style: 'words' | 'digits'): string {
  const { year, month, day } = dateParts(iso)
  if (style === 'words') return `${day}${NBSP}${monthName(month, 'gen')} ${year}${NBSP}г.`
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${String(year).padStart(4, '0')}`
}

/**
 * Reads a time of day: «14-30», «14:30», «14.30», «14 ч. 30 мин.», «14 часов», «в 9.00», «14 ч». Null when it is not one
 * or is past 23:59.
 */
export function parseTime(text: string): IsoTime | null {
  const clean = text
    .replace(/\s+/gu, ' ')
    .replace(/[‐‑‒–—−]/gu, '-')
    .trim()
    .toLowerCase()
  const match =
    /^(?:в )?(\d{1,2}) ?[-:.] ?(\d{2})(?: ?(?:часов|час\.?|ч\.?))?$/u.exec(clean) ??
    /^(?:в )?(\d{1,2}) ?(?:часов|часа|час\.?|ч\.?)(?: ?(\d{1,2}) ?(?:минуты|минута|минут|мин\.?|м\.?))?$/u.exec(clean)
  if (!match) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The time for a paper: `colon` «14:30», `words` «14 ч. 30 мин.» (non-breaking). Throws RangeError on what is not HH:MM. */
export function formatTime(time: IsoTime, style: 'colon' | 'words' = 'colon'): string {
  const normal = parseTime(time)
  if (normal === null) throw new RangeError(`not a time: ${time}`)
  if (style === 'colon') return normal
  return `${Number(normal.slice(0, 2))}${NBSP}ч. ${normal.slice(3)}${NBSP}мин.`
}

/** Days since 1970-01-01 (negative before). Howard Hinnant's civil-calendar formula; no Date object, so no time zone. */
function toDayNumber({ year, month, day }: DateParts): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromDayNumber(number: number): IsoDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return isoDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** The date `days` later (earlier when negative). */
export function addDays(iso: IsoDate, days: number): IsoDate {
  return fromDayNumber(toDayNumber(dateParts(iso)) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return toDayNumber(dateParts(to)) - toDayNumber(dateParts(from))
}

/** The same day `months` later; a day the month lacks becomes its last day: 31 January + 1 → 28 (29) February. */
export function addMonths(iso: IsoDate, months: number): IsoDate {
  const { year, month, day } = dateParts(iso)
  const index = year * 12 + (month - 1) + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return isoDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}

/** The last day of the month in which the date lies. */
export function lastDayOfMonth(iso: IsoDate): IsoDate {
  const { year, month } = dateParts(iso)
  return isoDate(year, month, daysInMonth(year, month))
}

/** Day of the week, 1 Monday – 7 Sunday. */
export function weekday(iso: IsoDate): number {
  const number = toDayNumber(dateParts(iso)) + 3
  return number - Math.floor(number / 7) * 7 + 1
}

/** Negative, zero or positive, for sorting: earlier dates first. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Today's date where the user sits: the local calendar day of `now`, not the UTC one. */
export function todayIso(now: Date): IsoDate {
  return isoDate(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

export { monthName }
