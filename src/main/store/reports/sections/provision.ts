import { bothYears, scopeNote } from '../scope'
import type { ReportSectionSource } from '../section'
import { countYear, unknownSchools } from './provision/count'
import { nextTable } from './provision/next'
import { gradesTable, schoolsTable, shortChart, subjectsTable } from './provision/tables'
import { nothing, summary } from './provision/words'

/**
 * Provision with textbooks. Of the school year that goes on it is told as of today; of a past one as of its 1 September, on the balances
 * of that day (decisions 68, 70), which the section says of itself.
 */
export const provisionSection: ReportSectionSource = {
  spec: {
    kind: 'provision',
    title: 'Обеспеченность учебниками',
    hint: 'Сколько учебников нужно и есть, по предметам, классам и школам; прогноз на следующий год',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'subjects', title: 'По предметам', form: 'table', usual: true },
      { key: 'chart', title: 'Чего не хватает, диаграмма', form: 'chart', usual: true },
      { key: 'grades', title: 'По классам', form: 'table', usual: true },
      { key: 'schools', title: 'Школы, где не хватает больше всего', form: 'table', usual: true },
      { key: 'next', title: 'Прогноз на следующий год', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => countYear(reader, span))
    const note = scopeNote(reader)
    const unknown = await unknownSchools(reader)
    if (now.all.count === 0) return nothing(reader, unknown, note)
    return [
      ...summary(reader, now, last, unknown, note),
      ...subjectsTable(reader, now),
      ...shortChart(reader, now),
      ...gradesTable(reader, now),
      ...schoolsTable(reader, now),
      ...(await nextTable(reader, now)),
    ]
  },
}
