import { listWindow } from '../../lists/list'
import { findTextbooks } from '../../lists/textbook-search'
import type { Handlers } from '../../module'
import { applyFpl, fplChanges } from './fpl'
import { subjectSource, textbookSource } from './list'
import { readTextbook } from './read'
import { removeTextbook, saveTextbook } from './save'
import { readSubject, removeSubject, saveSubject } from './subjects'

export const textbookHandlers = {
  'textbooks.list': (context, query) => listWindow(context, textbookSource, query),
  'textbooks.get': (context, { id }) => readTextbook(context, id),
  'textbooks.save': (context, { id, revision, textbook }) => saveTextbook(context, id, revision, textbook),
  'textbooks.remove': (context, { id }) => {
    removeTextbook(context, id)
    return {}
  },
  'textbooks.find': ({ raw }, { text, limit }) => findTextbooks(raw, text, limit),
  'textbooks.fplChanges': ({ raw }, { runId }) => fplChanges(raw, runId),
  'textbooks.applyFpl': (context, input) => applyFpl(context, input),
  'subjects.list': (context, query) => listWindow(context, subjectSource, query),
  'subjects.get': (context, { id }) => readSubject(context, id),
  'subjects.save': (context, { id, revision, subject }) => saveSubject(context, id, revision, subject),
  'subjects.remove': (context, { id }) => {
    removeSubject(context, id)
    return {}
  },
  'subjects.options': ({ raw }) =>
    raw.prepare<[], { id: number; name: string }>('SELECT id, name FROM subject ORDER BY sortKey').all(),
} satisfies Handlers
