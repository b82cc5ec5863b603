import { addDays, addMonths, dateParts, type IsoDate, isoDate, lastDayOfMonth } from '../dates'
import type { Due, Recurrence } from './due'

/** What the rules on time need of a due; its words do not matter here. */
export type DueDates = Pick<Due, 'from' | 'to' | 'recurrence'>

/**
 * `done` fulfilled; `overdue` a deadline has passed; `soon` one falls within the next days; `open` there is time, or no
 * day can be derived; `standing` it goes on (permanent, repeated) and nothing is near.
 */
export type DueState = 'done' | 'overdue' | 'soon' | 'open' | 'standing'

/** Days before a deadline from which it is «скоро срок». */
export const SOON_DAYS = 14
/** For what comes back every month, two weeks would be half of the time. */
const SOON_DAYS_MONTHLY = 5

/** Months between repetitions; null for what has no periods of its own. */
function stepMonths(recurrence: Recurrence): number | null {
  switch (recurrence) {
    case 'yearly':
      return 12
    case 'half-yearly':
      return 6
    case 'quarterly':
      return 3
    case 'monthly':
      return 1
    case 'daily':
    case 'permanent':
    case 'on-change':
      return null
  }
}

/** Last day of the calendar period (month, quarter, half-year, year) in which the day lies. */
function periodEnd(step: number, day: IsoDate): IsoDate {
  const { year, month } = dateParts(day)
  return lastDayOfMonth(isoDate(year, Math.ceil(month / step) * step, 1))
}

/** Whether the dates say on which days of each period it is due («ежегодно до 1 сентября»), not during which it repeats. */
function isAnchored({ from, to }: DueDates, step: number): boolean {
  return to !== null && (from === null || to < addMonths(from, step))
}

/** The first deadline of one due on or after the day; null when there is none, or no day can be derived. */
export function deadlineFrom(due: DueDates, day: IsoDate): IsoDate | null {
  const { from, to, recurrence } = due
  if (recurrence === null) return to !== null && to >= day ? to : null
  if (to !== null && to < day && !repeatsAfter(due)) return null
  const step = stepMonths(recurrence)
  if (step === null) return recurrence === 'daily' ? laterOf(day, from) : to
  if (isAnchored(due, step)) return firstRepeat(due.to ?? day, step, day)
  const end = periodEnd(step, laterOf(day, from))
  return to !== null && to < end ? to : end
}

function repeatsAfter(due: DueDates): boolean {
  const step = due.recurrence && stepMonths(due.recurrence)
  return typeof step === 'number' && isAnchored(due, step)
}

function firstRepeat(first: IsoDate, step: number, day: IsoDate): IsoDate {
  const [a, b] = [dateParts(first), dateParts(day)]
  let count = Math.max(0, Math.floor((b.year * 12 + b.month - a.year * 12 - a.month) / step))
  // Counted from the first, not step by step, so that the 31st comes back after February.
  while (addMonths(first, count * step) < day) count += 1
  return addMonths(first, count * step)
}

const laterOf = (a: IsoDate, b: IsoDate | null): IsoDate => (b !== null && b > a ? b : a)

/**
 * The next day by which something is to be done: the nearest deadline on or after `today` («ежеквартально» → the end of
 * the current quarter), else the last one missed. Null when no day can be derived («постоянно»).
 */
export function nextDeadline(dues: readonly DueDates[], today: IsoDate): IsoDate | null {
  const ahead = dues.flatMap((due) => deadlineFrom(due, today) ?? []).sort()
  if (ahead[0] !== undefined) return ahead[0]
  return (
    dues
      .flatMap((due) => due.to ?? [])
      .sort()
      .pop() ?? null
  )
}

/** State of a decision by its dues alone. No dues at all is `open`. `done` comes from the execution marks. */
export function dueState(dues: readonly DueDates[], { today, done }: { today: IsoDate; done: boolean }): DueState {
  if (done) return 'done'
  const states = dues.map((due) => stateOf(due, today))
  const worst = (['overdue', 'soon', 'open'] as const).find((state) => states.includes(state))
  return worst ?? (states.length > 0 ? 'standing' : 'open')
}

function stateOf(due: DueDates, today: IsoDate): Exclude<DueState, 'done'> {
  const deadline = deadlineFrom(due, today)
  if (due.recurrence === null) {
    if (due.to !== null && deadline === null) return 'overdue'
    if (deadline !== null) return deadline <= addDays(today, SOON_DAYS) ? 'soon' : 'open'
    return due.from !== null ? 'standing' : 'open'
  }
  // A series that ended without a mark waits for one.
  if (deadline === null) return due.to !== null ? 'overdue' : 'standing'
  const step = stepMonths(due.recurrence)
  if (step === null) return 'standing'
  return deadline <= addDays(today, step === 1 ? SOON_DAYS_MONTHLY : SOON_DAYS) ? 'soon' : 'standing'
}

/**
 * The first day of the current period of a repeated due: a mark made on or after it counts for now. Null for what is
 * done once or has no periods.
 */
export function currentPeriodStart(due: DueDates, today: IsoDate): IsoDate | null {
  const step = due.recurrence && stepMonths(due.recurrence)
  if (typeof step !== 'number') return null
  const deadline = deadlineFrom(due, today)
  if (deadline === null) return null
  if (isAnchored(due, step)) return addDays(addMonths(deadline, -step), 1)
  return isoDate(...startOfPeriod(step, deadline))
}

function startOfPeriod(step: number, day: IsoDate): [number, number, number] {
  const { year, month } = dateParts(day)
  return [year, (Math.ceil(month / step) - 1) * step + 1, 1]
}
