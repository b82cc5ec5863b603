import type { Filter } from '@shared/contract/lists'
import { schoolStatusList } from '@shared/contract/school-lists'
import { schoolList } from '@shared/contract/schools'
import type { Counted, ReportReader } from '../../reader'
import { is, ofSchools, type Span, within } from '../../scope'
import type { Tallied } from '../../tally'

/** Schools at the end of a school year, as their list has them. */
export interface Year {
  span: Span
  /** At work at the end of the year; closed ones have no library to tell of. */
  open: Counted
  statuses: Tallied[]
  /** Statuses given within the year. */
  changes: Counted
  /** Short names of the schools at work. */
  names: string[]
}

/** ИБЦ of any level. */
export const centreStatuses = ['ibc', 'mibc', 'rribc'] as const
export const centres: Filter = { op: 'in', column: 'libraryStatus', values: [...centreStatuses] }

export const openSchools = (reader: ReportReader): Filter[] => [is('open', true), ...ofSchools(reader, 'shortName')]

const schoolSums = ['students', 'librarians']

export async function countYear(reader: ReportReader, span: Span): Promise<Year> {
  const { schoolYear } = span
  const asked = { schoolYear, filters: openSchools(reader) }
  const open = await reader.tally(schoolList, { by: ['shortName'] }, asked)
  return {
    span,
    open: await reader.total(schoolList, schoolSums, asked),
    statuses: await reader.tally(schoolList, { by: ['libraryStatus'], sums: schoolSums }, asked),
    changes: await reader.total(schoolStatusList, [], {
      schoolYear,
      filters: [within('since', span), ...ofSchools(reader)],
    }),
    names: open.map(({ values }) => String(values.shortName)),
  }
}
