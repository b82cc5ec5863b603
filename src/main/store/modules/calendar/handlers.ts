import type { CalendarItem } from '@shared/contract/calendar'
import { calendarSources } from '../../calendar/all'
import type { Handlers } from '../../module'

export const calendarHandlers = {
  'calendar.items': async (context, { from, to, kinds }) => {
    const found: CalendarItem[] = []
    for (const source of calendarSources) {
      for (const [kind, items] of Object.entries(source)) {
        if (kinds !== null && !kinds.includes(kind)) continue
        for (const item of await items(context, { from, to })) found.push({ kind, ...item })
      }
    }
    // Sorting is stable: of one day and time, in the order of the sources.
    return found.sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
  },
} satisfies Handlers

/** What has no time of day stands under what has. */
const key = ({ from, time }: CalendarItem): string => `${from} ${time ?? '~'}`
