import { librarianList } from '@shared/contract/librarians'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { schoolList } from '@shared/contract/schools'
import { schoolYearBounds } from '@shared/domain/school-year'
import type { ReportReader } from './reader'

/** Whose people and schools a section speaks of: of the association where its members and schools are entered, else everybody's. */
export interface Scope {
  librarians: readonly Filter[]
  schools: readonly Filter[]
  /** Said where a report of an association has to speak of the whole municipality; empty: it need not. */
  /** Whether last year's people were the same body: the association had members then as it has now. */
  compare: boolean
  peopleNote: string
  schoolsNote: string
}

export async function scopeOf(reader: ReportReader): Promise<Scope> {
  const { association } = reader
  if (association === null)
    return { librarians: [], schools: [], compare: reader.compare, peopleNote: '', schoolsNote: '' }
  const own: Filter = { op: 'equals', column: 'associations', value: association }
  const known = async (list: ListSpec): Promise<boolean> => (await reader.count(list, { filters: [own] })).count > 0
  const hasPeople = await known(librarianList)
  const hadPeople = (await reader.count(librarianList, { schoolYear: reader.before, filters: [own] })).count > 0
  const hasSchools = await known(schoolList)
  const note = (what: string): string => `${what} объединения не внесён, показатели приведены по всему муниципалитету.`
  return {
    librarians: hasPeople ? [own] : [],
    schools: hasSchools ? [own] : [],
    compare: reader.compare && hasPeople === hadPeople,
    peopleNote: hasPeople ? '' : note('Состав'),
    schoolsNote: hasSchools ? '' : note('Список школ'),
  }
}

/** «По объединению», of a list that names the association in a column of its own. */
export function ofAssociation(reader: ReportReader): Filter[] {
  return reader.association === null ? [] : [{ op: 'equals', column: 'association', value: reader.association }]
}

/** Days of the report's year up to the day of its numbers, or of the year before. */
export function withinYear(reader: ReportReader, column: string, last = false): Filter {
  const { from } = schoolYearBounds(last ? reader.before : reader.schoolYear)
  return { op: 'between', column, from, to: last ? reader.onBefore : reader.on }
}
