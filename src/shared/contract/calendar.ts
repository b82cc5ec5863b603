import { z } from 'zod'
import { query } from './core'
import { IsoDate } from './fields'

/** The calendar: everything that has a day. Kinds are named by the modules that bring them. */

export const CalendarItem = z.object({
  kind: z.string(),
  /** Kind of the record that opens, and which. */
  record: z.string(),
  id: z.int(),
  /** A row inside that record (an item of a road map); null: the record itself. */
  uid: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  /** First and last day, not clipped to what was asked for. */
  from: z.string(),
  to: z.string(),
  /** Local time of day it begins at; null: of the whole day. */
  time: z.string().nullable(),
  state: z.enum(['late', 'done', 'ahead']),
})
export type CalendarItem = z.infer<typeof CalendarItem>

export const calendarContract = {
  /** What touches these days, both included: by first day, then by time; `kinds` null is all. */
  'calendar.items': query(
    z.object({
      from: IsoDate,
      to: IsoDate,
      kinds: z.array(z.string()).max(50).nullable().default(null),
    }),
    z.array(CalendarItem),
    ['*'],
  ),
} as const
