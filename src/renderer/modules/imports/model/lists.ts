import { listSpecs } from '@shared/contract/list-specs'
import type { ColumnSpec, ListSpec } from '@shared/contract/lists'

/** Lists into which a file can be loaded: those with columns that are typed into. */
export const importableLists: readonly ListSpec[] = Object.values(listSpecs).filter((spec) =>
  spec.columns.some((column) => column.edit !== undefined),
)

export function specOf(list: string | null): ListSpec | null {
  return (list !== null && Object.hasOwn(listSpecs, list) ? listSpecs[list] : undefined) ?? null
}

/** What a column of the file can be taken for. */
export function writableColumns(spec: ListSpec): ColumnSpec[] {
  return spec.columns.filter((column) => column.edit !== undefined)
}

/** What helps to find the record another column names: «Класс» beside «Автор, название». */
export function tellingColumns(spec: ListSpec): ColumnSpec[] {
  return spec.columns.filter((column) => column.edit === undefined && column.tells !== undefined)
}

/** Columns that must be there and can be the same for all rows of a file: its school. */
export function constantColumns(spec: ListSpec, matched: Iterable<string>): ColumnSpec[] {
  const given = new Set(matched)
  return spec.columns.filter(
    (column) =>
      column.edit?.required === true &&
      column.edit.reference === 'school' &&
      !given.has(column.key) &&
      !given.has('$key'),
  )
}

/** Titles of columns a new row cannot be without and the file does not give. */
export function missingRequired(spec: ListSpec, matched: Iterable<string>): string[] {
  const given = new Set(matched)
  for (const { key, tells } of tellingColumns(spec)) if (tells !== undefined && given.has(key)) given.add(tells)
  return (
    writableColumns(spec)
      // Headings between the rows may tell some.
      .filter(
        (column) => column.edit?.required === true && !given.has(column.key) && !spec.headed?.includes(column.key),
      )
      .map((column) => column.title)
  )
}

/** Keys taken by more than one column of the file. */
export function takenTwice(matched: Iterable<string>): Set<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const key of matched) {
    if (seen.has(key)) twice.add(key)
    seen.add(key)
  }
  return twice
}

/** Whether a row without a key can be known again by what the file gives. */
export function canRecognise(spec: ListSpec, matched: Iterable<string>): boolean {
  const given = new Set(matched)
  for (const { key, tells } of tellingColumns(spec)) if (tells !== undefined && given.has(key)) given.add(tells)
  return given.has('$key') || spec.identity.some((columns) => columns.every((column) => given.has(column)))
}
