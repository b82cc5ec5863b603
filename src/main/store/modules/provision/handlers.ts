import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const provisionHandlers = {
  'subjectStudents.list': notBuilt,
  'provision.list': notBuilt,
  'provision.proposals': notBuilt,
  'provision.propose': notBuilt,
} satisfies Handlers
