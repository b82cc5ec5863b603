import type { Generated } from 'kysely'

export interface MeetingTable {
  id: Generated<number>
  revision: Generated<number>
  seriesId: number
  schoolYear: string
  number: string
  date: string
  time: string | null
  place: string
  format: string
  theme: string
  layout: string
  decisionLabel: string
  secretaryId: number | null
  secretaryName: string | null
  secretaryPosition: string
  attendanceMode: string
  attendanceCount: number | null
  attendanceText: string
  note: string
  state: string
  signedOn: string | null
  norm: string
}

export interface MeetingPersonTable {
  uid: string
  meetingId: number
  ord: number
  role: string
  librarianId: number | null
  name: string
  position: string
}

export interface AttendanceTable {
  uid: string
  meetingId: number
  ord: number
  librarianId: number | null
  name: string
  position: string
  schoolId: number | null
  school: string
  state: string
  note: string
}

export interface AgendaItemTable {
  uid: string
  meetingId: number
  ord: number
  title: string
  voteFor: number | null
  voteAgainst: number | null
  voteAbstained: number | null
  unanimous: number
}

export interface AgendaSpeakerTable {
  uid: string
  meetingId: number
  itemUid: string
  ord: number
  librarianId: number | null
  name: string
  position: string
}

export interface SpeechTable {
  uid: string
  meetingId: number
  itemUid: string | null
  ord: number
  kind: string
  librarianId: number | null
  name: string
  position: string
  text: string
}

export interface DecisionTable {
  id: Generated<number>
  uid: string
  meetingId: number
  itemUid: string | null
  ord: number
  text: string
  carriedFrom: string | null
  norm: string
}

export interface DecisionAddresseeTable {
  uid: string
  meetingId: number
  decisionUid: string
  ord: number
  kind: string
  text: string
  librarianId: number | null
  schoolId: number | null
}

export interface DecisionDueTable {
  uid: string
  meetingId: number
  decisionUid: string
  ord: number
  text: string
  rangeStart: number | null
  rangeEnd: number | null
  from: string | null
  to: string | null
  recurrence: string | null
}

export interface ExecutionTable {
  uid: string
  meetingId: number
  decisionUid: string
  ord: number
  addresseeUid: string | null
  state: string
  on: string
  evidence: string
  note: string
}

export interface CorrectionTable {
  id: Generated<number>
  meetingId: number
  at: string
  author: string
  reason: string
  changes: string
}

export interface AgendaTemplateTable {
  id: Generated<number>
  name: string
  items: string
}

export interface PhraseTable {
  id: Generated<number>
  key: string
  text: string
}
