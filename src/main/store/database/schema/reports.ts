import type { Generated } from 'kysely'

export interface ReportTable {
  id: Generated<number>
  revision: Generated<number>
  title: string
  schoolYear: string
  associationId: number | null
  addressee: string
  signerPosition: string
  signerName: string
  compare: number
  contents: number
  state: Generated<string>
  submittedOn: string | null
  note: string
  norm: string
  sortKey: string
  nameKey: string
}

export interface ReportSectionTable {
  id: Generated<number>
  uid: string
  reportId: number
  ord: number
  kind: string
  title: string
  hidden: number
  newPage: number
}

export interface ReportPieceTable {
  id: Generated<number>
  uid: string
  reportId: number
  ord: number
  sectionUid: string
  part: string
  hidden: number
  title: string
  text: string
  /** `SeenFigures`. */
  seenJson: string | null
}

export interface ReportTemplateTable {
  id: Generated<number>
  name: string
  /** Sections as `Report.sections` has them. */
  contentJson: string
  nameKey: string
}

/** Not journaled. */
export interface ReportFrozenTable {
  reportId: number
  at: string
  author: string
  /** `data` and `profile` of `FrozenReport`. */
  frozenJson: string
  file: Buffer
  hash: string
}
