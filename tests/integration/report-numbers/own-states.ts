import type { Judged } from './judge'

/**
 * Where a decision or an item of a road map is on a day, worked out from its rows anew: by the rules as they are told to people, not by
 * the product's code. What was taken off the control is closed and not done.
 */

export interface OwnDue {
  from: string | null
  to: string | null
  recurrence: string | null
}

export interface OwnMark {
  by: string | null
  state: string
  on: string
}

export const steps: Record<string, number> = { yearly: 12, 'half-yearly': 6, quarterly: 3, monthly: 1 }

const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const dayOf = (month: number, day: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
const lastOf = (month: number): number => new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate()

/** «Ежегодно до 1 июня»: the same day of each period. */
const repeatedDay = (due: OwnDue, step: number): string | null =>
  due.to !== null && (due.from === null || monthOf(due.to) - monthOf(due.from) < step) ? due.to : null

/** First day of the period the day is in; null where there are none. */
function periodStart(due: OwnDue, day: string): string | null {
  const step = due.recurrence === null ? undefined : steps[due.recurrence]
  if (step === undefined) return null
  const anchor = repeatedDay(due, step)
  if (anchor === null) {
    if (due.to !== null && due.to < day) return null
    return dayOf(Math.floor(monthOf(day > (due.from ?? '') ? day : (due.from ?? day)) / step) * step, 1)
  }
  // The deadline on or after the day, and the one before it: the period begins the day after that.
  const deadlines = Array.from({ length: 400 }, (_, index) => {
    const month = monthOf(anchor) + (index - 1) * step
    return dayOf(month, Math.min(Number(anchor.slice(8)), lastOf(month)))
  })
  const next = deadlines.findIndex((one, index) => index > 0 && one >= day)
  return nextDay(deadlines[next - 1] ?? anchor)
}

export function counts(dues: readonly OwnDue[], mark: OwnMark, day: string): boolean {
  if (dues.length === 0 || mark.state === 'cancelled') return true
  return dues.some((due) => {
    const start = periodStart(due, day)
    return start === null || start > day || mark.on >= start
  })
}

export const lastOfMarks = <M extends OwnMark>(marks: readonly M[]): M | undefined =>
  marks.reduce<M | undefined>((best, mark) => (best === undefined || mark.on >= best.on ? mark : best), undefined)

/** Whether some day by which it was due has passed; what comes back every year is due again. */
export function isLate(dues: readonly OwnDue[], day: string): boolean {
  return dues.some((due) => {
    if (due.to === null) return false
    const step = due.recurrence === null ? undefined : steps[due.recurrence]
    return due.to < day && !(step !== undefined && repeatedDay(due, step) !== null)
  })
}

/** «Постоянно», «ежеквартально», «с 1 сентября». */
export const goesOn = (dues: readonly OwnDue[]): boolean =>
  dues.length > 0 && dues.every((due) => due.recurrence !== null || (due.to === null && due.from !== null))

export interface OwnState {
  /** `done`: everyone fulfilled it; `cancelled`: taken off, wholly or what was left of it. */
  closed: 'done' | 'cancelled' | null
  closedOn: string | null
  /** Something was fulfilled, and it is not closed. */
  begun: boolean
  overdue: boolean
  /** It goes on: «постоянно», «ежеквартально», «с 1 сентября». */
  standing: boolean
}

/** @param day what is marked later is not known yet */
export function ownState(
  dues: readonly OwnDue[],
  owed: readonly string[],
  all: readonly OwnMark[],
  day: string,
): OwnState {
  const marks = all.filter((mark) => mark.on <= day && counts(dues, mark, day))
  const whole = lastOfMarks(marks.filter((mark) => mark.by === null))
  const each = owed.map((uid) => lastOfMarks(marks.filter((mark) => mark.by === uid)))
  const closing = (mark: OwnMark | undefined): boolean => mark !== undefined && mark.state !== 'partial'
  const byEach = owed.length > 0 && each.every(closing)
  const ends = closing(whole) ? [whole] : byEach ? each : []
  const closed = ends.length === 0 ? null : ends.every((mark) => mark?.state === 'done') ? 'done' : 'cancelled'
  const late = isLate(dues, day)
  return {
    closed,
    closedOn:
      closed === null
        ? null
        : (ends
            .flatMap((mark) => mark?.on ?? [])
            .sort()
            .at(-1) ?? null),
    begun: closed === null && marks.length > 0,
    overdue: closed === null && late,
    standing: goesOn(dues),
  }
}

export interface OwnDecision {
  id: number
  uid: string
  meetingDate: string
  associationId: number
  dues: OwnDue[]
  owed: string[]
  marks: OwnMark[]
}

/** Decisions of meetings of these days, with everything that was said of them. */
export function decisionsOf(district: Judged, from: string, to: string, associationId: number | null): OwnDecision[] {
  return district
    .rows<{ id: number; uid: string; meetingDate: string; associationId: number }>(
      `SELECT d.id, d.uid, m.date AS meetingDate, s.associationId
       FROM decision d JOIN meeting m ON m.id = d.meetingId JOIN meetingSeries s ON s.id = m.seriesId
       WHERE m.date BETWEEN ? AND ? AND (? IS NULL OR s.associationId = ?) ORDER BY m.date, d.ord`,
      from,
      to,
      associationId,
      associationId,
    )
    .map((one) => ({
      ...one,
      dues: district.rows<OwnDue>(
        'SELECT "from", "to", recurrence FROM decisionDue WHERE decisionUid = ? ORDER BY ord',
        one.uid,
      ),
      owed: district
        .rows<{ uid: string }>('SELECT uid FROM decisionAddressee WHERE decisionUid = ?', one.uid)
        .map((row) => row.uid),
      marks: district.rows<OwnMark>(
        'SELECT addresseeUid AS "by", state, "on" FROM execution WHERE decisionUid = ? ORDER BY ord',
        one.uid,
      ),
    }))
}

export type Outcome = 'in-time' | 'late' | 'done' | 'cancelled' | 'partial' | 'open' | 'standing' | 'overdue'
export const outcomes: Outcome[] = ['in-time', 'late', 'done', 'cancelled', 'partial', 'open', 'standing', 'overdue']

export function outcomeOf(one: OwnDecision, day: string): Outcome {
  const state = ownState(one.dues, one.owed, one.marks, day)
  if (state.closed === 'cancelled') return 'cancelled'
  if (state.closed === 'done') {
    const last = one.dues
      .flatMap((due) => due.to ?? [])
      .sort()
      .at(-1)
    // Of what repeats, the time is that of the period it was marked in.
    if (one.dues.some((due) => ['monthly', 'quarterly', 'half-yearly', 'yearly'].includes(due.recurrence ?? '')))
      return 'in-time'
    if (last === undefined) return 'done'
    return (state.closedOn ?? '') <= last ? 'in-time' : 'late'
  }
  if (state.overdue) return 'overdue'
  if (state.begun) return 'partial'
  return state.standing ? 'standing' : 'open'
}
