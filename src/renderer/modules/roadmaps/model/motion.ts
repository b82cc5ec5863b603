import type { RoadmapColumn } from '@shared/contract/roadmaps'
import type { CellAt } from '../../../components/DataGrid/model/selection'
import { isTyped } from './cells'
import type { Line } from './lines'

/** Where Tab goes: the next cell one can type into, on into the next row; null past the ends, where Tab leaves the sheet. */
export function nextTyped(
  lines: readonly Line[],
  columns: readonly RoadmapColumn[],
  { row, column }: CellAt,
  by: 1 | -1,
): CellAt | null {
  let at = { row, column }
  // One row past the last is where a new one begins.
  for (;;) {
    // A section is one cell over the whole row.
    const isWhole = lines[at.row]?.kind === 'section'
    const past = by > 0 ? isWhole || at.column + by >= columns.length : isWhole || at.column + by < 0
    at = past ? { row: at.row + by, column: by > 0 ? 0 : columns.length - 1 } : { ...at, column: at.column + by }
    if (at.row < 0 || at.row > lines.length) return null
    const line = lines[at.row]
    const own = columns[at.column]
    if (line?.kind === 'section') return { row: at.row, column: titleColumn(columns) }
    // Numbers come by themselves: Tab passes them over.
    if (own && own.role !== 'number' && (line ? isTyped(line, own) : own.uid !== undefined)) return at
  }
}

/** The column the words of a row stand in. */
export function titleColumn(columns: readonly RoadmapColumn[]): number {
  const at = columns.findIndex(({ role }) => role === 'title')
  return at < 0 ? 0 : at
}
