import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { provisionSource } from './list'
import { proposals, propose } from './propose'
import { readStudents, removeStudents, saveStudents, studentsSource } from './students'

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
  'provision.proposals': (context, input) => proposals(context, input),
  'provision.propose': (context, input) => propose(context, input),
} satisfies Handlers
