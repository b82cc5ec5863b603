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
