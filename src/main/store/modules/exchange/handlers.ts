import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const exchangeHandlers = {
  'surpluses.list': notBuilt,
  'surpluses.get': notBuilt,
  'surpluses.save': notBuilt,
  'surpluses.remove': notBuilt,
  'needs.list': notBuilt,
  'needs.get': notBuilt,
  'needs.save': notBuilt,
  'needs.remove': notBuilt,
  'exchange.summary': notBuilt,
  'exchange.matches': notBuilt,
  'reservations.list': notBuilt,
  'reservations.make': notBuilt,
  'reservations.cancel': notBuilt,
  'reservations.extend': notBuilt,
  'reservations.transfer': notBuilt,
  'exchange.prepareMeeting': notBuilt,
  'papers.exchangeSheet': notBuilt,
} satisfies Handlers
