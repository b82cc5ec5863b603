import { AppError } from '@shared/errors'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { needSource } from './need-list'
import { readNeed, removeNeed, saveNeed } from './need-record'
import { surplusSource } from './surplus-list'
import { readSurplus, removeSurplus, saveSurplus } from './surplus-record'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const exchangeHandlers = {
  'surpluses.list': (context, query) => listWindow(context, surplusSource, query),
  'surpluses.get': (context, { id }) => readSurplus(context, id),
  'surpluses.save': (context, { id, revision, surplus }) => saveSurplus(context, id, revision, surplus),
  'surpluses.remove': (context, { id }) => {
    removeSurplus(context, id)
    return {}
  },
  'needs.list': (context, query) => listWindow(context, needSource, query),
  'needs.get': (context, { id }) => readNeed(context, id),
  'needs.save': (context, { id, revision, need }) => saveNeed(context, id, revision, need),
  'needs.remove': (context, { id }) => {
    removeNeed(context, id)
    return {}
  },
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
