import { type IsoDate, lastDayOfMonth } from './dates'
import { previousSchoolYear, schoolYearBounds, schoolYearOf } from './school-year'

/** Stretches of days named by today. */
export const periodNames = {
  today: 'сегодня',
  'this-month': 'этот месяц',
  'this-school-year': 'этот учебный год',
  'last-school-year': 'прошлый учебный год',
} as const
export type PeriodName = keyof typeof periodNames

/** First and last day of the period, both in it. */
export function periodBounds(period: PeriodName, today: IsoDate): { from: IsoDate; to: IsoDate } {
  switch (period) {
    case 'today':
      return { from: today, to: today }
    case 'this-month':
      return { from: `${today.slice(0, 8)}01`, to: lastDayOfMonth(today) }
    case 'this-school-year':
      return schoolYearBounds(schoolYearOf(today))
    case 'last-school-year':
      return schoolYearBounds(previousSchoolYear(schoolYearOf(today)))
  }
}
