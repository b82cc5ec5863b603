import { AppError } from '@shared/errors'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { provisionSource } from './list'
import { readStudents, removeStudents, saveStudents, studentsSource } from './students'

const notBuilt = (): never => {
  throw new AppError('internal', 'Ещё не готово.')
}

export const provisionHandlers = {
  'subjectStudents.list': (context, query) => listWindow(context, studentsSource, query),
  'subjectStudents.get': (context, { id }) => readStudents(context, id),
  'subjectStudents.save': (context, { id, revision, subjectStudents }) =>
    saveStudents(context, id, revision, subjectStudents),
  'subjectStudents.remove': (context, { id }) => {
    removeStudents(context, id)
    return {}
  },
  'provision.list': (context, query) => listWindow(context, provisionSource, query),
  'provision.proposals': notBuilt,
  'provision.propose': notBuilt,
} satisfies Handlers
