import { z } from 'zod'
import { IsoDate, SchoolYear } from './fields'

/**
 * Every list of the product is asked in one way: filter, order and a window of rows. The same column declarations
 * drive the grid, the SQL of the list and the Excel export.
 */
/** `money` is kopecks, `hundredths` any other number kept as a whole number of hundredths (ставка: 50 is 0,5). */
export type ColumnType = 'text' | 'number' | 'money' | 'hundredths' | 'date' | 'choice' | 'boolean'

/** How a cell is typed into, in the grid and by import. A column without it is computed: shown and exported only. */
export interface ColumnEdit {
  /** A new row cannot be without it. */
  required?: boolean
  /** Filled, it makes the required column of this key not needed: «Фамилия» for «ФИО». */
  standsFor?: string
  /** A part of the column of this key, in the order of the columns: «Имя» of «ФИО». */
  partOf?: string
  /** The cell names a record of this kind; what is typed is matched by its name. */
  reference?: 'school' | 'librarian' | 'series' | 'meeting' | 'textbook' | 'roadmap'
  /** Offered while typing; any other text is as good. */
  suggestions?: readonly string[]
  /** A last day: words before it are passed over, «до 31 августа 2027 года»; «бессрочно» is none. */
  until?: boolean
  /** Paragraphs: Alt+Enter breaks the line. */
  multiline?: boolean
}

export interface ColumnSpec {
  key: string
  title: string
  type: ColumnType
  /** Pixels in the grid; about a seventh of it in characters of an Excel column. */
  width: number
  /** Stored value → what people read. */
  choices?: Readonly<Record<string, string>>
  /** Of choices, the beginnings of other words that say them: «областн» is региональный (`domain/cells/said-choice`). */
  said?: Readonly<Record<string, readonly string[]>>
  /** A number that is a name (a year): no spaces between its digits. */
  ordinal?: true
  /** Shown in the totals row. */
  total?: 'sum'
  /** Not shown until asked for. */
  hidden?: boolean
  /** Personal data (152-ФЗ): an export can leave it out. */
  personal?: boolean
  edit?: ColumnEdit
  /**
   * In a file of another's making it helps to find the record that the column of this key names: «Класс» beside «Автор,
   * название». Never written itself.
   */
  tells?: string
  /** Other words that head this column in people's own files: «e-mail», «эл. почта». */
  headings?: readonly string[]
}

/** A cell as the store keeps it: text, a number in the type's units, an ISO date, the key of a choice; null is empty. */
export const CellValue = z.union([z.string().max(100_000), z.number(), z.boolean(), z.null()])
export type CellValue = z.infer<typeof CellValue>

export interface ListSpec {
  /** The contract name's module: `schools` answers `schools.list`. */
  name: string
  title: string
  /** The record kind a row opens. */
  record: string
  /** Column of the row with that record's id, where it is not the row's own. */
  recordKey?: string
  columns: readonly ColumnSpec[]
  defaultSort: readonly { column: string; desc: boolean }[]
  /**
   * Columns by which a row without a key is known again, tried in this order: ИНН, else the name. What a longer set has
   * over a shorter one must not contradict it: a namesake born on another day is another person. A record one row has
   * been taken for is no other row's.
   */
  identity: readonly (readonly string[])[]
  /** Rows of one file that differ in these are different records, however alike else: codes of the federal list. */
  distinct?: readonly string[]
  /** Identity columns whose empty cell is a value of its own, where the file has the column: a lot of no known year. */
  emptyTells?: readonly string[]
  /** One row in words: «школа», «школы», «школ». */
  nouns: readonly [string, string, string]
  /** How the school-year switch works on it: state at the end of the year, events within it, or not at all. */
  schoolYear: 'as-of' | 'within' | 'none'
  /** Can be asked for as it was on a day (`ListQuery.on`): a ledger's balances. */
  onDay?: boolean
  /** Columns that headings between the rows of a file may give to the rows under them: the subject of textbooks. */
  headed?: readonly string[]
  /** False: cells are written by import only, the grid shows them. */
  typed?: boolean
}

/** A stretch of days named by today: a saved view stays true next month. */
export const Period = z.enum(['today', 'this-month', 'this-school-year', 'last-school-year'])
export type Period = z.infer<typeof Period>

export const Filter = z.discriminatedUnion('op', [
  z.object({ op: z.literal('contains'), column: z.string(), value: z.string() }),
  z.object({ op: z.literal('lacks'), column: z.string(), value: z.string() }),
  z.object({ op: z.literal('starts'), column: z.string(), value: z.string() }),
  z.object({ op: z.literal('equals'), column: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }),
  z.object({
    op: z.literal('between'),
    column: z.string(),
    from: z.union([z.string(), z.number()]).nullable(),
    to: z.union([z.string(), z.number()]).nullable(),
  }),
  /** Beyond the border, without it. */
  z.object({ op: z.literal('above'), column: z.string(), value: z.union([z.string(), z.number()]) }),
  z.object({ op: z.literal('below'), column: z.string(), value: z.union([z.string(), z.number()]) }),
  z.object({ op: z.literal('period'), column: z.string(), value: Period }),
  /** Any of the values as stored; null and '' are the empty cell. */
  z.object({ op: z.literal('in'), column: z.string(), values: z.array(CellValue) }),
  z.object({ op: z.literal('empty'), column: z.string() }),
  z.object({ op: z.literal('filled'), column: z.string() }),
])
export type Filter = z.infer<typeof Filter>

/** Where a window starts: the sort values and id of the row before it. Cheap at any depth, unlike an offset. */
export const Cursor = z.array(z.union([z.string(), z.number(), z.null()]))
export type Cursor = z.infer<typeof Cursor>

export const ListQuery = z.object({
  schoolYear: SchoolYear.nullable().default(null),
  /** The state on this day, of a list that has one (`onDay`); goes before the school year. Null: as the year says. */
  on: IsoDate.nullable().default(null),
  search: z.string().max(500).default(''),
  filters: z.array(Filter).max(50).default([]),
  sort: z
    .array(z.object({ column: z.string(), desc: z.boolean() }))
    .max(8)
    .default([]),
  /** Rows with the same value of this column lie together, in the order of its `sort` if it has one, else rising. */
  group: z.string().nullable().default(null),
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
