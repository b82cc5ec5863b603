import { eventKinds } from '@shared/contract/events'
import type { CalendarSource } from '../../calendar/source'
import { prepared } from '../../database/prepared'

interface Held {
  id: number
  name: string
  kind: keyof typeof eventKinds
  from: string
  to: string
  place: string
  state: 'planned' | 'held'
}

export const eventCalendar: CalendarSource = {
  event: ({ raw, today }, { from, to }) =>
    prepared<[string, string], Held>(
      raw,
      `SELECT id, name, kind, "from", "to", place, state FROM event
       WHERE state <> 'cancelled' AND "from" <= ? AND "to" >= ? ORDER BY "from", id`,
    )
      .all(to, from)
      .map((event) => ({
        record: 'event',
        id: event.id,
        uid: null,
        title: event.name,
        detail: [event.kind === 'other' ? '' : eventKinds[event.kind], event.place].filter(Boolean).join(' · '),
        from: event.from,
        to: event.to,
        time: null,
        state: event.state === 'held' ? 'done' : event.to < today() ? 'late' : 'ahead',
      })),
}
