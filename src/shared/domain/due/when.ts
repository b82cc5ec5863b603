import { addDays, dateParts, type IsoDate, isoDate, weekday } from '../dates'
import { planningSchoolYear, schoolYearBounds, schoolYearOf, schoolYearStart, schoolYearStarting } from '../school-year'
import type { Bounds, DueContext } from './due'

/** A year as the text names it: a number, a school year, or one relative to the day of speaking. */
export type YearRef =
  | { kind: 'calendar'; year: number }
  | { kind: 'school'; start: number }
  | { kind: 'calendar-offset'; offset: number }
  | { kind: 'school-offset'; offset: number }
  | { kind: 'school-new' }

/** A period inside a year, the year perhaps unknown until the whole list of dues has been read. */
export interface CalendarUnit {
  year: YearRef | null
  /** Month of the first day, 1–12; 0 for a whole year. */
  lead: number
  /** The period that ends in that calendar year; null if it has no such day (29 February). */
  bounds: (endYear: number) => Bounds | null
  /** What the words mean in a plan of a school year, where that is something else: its «I полугодие» is September to December. */
  school?: CalendarUnit
  /** What is due of that period: its end, its start… Applied after the year has been chosen by the period itself. */
  shape?: (bounds: Bounds) => Bounds
}

export type When =
  | { kind: 'none' }
  /** All the time of the plan: «весь период». Without a plan it is what goes on for ever. */
  | { kind: 'whole' }
  | { kind: 'calendar'; unit: CalendarUnit }
  | { kind: 'relative'; bounds: (ctx: DueContext) => Bounds }

export const NONE: When = { kind: 'none' }
export const EMPTY: Bounds = { from: null, to: null }

/** First and last day of the year meant. */
export function yearBounds(ref: YearRef, ctx: DueContext): { from: IsoDate; to: IsoDate } {
  const { year, month } = dateParts(ctx.date)
  switch (ref.kind) {
    case 'calendar':
      return calendarYear(ref.year)
    case 'school':
      return schoolYearBounds(schoolYearStarting(ref.start))
    case 'calendar-offset':
      return calendarYear(year + ref.offset)
    case 'school-offset': {
      const base = ref.offset === 0 ? planningSchoolYear(ctx.date) : schoolYearOf(ctx.date)
      return schoolYearBounds(schoolYearStarting(schoolYearStart(base) + ref.offset))
    }
    case 'school-new':
      // In September and October «новый учебный год» has just begun; later it is the one to come.
      return schoolYearBounds(schoolYearStarting(month > 10 ? year + 1 : year))
  }
}

function calendarYear(year: number): { from: IsoDate; to: IsoDate } {
  return { from: isoDate(year, 1, 1), to: isoDate(year, 12, 31) }
}

const edge = (bounds: Bounds): IsoDate | null => bounds.to ?? bounds.from

/** Days of the unit in the year meant; without a year, in the plan's period or the nearest that has not ended. */
export function unitBounds(said: CalendarUnit, ctx: DueContext): Bounds {
  const ofSchool = !said.year && ctx.period && isSchoolYear(ctx.period) ? said.school : undefined
  const unit = ofSchool ? { ...ofSchool, ...(said.shape ? { shape: said.shape } : {}) } : said
  const window = unit.year ? yearBounds(unit.year, ctx) : ctx.period
  const inWindow = window ? boundsIn(unit, window) : null
  if (inWindow || unit.year) return inWindow ?? EMPTY
  const { year } = dateParts(ctx.date)
  // Nine years always hold a 29 February.
  for (let candidate = year; candidate <= year + 8; candidate += 1) {
    const bounds = shaped(unit, candidate)
    const last = bounds && edge(bounds)
    if (last && last >= ctx.date) return bounds
  }
  return EMPTY
}

/** A plan that begins in late summer or September and ends with the next summer. */
function isSchoolYear({ from, to }: { from: IsoDate; to: IsoDate }): boolean {
  const [first, last] = [dateParts(from), dateParts(to)]
  return last.year === first.year + 1 && first.month >= 8 && first.month <= 9 && last.month >= 5 && last.month <= 8
}

function shaped(unit: CalendarUnit, endYear: number): Bounds | null {
  const bounds = unit.bounds(endYear)
  return bounds && unit.shape ? unit.shape(bounds) : bounds
}

/** The first occurrence whose end lies in the window. */
function boundsIn(unit: CalendarUnit, window: { from: IsoDate; to: IsoDate }): Bounds | null {
  for (let candidate = dateParts(window.from).year; candidate <= dateParts(window.to).year; candidate += 1) {
    const bounds = unit.bounds(candidate)
    const last = bounds && edge(bounds)
    if (last && last >= window.from && last <= window.to) return shaped(unit, candidate)
  }
  return null
}

/** Days of any due; both null where none can be derived. */
export function whenBounds(when: When, ctx: DueContext): Bounds {
  switch (when.kind) {
    case 'none':
      return EMPTY
    case 'whole':
      return ctx.period ?? EMPTY
    case 'calendar':
      return unitBounds(when.unit, ctx)
    case 'relative':
      return when.bounds(ctx)
  }
}

type Shape = (unit: CalendarUnit) => CalendarUnit

/** The end of a unit as a deadline: «до конца октября», «до 10 октября». */
export const untilEnd: Shape = (unit) => ({ ...unit, shape: ({ to }) => ({ from: null, to }) })

/** The day before a unit begins: «до октября», «до начала II квартала». */
export const untilStart: Shape = (unit) => ({
  ...unit,
  shape: ({ from }) => ({ from: null, to: from && addDays(from, -1) }),
})

/** The first day of a unit as a deadline: «к началу октября». */
export const atStart: Shape = (unit) => ({ ...unit, shape: ({ from }) => ({ from: null, to: from }) })

/** From a unit on, without an end: «с 1 сентября». */
export const onwards: Shape = (unit) => ({ ...unit, shape: ({ from }) => ({ from, to: null }) })

/** Adds working days, Saturdays and Sundays skipped; public holidays are not known here. */
export function addWorkingDays(date: IsoDate, days: number): IsoDate {
  let current = date
  for (let left = days; left > 0; ) {
    current = addDays(current, 1)
    if (weekday(current) <= 5) left -= 1
  }
  return current
}
