import { contract } from '@shared/contract'
import { importHandlers } from './imports/handlers'
import { listHandlers } from './lists/handlers'
import type { AnyHandler, Handlers } from './module'
import { appHandlers } from './modules/app/handlers'
import { associationHandlers } from './modules/associations/handlers'
import { calendarHandlers } from './modules/calendar/handlers'
import { deskHandlers } from './modules/desk/handlers'
import { eventHandlers } from './modules/events/handlers'
import { exchangeHandlers } from './modules/exchange/handlers'
import { historyHandlers } from './modules/history/handlers'
import { holdingHandlers } from './modules/holdings/handlers'
import { librarianHandlers } from './modules/librarians/handlers'
import { mailingHandlers } from './modules/mailings/handlers'
import { meetingHandlers } from './modules/meetings/handlers'
import { paperHandlers } from './modules/papers/handlers'
import { yearPaperHandlers } from './modules/papers/year'
import { planHandlers } from './modules/plans/handlers'
import { provisionHandlers } from './modules/provision/handlers'
import { reportHandlers } from './modules/reports/handlers'
import { roadmapHandlers } from './modules/roadmaps/handlers'
import { schoolHandlers } from './modules/schools/handlers'
import { searchHandlers } from './modules/search/handlers'
import { staffingHandlers } from './modules/staffing/handlers'
import { templateHandlers } from './modules/templates/handlers'
import { textbookHandlers } from './modules/textbooks/handlers'
import { transferHandlers } from './modules/transfers/handlers'
import { writeOffHandlers } from './modules/writeoff/handlers'
import { oldPaperHandlers } from './old-papers/handlers'

const modules: readonly Handlers[] = [
  appHandlers,
  schoolHandlers,
  librarianHandlers,
  staffingHandlers,
  associationHandlers,
  meetingHandlers,
  paperHandlers,
  searchHandlers,
  deskHandlers,
  calendarHandlers,
  historyHandlers,
  listHandlers,
  importHandlers,
  textbookHandlers,
  holdingHandlers,
  provisionHandlers,
  exchangeHandlers,
  transferHandlers,
  planHandlers,
  writeOffHandlers,
  roadmapHandlers,
  eventHandlers,
  templateHandlers,
  mailingHandlers,
  yearPaperHandlers,
  oldPaperHandlers,
  reportHandlers,
]

/** Every call's handler by name. Two handlers of one name, or a call without one, is a defect found at start. */
function collect(): ReadonlyMap<string, AnyHandler> {
  const found = new Map<string, AnyHandler>()
  for (const handlers of modules) {
    for (const [name, handler] of Object.entries(handlers)) {
      if (found.has(name)) throw new Error(`Two handlers for ${name}`)
      found.set(name, handler as AnyHandler)
    }
  }
  for (const [name, definition] of Object.entries(contract)) {
    if (definition.kind !== 'shell' && !found.has(name)) throw new Error(`No handler for ${name}`)
  }
  return found
}

export const handlers = collect()
