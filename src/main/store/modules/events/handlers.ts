import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const unbuilt = (): never => {
  throw new AppError('internal', 'Мероприятия ещё не готовы.')
}

/** Events and who took part in them. */
export const eventHandlers = {
  'events.list': unbuilt,
  'eventParticipants.list': unbuilt,
  'events.get': unbuilt,
  'events.save': unbuilt,
  'events.remove': unbuilt,
  'events.blank': unbuilt,
} satisfies Handlers
