import type { PersonRef } from '@shared/contract/fields'
import type { Meeting } from '@shared/contract/meetings'
import {
  findItem,
  general,
  holderAt,
  insertDecision,
  insertItem,
  insertSpeech,
  itemAt,
  type Line,
  linesOf,
  moveItem,
  moveLine,
  type Place,
  removeItem,
  removeLine,
} from './agenda'
import { isEmptyDecision, isEmptyItem, isEmptySpeech, newDecision, newItem, newSpeech, nobody } from './blank'
import {
  existingView,
  type FieldKey,
  fieldOf,
  isPlace,
  lineOfField,
  parseField,
  sameView,
  type View,
  viewsOf,
} from './fields'
import type { EditorCommand } from './keyboard'

/** What keys and buttons do to the document, and where the caret goes then. */

export interface Focus {
  field: FieldKey
  caret: 'start' | 'end' | 'all'
}

export interface Editing {
  meeting: Meeting
  view: View
  /** Where the caret is to be put; null leaves it where it is. */
  focus: Focus | null
}

/** Of a view without fields: the focus goes to its pane, so that keys go on working. */
const NO_FIELD: FieldKey = 'pane'

/** Commands that change or walk the document; the rest (pickers, votes, panes) belong to the screen. */
export type DocumentCommand = Exclude<
  EditorCommand,
  'vote' | 'pick-person' | 'pick-phrase' | 'next-pane' | 'previous-pane'
>

export function isDocumentCommand(command: EditorCommand): command is DocumentCommand {
  return !['vote', 'pick-person', 'pick-phrase', 'next-pane', 'previous-pane'].includes(command)
}

/** Runs a command from the field where the caret is (null: from none). */
export function runCommand(meeting: Meeting, view: View, command: DocumentCommand, field: FieldKey | null): Editing {
  const stay: Editing = { meeting, view, focus: null }
  switch (command) {
    case 'next-line':
      return nextLine(stay, field)
    case 'new-remark':
      return addSpeech(stay, field, 'remark')
    case 'new-decision':
      return addDecision(stay, field)
    case 'new-item':
      return addItem(stay)
    case 'move-up':
      return move(stay, field, -1)
    case 'move-down':
      return move(stay, field, 1)
    case 'previous-view':
      return step(stay, -1)
    case 'next-view':
      return step(stay, 1)
    case 'previous-field':
      return walk(stay, field, -1)
    case 'next-field':
      return walk(stay, field, 1)
    case 'remove-empty':
      return removeEmpty(stay, field)
  }
}

/** Shows a view with the caret in its first field. */
export function openView(meeting: Meeting, view: View): Editing {
  const found = existingView(meeting, view)
  return { meeting, view: found, focus: { field: fieldsOf(meeting, found)[0] ?? NO_FIELD, caret: 'end' } }
}

/** Text fields of a view from top to bottom: what the arrows walk. */
export function fieldsOf(meeting: Meeting, view: View): FieldKey[] {
  if (view.at === 'header') return [fieldOf.head('number')]
  if (view.at === 'attendance') return [fieldOf.attendance(attendanceField(meeting))]
  const title = view.at === 'item' && findItem(meeting, view.uid) ? [fieldOf.title(view.uid)] : []
  return [...title, ...linesOf(holderAt(meeting, view)).map(fieldOfLine)]
}

function attendanceField({ attendance }: Meeting): string {
  if (attendance.mode === 'count') return 'count'
  return attendance.roster.length === 0 ? 'add' : 'roster'
}

export function fieldOfLine(line: Line): FieldKey {
  return line.kind === 'speech' ? fieldOf.speech(line.uid) : fieldOf.decision(line.uid)
}

/** A new agenda item after the one shown, its title ready to be typed. */
export function addItem({ meeting, view }: Editing): Editing {
  const item = newItem()
  const after = view.at === 'item' ? view.uid : null
  return {
    meeting: insertItem(meeting, item, after),
    view: itemAt(item.uid),
    focus: { field: fieldOf.title(item.uid), caret: 'start' },
  }
}

export function addSpeech(at: Editing, field: FieldKey | null, kind: 'report' | 'remark'): Editing {
  const place = placeToFill(at.view)
  const line = field ? lineOfField(field) : null
  const speech = newSpeech(kind, kind === 'report' ? reporter(at.meeting, place) : nobody)
  const after = line?.kind === 'speech' ? line.uid : lastReport(at.meeting, place, kind)
  return {
    meeting: insertSpeech(at.meeting, place, speech, after),
    view: place,
    focus: {
      field: speech.speaker === nobody ? fieldOf.speaker(speech.uid) : fieldOf.speech(speech.uid),
      caret: 'start',
    },
  }
}

export function addDecision(at: Editing, field: FieldKey | null): Editing {
  const place = placeToFill(at.view)
  const line = field ? lineOfField(field) : null
  const decisions = holderAt(at.meeting, place).decisions
  const current = line?.kind === 'decision' ? line.uid : decisions.at(-1)?.uid
  const under = decisions.find(({ uid }) => uid === current)
  // A second empty line would only be one more to remove.
  if (under && isEmptyDecision(under)) {
    return { ...at, view: place, focus: { field: fieldOf.decision(under.uid), caret: 'end' } }
  }
  const decision = newDecision()
  return {
    meeting: insertDecision(at.meeting, place, decision, line?.kind === 'decision' ? line.uid : null),
    view: place,
    focus: { field: fieldOf.decision(decision.uid), caret: 'start' },
  }
}

