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
import { listDay } from './day'
import { wholeList } from './list'

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

const working: Filter = { op: 'equals', column: 'working', value: true }
const open: Filter = { op: 'equals', column: 'open', value: true }
const nobody: Filter = { op: 'equals', column: 'librarians', value: 0 }
const base = { librarians: working, schools: open } as const

export async function staffing(context: QueryContext, asked: string | null): Promise<Staffing> {
  const schoolYear = asked ?? context.schoolYear()
  const before = previousSchoolYear(schoolYear)
  const now = await countable(context, schoolYear)
  const past = await countable(context, before)
  // With nobody in last year's bank the column would say that everybody came this year.
  const previous = past.on < now.on && past.librarians.length > 0 ? past : null
  const whole = (list: StaffingTable['list'], title: string, filters: Filter[], fits: (row: Rows[number]) => boolean) =>
    figure(null, title, filters, now[list].filter(fits), previous?.[list].filter(fits).length ?? null, list)
  const everyone = whole('librarians', 'Всего', [working], () => true)
  const schools = whole('schools', 'Всего', [open], () => true)
  return {
    schoolYear,
    on: now.on,
    previous: previous && { schoolYear: before, on: previous.on },
    people: everyone,
    schools,
    vacant: whole('schools', 'Школы без библиотекаря', [open, nobody], (row) => row.librarians === 0),
    tables: breakdowns.map((one) => table(one, now, previous, one.list === 'librarians' ? everyone : schools)),
  }
}

async function countable(context: QueryContext, schoolYear: string): Promise<Day> {
  const query = { ...wholeList, schoolYear }
  const columns = breakdowns.filter((one) => one.list === 'librarians').map((one) => sql.ref(one.column))
  const people = await sql<Record<string, unknown>>`
    select rate, ${sql.join(columns)} from (${librarianSource.select(context, query)}) where working`.execute(
    context.trx,
  )
  const schools = await sql<Record<string, unknown>>`
    select libraryStatus, librarians from (${schoolSource.select(context, query)}) where open`.execute(context.trx)
  return { on: listDay(context, schoolYear), librarians: people.rows, schools: schools.rows }
}

function table(breakdown: Breakdown, now: Day, previous: Day | null, total: StaffingFigure): StaffingTable {
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
    return figure(key, title, [base[list], filter], of(now[list]), before, list)
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
