import type { RoadmapBar } from '@shared/contract/roadmaps'
import { addDays, dateParts, daysBetween, isoDate, lastDayOfMonth } from '@shared/domain/dates'
import { formatSchoolYear, schoolYearStarting } from '@shared/domain/school-year'

/** Months across and bars along them: where what lies in the year view. */

export interface Range {
  from: string
  to: string
}

export interface NamedRange extends Range {
  title: string
}

export interface Month extends Range {
  /** «янв». */
  title: string
  year: number
  /** Share of the width, in per cent. */
  width: number
}

const shortMonths = ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'] as const

/** Widest period shown at once, in months: more would be slivers. */
const WHOLE_MAX = 40

/**
 * What can be looked at: the years of the period — school years where it begins in autumn, else calendar years — and the
 * whole of it where that has room.
 */
export function rangesOf(period: Range): NamedRange[] {
  const isSchool = dateParts(period.from).month >= 7 && period.from.slice(0, 4) !== period.to.slice(0, 4)
  const years: NamedRange[] = []
  let start = dateParts(period.from).year
  for (;;) {
    const range = isSchool
      ? {
          from: isoDate(start, 9, 1),
          to: isoDate(start + 1, 8, 31),
          title: formatSchoolYear(schoolYearStarting(start)),
        }
      : { from: isoDate(start, 1, 1), to: isoDate(start, 12, 31), title: `${start} год` }
    if (range.from > period.to || years.length > 30) break
    years.push(range)
    start += 1
  }
  const whole = { from: firstOfMonth(period.from), to: lastDayOfMonth(period.to), title: 'Весь период' }
  return years.length > 1 && monthsOf(whole).length <= WHOLE_MAX ? [...years, whole] : years
}

const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`

/** The range that holds the day, else the first. */
export function rangeAt(ranges: readonly NamedRange[], day: string): NamedRange | undefined {
  return ranges.find(({ from, to }) => from <= day && day <= to) ?? ranges[0]
}

export function monthsOf({ from, to }: Range): Month[] {
  const all = daysBetween(from, to) + 1
  const months: Month[] = []
  let start = from
  while (start <= to) {
    const { year, month } = dateParts(start)
    const last = lastDayOfMonth(start)
    const end = last < to ? last : to
    const width = ((daysBetween(start, end) + 1) / all) * 100
    months.push({ from: start, to: end, title: shortMonths[month - 1] ?? '', year, width })
    start = addDays(end, 1)
  }
  return months
}

/** Where a day begins, in per cent of the width; null outside. */
export function dayAt({ from, to }: Range, day: string): number | null {
  if (day < from || day > to) return null
  return (daysBetween(from, day) / (daysBetween(from, to) + 1)) * 100
}

export interface PlacedBar extends RoadmapBar {
  /** Per cent of the width. */
  left: number
  width: number
  /** From 0; bars that meet stand one under another. */
  lane: number
}

/** Narrowest bar, in per cent: a day of a year would not be seen. */
const LEAST = 1.2
/** Room a diamond takes, in per cent. */
const DIAMOND = 2.2

export function placeBars(bars: readonly RoadmapBar[], range: Range): PlacedBar[] {
  const days = daysBetween(range.from, range.to) + 1
  const ends: number[] = []
  return bars
    .filter(({ from, to }) => from <= range.to && to >= range.from)
    .toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
    .map((bar) => {
      const from = bar.from < range.from ? range.from : bar.from
      const to = bar.to > range.to ? range.to : bar.to
      const left = (daysBetween(range.from, from) / days) * 100
      const width = Math.max(LEAST, ((daysBetween(from, to) + 1) / days) * 100)
      const room = bar.kind === 'deadline' ? DIAMOND : width
      const start = bar.kind === 'deadline' ? left - DIAMOND / 2 : left
      const free = ends.findIndex((end) => end <= start)
      const lane = free < 0 ? ends.length : free
      ends[lane] = start + room
      return { ...bar, left, width, lane }
    })
}
