import { newUid, type PersonRef } from '@shared/contract/fields'
import type { Addressee, AgendaItem, AttendanceEntry, Decision, Meeting, Speech, Vote } from '@shared/contract/meetings'

/** Empty parts of a meeting, ready to be typed into. */

export const nobody: PersonRef = { librarianId: null, name: '', position: '' }

export const noVote: Vote = { for: null, against: null, abstained: null, unanimous: false }

export function newItem(title = ''): AgendaItem {
  return { uid: newUid(), title, speakers: [], speeches: [], vote: noVote, decisions: [] }
}

export function newSpeech(kind: Speech['kind'], speaker: PersonRef = nobody): Speech {
  return { uid: newUid(), kind, speaker, text: '' }
}

export function newDecision(text = ''): Decision {
  return { uid: newUid(), text, addressees: [], dues: [], carriedFrom: null }
}

export function newAddressee(
  kind: Addressee['kind'],
  text: string,
  ids: { librarianId?: number | null; schoolId?: number | null } = {},
): Addressee {
  return { uid: newUid(), kind, text, librarianId: ids.librarianId ?? null, schoolId: ids.schoolId ?? null }
}

export function newAttendance(
  person: PersonRef,
  school: { id: number | null; name: string } = { id: null, name: '' },
): AttendanceEntry {
  return { uid: newUid(), person, schoolId: school.id, school: school.name, state: 'present', note: '' }
}

export function isEmptyPerson(person: PersonRef): boolean {
  return person.librarianId === null && person.name === '' && person.position === ''
}

export function isEmptySpeech(speech: Speech): boolean {
  return speech.text.trim() === '' && isEmptyPerson(speech.speaker)
}

export function isEmptyDecision(decision: Decision): boolean {
  return decision.text.trim() === '' && decision.addressees.length === 0 && decision.dues.length === 0
}

export function isEmptyItem(item: AgendaItem): boolean {
  return (
    item.title.trim() === '' &&
    item.speakers.length === 0 &&
    !wasVoted(item.vote) &&
    item.speeches.every(isEmptySpeech) &&
    item.decisions.every(isEmptyDecision)
  )
}

export function wasVoted(vote: Vote): boolean {
  return vote.unanimous || vote.for !== null || vote.against !== null || vote.abstained !== null
}

/** A meeting of which only the series and the day are known: what the editor shows before `meetings.prepare` answers. */
export function blankMeeting(seriesId: number, date: string): Meeting {
  return {
    seriesId,
    number: '',
    date,
    time: null,
    place: '',
    format: 'in-person',
    theme: '',
    layout: 'full',
    decisionLabel: '',
    chairs: [],
    secretary: null,
    invited: [],
    attendance: { mode: 'roster', count: null, text: '', roster: [] },
    agenda: [],
    speeches: [],
    decisions: [],
    note: '',
  }
}
