import type { Event, EventParticipant } from '@shared/contract/events'
import { newUid } from '@shared/contract/fields'
import { isRealDate } from '@shared/domain/dates'
import { formatDay } from '../../components/format'

/** «15.10.2026», «01.10.2026 – 20.10.2026»; empty while the days are being typed. */
export function daysOf({ from, to }: Pick<Event, 'from' | 'to'>): string {
  if (!isRealDate(from)) return ''
  return from === to || !isRealDate(to) ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`
}

export function blankParticipant(over: Partial<EventParticipant> = {}): EventParticipant {
  return {
    uid: newUid(),
    librarianId: null,
    schoolId: null,
    name: '',
    role: 'participant',
    count: null,
    result: '',
    ...over,
  }
}

/** Rows of participants added and left blank are dropped. */
export function tidyEvent(event: Event): Event {
  return {
    ...event,
    participants: event.participants.filter(
      ({ name, librarianId, schoolId, count, result }) =>
        name.trim() !== '' || librarianId !== null || schoolId !== null || count !== null || result.trim() !== '',
    ),
  }
}
