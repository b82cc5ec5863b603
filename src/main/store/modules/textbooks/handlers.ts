import { AppError } from '@shared/errors'
import type { Handlers } from '../../module'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const textbookHandlers = {
  'textbooks.list': notBuilt,
  'textbooks.get': notBuilt,
  'textbooks.save': notBuilt,
  'textbooks.remove': notBuilt,
  'textbooks.find': notBuilt,
  'textbooks.fplChanges': notBuilt,
  'textbooks.applyFpl': notBuilt,
  'subjects.list': notBuilt,
  'subjects.get': notBuilt,
  'subjects.save': notBuilt,
  'subjects.remove': notBuilt,
  'subjects.options': notBuilt,
} satisfies Handlers
