import type { Filter } from '@shared/contract/lists'
import type { Figure, Said } from '@shared/contract/report-content'
import { schoolList } from '@shared/contract/schools'
import { formatDate } from '@shared/domain/dates'
import { formatSchoolYear, previousSchoolYear, schoolYearBounds, schoolYearOf } from '@shared/domain/school-year'
import type { PluralForms } from '@shared/domain/text/plural'
import { sortKey } from '@shared/domain/text/sort-key'
import { say } from '@shared/papers/report/figures'
import { prepared } from '../database/prepared'
import type { FigureSet } from './figure-set'
import type { Counted, ReportReader } from './reader'

/** Of what a section speaks: days of the year and of the one before, schools of the association. */

/** A school year as a report counts it: up to the day of its numbers. */
export interface Span {
  schoolYear: string
  from: string
  /** The day of the numbers. */
  on: string
  /** The evening before the year began. */
  eve: string
}

export function spanOf(reader: ReportReader, which: 'this' | 'before' = 'this'): Span {
  const schoolYear = which === 'this' ? reader.schoolYear : reader.before
  return {
    schoolYear,
    from: schoolYearBounds(schoolYear).from,
    on: which === 'this' ? reader.on : reader.onBefore,
    eve: schoolYearBounds(previousSchoolYear(schoolYear)).to,
  }
}

export const within = (column: string, { from, on }: Pick<Span, 'from' | 'on'>): Filter => ({
  op: 'between',
  column,
  from,
  to: on,
})
export const is = (column: string, value: string | number | boolean): Filter => ({ op: 'equals', column, value })

/** The report's own year and, where they are compared, the one before. */
export async function bothYears<T>(
  reader: ReportReader,
  count: (span: Span) => Promise<T>,
): Promise<{ now: T; last: T | null }> {
  const now = await count(spanOf(reader))
  return { now, last: reader.compare ? await count(spanOf(reader, 'before')) : null }
}

/** What is the association's own: its events, its road maps. */
export const ownOf = (reader: ReportReader): Filter[] =>
  reader.association === null ? [] : [is('association', reader.association)]

/** Short names of the association's schools; null: it names none, or the report is of the whole municipality. */
export function schoolsOf(reader: ReportReader): string[] | null {
  if (reader.associationId === null) return null
  const names = prepared<[number], { name: string }>(
    reader.context.raw,
    `SELECT shortName AS name FROM associationSchool JOIN school ON school.id = schoolId
     WHERE associationId = ? ORDER BY sortKey`,
  )
    .all(reader.associationId)
    .map(({ name }) => name)
  return names.length === 0 ? null : names
}

/** Rows of the association's schools; `column` names the school. */
export function ofSchools(reader: ReportReader, column = 'school'): Filter[] {
  const names = schoolsOf(reader)
  return names === null ? [] : [{ op: 'in', column, values: names }]
}

/** Whose numbers these are, where that has to be said: an association's report of what has no association. */
export const wholeMunicipality = 'Сведения раздела — по всему муниципалитету: по объединениям они не разделяются.'
export function scopeNote(reader: ReportReader): string | null {
  if (reader.associationId === null) return null
  if (schoolsOf(reader) === null)
    return 'Школы объединения не указаны, поэтому сведения раздела — по всему муниципалитету.'
  return 'Сведения раздела — по школам объединения.'
}

/** Schools by name, as their list finds them. */
export function schoolsNamed(reader: ReportReader, names: readonly string[], schoolYear = reader.schoolYear): Counted {
  return {
    count: names.length,
    sums: {},
    trace: {
      list: schoolList.name,
      schoolYear,
      on: null,
      filters: [{ op: 'in', column: 'shortName', values: [...names] }],
      sum: null,
    },
  }
}

/**
 * «, на 3 мероприятия больше, чем в 2024–2025 учебном году»; nothing where it is not compared, and where last year has nothing: whether
 * there was nothing or it was not written down then, nobody knows.
 */
export function comparedWith(
  reader: ReportReader,
  figures: FigureSet,
  figure: Figure,
  forms?: PluralForms,
  before = ', ',
): Said[] {
  if ((figure.previous ?? 0) === 0) return []
  const said = figures.compared(figure, thanBefore(reader), forms)
  return said.length === 0 ? [] : [{ text: before }, ...said]
}

/** «в 2024–2025 учебном году» */
export const thanBefore = (reader: ReportReader): string => `в ${formatSchoolYear(reader.before)} учебном году`

/** Whether the school year of the report is over. */
export const isPast = (reader: ReportReader): boolean => reader.schoolYear < schoolYearOf(reader.context.today())

/** «на 31 августа 2026 г.» */
export const asOf = (day: string): string => `на ${formatDate(day, 'words')}`
export const digits = (day: string): string => formatDate(day, 'digits')

/** A figure in a cell of a table, without a word after it: its column says what it is. Parts have their places filled: «1,00», «87,0». */
export function cell(figure: Figure): Said {
  const { text } = say({ ...figure, suffix: '' })
  const places = figure.unit === 'tenths' ? 1 : figure.unit === 'hundredths' ? 2 : 0
  if (places === 0 || figure.value === null) return { text, figure: figure.key }
  const [whole = '', fraction = ''] = text.split(',')
  return { text: `${whole},${fraction.padEnd(places, '0')}`, figure: figure.key }
}

/** A sum of money in a cell, where the column says «руб.». */
export const money = (figure: Figure): Said => ({
  text: say(figure).text.replace(/\u00A0руб\.$/u, ''),
  figure: figure.key,
})

/** In the order people read names. */
export function byName<T>(rows: readonly T[], name: (row: T) => string | number | null): T[] {
  const keys = new Map(rows.map((row) => [row, sortKey(String(name(row) ?? '\uFFFF'))]))
  return [...rows].sort((one, other) => ((keys.get(one) ?? '') < (keys.get(other) ?? '') ? -1 : 1))
}

/** The greatest first; of those alike, by name. */
export function greatest<T>(
  rows: readonly T[],
  size: (row: T) => number,
  name: (row: T) => string | number | null,
): T[] {
  return byName(rows, name).sort((one, other) => size(other) - size(one))
}

/** Nothing of what was counted: the same question, narrowed to what has no rows. */
export const noneOf = (of: Counted, ...narrower: readonly Filter[]): Counted => ({
  count: 0,
  sums: {},
  trace: { ...of.trace, filters: [...of.trace.filters, ...narrower] },
})
