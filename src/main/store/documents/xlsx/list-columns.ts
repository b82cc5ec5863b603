import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import { columnLetter } from './excel-text'

/** Points of a line of the sheet's font. */
const LINE = 15.75
/** Excel allows no higher row. */
const HIGHEST = 409

/** A column of the sheet: where it stands, how wide it is and which of the styles its cells have. */
export interface SheetColumn {
  spec: ColumnSpec
  letter: string
  /** Characters. */
  width: number
  /** Its cells are counted from other data: shown, not read back. */
  computed: boolean
}

/** @throws AppError `invalid-input` for a column the list has not, or when none is left */
export function chosenColumns(spec: ListSpec, keys: readonly string[] | null, personal: boolean): ColumnSpec[] {
  const asked = keys === null ? spec.columns.filter((column) => !column.hidden) : keys.map((key) => columnOf(spec, key))
  const chosen = personal ? asked : asked.filter((column) => !column.personal)
  if (chosen.length > 0) return chosen
  throw new AppError(
    'invalid-input',
    `В списке «${spec.title}» не выбрано ни одного столбца для выгрузки. Покажите нужные столбцы и повторите.`,
    'columns',
  )
}

function columnOf(spec: ListSpec, key: string): ColumnSpec {
  const column = spec.columns.find((one) => one.key === key)
  if (column) return column
  throw new AppError('invalid-input', `В списке «${spec.title}» нет столбца «${key}».`, 'columns')
}

export const isNumeric = (column: ColumnSpec): boolean =>
  column.type === 'number' || column.type === 'money' || column.type === 'hundredths'

/** The key stands in A, hidden; widths follow the longest cell of the first rows. */
export function layOut(
  specs: readonly ColumnSpec[],
  sample: readonly Readonly<Record<string, unknown>>[],
): SheetColumn[] {
  const isReadBack = specs.some((spec) => spec.edit !== undefined)
  return specs.map((spec, index) => ({
    spec,
    letter: columnLetter(index + 1),
    width: widthOf(spec, sample),
    computed: isReadBack && spec.edit === undefined,
  }))
}

function widthOf(spec: ColumnSpec, sample: readonly Readonly<Record<string, unknown>>[]): number {
  let longest = 0
  for (const row of sample) longest = Math.max(longest, shownLength(spec, row[spec.key]))
  const word = Math.max(...spec.title.split(' ').map((one) => one.length))
  // Heads are bold and have the arrow of the filter.
  return Math.max(word * 1.15 + 3, Math.min(longest * 1.05 + 2.5, spec.width / 6), 6)
}

function shownLength(spec: ColumnSpec, value: unknown): number {
  if (value === null || value === undefined || value === '') return 0
  switch (spec.type) {
    case 'text': {
      const text = String(value)
      return text.includes('\n') ? Math.max(...text.split('\n').map((line) => line.length)) : text.length
    }
    case 'choice':
      return (spec.choices?.[String(value)] ?? String(value)).length
    case 'date':
      return 10
    case 'boolean':
      return 3
    case 'number':
      return String(value).length * 1.3
    case 'money':
    case 'hundredths':
      return String(value).length * 1.3 + 1
  }
}

/** Characters of ordinary text in a line of the cell: wide letters and the cell's margins take about a tenth. */
export const roomOf = (width: number): number => Math.max(1, width * 0.92 - 1)

/** Lines a text takes in a cell of so many characters, broken between words. */
export function linesOf(text: string, width: number): number {
  const room = roomOf(width)
  if (text.length <= room && !text.includes('\n')) return 1
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines++
    for (const word of paragraph.split(' ')) {
      if (used > 0 && used + 1 + word.length > room) {
        lines++
        used = 0
      }
      const over = Math.max(0, Math.ceil(word.length / room) - 1)
      lines += over
      used += (used > 0 ? 1 : 0) + word.length - over * room
    }
  }
  return lines
}

/** Points of a row of so many lines. */
export const heightOf = (lines: number): number => Math.min(HIGHEST, lines * LINE + 2)
