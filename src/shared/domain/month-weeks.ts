import { addDays, addMonths, dateParts, type IsoDate, isoDate, lastDayOfMonth, weekday } from './dates'
import { schoolYearBounds } from './school-year'

/** A month as a calendar shows it: whole weeks from Monday to Sunday, and what of it stands where. */

/** First and last day of the month a day is in. */
export function monthOf(day: IsoDate): { from: IsoDate; to: IsoDate } {
  const { year, month } = dateParts(day)
  return { from: isoDate(year, month, 1), to: lastDayOfMonth(day) }
}

/** Weeks that have a day of the month; each of seven days. */
export function weeksOf(day: IsoDate): IsoDate[][] {
  const { from, to } = monthOf(day)
  const weeks: IsoDate[][] = []
  for (let monday = addDays(from, 1 - weekday(from)); monday <= to; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(monday, index)))
  }
  return weeks
}

/** First days of the months of a school year, September to August. */
export function monthsOfSchoolYear(schoolYear: string): IsoDate[] {
  const { from } = schoolYearBounds(schoolYear)
  return Array.from({ length: 12 }, (_, index) => addMonths(from, index))
}

export interface Stretch {
  from: IsoDate
  to: IsoDate
}

export interface Placed<Item> {
  item: Item
  /** Column of its first day in the week, 0 Monday; and of how many days. */
  column: number
  days: number
  /** Line under the days' numbers; no two of one line share a day. */
  lane: number
}

/** What stands in a week, each on the first line that is free: what begins earlier, and of one day the longer, above. */
export function placeInWeek<Item extends Stretch>(items: readonly Item[], week: readonly IsoDate[]): Placed<Item>[] {
  const [first, last] = [week[0] ?? '', week.at(-1) ?? '']
  const here = items.filter((item) => item.from <= last && item.to >= first)
  const order = [...here].sort(
    (one, other) =>
      compare(one.from, other.from) || compare(other.to, one.to) || here.indexOf(one) - here.indexOf(other),
  )
  /** Of each line the last column that is taken. */
  const lanes: number[] = []
  return order.map((item) => {
    const column = item.from < first ? 0 : week.indexOf(item.from)
    const end = item.to > last ? week.length - 1 : week.indexOf(item.to)
    const free = lanes.findIndex((taken) => taken < column)
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = end
    return { item, column, days: end - column + 1, lane }
  })
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
