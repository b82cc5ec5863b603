import type { FileFormat, Merge, Portion, SheetHead } from './types'

/** What the reading thread is asked, one question after another; every answer has its question's number. */
export type Question =
  | { do: 'open'; file: string }
  | { do: 'merges'; sheet: number }
  /** Begins to read a sheet; `next` answers its portions, null after the last. */
  | { do: 'start'; sheet: number }
  | { do: 'next' }
  | { do: 'close' }

export type Answers = {
  open: TableInfo
  merges: readonly Merge[]
  start: null
  next: Portion | null
  close: null
}

export interface TableInfo {
  format: FileFormat
  encoding: string | null
  delimiter: string | null
  sheets: readonly SheetHead[]
}
