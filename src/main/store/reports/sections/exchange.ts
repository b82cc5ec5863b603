import { inYear } from '@shared/papers/report/words'
import { sentencePart } from '../parts'
import { bothYears, wholeMunicipality } from '../scope'
import type { ReportSectionSource } from '../section'
import { countYear, type Year } from './exchange/count'
import { actsTable, fundTable, monthsChart, schoolsTable, subjectsTable } from './exchange/tables'
import { summary } from './exchange/words'

/** The exchange fund: what was offered and asked for, what was handed over and how much money it saved. */
export const exchangeSection: ReportSectionSource = {
  spec: {
    kind: 'exchange',
    title: 'Обменный фонд',
    hint: 'Излишки и потребности, передачи между школами, сбережённые деньги, временное пользование',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'fund', title: 'Состояние фонда', form: 'table', usual: true },
      { key: 'months', title: 'Передано по месяцам, диаграмма', form: 'chart', usual: true },
      { key: 'subjects', title: 'Передано по предметам', form: 'table', usual: true },
      { key: 'givers', title: 'Школы, передавшие больше всего', form: 'table', usual: true },
      { key: 'receivers', title: 'Школы, получившие больше всего', form: 'table', usual: true },
      { key: 'acts', title: 'Передачи по актам', form: 'table', usual: false },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => countYear(reader, span))
    const note = reader.associationId === null ? null : wholeMunicipality
    if (isEmpty(now)) {
      return sentencePart(
        'summary',
        `${inYear(reader.schoolYear)} обменный фонд был пуст: излишки и потребности не заявлялись.`,
        note,
      )
    }
    return [
      ...summary(reader, now, last, note),
      ...(isFundEmpty(now) ? [] : fundTable(reader, now)),
      ...monthsChart(reader, now),
      ...subjectsTable(reader, now),
      ...schoolsTable(reader, now, 'givers'),
      ...schoolsTable(reader, now, 'receivers'),
      ...(await actsTable(reader, now)),
    ]
  },
}

const isFundEmpty = ({ surpluses, needs, offered, asked }: Year): boolean =>
  [surpluses.start, surpluses.end, needs.start, needs.end, offered, asked].every(({ count }) => count === 0)
const isEmpty = (year: Year): boolean =>
  isFundEmpty(year) && year.lines.count === 0 && year.onLoan.count === 0 && year.returned.count === 0
