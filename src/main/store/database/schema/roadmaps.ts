import type { Generated } from 'kysely'

export interface RoadmapTable {
  id: Generated<number>
  revision: Generated<number>
  kind: string
  title: string
  from: string
  to: string
  associationId: number | null
  approvalText: string
  approvalNumber: string
  approvalDate: string | null
  approvalAnnex: string
  numbering: string
  preamble: string
  closing: string
  note: string
  norm: string
  sortKey: string
  nameKey: string
}

export interface RoadmapColumnTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  role: string
  title: string
  width: number | null
}

export interface RoadmapSectionTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  number: string
  title: string
}

export interface RoadmapItemTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  sectionUid: string
  /** Of a sub-event: its item. */
  parentUid: string | null
  number: string
  title: string
  document: string
  results: string
  norm: string
  nameKey: string
}

export interface RoadmapDueTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  itemUid: string
  text: string
  rangeStart: number | null
  rangeEnd: number | null
  from: string | null
  to: string | null
  recurrence: string | null
}

export interface RoadmapExecutorTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  itemUid: string
  role: string
  text: string
  librarianId: number | null
  schoolId: number | null
}

export interface RoadmapCellTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  itemUid: string
  columnUid: string
  text: string
}

export interface RoadmapMarkTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  itemUid: string
  state: string
  on: string
  movedTo: string | null
  evidence: string
  note: string
}

export interface RoadmapLinkTable {
  id: Generated<number>
  uid: string
  roadmapId: number
  ord: number
  itemUid: string
  kind: string
  decisionUid: string | null
  eventId: number | null
}