/** Takes a line away and puts the caret at the end of what stood before it. */
export function dropLine(at: Editing, line: Line): Editing {
  const fields = fieldsOf(at.meeting, at.view)
  const index = fields.indexOf(fieldOfLine(line))
  const neighbour = fields[index - 1] ?? fields[index + 1]
  return {
    meeting: removeLine(at.meeting, line),
    view: at.view,
    focus: neighbour ? { field: neighbour, caret: 'end' } : null,
  }
}

/** Takes an agenda item away and shows the one that comes into its place. */
export function dropItem(at: Editing, uid: string): Editing {
  const index = at.meeting.agenda.findIndex((item) => item.uid === uid)
  const meeting = removeItem(at.meeting, uid)
  const next = meeting.agenda[index] ?? meeting.agenda[index - 1]
  const shown = at.view.at === 'item' && at.view.uid === uid
  return shown ? openView(meeting, next ? itemAt(next.uid) : { at: 'header' }) : { ...at, meeting }
}

/** The document without lines in which nothing was typed: what is saved and printed. */
export function pruned(meeting: Meeting): Meeting {
  const speeches = (rows: Meeting['speeches']) => keep(rows, (row) => !isEmptySpeech(row))
  const decisions = (rows: Meeting['decisions']) => keep(rows, (row) => !isEmptyDecision(row))
  return {
    ...meeting,
    speeches: speeches(meeting.speeches),
    decisions: decisions(meeting.decisions),
    agenda: keep(meeting.agenda, (item) => !isEmptyItem(item)).map((item) => ({
      ...item,
      speeches: speeches(item.speeches),
      decisions: decisions(item.decisions),
    })),
  }
}

function keep<T>(rows: readonly T[], wanted: (row: T) => boolean): T[] {
  return rows.filter(wanted)
}

/**
 * Enter. From the title to what was heard (a report by the item's speaker is begun), from a speech to the next remark,
 * from a decision to the next decision. In an empty line it goes on instead, as lists do in Word: the line is taken
 * away, remarks end in decisions, decisions end in the next item.
 */
function nextLine(at: Editing, field: FieldKey | null): Editing {
  const name = field ? parseField(field) : null
  if (!name || !isPlace(at.view)) return at
  const holder = holderAt(at.meeting, at.view)
  if (name.of === 'item') {
    const first = holder.speeches[0]
    if (!first) return addSpeech(at, null, 'report')
    return { ...at, focus: { field: speakerOrText(first), caret: 'end' } }
  }
  if (name.of === 'speech') {
    const speech = holder.speeches.find(({ uid }) => uid === name.uid)
    if (!speech) return at
    if (name.part === 'speaker') return { ...at, focus: { field: fieldOf.speech(speech.uid), caret: 'end' } }
    if (speech.text.trim() !== '') return addSpeech(at, field, 'remark')
    const without = isEmptySpeech(speech) ? dropLine(at, { kind: 'speech', uid: speech.uid }) : at
    return addDecision(without, null)
  }
  const decision = holder.decisions.find(({ uid }) => uid === name.uid)
  if (!decision) return at
  if (!isEmptyDecision(decision)) return addDecision(at, field)
  return step(dropLine(at, { kind: 'decision', uid: decision.uid }), 1)
}

function move(at: Editing, field: FieldKey | null, by: number): Editing {
  const line = field ? lineOfField(field) : null
  if (line) return { ...at, meeting: moveLine(at.meeting, line, by), focus: field ? { field, caret: 'end' } : null }
  if (at.view.at !== 'item') return at
  return { ...at, meeting: moveItem(at.meeting, at.view.uid, by), focus: field ? { field, caret: 'end' } : null }
}

function step(at: Editing, by: number): Editing {
  const views = viewsOf(at.meeting)
  const index = views.findIndex((view) => sameView(view, at.view))
  const next = views[Math.max(0, Math.min(views.length - 1, index + by))]
  return next && !sameView(next, at.view) ? openView(at.meeting, next) : at
}

function walk(at: Editing, field: FieldKey | null, by: number): Editing {
  if (field === null) return at
  const name = parseField(field)
  const own = name?.part === 'speaker' ? fieldOf.speech(name.uid) : field
  const fields = fieldsOf(at.meeting, at.view)
  const next = fields[fields.indexOf(own) + by]
  return next ? { ...at, focus: { field: next, caret: by < 0 ? 'end' : 'start' } } : at
}

function removeEmpty(at: Editing, field: FieldKey | null): Editing {
  const line = field ? lineOfField(field) : null
  if (line) return dropLine(at, line)
  const item = at.view.at === 'item' ? findItem(at.meeting, at.view.uid) : undefined
  return item && isEmptyItem(item) ? dropItem(at, item.uid) : at
}

function placeToFill(view: View): Place {
  return isPlace(view) ? view : general
}

/** Who is named as the item's speaker in the agenda is the one to be heard. */
function reporter(meeting: Meeting, place: Place): PersonRef {
  const item = place.at === 'item' ? findItem(meeting, place.uid) : undefined
  const taken = new Set(item?.speeches.map((speech) => speech.speaker.name))
  const next = item?.speakers.find((speaker) => speaker.name !== '' && !taken.has(speaker.name))
  return next ? { librarianId: next.librarianId, name: next.name, position: next.position } : nobody
}

/** Reports stand before remarks. */
function lastReport(meeting: Meeting, place: Place, kind: 'report' | 'remark'): string | null {
  if (kind === 'remark') return null
  return (
    holderAt(meeting, place)
      .speeches.filter((speech) => speech.kind === 'report')
      .at(-1)?.uid ?? null
  )
}

function speakerOrText(speech: { uid: string; speaker: PersonRef; text: string }): FieldKey {
  const nameless = speech.speaker.name === '' && speech.text === ''
  return nameless ? fieldOf.speaker(speech.uid) : fieldOf.speech(speech.uid)
}
