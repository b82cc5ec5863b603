import type { Generated } from 'kysely'

export interface SubjectTable {
  id: Generated<number>
  revision: Generated<number>
  name: string
  obligatory: number
  gradeFrom: number
  gradeTo: number
  note: string
  nameKey: string
  norm: string
  sortKey: string
}

export interface TextbookTable {
  id: Generated<number>
  revision: Generated<number>
  kind: string
  subjectId: number
  gradeFrom: number
  gradeTo: number
  title: string
  authors: string
  publisher: string
  language: string
  level: string
  isbn: string
  fplCode: string
  fplState: string
  usableUntil: string | null
  order: string
  price: number | null
  note: string
  isbnKey: string
  fplKey: string
  label: string
  nameKey: string
  nameSort: string
  norm: string
  sortKey: string
  stems: string
}

export interface SubjectStudentsTable {
  id: Generated<number>
  revision: Generated<number>
  schoolId: number
  schoolYear: string
  grade: number
  subjectId: number
  students: number
}

export interface SchoolDistanceTable {
  id: Generated<number>
  revision: Generated<number>
  fromSchoolId: number
  toSchoolId: number
  distance: number
}
