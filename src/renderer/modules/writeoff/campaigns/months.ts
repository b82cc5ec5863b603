import { addMonths, dateParts, isoDate, isRealDate } from '@shared/domain/dates'

/** First days of the months from the first to the last of these days; at most three years. */
export function monthsBetween(days: readonly string[]): string[] {
  const real = days.filter(isRealDate).toSorted()
  const [first, last] = [real[0], real.at(-1)]
  if (first === undefined || last === undefined) return []
  const { year, month } = dateParts(first)
  const months: string[] = []
  for (let at = isoDate(year, month, 1); at <= last && months.length < 36; at = addMonths(at, 1)) months.push(at)
  return months
}

const names = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const

/** «ноя 2026» */
export function monthName(first: string): string {
  const { year, month } = dateParts(first)
  return `${names[month - 1] ?? ''} ${year}`
}
