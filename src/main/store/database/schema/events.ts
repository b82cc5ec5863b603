import type { Generated } from 'kysely'

export interface EventTable {
  id: Generated<number>
  revision: Generated<number>
  name: string
  kind: string
  level: string
  format: string
  from: string
  to: string
  place: string
  organiser: string
  associationId: number | null
  state: string
  people: number | null
  students: number | null
  results: string
  evidence: string
  note: string
  norm: string
  sortKey: string
  nameKey: string
}

export interface EventParticipantTable {
  id: Generated<number>
  uid: string
  eventId: number
  ord: number
  librarianId: number | null
  schoolId: number | null
  name: string
  role: string
  count: number | null
  result: string
}
