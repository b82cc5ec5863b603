import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const transferHandlers = {
  'transfers.list': notBuilt,
  'transferLines.list': notBuilt,
  'transfers.get': notBuilt,
  'transfers.save': notBuilt,
  'transfers.remove': notBuilt,
  'transfers.agree': notBuilt,
  'transfers.hand': notBuilt,
  'transfers.receive': notBuilt,
  'transfers.return': notBuilt,
  'transfers.back': notBuilt,
  'transfers.cancel': notBuilt,
  'transfers.issue': notBuilt,
  'transfers.linkMeeting': notBuilt,
  'transfers.flows': notBuilt,
  'papers.transferAct': notBuilt,
} satisfies Handlers
