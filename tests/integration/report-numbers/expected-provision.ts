import type { SectionContent } from '@shared/contract/report-content'
import { type Expected, grouped } from './expected'
import { daysOf, type Judged, today, yearBefore } from './judge'
import { deficitOf, type OwnRow, provisionAfter, provisionOf, spareOf, yearAfter } from './own-provision'

/** Every figure of the section of provision, summed up from rows worked out anew. */

export const sum = (rows: readonly OwnRow[], of: (row: OwnRow) => number): number =>
  rows.reduce((whole, row) => whole + of(row), 0)
export const studied = (rows: readonly OwnRow[]): OwnRow[] => rows.filter((row) => (row.students ?? 0) > 0)
const schoolsIn = (rows: readonly OwnRow[]): number => new Set(rows.map((row) => row.school)).size
/** Cut, not rounded: «100,0 %» and «1,00» say that there is enough for all. */
const cut = (part: number, whole: number, scale: number): number | null =>
  whole === 0 ? null : Math.floor((part * scale) / whole)
export const byGrade = (row: OwnRow): string => String(row.grade)
export const bySubject = (row: OwnRow): string => row.subject

/** Figures of a group of rows under a key. */
function told(key: string, rows: readonly OwnRow[]): Expected {
  const students = sum(rows, (row) => row.students ?? 0)
  const usable = sum(rows, (row) => row.usable)
  const deficit = sum(rows, deficitOf)
  return {
    [`students:${key}`]: students,
    [`usable:${key}`]: usable,
    [`coefficient:${key}`]: cut(usable, students, 100),
    [`deficit:${key}`]: deficit,
    [`surplus:${key}`]: sum(rows, spareOf),
    [`provided:${key}`]: cut(students - deficit, students, 1000),
  }
}

function toldBy(rows: readonly OwnRow[], of: (row: OwnRow) => string): Expected {
  return Object.assign(told('all', rows), ...[...grouped(rows, of)].map(([key, some]) => told(key, some))) as Expected
}

/** Of what a table tells, what it should: no more is asked of a table that is cut short. */
function only(content: SectionContent, key: string, expected: Expected): Expected {
  const keys = content.parts.find((part) => part.key === key)?.figures.map((one) => one.key) ?? []
  return Object.fromEntries(Object.entries(expected).filter(([name]) => keys.includes(name)))
}

export interface ExpectedProvision {
  expected: Record<string, Expected>
  /** Of the year, where somebody studies. */
  rows: OwnRow[]
  /** Of the next year. */
  forecast: OwnRow[]
}

export function expectedProvision(
  district: Judged,
  content: SectionContent,
  year: string,
  place: number | null,
): ExpectedProvision {
  const every = provisionOf(district, year, place, today)
  const rows = studied(every)
  const whole = told('all', rows)
  const was = told('all', studied(provisionOf(district, yearBefore(year), place, today)))
  const of = (key: string): number => whole[`${key}:all`] ?? 0
  const change = (key: string): number => Math.abs(of(key) - (was[`${key}:all`] ?? 0))
  // Of a year that is over the next has numbers of its own.
  const forecast =
    daysOf(year).to < today
      ? studied(provisionOf(district, yearAfter(year), place, today))
      : provisionAfter(district, year, place, today)
  const expected = {
    summary: only(content, 'summary', {
      students: of('students'),
      usable: of('usable'),
      deficit: of('deficit'),
      surplus: of('surplus'),
      provided: of('provided'),
      expired: sum(every, (row) => row.expired),
      schools: schoolsIn(rows),
      schoolsShort: schoolsIn(rows.filter((row) => deficitOf(row) > 0)),
      'provided:change': change('provided'),
      'deficit:change': change('deficit'),
    }),
    subjects: toldBy(rows, bySubject),
    chart: only(content, 'chart', toldBy(rows, bySubject)),
    grades: toldBy(rows, byGrade),
    schools: only(
      content,
      'schools',
      toldBy(rows, (row) => row.school),
    ),
    next: only(content, 'next', toldBy(forecast, bySubject)),
  }
  return { expected, rows, forecast }
}
