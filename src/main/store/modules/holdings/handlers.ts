import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const holdingHandlers = {
  'holdings.list': notBuilt,
  'holdings.get': notBuilt,
  'holdings.lots': notBuilt,
  'holdings.correct': notBuilt,
  'movements.list': notBuilt,
  'movements.add': notBuilt,
  'movements.remove': notBuilt,
  'movements.reverse': notBuilt,
} satisfies Handlers
