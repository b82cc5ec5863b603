import type { Filter, ListQuery, ListSpec } from '@shared/contract/lists'
import type { Trace } from '@shared/contract/report-content'
import { previousSchoolYear } from '@shared/domain/school-year'
import type { QueryContext } from '../context'
import { prepared } from '../database/prepared'
import { listSource } from '../lists/all'
import { listDay } from '../lists/day'
import { planOf } from '../lists/ids'
import { wholeList as everything } from '../lists/list'
import { listGroups } from '../lists/summaries'
import { totalsOf } from '../lists/totals'
import { wholeList } from '../lists/whole'
import { type Tallied, type TallyBy, tallied, traceOf } from './tally'

/** Rows counted, and the question that finds them again. */
export interface Counted {
  count: number
  /** Sums of the list's summed columns, in their units. */
  sums: Readonly<Record<string, number | null>>
  trace: Trace
}

export interface CountedGroup extends Counted {
  /** As stored; null is the empty cell. */
  value: string | number | boolean | null
}

export interface Asked {
  filters?: readonly Filter[]
  /** Null: of all years. Default: the report's. */
  schoolYear?: string | null
  /** The state on a day, of a list that has one. */
  on?: string | null
  sort?: ListQuery['sort']
}

/**
 * All a section counts, it counts here: by the lists themselves, so that a figure and the rows its trace shows cannot differ. The same
 * question is asked of the database once in a report.
 */
export class ReportReader {
  /** The year before the report's. */
  readonly before: string
  /** Day of the numbers: the last of the school year, or today while that has not come. */
  readonly on: string
  /** The same of the year before; equal to `on` never. */
  readonly onBefore: string
  /** The association as lists name it; null: of the whole municipality. */
  readonly association: string | null

  constructor(
    readonly context: QueryContext,
    readonly schoolYear: string,
    /** Null: the whole municipality. */
    readonly associationId: number | null,
    readonly compare: boolean,
  ) {
    this.association =
      associationId === null
        ? null
        : (prepared<[number], { name: string }>(
            context.raw,
            'SELECT shortName AS name FROM association WHERE id = ?',
          ).get(associationId)?.name ?? null)
    this.before = previousSchoolYear(schoolYear)
    this.on = listDay(context, schoolYear)
    this.onBefore = listDay(context, this.before)
  }

  async count(list: ListSpec, asked: Asked = {}): Promise<Counted> {
    const query = this.query(asked)
    const source = listSource(list.name)
    const { total, totals } = await totalsOf(this.context, source, query, planOf(this.context, source, query))
    return { count: total, sums: totals, trace: traceOf(list, query) }
  }

  /** The same of the year before; null where no comparison is asked for. */
  async countBefore(list: ListSpec, asked: Asked = {}): Promise<Counted | null> {
    return this.compare ? this.count(list, { ...asked, schoolYear: this.before }) : null
  }

  /** By the values of a column, in its order, the empty value last. */
  async groups(list: ListSpec, by: string, asked: Asked = {}): Promise<CountedGroup[]> {
    const query = this.query(asked)
    const { groups } = await listGroups(this.context, listSource(list.name), query, by, '', 10_000)
    return groups.map(({ value, count, totals }) => ({
      value,
      count,
      sums: totals,
      trace: traceOf(list, { ...query, filters: [...query.filters, { op: 'in', column: by, values: [value] }] }),
    }))
  }

  /** By the values of several columns at once, with sums of any columns; much cheaper than `count` where sums are dear. */
  tally(list: ListSpec, by: TallyBy, asked: Asked = {}): Promise<Tallied[]> {
    return tallied(this.context, list, this.query(asked), by)
  }

  /** All rows together, with sums of the columns named and no others. */
  async total(list: ListSpec, sums: readonly string[], asked: Asked = {}): Promise<Counted> {
    const [all] = await this.tally(list, { sums }, asked)
    if (all === undefined) throw new Error(`${list.name} was not counted`)
    return all
  }

  /** Counted with the sum of a column that the list itself does not sum up; `filled` of its rows have a value. */
  async summed(list: ListSpec, column: string, asked: Asked = {}): Promise<Counted & { filled: number }> {
    const counted = await this.count(list, asked)
    const values = (await this.rows(list, [column], asked)).map((row) => row[column]).filter((value) => value !== null)
    const sum = values.reduce<number>((total, value) => total + Number(value), 0)
    return { ...counted, sums: { ...counted.sums, [column]: sum }, filled: values.length }
  }

  /** Rows of a list, of each the columns asked for (and `id`); yes and no are 1 and 0. */
  async rows(list: ListSpec, columns: readonly string[], asked: Asked = {}): Promise<Record<string, unknown>[]> {
    const whole = await wholeList(this.context, listSource(list.name), this.query(asked))
    const found: Record<string, unknown>[] = []
    for await (const portion of whole.portions(columns)) found.push(...portion)
    return found
  }

  private query({ filters = [], schoolYear = this.schoolYear, on = null, sort = [] }: Asked): ListQuery {
    return { ...everything, schoolYear, on, filters: [...filters], sort }
  }
}
