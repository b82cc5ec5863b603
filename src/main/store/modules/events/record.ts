import { blankEvent } from '@shared/contract/blank'
import { type Event, Event as EventSchema, eventKindWords, eventLevelWords } from '@shared/contract/events'
import type { CellValue } from '@shared/contract/lists'
import { saidChoice } from '@shared/domain/cells/said-choice'
import type { ListContext, ListRecord, Setter } from '../../lists/record'
import { parseAs } from '../../validation'
import { refuseWrongEvent } from './check'
import { eventSource } from './list'
import { readEvent } from './read'
import { removeEvent, saveEvent } from './save'

/** An event as typed into the list: what its cells leave unsaid follows from those that are filled. */
interface Draft {
  isNew: boolean
  event: Event
  typed: Record<string, CellValue>
}

const cell =
  (key: string): Setter<Draft> =>
  (draft, value) => ({ ...draft, typed: { ...draft.typed, [key]: value } })

/** An emptied choice goes back to what a new event has. */
const choice =
  (key: 'kind' | 'level' | 'state' | 'format'): Setter<Draft> =>
  (draft, value, context) =>
    cell(key)(draft, value ?? blankEvent(context.today())[key], context)

function settled(context: ListContext, { isNew, event, typed }: Draft): Event {
  const from = typed.from === undefined ? event.from : typed.from
  const isOneDay = event.from === event.to
  const to = typed.to === undefined ? (isOneDay ? from : event.to) : (typed.to ?? from)
  const whole = {
    ...event,
    ...(isNew ? unsaid(context, String(typed.name ?? ''), String(to)) : {}),
    ...typed,
    from,
    to,
  }
  return parseAs(EventSchema, whole, 'Мероприятие')
}

/** Of a new row: the kind and the level its name tells of; what is past has been held. */
function unsaid(context: ListContext, name: string, to: string): Partial<Event> {
  const kind = saidChoice(eventKindWords, name)
  const level = saidChoice(eventLevelWords, name)
  return {
    ...(kind === null ? {} : { kind }),
    ...(level === null ? {} : { level }),
    state: to < context.today() ? 'held' : 'planned',
  }
}

/** An event typed into the list; its participants are its card's. */
export const eventRecord: ListRecord<Draft> = {
  source: eventSource,
  blank: (context) => ({ isNew: true, event: blankEvent(context.today()), typed: {} }),
  read: ({ raw }, id) => ({ isNew: false, event: readEvent(raw, id).event, typed: {} }),
  set: {
    name: cell('name'),
    kind: choice('kind'),
    level: choice('level'),
    from: cell('from'),
    to: cell('to'),
    state: choice('state'),
    people: cell('people'),
    organiser: cell('organiser'),
    place: cell('place'),
    results: cell('results'),
    format: choice('format'),
  },
  check: (context, _, draft) => refuseWrongEvent(context, settled(context, draft)),
  save: (context, id, draft) => saveEvent(context, id, null, settled(context, draft)).id,
  remove: (context, id) => removeEvent(context, id),
}
