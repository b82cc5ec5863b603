import { addDays, addMonths, dateParts, daysBetween, type IsoDate } from './dates'
import { counted } from './text/plural'

/** Length of service (стаж) in whole years, months and days. */
export interface Service {
  years: number
  months: number
  days: number
}

export interface Period {
  from: IsoDate
  /** Last day of work; null: still at work. */
  to: IsoDate | null
}

const NONE: Service = { years: 0, months: 0, days: 0 }

/**
 * Service from the first to the last day, both worked: 1 September – 31 August is one whole year. Nothing when `to` is
 * before `from`.
 */
export function lengthOfService(from: IsoDate, to: IsoDate): Service {
  if (to < from) return NONE
  const end = addDays(to, 1)
  const [a, b] = [dateParts(from), dateParts(end)]
  let total = (b.year - a.year) * 12 + (b.month - a.month)
  if (addMonths(from, total) > end) total -= 1
  return { years: Math.floor(total / 12), months: total % 12, days: daysBetween(addMonths(from, total), end) }
}

/** Periods joined where they overlap or follow each other without a day between, in order; those ended before they began are dropped. */
export function mergePeriods(periods: readonly Period[], today: IsoDate): { from: IsoDate; to: IsoDate }[] {
  const closed = periods
    .map(({ from, to }) => ({ from, to: to === null || to > today ? today : to }))
    .filter(({ from, to }) => from <= to)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const merged: { from: IsoDate; to: IsoDate }[] = []
  for (const period of closed) {
    const last = merged[merged.length - 1]
    if (!last || period.from > addDays(last.to, 1)) merged.push({ ...period })
    else if (period.to > last.to) last.to = period.to
  }
  return merged
}

/**
 * Service over several periods up to `today`, time worked twice at once counted once. Days are added up as the pension
 * rules do it: 30 days make a month, 12 months a year (постановление Правительства РФ от 02.10.2014 № 1015, п. 47).
 */
export function totalService(periods: readonly Period[], today: IsoDate): Service {
  const sum = { ...NONE }
  for (const { from, to } of mergePeriods(periods, today)) {
    const part = lengthOfService(from, to)
    sum.years += part.years
    sum.months += part.months
    sum.days += part.days
  }
  const months = sum.months + Math.floor(sum.days / 30)
  return { years: sum.years + Math.floor(months / 12), months: months % 12, days: sum.days % 30 }
}

const YEARS = ['год', 'года', 'лет'] as const
const MONTHS = ['месяц', 'месяца', 'месяцев'] as const
const DAYS = ['день', 'дня', 'дней'] as const

/** «12 лет 3 месяца»; days only when there is not a whole month; «нет» for nothing. */
export function serviceText({ years, months, days }: Service): string {
  const parts: string[] = []
  if (years > 0) parts.push(counted(years, YEARS))
  if (months > 0) parts.push(counted(months, MONTHS))
  if (parts.length === 0 && days > 0) parts.push(counted(days, DAYS))
  return parts.join(' ') || 'нет'
}

/** Whole years of age on a day; someone born on 29 February is a year older on 1 March. 0 before birth. */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const [born, day] = [dateParts(birthDate), dateParts(on)]
  const before = day.month < born.month || (day.month === born.month && day.day < born.day)
  return Math.max(0, day.year - born.year - (before ? 1 : 0))
}
