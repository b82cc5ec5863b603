import { z } from 'zod'
import { SchoolYear } from './fields'

/**
 * Every list of the product is asked in one way: filter, order and a window of rows. The same column declarations
 * drive the grid, the SQL of the list and the Excel export.
 */
/** `money` is kopecks, `hundredths` any other number kept as a whole number of hundredths (ставка: 50 is 0,5). */
export type ColumnType = 'text' | 'number' | 'money' | 'hundredths' | 'date' | 'choice' | 'boolean'

export interface ColumnSpec {
  key: string
  title: string
  type: ColumnType
  /** Pixels in the grid; about a seventh of it in characters of an Excel column. */
  width: number
  /** Stored value → what people read. */
  choices?: Readonly<Record<string, string>>
  /** Shown in the totals row. */
  total?: 'sum'
  /** Not shown until asked for. */
  hidden?: boolean
}

export interface ListSpec {
  /** The contract name's module: `schools` answers `schools.list`. */
  name: string
  title: string
  /** The record kind a row opens. */
  record: string
  columns: readonly ColumnSpec[]
  defaultSort: readonly { column: string; desc: boolean }[]
  /** How the school-year switch works on it: state at the end of the year, events within it, or not at all. */
  schoolYear: 'as-of' | 'within' | 'none'
}

export const Filter = z.discriminatedUnion('op', [
  z.object({ op: z.literal('contains'), column: z.string(), value: z.string() }),
  z.object({ op: z.literal('equals'), column: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.object({
    op: z.literal('between'),
    column: z.string(),
    from: z.union([z.string(), z.number()]).nullable(),
    to: z.union([z.string(), z.number()]).nullable(),
  }),
  z.object({ op: z.literal('in'), column: z.string(), values: z.array(z.union([z.string(), z.number()])) }),
  z.object({ op: z.literal('empty'), column: z.string() }),
  z.object({ op: z.literal('filled'), column: z.string() }),
])
export type Filter = z.infer<typeof Filter>

/** Where a window starts: the sort values and id of the row before it. Cheap at any depth, unlike an offset. */
export const Cursor = z.array(z.union([z.string(), z.number(), z.null()]))
export type Cursor = z.infer<typeof Cursor>

export const ListQuery = z.object({
  schoolYear: SchoolYear.nullable().default(null),
  search: z.string().max(500).default(''),
  filters: z.array(Filter).max(50).default([]),
  sort: z
    .array(z.object({ column: z.string(), desc: z.boolean() }))
    .max(8)
    .default([]),
  limit: z.int().min(1).max(1000).default(100),
  offset: z.int().min(0).default(0),
  after: Cursor.nullable().default(null),
  /** Count and sums of all rows that match, not only the window's. */
  totals: z.boolean().default(true),
})
export type ListQuery = z.infer<typeof ListQuery>
export type ListQueryInput = z.input<typeof ListQuery>

export function listPage<R extends z.ZodType>(row: R) {
  return z.object({
    rows: z.array(row),
    /** Null when totals were not asked for. */
    total: z.int().nullable(),
    totals: z.record(z.string(), z.number().nullable()),
    /** Cursor of each row, in order. */
    cursors: z.array(Cursor),
  })
}
export interface ListPage<R> {
  rows: R[]
  total: number | null
  totals: Record<string, number | null>
  cursors: Cursor[]
}
