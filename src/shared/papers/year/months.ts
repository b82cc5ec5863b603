import type { YearEntry } from '../../contract/year-papers'
import { dateParts, formatDate, formatTime, isoDate, lastDayOfMonth, monthName } from '../../domain/dates'
import { schoolYearBounds, schoolYearStart } from '../../domain/school-year'
import { capitalised } from '../text'

export interface MonthOf {
  /** «Сентябрь 2026»; «В течение года». */
  title: string
  entries: YearEntry[]
}

/** September to August, months without anything left out; what has no day or lasts over two months stands last. */
export function byMonths(entries: readonly YearEntry[], schoolYear: string): MonthOf[] {
  const start = schoolYearStart(schoolYear)
  const { from: first, to: last } = schoolYearBounds(schoolYear)
  const months = Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 8) % 12) + 1
    const from = isoDate(index < 4 ? start : start + 1, month, 1)
    return {
      from,
      to: lastDayOfMonth(from),
      title: capitalised(`${monthName(month)} ${from.slice(0, 4)}`),
      entries: [] as YearEntry[],
    }
  })
  const whole: MonthOf = { title: 'В течение года', entries: [] }
  for (const entry of entries) {
    const day = entry.from ?? entry.to
    if (day === null || isLong(entry)) {
      whole.entries.push(entry)
      continue
    }
    const within = day < first ? first : day > last ? last : day
    months.find((month) => within >= month.from && within <= month.to)?.entries.push(entry)
  }
  return [...months, whole].filter((month) => month.entries.length > 0)
}

const isLong = ({ from, to }: YearEntry): boolean => from !== null && to !== null && monthsBetween(from, to) > 1

function monthsBetween(from: string, to: string): number {
  const [a, b] = [dateParts(from), dateParts(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}

/** «08.09.2026, 10:00», «01.10.2026 – 20.10.2026», else the words of the due. */
export function whenOf(entry: YearEntry): string {
  if (entry.kind === 'item' && entry.due !== '') return entry.due
  if (entry.from === null) return entry.to === null ? entry.due : `до ${formatDate(entry.to, 'digits')}`
  const days =
    entry.to === null || entry.to === entry.from
      ? formatDate(entry.from, 'digits')
      : `${formatDate(entry.from, 'digits')} – ${formatDate(entry.to, 'digits')}`
  return entry.time === null ? days : `${days}, ${formatTime(entry.time)}`
}
