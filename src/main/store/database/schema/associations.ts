import type { Generated } from 'kysely'

export interface AssociationTable {
  id: Generated<number>
  revision: Generated<number>
  name: string
  shortName: string
  kind: string
  headId: number | null
  headName: string
  headPosition: string
  secretaryId: number | null
  secretaryName: string
  secretaryPosition: string
  note: string
  norm: string
  sortKey: string
}

export interface AssociationThemeTable {
  uid: string
  associationId: number
  ord: number
  schoolYear: string
  theme: string
  aim: string
  tasks: string
}

export interface AssociationSchoolTable {
  uid: string
  associationId: number
  ord: number
  schoolId: number
}

export interface AssociationMemberTable {
  uid: string
  associationId: number
  ord: number
  librarianId: number
  role: string
  from: string | null
  to: string | null
}

export interface MeetingSeriesTable {
  id: Generated<number>
  uid: string
  associationId: number
  ord: number
  name: string
  heading: string
  place: string
  layout: string
  decisionLabel: string
}
