import { listWindow } from '../lists/list'
import type { Handlers } from '../module'
import { oldPaperSource } from './list'
import { readFiles } from './read-files'
import { savePapers } from './save'
import { dismissPapers, dropPapers, paperOfRecord, readPaper, stagePaper, understandAnew, updatePaper } from './staging'

/** Old protocols and road maps coming in. */
export const oldPaperHandlers = {
  'oldPapers.read': (context, input) => readFiles(context, input),
  'oldPapers.list': (context, query) => listWindow(context, oldPaperSource, query),
  'oldPapers.get': (context, { id }) => readPaper(context, id),
  'oldPapers.of': ({ raw }, { record, id }) => paperOfRecord(raw, record, id),
  'oldPapers.update': (context, input) => updatePaper(context, input),
  'oldPapers.understand': (context, input) => understandAnew(context, input),
  'oldPapers.save': (context, { ids }) => savePapers(context, ids),
  'oldPapers.dismiss': (context, input) => {
    dismissPapers(context, input)
    return {}
  },
  'oldPapers.drop': (context, { ids }) => {
    dropPapers(context, ids)
    return {}
  },
  'oldPapers.stage': (context, input) => stagePaper(context, input),
} satisfies Handlers
