import type { CellValue, ListSpec } from '@shared/contract/lists'
import type { CommandContext, QueryContext } from '../context'
import type { Expression, ListSource } from './list'

type MaybePromise<T> = T | Promise<T>

/** What rows are read and checked with: the list is seen for a school year, or (null, absent) as of today. */
export type ListContext = QueryContext & { viewed?: string | null }
export type WritingContext = CommandContext & { viewed?: string | null }

/** Puts a cell into a record and answers the new record. @throws AppError `invalid-input` with a sentence for people */
export type Setter<R> = (record: R, value: CellValue, context: ListContext) => R

/**
 * How the rows of a list are written: the one way for typing in the grid, pasting, filling and import. A row stands for a
 * record that is read whole, has its cells set, is checked by the rules its own editor obeys, and is saved whole.
 */
export interface ListRecord<R> {
  source: ListSource<unknown>
  /** What a new row starts from. */
  blank(context: ListContext): R
  /** @throws AppError `not-found` */
  read(context: ListContext, id: number): MaybePromise<R>
  /** By column key; every column with `edit` has one. */
  set: Readonly<Record<string, Setter<R>>>
  /**
   * All rules a save would apply, without saving.
   * @throws AppError whose path is that of the contract's field (`school.shortName`)
   */
  check(context: ListContext, id: number | null, record: R): MaybePromise<void>
  /** Answers the row's id. @throws as `check` */
  save(context: WritingContext, id: number | null, record: R): MaybePromise<number>
  /** @throws AppError `in-use`, `not-found` */
  remove(context: WritingContext, id: number): MaybePromise<void>
  /**
   * What a row of a file that is no record gives to the rows under it, by column (`headed` of the spec): «Русский язык (учебный
   * предмет)». Null: the row is none such. @param alone it spans the table, or stands beside all that is taken
   */
  heading?(texts: readonly string[], alone: boolean): Readonly<Record<string, CellValue>> | null
  /**
   * Of a list too long to be read for a file: a condition of its SELECT that every row meets which one of these rows of the
   * file could be.
   */
  alike?(context: ListContext, rows: readonly Readonly<Record<string, CellValue>>[]): Expression
  /** Why a row of a file that would be a new record is none: «0 экземпляров». Null or absent: it is one. */
  passedOver?(values: Readonly<Record<string, CellValue>>): string | null
  /** The column in which an error at this path shows, where it is not the last word of the path. */
  columnOf?(path: string): string | null
}

/** The record's own field of the same or another name. Empty text columns are '', everything else empty is null. */
export function field<R>(name: keyof R & string): Setter<R> {
  return (record, value) => ({ ...record, [name]: value })
}

/** Column of the list in which an error at `path` shows; null: it is about the row as a whole. */
export function columnAt<R>(record: ListRecord<R>, path: string | undefined): string | null {
  if (path === undefined) return null
  const own = record.columnOf?.(path)
  if (own !== undefined && own !== null) return own
  const last = path.split('.').at(-1) ?? ''
  return record.source.spec.columns.some((column) => column.key === last) ? last : null
}

/** Records of all lists are kept by name; what a record is made of is the business of its own list only. */
export type AnyListRecord = ListRecord<unknown>

export function anyRecord<R>(record: ListRecord<R>): AnyListRecord {
  return record as unknown as AnyListRecord
}

const columnsByKey = new WeakMap<ListSpec, ReadonlyMap<string, ListSpec['columns'][number]>>()

export function columnSpec(spec: ListSpec, key: string): ListSpec['columns'][number] | undefined {
  let columns = columnsByKey.get(spec)
  if (!columns) {
    columns = new Map(spec.columns.map((column) => [column.key, column]))
    columnsByKey.set(spec, columns)
  }
  return columns.get(key)
}
