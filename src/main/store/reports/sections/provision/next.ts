import { provisionList } from '@shared/contract/provision'
import type { ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import { provisionDay } from '@shared/domain/provision'
import { formatSchoolYear, nextSchoolYear } from '@shared/domain/school-year'
import { FigureSet } from '../../figure-set'
import { left, right, row, tablePart, totalRow } from '../../parts'
import type { Counted, ReportReader } from '../../reader'
import { asOf, byName, cell, isPast, ofSchools } from '../../scope'
import type { Tallied } from '../../tally'
import { provisionOn, studied, type Year } from './count'

/**
 * The coming year: by the forecast of this one. Where the report is of a year that is past, the coming one has its own numbers.
 */
export async function nextTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const next = nextSchoolYear(reader.schoolYear)
  if (!isPast(reader)) {
    const names = { students: 'nextStudents', usable: 'nextUsable', deficit: 'nextDeficit', surplus: 'nextSurplus' }
    const title = `Прогноз обеспеченности на ${formatSchoolYear(next)} учебный год ${asOf(provisionOn(reader))}`
    return comingTable(title, names, now.next, now.whole)
  }
  const asked = { schoolYear: next, filters: [studied, ...ofSchools(reader)] }
  const names = { students: 'students', usable: 'usable', deficit: 'deficit', surplus: 'surplus' }
  const day = provisionDay(next, reader.context.today())
  return comingTable(
    `Обеспеченность на ${formatSchoolYear(next)} учебный год ${asOf(day)}`,
    names,
    await reader.tally(provisionList, { by: ['subject'], sums: Object.values(names) }, asked),
    await reader.total(provisionList, Object.values(names), asked),
  )
}

type Names = Readonly<Record<'students' | 'usable' | 'deficit' | 'surplus', string>>

function comingTable(caption: string, names: Names, subjects: readonly Tallied[], whole: Counted): ReportPart[] {
  const figures = new FigureSet()
  const line = (key: string, title: string, of: Counted): Said[] =>
    [
      figures.sum(`students:${key}`, `${title}: понадобится`, names.students, of),
      figures.sum(`usable:${key}`, `${title}: годных`, names.usable, of),
      figures.sum(`deficit:${key}`, `${title}: не хватит`, names.deficit, of),
      figures.sum(`surplus:${key}`, `${title}: излишек`, names.surplus, of),
    ].map(cell)
  const rows = byName(subjects, ({ values }) => values.subject ?? null)
    .filter((one) => (one.sums[names.students] ?? 0) > 0 || (one.sums[names.usable] ?? 0) > 0)
    .map((one): ReportTableRow => {
      const name = String(one.values.subject)
      return row(name, ...line(name, name, one))
    })
  return tablePart(
    'next',
    caption,
    figures,
    [
      left('Предмет', 44),
      right('Понадо\u00ADбится, экз.', 24),
      right('Годных в наличии', 20),
      right('Не хватит', 18),
      right('Излишек', 18),
    ],
    rows.length === 0 ? [] : [...rows, totalRow('Всего', ...line('all', 'Всего', whole))],
  )
}
