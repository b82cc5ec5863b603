import { addDays, dateParts, daysInMonth, type IsoDate } from '../dates'

/** Bands of the staffing certificate (FORMS §8). The bands are data: the lists' SQL is made from the same tables. */

export interface Band {
  title: string
  /** Whole years from which the next band begins; null in the last one. */
  below: number | null
}

/** Of service. A bound belongs to the band above it: exactly 3 years is «3–5 лет», exactly 20 «более 20 лет». */
export const serviceBands = {
  'under-3': { title: 'до 3 лет', below: 3 },
  '3-5': { title: '3–5 лет', below: 5 },
  '5-10': { title: '5–10 лет', below: 10 },
  '10-20': { title: '10–20 лет', below: 20 },
  'over-20': { title: 'более 20 лет', below: null },
} as const satisfies Record<string, Band>

/** Of age, in whole years lived: under 35, 35 to 55 inclusive, from 56 on «старше 55». */
export const ageBands = {
  'under-35': { title: 'до 35 лет', below: 35 },
  '35-55': { title: '35–55 лет', below: 56 },
  'over-55': { title: 'старше 55 лет', below: null },
} as const satisfies Record<string, Band>

/** The band of so many whole years; null where they are unknown. */
export function bandOf<K extends string>(bands: Readonly<Record<K, Band>>, years: number | null): K | null {
  if (years === null) return null
  const found = (Object.keys(bands) as K[]).find((key) => {
    const { below } = bands[key]
    return below === null || years < below
  })
  return found ?? null
}

/**
 * The day on which whole years of service are read off by comparing months and days: service counts its last day, so it is the day
 * after; and the last day of a February without a 29th stands for the 29th.
 */
export function serviceEnd(on: IsoDate): { year: number; monthDay: string } {
  const end = addDays(on, 1)
  const { year } = dateParts(end)
  const monthDay = end.slice(5)
  return { year, monthDay: monthDay === '02-28' && daysInMonth(year, 2) === 28 ? '02-29' : monthDay }
}

/** Whole years of service from a day to `on`, both worked (`lengthOfService`); null where the start is unknown. */
export function serviceYears(since: IsoDate | null, on: IsoDate): number | null {
  if (since === null) return null
  const { year, monthDay } = serviceEnd(on)
  return Math.max(0, year - dateParts(since).year - (monthDay < since.slice(5) ? 1 : 0))
}
