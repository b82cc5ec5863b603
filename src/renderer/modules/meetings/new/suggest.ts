import { addMonths, daysBetween, isRealDate } from '@shared/domain/dates'

/** Which earlier meeting a new one most likely repeats. */
interface Earlier {
  id: number
  date: string
  series: string
}

/** Of the same series, the one nearest to a year before; null when the series has met never. */
export function suggestEarlier(earlier: readonly Earlier[], series: string, date: string): number | null {
  if (!isRealDate(date)) return null
  const yearBefore = addMonths(date, -12)
  const distance = (one: Earlier) => Math.abs(daysBetween(one.date, yearBefore))
  const own = earlier.filter((one) => one.series === series && one.date < date && isRealDate(one.date))
  return [...own].sort((a, b) => distance(a) - distance(b))[0]?.id ?? null
}
