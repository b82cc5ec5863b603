import type { CalendarItem } from '@shared/contract/calendar'
import type { QueryContext } from '../context'

/** Days asked for, ISO, both included. */
export interface Days {
  from: string
  to: string
}

/** What a module brings to the calendar, by kind. It stands in the module's own room and is named in `calendar/all.ts`. */
export type CalendarSource = Readonly<
  Record<string, (context: QueryContext, days: Days) => Promise<readonly Dated[]> | readonly Dated[]>
>

/** An entry without its kind, which is that of whoever brings it. */
export type Dated = Omit<CalendarItem, 'kind'>
