import type { CellValue, ColumnSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import type { Block } from '../selection'
import type { Grid } from './tsv'
import { readCell } from './typing'

/** What a paste, a fill or an emptying would write: cell by cell, before anything is written. */
export interface PlannedCell {
  text: string
  value: CellValue
  /** Why it cannot be written; null when it can. */
  fault: string | null
  /** In a computed column: left out where it says what stands there already, refused otherwise. */
  isComputed: boolean
}

export interface PlannedRow {
  /** Line of the sheet; null is a row to be made. */
  line: number | null
  cells: Readonly<Record<string, PlannedCell>>
}

export interface Plan {
  columns: readonly ColumnSpec[]
  rows: readonly PlannedRow[]
}

export type Planned = { ok: true; plan: Plan; block: Block } | { ok: false; sentence: string }

export interface PasteGround {
  columns: readonly ColumnSpec[]
  /** Lines of the sheet with rows on them, from this one on, as many as asked for and there are. */
  rowLines: (from: number, count: number) => readonly number[]
  /** New rows may be made at the end. */
  canGrow: boolean
}

/** The most rows one change takes. */
export const PLAN_MAX = 20_000

/**
 * Lays a copied block on the marked one, as Excel does: one value fills it, a block that fits several times is repeated,
 * any other is laid once from the upper left cell and may go beyond the mark.
 */
export function pastePlan(source: Grid, marked: Block, ground: PasteGround): Planned {
  const height = source.length
  const width = source[0]?.length ?? 0
  if (height === 0 || width === 0) return { ok: false, sentence: 'В буфере обмена нет ячеек. Скопируйте их ещё раз.' }
  const markedHeight = marked.bottom - marked.top + 1
  const markedWidth = marked.right - marked.left + 1
  const isRepeated = markedHeight % height === 0 && markedWidth % width === 0
  const rows = isRepeated ? markedHeight : height
  const across = isRepeated ? markedWidth : width
  const room = ground.columns.length - marked.left
  if (across > room) {
    const start = ground.columns[marked.left]?.title ?? ''
    return {
      ok: false,
      sentence: `Скопировано ${counted(across, ['столбец', 'столбца', 'столбцов'])}, а от «${start}» до края таблицы — ${room}. Начните левее или покажите скрытые столбцы.`,
    }
  }
  if (rows > PLAN_MAX) {
    return { ok: false, sentence: `Скопировано ${counted(rows, rowForms)} — вставляйте не больше ${PLAN_MAX} за раз.` }
  }
  const lines = ground.rowLines(marked.top, rows)
  if (lines.length < rows && !ground.canGrow) {
    return {
      ok: false,
      sentence: `Скопировано ${counted(rows, rowForms)}, а до конца списка — ${lines.length}. Новые строки здесь не добавляются.`,
    }
  }
  const columns = ground.columns.slice(marked.left, marked.left + across)
  return {
    ok: true,
    plan: {
      columns,
      rows: Array.from({ length: rows }, (_, row) => ({
        line: lines[row] ?? null,
        cells: Object.fromEntries(
          columns.map((column, at) => [column.key, plannedCell(column, source[row % height]?.[at % width] ?? '')]),
        ),
      })),
    },
    block: { top: marked.top, left: marked.left, bottom: marked.top + rows - 1, right: marked.left + across - 1 },
  }
}

const rowForms = ['строка', 'строки', 'строк'] as const

export function plannedCell(column: ColumnSpec, text: string): PlannedCell {
  if (column.edit === undefined) return { text, value: null, fault: null, isComputed: true }
  const typed = readCell(column, text)
  return typed.ok
    ? { text, value: typed.value, fault: null, isComputed: false }
    : { text, value: null, fault: typed.sentence, isComputed: false }
}

export const computedSentence = (column: ColumnSpec): string =>
  `«${column.title}» считается по другим данным, в него не вписывают.`
