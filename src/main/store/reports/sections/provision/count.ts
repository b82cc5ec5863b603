import type { Filter } from '@shared/contract/lists'
import { provisionList } from '@shared/contract/provision'
import type { Figure, Trace } from '@shared/contract/report-content'
import { schoolList } from '@shared/contract/schools'
import { provisionDay } from '@shared/domain/provision'
import type { FigureSet } from '../../figure-set'
import type { Counted, ReportReader } from '../../reader'
import { is, ofSchools, type Span } from '../../scope'
import { merged, type Tallied, together } from '../../tally'

/** What there is to say of provision, counted. */

const sums = [
  'students',
  'usable',
  'deficit',
  'surplus',
  'expired',
  'nextStudents',
  'nextUsable',
  'nextDeficit',
  'nextSurplus',
]
/** Where somebody studies: the rest has nothing to be provided. */
export const studied: Filter = { op: 'above', column: 'students', value: 0 }

export interface Year {
  all: Counted
  subjects: Tallied[]
  grades: Tallied[]
  schools: Tallied[]
  /** With what nobody studies this year as well: books whose time is over, the next year's forecast. */
  whole: Counted
  next: Tallied[]
}

export async function countYear(reader: ReportReader, { schoolYear }: Span): Promise<Year> {
  const filters = [studied, ...ofSchools(reader)]
  // One reading for all but the schools: a region has a hundred thousand rows.
  const parts = await reader.tally(
    provisionList,
    { by: ['subject', 'grade', 'state'], sums },
    { schoolYear, filters: ofSchools(reader) },
  )
  const trace: Trace = { list: provisionList.name, schoolYear, on: null, filters, sum: null }
  const whole: Trace = { ...trace, filters: ofSchools(reader) }
  const taught = parts.filter(({ values }) => values.state !== 'unknown' && values.state !== 'idle')
  return {
    all: together(taught, trace),
    subjects: merged(taught, provisionList, ['subject'], trace),
    grades: merged(taught, provisionList, ['grade'], trace),
    schools: await reader.tally(provisionList, { by: ['school'], sums }, { schoolYear, filters }),
    whole: together(parts, whole),
    next: merged(parts, provisionList, ['subject'], whole),
  }
}

/** Open schools whose contingent of the year is not written down: nothing is said of them. */
export const unknownSchools = (reader: ReportReader): Promise<Counted> =>
  reader.total(schoolList, [], {
    filters: [is('open', true), { op: 'empty', column: 'students' }, ...ofSchools(reader, 'shortName')],
  })

/** The day the numbers are of. */
export const provisionOn = (reader: ReportReader): string => provisionDay(reader.schoolYear, reader.context.today())

/** The part of what is needed that is there, in tenths of a percent, cut: 100 says that there is enough for all. */
const providedOf = (students: number, deficit: number): number | null =>
  students === 0 ? null : Math.floor(((students - deficit) * 1000) / students)

/** A derived figure of it, compared where last year has both. */
export function provided(figures: FigureSet, key: string, title: string, students: Figure, deficit: Figure): Figure {
  const previous =
    students.previous === null || deficit.previous === null ? null : providedOf(students.previous, deficit.previous)
  const value = providedOf(students.value ?? 0, deficit.value ?? 0)
  return figures.derived(key, title, value, [students, deficit], 'tenths', '%', previous)
}
