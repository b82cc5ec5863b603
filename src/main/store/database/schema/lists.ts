import type { Generated } from 'kysely'

export interface ViewTable {
  id: Generated<number>
  list: string
  name: string
  nameKey: string
  state: string
}

export interface ImportRunTable {
  id: Generated<number>
  list: string
  file: string
  sheet: string
  preparedAt: string
  appliedAt: string | null
  state: 'staging' | 'prepared' | 'applied' | 'undone'
  groupId: number | null
  sinceGroup: number
  counts: string
}

export interface ImportRowTable {
  runId: number
  row: number
  kind: string
  recordId: number | null
  title: string
  cells: string
  faults: string
  note: string
  choice: 'data' | 'file' | null
}

export interface ImportMatchTable {
  list: string
  source: string
  columns: string
}

export interface DatabaseMarkTable {
  id: number
  value: string
}
