import type { JournaledTable } from '../../database/tables'
import type { Image } from './values'

/** What can be put back, and what must go back together with it. */

/** Only commands of their own change these: a signature, the notes of corrections; a setting is one JSON value. */
const never: Readonly<Partial<Record<JournaledTable, readonly string[] | 'all'>>> = {
  meeting: ['state', 'signedOn'],
  correction: 'all',
  writeOff: ['state', 'bookedOn'],
  // Reservations and transfers by it stand on its books.
  surplus: ['lotId', 'withdrawnOn'],
  need: ['schoolId', 'textbookId', 'withdrawnOn'],
  report: ['state', 'submittedOn'],
  // Its states move books: they have commands of their own.
  transfer: ['state', 'draftedOn', 'agreedOn', 'handedOn', 'receivedOn', 'returnedOn', 'issuedOn', 'cancelledOn'],
  transferLine: ['received', 'returned'],
  reservation: 'all',
  setting: 'all',
  // The ledger is undone by steps, or by a movement to the contrary.
  movement: 'all',
  lot: 'all',
}

/** Columns no restoring of a record ever touches while the record is there. */
export function keepsColumn(table: JournaledTable, column: string): boolean {
  const kept = never[table]
  return column === 'revision' || column === 'erased' || kept === 'all' || (kept?.includes(column) ?? false)
}

export function canRestoreRow(table: JournaledTable): boolean {
  return never[table] !== 'all'
}

/** @param before the row that would be gone back to: an erased person's has no values left */
export function canRestoreField(table: JournaledTable, column: string, before: Image): boolean {
  if (keepsColumn(table, column) || !(column in before)) return false
  // Counted from the roster, it follows that.
  if (column === 'attendanceCount') return before.attendanceMode === 'count'
  // A due found inside a decision's text is part of it, and comes back with it.
  return !(table === 'decisionDue' && before.rangeStart !== null)
}

const person = { name: ['librarianId'] }
/** A printed name and the person it stands for are one value to people. */
const together: Readonly<Partial<Record<JournaledTable, Readonly<Record<string, readonly string[]>>>>> = {
  association: { headName: ['headId'], secretaryName: ['secretaryId'] },
  meeting: {
    secretaryName: ['secretaryId', 'secretaryPosition'],
    attendanceMode: ['attendanceCount'],
    attendanceCount: ['attendanceMode'],
    date: ['schoolYear'],
  },
  meetingPerson: person,
  agendaSpeaker: person,
  speech: person,
  attendance: { ...person, school: ['schoolId'] },
  writeOff: { reason: ['reasonText'], reasonText: ['reason'] },
  eventParticipant: person,
  mailingRecipient: person,
  paperTemplate: { file: ['hash', 'bytes', 'addedAt', 'reportJson', 'fields', 'unknown'] },
  decisionAddressee: { text: ['kind', 'librarianId', 'schoolId'] },
  decisionDue: { text: ['from', 'to', 'recurrence'], from: ['to'], to: ['from'] },
  roadmap: { from: ['to'], to: ['from'] },
  roadmapDue: { text: ['from', 'to', 'recurrence'], from: ['to'], to: ['from'] },
  roadmapExecutor: { text: ['librarianId', 'schoolId'] },
  roadmapMark: { state: ['movedTo'], movedTo: ['state'] },
  roadmapLink: { kind: ['decisionUid', 'eventId'] },
}

/** The columns that go back with this one, itself included. */
export function columnsTogether(table: JournaledTable, column: string): readonly string[] {
  return [column, ...(together[table]?.[column] ?? [])]
}

/** Columns by which a row belongs to another row of its record: to a question of the agenda, to a decision, to an item. */
export const innerParents: readonly (readonly [string, JournaledTable])[] = [
  ['itemUid', 'agendaItem'],
  ['decisionUid', 'decision'],
  ['sectionUid', 'roadmapSection'],
  ['sectionUid', 'reportSection'],
  ['parentUid', 'roadmapItem'],
  ['itemUid', 'roadmapItem'],
]
