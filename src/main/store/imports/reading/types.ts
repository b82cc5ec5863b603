/** A cell of a foreign file: as typed as the file says, nothing guessed yet. */
export type FileCell =
  | null
  | string
  | number
  | boolean
  /** A number shown as a date; time-only cells have no date. */
  | { kind: 'date'; date: string | null; time: string | null }
  /** 0.5 is shown as 50 %. */
  | { kind: 'percent'; value: number }
  /** «#ССЫЛКА!», «#Н/Д»: as Russian Excel shows it. */
  | { kind: 'error'; text: string }

export interface FileRow {
  /** 1-based, as Excel shows it. */
  row: number
  cells: FileCell[]
  hidden: boolean
}

/** 1-based rows, 0-based columns, both inclusive. */
export interface Merge {
  top: number
  bottom: number
  left: number
  right: number
}

export interface Portion {
  rows: FileRow[]
  /** How much of the sheet is read, in units of its own. */
  done: number
  total: number
}

export interface SheetHead {
  name: string
  hidden: boolean
}

export type FileFormat = 'xlsx' | 'xls' | 'csv'

/** An open file, inside the reading thread. */
export interface TableFile {
  format: FileFormat
  encoding: string | null
  delimiter: string | null
  sheets: readonly SheetHead[]
  merges(sheet: number): Promise<readonly Merge[]>
  /** Filled rows in order. */
  rows(sheet: number): AsyncGenerator<Portion>
  close(): Promise<void>
}
