import type { Generated } from 'kysely'

export interface LotTable {
  id: Generated<number>
  schoolId: number
  textbookId: number
  publicationYear: number
  price: number
  source: string
  copies: Generated<number>
  movements: Generated<number>
  since: Generated<string>
}

export interface MovementTable {
  id: Generated<number>
  lotId: number
  date: string
  kind: string
  copies: number
  document: string
  note: string
  transferLineId: number | null
  writeOffLineId: number | null
  reversesId: number | null
}

export interface LedgerDayTable {
  date: string
  movements: number
  copies: number
  sum: number
  lots: number
}
