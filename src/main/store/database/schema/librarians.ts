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
  uid: string
  librarianId: number
  ord: number
  title: string
  level: string
  on: string | null
}

export interface PublicationTable {
  uid: string
  librarianId: number
  ord: number
  title: string
  where: string
  year: number | null
}

export interface ContestResultTable {
  uid: string
  librarianId: number
  ord: number
  title: string
  level: string
  result: string
  on: string | null
}
