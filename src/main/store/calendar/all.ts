import { eventCalendar } from '../modules/events/calendar'
import { librarianCalendar } from '../modules/librarians/calendar'
import { meetingCalendar } from '../modules/meetings/calendar'
import { roadmapCalendar } from '../modules/roadmaps/calendar'
import { transferCalendar } from '../modules/transfers/calendar'
import { writeOffCalendar } from '../modules/writeoff/calendar'
import type { CalendarSource } from './source'

/** Who brings something to the calendar; a module's own source is added here. */
export const calendarSources: readonly CalendarSource[] = [
  meetingCalendar,
  eventCalendar,
  roadmapCalendar,
  librarianCalendar,
  transferCalendar,
  writeOffCalendar,
]
