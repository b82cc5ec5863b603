import { eventKinds } from '@shared/contract/events'
import { addDays, formatDate } from '@shared/domain/dates'
import { SOON_DAYS } from '@shared/domain/due/state'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import type { DeskEntry, DeskSource } from '../../desk/source'

/** Planned events that are on or begin in two weeks, and those that are past: were they held? */
export const eventDesk: DeskSource = {
  kinds: ['event-unmarked', 'event-coming'],
  items: (context) => planned(context),
  done: {
    'event-unmarked': async (context, id) => {
      await context.run('lists.edit', { list: 'events', rows: [{ id, cells: { state: 'held' } }] })
    },
  },
}

interface Planned {
  id: number
  name: string
  kind: keyof typeof eventKinds
  from: string
  to: string
  place: string
}

function planned({ raw, today }: QueryContext): DeskEntry[] {
  const day = today()
  const found = prepared<[string], Planned>(
    raw,
    `SELECT id, name, kind, "from", "to", place FROM event WHERE state = 'planned' AND "from" <= ? ORDER BY "from", id`,
  ).all(addDays(day, SOON_DAYS))
  return found.map(({ id, name, kind, from, to, place }) => {
    const isPast = to < day
    const days =
      from === to ? formatDate(from, 'digits') : `${formatDate(from, 'digits')} – ${formatDate(to, 'digits')}`
    const detail = isPast ? `было ${days}: отметьте, проведено ли` : from < day ? `идёт, ${days}` : days
    return {
      kind: isPast ? 'event-unmarked' : 'event-coming',
      record: 'event',
      id,
      uid: null,
      title: name,
      detail: [kind === 'other' ? '' : eventKinds[kind], detail, isPast ? '' : place].filter(Boolean).join(' · '),
      date: from,
    }
  })
}
