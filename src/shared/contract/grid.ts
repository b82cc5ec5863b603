import { z } from 'zod'
import { command, Nothing, query } from './core'
import { FilledLine, Id, SchoolYear } from './fields'
import { CellValue, ListQuery } from './lists'

/** What every list can do besides answering its rows: groups, sums, typing into cells, saved views. */

/** A row as typed, filled or pasted. `id` null is a new row; columns that are not named stay as they are. */
export const RowEdit = z.object({ id: Id.nullable(), cells: z.record(z.string(), CellValue) })
export type RowEdit = z.infer<typeof RowEdit>

/** What is wrong with a cell: «Обучающихся: «пять» — нужно целое число.» Column null: the row as a whole. */
export const CellFault = z.object({ column: z.string().nullable(), code: z.string(), text: z.string() })
export type CellFault = z.infer<typeof CellFault>

export const ListGroup = z.object({
  /** Stored value of the cell all rows of the group have; null is empty. */
  value: CellValue,
  count: z.int(),
  totals: z.record(z.string(), z.number().nullable()),
})
export type ListGroup = z.infer<typeof ListGroup>

/** How a person has set a list up: what the grid needs to look the same again. */
export const ViewState = z.object({
  /** Columns in order; those not named are hidden. */
  columns: z.array(z.object({ key: z.string(), width: z.int().min(20).max(2000).nullable() })).max(200),
  /** How many of the first columns stay when the rest scrolls. */
  pinned: z.int().min(0).max(20),
  sort: ListQuery.shape.sort,
  filters: ListQuery.shape.filters,
  search: z.string().max(500),
  group: z.string().nullable(),
})
export type ViewState = z.infer<typeof ViewState>

export const View = z.object({ id: z.int(), list: z.string(), name: z.string(), state: ViewState })
export type View = z.infer<typeof View>

const list = z.string()
const everyRecord = ['*'] as const

const edits = z.object({
  list,
  /** For which the list is shown: cells of one moment (place of work, theme of the year) are those of its end. */
  schoolYear: SchoolYear.nullable().default(null),
  rows: z.array(RowEdit).min(1).max(20_000),
})

export const gridContract = {
  /** Values of one column with their counts and subtotals, in the column's order: grouping, and choosing in a filter. */
  'lists.groups': query(
    z.object({
      list,
      query: ListQuery.prefault({}),
      by: z.string(),
      search: z.string().max(200).default(''),
      limit: z.int().min(1).max(10_000).default(2000),
    }),
    z.object({ groups: z.array(ListGroup), more: z.boolean() }),
    everyRecord,
  ),
  /** Sums over a block of rows of the list in its order, also of rows the window has never loaded. */
  'lists.sums': query(
    z.object({
      list,
      query: ListQuery.prefault({}),
      columns: z.array(z.string()).max(200),
      from: z.int().min(0),
      count: z.int().min(1),
    }),
    z.object({
      /** Filled cells of the block. */
      filled: z.int(),
      /** Cells with figures among them, and their sum by column, in the column's units. */
      figures: z.int(),
      sums: z.record(z.string(), z.number()),
    }),
    everyRecord,
  ),
  /** Ids of a block of rows in the list's order: for what is done to rows that were never loaded. */
  'lists.ids': query(
    z.object({
      list,
      query: ListQuery.prefault({}),
      from: z.int().min(0),
      count: z.int().min(1).max(100_000),
    }),
    z.object({ ids: z.array(z.int()) }),
    everyRecord,
  ),
  /** What `lists.edit` would refuse, row by row in the order given; nothing is written. */
  'lists.preview': query(edits, z.object({ rows: z.array(z.object({ faults: z.array(CellFault) })) }), everyRecord),
  /**
   * Writes cells of any rows of a list, all or none, as one undo step; answers the ids, new rows' too, in the order
   * given. A refusal names its place: path `rows.3.cells.students`.
   */
  'lists.edit': command('Правка списка', edits, z.object({ ids: z.array(z.int()) })),
  /** Removes rows as their own screens would, all or none, as one undo step. */
  'lists.remove': command(
    'Удаление строк',
    z.object({ list, ids: z.array(Id).min(1).max(20_000) }),
    z.object({ removed: z.int() }),
  ),

  'views.list': query(z.object({ list }), z.array(View), ['view']),
  /** `id` null makes a view; a name already taken in this list is refused (`duplicate`). */
  'views.save': command(
    'Вид списка',
    z.object({ id: Id.nullable(), list, name: FilledLine, state: ViewState }),
    z.object({ id: z.int() }),
  ),
  'views.remove': command('Удаление вида списка', z.object({ id: Id }), Nothing),
} as const
