import { eventKinds } from '@shared/contract/events'
import type { DeskItem } from '@shared/contract/papers'
import { addDays, formatDate } from '@shared/domain/dates'
import { SOON_DAYS } from '@shared/domain/due/state'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'

interface Planned {
  id: number
  name: string
  kind: keyof typeof eventKinds
  from: string
  to: string
  place: string
}

/** Planned events that are on or begin in two weeks, and those that are past: were they held? */
export function eventItems({ raw, today }: QueryContext): DeskItem[] {
  const day = today()
  const planned = prepared<[string], Planned>(
    raw,
    `SELECT id, name, kind, "from", "to", place FROM event WHERE state = 'planned' AND "from" <= ? ORDER BY "from", id`,
  ).all(addDays(day, SOON_DAYS))
  return planned.map(({ id, name, kind, from, to, place }) => {
    const isPast = to < day
    const days =
      from === to ? formatDate(from, 'digits') : `${formatDate(from, 'digits')} – ${formatDate(to, 'digits')}`
    const detail = isPast ? `было ${days}: отметьте, проведено ли` : from < day ? `идёт, ${days}` : days
    return {
      kind: isPast ? 'event-unmarked' : 'event-coming',
      record: 'event',
      id,
      title: name,
      detail: [kind === 'other' ? '' : eventKinds[kind], detail, isPast ? '' : place].filter(Boolean).join(' · '),
      date: from,
    }
  })
}
