import { ageBandTitles, categories, serviceBandTitles } from '@shared/contract/librarians'
import type { Filter } from '@shared/contract/lists'
import { libraryStatuses } from '@shared/contract/schools'
import {
  type Staffing,
  type StaffingFigure,
  type StaffingTable,
  type StaffingTableId,
  staffingTables,
} from '@shared/contract/staffing'
import { previousSchoolYear } from '@shared/domain/school-year'
import { educationClasses } from '@shared/domain/staffing/education'
import { positionGroups } from '@shared/domain/staffing/positions'
import { categoryStates, courseStates } from '@shared/domain/staffing/terms'
import { sql } from 'kysely'
import type { QueryContext } from '../context'
import { librarianSource } from '../modules/librarians/list'
import { schoolSource } from '../modules/schools/list'
import { conditions } from './conditions'
import { listDay } from './day'
import { type ListSource, wholeList } from './list'

/** Counted from the lists themselves, so that a figure and the rows its filters show cannot differ. */

interface Breakdown {
  id: StaffingTableId
  list: StaffingTable['list']
  /** Column of the list: each row has one value of it, null is «не указано». */
  column: string
  titles: Readonly<Record<string, string>>
  /** False: only today's value is kept, and last year's cannot be said. */
  kept: boolean
}

const breakdowns: readonly Breakdown[] = [
  { id: 'positions', list: 'librarians', column: 'positionGroup', titles: positionGroups, kept: true },
  { id: 'education', list: 'librarians', column: 'educationClass', titles: educationClasses, kept: true },
  { id: 'libraryService', list: 'librarians', column: 'libraryServiceBand', titles: serviceBandTitles, kept: true },
  { id: 'service', list: 'librarians', column: 'serviceBand', titles: serviceBandTitles, kept: true },
  { id: 'category', list: 'librarians', column: 'category', titles: categories, kept: false },
  { id: 'categoryState', list: 'librarians', column: 'categoryState', titles: categoryStates, kept: false },
  { id: 'age', list: 'librarians', column: 'ageBand', titles: ageBandTitles, kept: true },
  { id: 'courses', list: 'librarians', column: 'courseState', titles: courseStates, kept: true },
  { id: 'libraries', list: 'schools', column: 'libraryStatus', titles: libraryTitles(), kept: true },
]

/** «ШБ» is what an office calls «традиционная школьная библиотека» in this paper. */
function libraryTitles(): Record<string, string> {
  return { ...libraryStatuses, shb: 'традиционная школьная библиотека (ШБ)' }
}

type Rows = readonly Readonly<Record<string, unknown>>[]
interface Day {
  on: string
  librarians: Rows
  schools: Rows
}

export const working: Filter = { op: 'equals', column: 'working', value: true }
export const open: Filter = { op: 'equals', column: 'open', value: true }
const nobody: Filter = { op: 'equals', column: 'librarians', value: 0 }

/** Which people and schools are counted, over working ones and open ones; nothing: all. */
export interface StaffingScope {
  librarians: readonly Filter[]
  schools: readonly Filter[]
}
const everywhere: StaffingScope = { librarians: [], schools: [] }

export async function staffing(
  context: QueryContext,
  asked: string | null,
  scope: StaffingScope = everywhere,
): Promise<Staffing> {
  const base = { librarians: [working, ...scope.librarians], schools: [open, ...scope.schools] }
  const schoolYear = asked ?? context.schoolYear()
  const before = previousSchoolYear(schoolYear)
  const now = await countable(context, schoolYear, base)
  const past = await countable(context, before, base)
  // With nobody in last year's bank the column would say that everybody came this year.
  const previous = past.on < now.on && past.librarians.length > 0 ? past : null
  const whole = (list: StaffingTable['list'], title: string, filters: Filter[], fits: (row: Rows[number]) => boolean) =>
    figure(null, title, filters, now[list].filter(fits), previous?.[list].filter(fits).length ?? null, list)
  const everyone = whole('librarians', 'Всего', base.librarians, () => true)
  const schools = whole('schools', 'Всего', base.schools, () => true)
  return {
    schoolYear,
    on: now.on,
    previous: previous && { schoolYear: before, on: previous.on },
    people: everyone,
    schools,
    vacant: whole('schools', 'Школы без библиотекаря', [...base.schools, nobody], (row) => row.librarians === 0),
    tables: breakdowns.map((one) =>
      table(one, base[one.list], now, previous, one.list === 'librarians' ? everyone : schools),
    ),
  }
}

async function countable(
  context: QueryContext,
  schoolYear: string,
  base: Readonly<Record<StaffingTable['list'], Filter[]>>,
): Promise<Day> {
  const query = { ...wholeList, schoolYear }
  const columns = breakdowns.filter((one) => one.list === 'librarians').map((one) => sql.ref(one.column))
  const met = (source: ListSource<never>, filters: Filter[]) =>
    sql.join(conditions(context, source, { ...query, filters }), sql` and `)
  const people = await sql<Record<string, unknown>>`
    select rate, ${sql.join(columns)} from (${librarianSource.select(context, query)})
    where ${met(librarianSource as ListSource<never>, base.librarians)}`.execute(context.trx)
  const schools = await sql<Record<string, unknown>>`
    select libraryStatus, librarians from (${schoolSource.select(context, query)})
    where ${met(schoolSource as ListSource<never>, base.schools)}`.execute(context.trx)
  return { on: listDay(context, schoolYear), librarians: people.rows, schools: schools.rows }
}

function table(
  breakdown: Breakdown,
  base: readonly Filter[],
  now: Day,
  previous: Day | null,
  total: StaffingFigure,
): StaffingTable {
  const { id, list, column, titles, kept } = breakdown
  const known = Object.entries(titles).map(([key, title]) => row(key, title))
  const unknown = row(null, 'не указано')
  return {
    id,
    title: staffingTables[id],
    list,
    rows: unknown.count > 0 || (unknown.previous ?? 0) > 0 ? [...known, unknown] : known,
    total: kept ? total : { ...total, previous: null },
  }

  function row(key: string | null, title: string): StaffingFigure {
    const of = (rows: Rows): Rows => rows.filter((one) => one[column] === key)
    const filter: Filter = key === null ? { op: 'empty', column } : { op: 'equals', column, value: key }
    const before = previous !== null && kept ? of(previous[list]).length : null
    return figure(key, title, [...base, filter], of(now[list]), before, list)
  }
}

function figure(
  key: string | null,
  title: string,
  filters: Filter[],
  rows: Rows,
  previous: number | null,
  list: StaffingTable['list'],
): StaffingFigure {
  const rate = list === 'schools' ? null : rows.reduce((sum, row) => sum + Number(row.rate ?? 0), 0)
  return { key, title, count: rows.length, rate, previous, filters }
}
