import type { Generated } from 'kysely'

export interface LibrarianTable {
  id: Generated<number>
  revision: Generated<number>
  surname: string
  given: string
  patronymic: string
  birthDate: string | null
  phone: string
  email: string
  workingSince: string | null
  libraryWorkSince: string | null
  category: string
  categoryOn: string | null
  categoryUntil: string | null
  attestedOn: string | null
  roleInAssociation: string
  consentOn: string | null
  note: string
  erased: Generated<number>
  nameKey: string
  norm: string
  sortKey: string
}

export interface EmploymentTable {
  id: Generated<number>
  uid: string
  librarianId: number
  ord: number
  schoolId: number
  position: string
  rate: number
  from: string | null
  to: string | null
  main: number
}

export interface EducationTable {
  id: Generated<number>
  uid: string
  librarianId: number
  ord: number
  level: string
  field: string
  institution: string
  speciality: string
  year: number | null
}

export interface CourseTable {
  id: Generated<number>
  uid: string
  librarianId: number
  ord: number
  title: string
  hours: number | null
  organisation: string
  form: string
  from: string | null
  to: string | null
  certificate: string
}

export interface AwardTable {
  id: Generated<number>
  uid: string
  librarianId: number
  ord: number
  title: string
  level: string
  on: string | null
}

export interface PublicationTable {
  id: Generated<number>
  uid: string
  librarianId: number
  ord: number
  title: string
  where: string
  year: number | null
}

export interface ContestResultTable {
  id: Generated<number>
  uid: string
  librarianId: number
  ord: number
  title: string
  level: string
  result: string
  on: string | null
}
