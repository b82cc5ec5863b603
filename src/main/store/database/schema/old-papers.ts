import type { Generated } from 'kysely'

export interface OldPaperTable {
  id: Generated<number>
  revision: Generated<number>
  file: string
  folder: string
  hash: string
  readAt: string
  kind: string | null
  title: string
  date: string | null
  number: string
  original: string | null
  understood: string | null
  unsure: number
  unrecognised: number
  failure: string
  dismissed: number
  record: string | null
  recordId: number | null
  norm: string
  sortKey: string
}
