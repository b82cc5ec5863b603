import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'
import { writePlanPaper } from './paper'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const planHandlers = {
  'plans.make': notBuilt,
  'plans.keep': notBuilt,
  'plans.list': notBuilt,
  'plans.get': notBuilt,
  'plans.rename': notBuilt,
  'plans.remove': notBuilt,
  'planLines.list': notBuilt,
  'planUnmet.list': notBuilt,
  'plans.flows': notBuilt,
  'plans.mark': notBuilt,
  'plans.accept': notBuilt,
  'plans.compare': notBuilt,
  'distances.list': notBuilt,
  'papers.plan': writePlanPaper,
} satisfies Handlers
