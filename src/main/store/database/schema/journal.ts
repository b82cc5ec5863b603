import type { Generated } from 'kysely'

export interface ChangeGroupTable {
  id: Generated<number>
  command: string
  title: string
  author: string
  at: string
  kind: string
  undo: string
  state: string
  targetId: number | null
  records: Generated<number>
  norm: Generated<string>
}

export interface ChangeTouchTable {
  tableName: string
  groupId: number
  record: string
}

export interface ChangeTable {
  id: Generated<number>
  groupId: number
  tableName: string
  rowKey: string
  record: string
  recordId: number
  op: string
  before: string | null
}

export interface ChangeContextTable {
  id: Generated<number>
  groupId: number | null
}

export interface SettingTable {
  id: Generated<number>
  key: string
  value: string
}

export interface AnsweredCallTable {
  id: Generated<number>
  operation: string
  answer: string
}

export interface DraftTable {
  key: string
  savedAt: string
  payload: string
}
