import type { ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import { coefficientOf } from '@shared/domain/provision'
import { FigureSet } from '../../figure-set'
import { chartPart, left, right, row, tablePart, totalRow } from '../../parts'
import type { Counted, ReportReader } from '../../reader'
import { asOf, byName, cell, greatest } from '../../scope'
import { provided, provisionOn, type Year } from './count'

const columns = (first: string) => [
  left(first, 40),
  right('Нужно, экз.', 18),
  right('Годных в наличии', 20),
  right('Коэффи\u00ADциент', 17),
  right('Не хватает', 18),
  right('Изли\u00ADшек', 17),
  right('Обеспе\u00ADчено, %', 18),
]

/** Needed, there, how many for each, short, spare and the part of the need that is met. */
function cells(figures: FigureSet, key: string, title: string, of: Counted): Said[] {
  const students = figures.sum(`students:${key}`, `${title}: нужно`, 'students', of)
  const usable = figures.sum(`usable:${key}`, `${title}: годных в наличии`, 'usable', of)
  const coefficient = figures.derived(
    `coefficient:${key}`,
    `${title}: коэффициент`,
    coefficientOf(usable.value ?? 0, students.value ?? 0),
    [usable, students],
    'hundredths',
  )
  const deficit = figures.sum(`deficit:${key}`, `${title}: не хватает`, 'deficit', of)
  const surplus = figures.sum(`surplus:${key}`, `${title}: излишек`, 'surplus', of)
  const share = provided(figures, `provided:${key}`, `${title}: обеспечено`, students, deficit)
  return [students, usable, coefficient, deficit, surplus, share].map(cell)
}

export function subjectsTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const rows = byName(now.subjects, ({ values }) => values.subject ?? null).map((one): ReportTableRow => {
    const name = String(one.values.subject)
    return row(name, ...cells(figures, name, name, one))
  })
  return tablePart(
    'subjects',
    `Обеспеченность учебниками по предметам ${asOf(provisionOn(reader))}`,
    figures,
    columns('Предмет'),
    [...rows, totalRow('Всего', ...cells(figures, 'all', 'Всего', now.all))],
  )
}

export function shortChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const short = greatest(
    now.subjects,
    (one) => one.sums.deficit ?? 0,
    ({ values }) => values.subject ?? null,
  )
    .filter((one) => (one.sums.deficit ?? 0) > 0)
    .slice(0, 12)
  const bars = short.map((one) =>
    figures.sum(`deficit:${one.values.subject}`, `${one.values.subject}: не хватает`, 'deficit', one),
  )
  return chartPart(
    'chart',
    `Учебники, которых не хватает больше всего, ${asOf(provisionOn(reader))}, экземпляров`,
    figures,
    'bars',
    short.map(({ values }) => String(values.subject)),
    [{ title: 'Не хватает', figures: bars }],
  )
}

export function gradesTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const rows = [...now.grades]
    .sort((one, other) => Number(one.values.grade) - Number(other.values.grade))
    .map(
      (one): ReportTableRow =>
        row(
          `${one.values.grade}-й класс`,
          ...cells(figures, `${one.values.grade}`, `${one.values.grade}-й класс`, one),
        ),
    )
  return tablePart(
    'grades',
    `Обеспеченность учебниками по классам ${asOf(provisionOn(reader))}`,
    figures,
    columns('Класс'),
    [...rows, totalRow('Всего', ...cells(figures, 'all', 'Всего', now.all))],
  )
}

/** A longer table is for an annex. */
const mostSchools = 15

export function schoolsTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const short = greatest(
    now.schools,
    (one) => one.sums.deficit ?? 0,
    ({ values }) => values.school ?? null,
  ).filter((one) => (one.sums.deficit ?? 0) > 0)
  if (short.length === 0) return []
  const rows = short.slice(0, mostSchools).map((one): ReportTableRow => {
    const name = String(one.values.school)
    return row(name, ...cells(figures, name, name, one))
  })
  const title =
    short.length > mostSchools ? 'Школы, где не хватает больше всего учебников,' : 'Школы, где не хватает учебников,'
  return tablePart('schools', `${title} ${asOf(provisionOn(reader))}`, figures, columns('Школа'), rows)
}
