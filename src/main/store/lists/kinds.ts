import type { CommandContext } from '../context'
import { associationHandlers } from '../modules/associations/handlers'
import { readEvent } from '../modules/events/read'
import { saveEvent } from '../modules/events/save'
import { exchangeHandlers } from '../modules/exchange/handlers'
import { librarianHandlers } from '../modules/librarians/handlers'
import { readMailing } from '../modules/mailings/read'
import { saveMailing } from '../modules/mailings/save'
import { meetingHandlers } from '../modules/meetings/handlers'
import { provisionHandlers } from '../modules/provision/handlers'
import { readReport } from '../modules/reports/read'
import { saveReport } from '../modules/reports/save'
import { readPaper } from '../modules/roadmaps/read'
import { saveRoadmap } from '../modules/roadmaps/save'
import { schoolHandlers } from '../modules/schools/handlers'
import { textbookHandlers } from '../modules/textbooks/handlers'
import { saveRestored } from '../modules/transfers/restored'
import { readCampaign, saveCampaign } from '../modules/writeoff/campaigns'
import { readWriteOff } from '../modules/writeoff/read'
import { saveWriteOff } from '../modules/writeoff/save'

type SaveAnew = (context: CommandContext, id: number, allowDuplicate: boolean) => Promise<unknown>

/** Reads a record and saves it as it is: its rules judge it, its computed columns are made anew, its revision raised. */
const kinds: Readonly<Record<string, SaveAnew>> = {
  school: async (context, id) => {
    const { school } = await schoolHandlers['schools.get'](context, { id })
    return schoolHandlers['schools.save'](context, { id, revision: null, school })
  },
  librarian: async (context, id, allowDuplicate) => {
    const { librarian } = await librarianHandlers['librarians.get'](context, { id })
    return librarianHandlers['librarians.save'](context, { id, revision: null, librarian, allowDuplicate })
  },
  association: async (context, id) => {
    const { association } = await associationHandlers['associations.get'](context, { id })
    return associationHandlers['associations.save'](context, { id, revision: null, association })
  },
  meeting: async (context, id) => {
    const { meeting } = await meetingHandlers['meetings.get'](context, { id })
    return meetingHandlers['meetings.save'](context, { id, revision: null, meeting })
  },
  subject: async (context, id) => {
    const { subject } = textbookHandlers['subjects.get'](context, { id })
    return textbookHandlers['subjects.save'](context, { id, revision: null, subject })
  },
  textbook: async (context, id) => {
    const { textbook } = textbookHandlers['textbooks.get'](context, { id })
    return textbookHandlers['textbooks.save'](context, { id, revision: null, textbook })
  },
  surplus: async (context, id) => {
    const { surplus } = exchangeHandlers['surpluses.get'](context, { id })
    return exchangeHandlers['surpluses.save'](context, { id, revision: null, surplus })
  },
  'subject-students': async (context, id) => {
    const { subjectStudents } = provisionHandlers['subjectStudents.get'](context, { id })
    return provisionHandlers['subjectStudents.save'](context, { id, revision: null, subjectStudents })
  },
  transfer: async (context, id) => saveRestored(context, id),
  need: async (context, id) => {
    const { need } = exchangeHandlers['needs.get'](context, { id })
    return exchangeHandlers['needs.save'](context, { id, revision: null, need })
  },
  roadmap: async (context, id) => saveRoadmap(context, id, null, readPaper(context.raw, id).roadmap),
  report: async (context, id) => saveReport(context, id, null, readReport(context.raw, id).report),
  event: async (context, id) => saveEvent(context, id, null, readEvent(context.raw, id).event),
  mailing: async (context, id) => saveMailing(context, id, null, readMailing(context.raw, id).mailing),
  'write-off': async (context, id) => saveWriteOff(context, id, null, readWriteOff(context.raw, id).writeOff),
  'write-off-campaign': async (context, id) => saveCampaign(context, id, null, readCampaign(context.raw, id).campaign),
}

/** Undefined for kinds without rules of their own (phrases, templates, views). */
export function savedAnew(record: string): SaveAnew | undefined {
  return Object.hasOwn(kinds, record) ? kinds[record] : undefined
}
