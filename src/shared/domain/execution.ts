import type { IsoDate } from './dates'
import { currentPeriodStart, type DueDates, type DueState, dueState } from './due/state'

/** A note that a decision was fulfilled, by one addressee or (`addresseeUid` null) as a whole. */
export interface ExecutionMark {
  addresseeUid: string | null
  /** `cancelled` (снято с контроля) closes as `done` does. */
  state: 'done' | 'partial' | 'cancelled'
  on: IsoDate
}

/** As `DueState`, and `partial`: something was done, or some of the addressees have finished, and time is left. */
export type DecisionState = DueState | 'partial'

/**
 * State of a decision on a day. It is done when a mark closes it as a whole, or every addressee is closed; a later mark
 * of the same addressee replaces an earlier one. What repeats («ежеквартально») is done only for the period in which it
 * was marked: a mark of the last quarter does not count in this one. Overdue outweighs partial.
 */
export function decisionState(
  dues: readonly DueDates[],
  addresseeUids: readonly string[],
  marks: readonly ExecutionMark[],
  today: IsoDate,
): DecisionState {
  const current = marks.filter((mark) => mark.on <= today && countsNow(dues, mark, today))
  const whole = latest(current.filter((mark) => mark.addresseeUid === null))
  const closed =
    isClosing(whole) ||
    (addresseeUids.length > 0 &&
      addresseeUids.every((uid) => isClosing(latest(current.filter((mark) => mark.addresseeUid === uid)))))
  const state = dueState(dues, { today, done: closed })
  const begun = current.length > 0
  return begun && state !== 'done' && state !== 'overdue' ? 'partial' : state
}

export const decisionOutcomes = {
  'in-time': 'выполнено в срок',
  late: 'выполнено позже срока',
  done: 'выполнено, срок без даты',
  cancelled: 'снято с контроля',
  partial: 'выполнено частично',
  open: 'срок не наступил',
  standing: 'исполняется постоянно',
  overdue: 'не выполнено в срок',
} as const
export type DecisionOutcome = keyof typeof decisionOutcomes

/**
 * How a decision stands for a report, one answer for each: the state, and of a closed one whether by its last day. What repeats and
 * is done for its period is done in time; a decision closed only by «снято с контроля» is not done.
 */
export function decisionOutcome(
  dues: readonly DueDates[],
  addresseeUids: readonly string[],
  marks: readonly ExecutionMark[],
  today: IsoDate,
): DecisionOutcome {
  const state = decisionState(dues, addresseeUids, marks, today)
  // What only repeats goes on, whatever its next day is.
  if (state === 'soon') return dues.every((due) => due.recurrence !== null) ? 'standing' : 'open'
  if (state !== 'done') return state
  const current = marks.filter((mark) => mark.on <= today && countsNow(dues, mark, today))
  const whole = latest(current.filter((mark) => mark.addresseeUid === null))
  const closing = (
    isClosing(whole) ? [whole] : addresseeUids.map((uid) => latest(current.filter((mark) => mark.addresseeUid === uid)))
  ).filter((mark) => mark !== null)
  if (closing.every((mark) => mark.state === 'cancelled')) return 'cancelled'
  const finished = closing.reduce((last, mark) => (mark.on > last ? mark.on : last), '')
  const once = dues.filter((due) => due.recurrence === null)
  const deadline = once.reduce<IsoDate | null>(
    (last, { to }) => (to !== null && (last === null || to > last) ? to : last),
    null,
  )
  if (deadline !== null) return finished <= deadline ? 'in-time' : 'late'
  return once.length < dues.length ? 'in-time' : 'done'
}

const isClosing = (mark: ExecutionMark | null): boolean => mark !== null && mark.state !== 'partial'

/** The last by date; of marks of one day the one standing later. */
export function latest<Mark extends { on: IsoDate }>(marks: readonly Mark[]): Mark | null {
  return marks.reduce<Mark | null>((best, mark) => (best === null || mark.on >= best.on ? mark : best), null)
}

/** Whether a mark still counts: always, except for a decision all of whose dues repeat by periods and have moved on. */
export function countsNow(dues: readonly DueDates[], mark: { state: string; on: IsoDate }, today: IsoDate): boolean {
  if (dues.length === 0 || mark.state === 'cancelled') return true
  const starts = dues.map((due) => currentPeriodStart(due, today))
  // Before the first period has begun, what was done ahead of it counts.
  return starts.some((start) => start === null || start > today || mark.on >= start)
}
