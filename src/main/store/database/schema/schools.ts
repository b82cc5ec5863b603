import type { Generated } from 'kysely'

export interface SchoolTable {
  id: Generated<number>
  revision: Generated<number>
  fullName: string
  shortName: string
  type: string
  code: string
  inn: string
  locality: string
  address: string
  phone: string
  email: string
  site: string
  director: string
  foundedOn: string | null
  state: string
  closedOn: string | null
  successorId: number | null
  note: string
  hasLending: number
  readingRoomSeats: number | null
  hasStore: number
  hasMediaLibrary: number
  areaSqM: number | null
  computers: number | null
  internet: number
  internetMbps: number | null
  system: string
  openingHours: string
  cleaningDay: string
  coordinates: string
  nameKey: string
  norm: string
  sortKey: string
}

export interface SchoolStatusTable {
  id: Generated<number>
  uid: string
  schoolId: number
  ord: number
  status: string
  since: string | null
  order: string
}

export interface SchoolConnectionTable {
  id: Generated<number>
  uid: string
  schoolId: number
  ord: number
  name: string
  state: string
  date: string | null
  note: string
}

export interface SchoolFundTable {
  id: Generated<number>
  uid: string
  schoolId: number
  ord: number
  year: number
  category: string
  received: number
  disposed: number
  held: number
}

export interface ContingentTable {
  id: Generated<number>
  uid: string
  schoolId: number
  ord: number
  schoolYear: string
  grade: number
  classes: number
  students: number
}

export interface SchoolDocumentTable {
  id: Generated<number>
  uid: string
  schoolId: number
  ord: number
  name: string
  number: string
  date: string | null
  note: string
}
