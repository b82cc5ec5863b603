import { newUid } from '@shared/contract/fields'
import type { Due } from '@shared/contract/meetings'
import type { Roadmap } from '@shared/contract/roadmaps'
import { addMonths, dateParts } from '@shared/domain/dates'
import { parseDues } from '@shared/domain/due/parse'
import { yearsOn } from '@shared/domain/years-on'
import type { QueryContext } from '../../context'
import { readPaper } from './read'

/** How far around the period a year named in the words is of the paper: last year's results, the plans after it. */
const yearsBefore = 1
const yearsAfter = 3

/** The next year's paper: years in its words and dues move on; what was done, and her notes, stay behind. */
export function copyOf({ raw }: QueryContext, id: number, years: number): Roadmap {
  const { roadmap } = readPaper(raw, id)
  const window = {
    from: dateParts(roadmap.from).year - yearsBefore,
    to: dateParts(roadmap.to).year + yearsAfter,
  }
  const on = (text: string): string => yearsOn(text, years, window)
  const later = (date: string): string => addMonths(date, 12 * years)
  const [old, period] = [roadmap, { from: later(roadmap.from), to: later(roadmap.to) }]
  const due = (one: Due): Due => {
    const text = on(one.text)
    const was = read(one.text, old)
    const is = read(text, period)
    // Read from its words then, it is read from its words now: February ends on another day.
    if (was && is && was.from === one.from && was.to === one.to && was.recurrence === one.recurrence) {
      return { text, range: null, from: is.from, to: is.to, recurrence: is.recurrence }
    }
    return { ...one, text, range: null, from: one.from && later(one.from), to: one.to && later(one.to) }
  }
  const columns = roadmap.columns.map((column) => ({
    ...column,
    uid: newUid(),
    title: on(column.title),
    from: column.uid,
  }))
  const kept = new Map(columns.filter(({ role }) => role === 'other').map(({ from, uid }) => [from, uid]))
  return {
    ...roadmap,
    ...period,
    title: on(roadmap.title),
    approval: { text: unapproved(roadmap.approval.text), number: '', date: null, annex: roadmap.approval.annex },
    columns: columns.map(({ from: _, ...column }) => column),
    sections: roadmap.sections.map((section) => ({
      ...section,
      uid: newUid(),
      title: on(section.title),
      items: section.items.map((item) => ({
        ...item,
        uid: newUid(),
        title: on(item.title),
        document: on(item.document),
        results: on(item.results),
        dues: item.dues.map(due),
        parts: item.parts.map((part) => ({ uid: newUid(), title: on(part.title), dues: part.dues.map(due) })),
        executors: item.executors.map((executor) => ({ ...executor, uid: newUid() })),
        cells: item.cells.flatMap(({ columnUid, text }) => {
          const uid = kept.get(columnUid)
          return uid === undefined ? [] : [{ columnUid: uid, text: on(text) }]
        }),
      })),
    })),
    preamble: on(roadmap.preamble),
    closing: on(roadmap.closing),
    note: '',
  }
}

function read(text: string, period: { from: string; to: string }): Omit<Due, 'range'> | null {
  const found = parseDues(text, { date: period.from, mode: 'field', period })
  const [only] = found
  return only !== undefined && found.length === 1 ? only : null
}

const DATE = '(?:\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|«?\\d{1,2}»?\\s+\\p{L}+\\s+\\d{4})(?:\\s*(?:г\\.|года))?'

/** The next one is not approved yet: its date and number are to be filled in. */
function unapproved(text: string): string {
  return text
    .replace(new RegExp(`(?<=(?:^|\\s)от\\s+)${DATE}`, 'gu'), '____________')
    .replace(new RegExp(`(?<!____________[^\\n]*)${DATE}`, 'gu'), '____________')
    .replace(/№\s*[\p{L}\d/-]+/gu, '№ ______')
}
