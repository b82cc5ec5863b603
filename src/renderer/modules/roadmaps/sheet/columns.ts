import type { ColumnSpec } from '@shared/contract/lists'
import type { ColumnRole, RoadmapColumn } from '@shared/contract/roadmaps'

/** Least width in pixels, and how the rest of the room is shared. */
const widths: Readonly<Record<ColumnRole, { least: number; share: number }>> = {
  number: { least: 62, share: 0 },
  title: { least: 220, share: 34 },
  due: { least: 128, share: 12 },
  executors: { least: 130, share: 18 },
  coExecutors: { least: 120, share: 14 },
  document: { least: 136, share: 14 },
  results: { least: 130, share: 20 },
  execution: { least: 130, share: 14 },
  other: { least: 100, share: 12 },
}

/** Widths of the grid: as set for the paper, else by what the column holds. */
export function gridTemplate(columns: readonly RoadmapColumn[]): string {
  return columns
    .map(({ role, width }) => {
      const { least, share } = widths[role]
      return share === 0 ? `${least}px` : `minmax(${least}px, ${width ?? share}fr)`
    })
    .join(' ')
}

/** Narrower than this the sheet scrolls sideways: rows share their columns whatever stands in them. */
export function leastWidth(columns: readonly RoadmapColumn[]): string {
  return `${columns.reduce((sum, { role }) => sum + widths[role].least, 0)}px`
}

/** A column as the rules of the shared sheet know it: text in paragraphs. */
export const textColumn: ColumnSpec = { key: 'text', title: '', type: 'text', width: 0, edit: { multiline: true } }
