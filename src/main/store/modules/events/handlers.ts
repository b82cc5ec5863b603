import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { eventToFill } from './blank'
import { eventOfItem } from './from-item'
import { eventParticipantSource, eventSource } from './list'
import { eventPeople, writeEventSheet } from './people'
import { readEvent } from './read'
import { removeEvent, saveEvent } from './save'

/** Events and who took part in them. */
export const eventHandlers = {
  'events.list': (context, query) => listWindow(context, eventSource, query),
  'eventParticipants.list': (context, query) => listWindow(context, eventParticipantSource, query),
  'events.get': ({ raw }, { id }) => readEvent(raw, id),
  'events.people': (context, { id }) => eventPeople(context, id),
  'papers.eventParticipants': (context, input) => writeEventSheet(context, input),
  'events.save': (context, { id, revision, event }) => saveEvent(context, id, revision, event),
  'events.remove': (context, { id }) => {
    removeEvent(context, id)
    return {}
  },
  'events.blank': (context, { itemUid, on }) => eventToFill(context, itemUid, on),
  'events.fromItem': (context, { itemUid }) => eventOfItem(context, itemUid),
} satisfies Handlers
