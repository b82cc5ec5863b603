import type { SearchGroup } from '@shared/contract/search'

export type Row = Readonly<Record<string, string | number | null>>

/** What a record is found by. */
export interface Told {
  /** What it is called. */
  name: string
  /** What tells it from others of its name. */
  detail: string
  /** Its day, ISO; null where it has none. */
  date: string | null
  /** All else it is looked for by, as texts. */
  more: readonly string[]
  /** Words of the index as they are: phone numbers, codes, further days. */
  tokens?: readonly string[]
}

/** One kind of record that is searched: everything the index knows of it is here. */
export interface SearchKind {
  /** As `opens` of a module of the window names it. */
  record: string
  group: SearchGroup
  /** Its number in the index and its turn: where thousands fit, the first are looked at. From 1 to 31, of one kind only. */
  place: number
  /** Words by which people mean this kind: «решение», «протокол». */
  words: string
  /** The table its records lie in, and their numbers: all are indexed from it. */
  root: string
  /** `SELECT … WHERE <id> IN (…)`: rows of the records whose numbers it is given, each with `id`. */
  select(ids: string): string
  /** `SELECT` of the record it stands inside (`id`) and its place there (`uid`), by its number. */
  within?: string
  /** Null: it is not to be found. */
  tell(row: Row): Told | null
  /** Tables whose rows its words are made of. */
  marks: readonly Mark[]
}

/** A row of this table, written, makes the words of these records other. */
export interface Mark {
  table: string
  /** SELECT of the records' numbers, or an expression; `$` stands for the row. */
  ids: string
  /** Only when one of these columns changes (a new or a removed row of another's table is then nothing to it). */
  of?: readonly string[]
}

/** The record's own row. */
export const own = (table: string): Mark => ({ table, ids: '$.id' })
/** Rows inside a record, which name it in a column. */
export const inside = (column: string, ...tables: readonly string[]): Mark[] =>
  tables.map((table) => ({ table, ids: `$."${column}"` }))

export const text = (value: Row[string] | undefined): string =>
  value === null || value === undefined ? '' : String(value)
/** What is not empty, with a point between. */
export const line = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== '' && part !== null && part !== undefined).join(' · ')
export const shownDay = (iso: string): string => iso.split('-').reverse().join('.')
/** «2026-09-01|2026-09-03» → days. */
export const days = (value: Row[string] | undefined): string[] =>
  text(value)
    .split('|')
    .filter((one) => /^\d{4}-\d\d-\d\d$/.test(one))
