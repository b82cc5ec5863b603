import type { IsoDate } from './dates'
import type { Due } from './due/due'
import { dueText } from './due/summary'

/** The year view of a road map: where on the calendar its dues lie. */

export interface Bar {
  itemUid: string
  from: IsoDate
  to: IsoDate
  kind: 'period' | 'deadline' | 'repeated'
  text: string
}

export interface BarRow {
  uid: string
  dues: readonly Pick<Due, 'text' | 'from' | 'to' | 'recurrence'>[]
  /** The later day its time was moved to; null: it was not. */
  movedTo: IsoDate | null
}

interface Stretch {
  from: IsoDate
  to: IsoDate
}

/**
 * Bars of the rows, clipped to the days asked for (`window`, both included); what repeats or has no end runs through the
 * period of the paper. A due no days can be derived of has none.
 */
export function roadmapBars(rows: readonly BarRow[], period: Stretch, window: Stretch): Bar[] {
  return rows.flatMap((row) => barsOf(row, period)).flatMap((bar) => clipped(bar, window))
}

function barsOf({ uid, dues, movedTo }: BarRow, period: Stretch): Bar[] {
  if (movedTo !== null) {
    const text = dueText({ text: '', from: null, to: movedTo, recurrence: null })
    return [{ itemUid: uid, from: movedTo, to: movedTo, kind: 'deadline', text: `перенесено: ${text}` }]
  }
  return dues.flatMap((due): Bar[] => {
    const own = { itemUid: uid, text: dueText(due) }
    if (due.recurrence !== null) {
      const from = due.from ?? period.from
      const to = due.to === null || due.from === null || due.to < from ? period.to : due.to
      return to < from ? [] : [{ ...own, from, to, kind: 'repeated' }]
    }
    if (due.from === null) return due.to === null ? [] : [{ ...own, from: due.to, to: due.to, kind: 'deadline' }]
    const to = due.to ?? period.to
    return to < due.from ? [] : [{ ...own, from: due.from, to, kind: 'period' }]
  })
}

function clipped(bar: Bar, { from, to }: Stretch): Bar[] {
  if (bar.to < from || bar.from > to) return []
  return [{ ...bar, from: bar.from < from ? from : bar.from, to: bar.to > to ? to : bar.to }]
}
