import type { ReportPart } from '@shared/contract/report-content'
import { yearAfterIn } from '@shared/papers/report/words'
import { sentencePart } from '../parts'
import { bothYears } from '../scope'
import type { ReportSectionSource } from '../section'
import { countYear } from './libraries/count'
import { connectionsTable, fundsTable, resourcesTable } from './libraries/resources'
import { centresTable, changesTable, statusesChart, statusesTable, studentsChart } from './libraries/tables'
import { summary } from './libraries/words'

/** The network of school libraries: by status, what changed, what they have and are connected to. */
export const librariesSection: ReportSectionSource = {
  spec: {
    kind: 'libraries',
    title: 'Сеть школьных библиотек и ИБЦ',
    hint: 'Школы по статусу библиотеки, изменения за год, подключения, оснащение, фонды, обучающиеся, список ИБЦ',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'statuses', title: 'Библиотеки по статусу', form: 'table', usual: true },
      { key: 'chart', title: 'Библиотеки по статусу, диаграмма', form: 'chart', usual: true },
      { key: 'changes', title: 'Изменения статуса за год', form: 'table', usual: true },
      { key: 'centres', title: 'Список ИБЦ', form: 'table', usual: true },
      { key: 'students', title: 'Обучающиеся по годам, диаграмма', form: 'chart', usual: true },
      { key: 'resources', title: 'Оснащение библиотек', form: 'table', usual: true },
      { key: 'connections', title: 'Подключения', form: 'table', usual: true },
      { key: 'funds', title: 'Библиотечные фонды', form: 'table', usual: true },
    ],
  },
  compose: async (reader): Promise<ReportPart[]> => {
    const { now, last } = await bothYears(reader, (span) => countYear(reader, span))
    if (now.open.count === 0) {
      return sentencePart('summary', `Школы, работавшие в ${yearAfterIn(reader.schoolYear)}, не внесены.`)
    }
    return [
      ...summary(reader, now, last),
      ...statusesTable(reader, now, last),
      ...statusesChart(reader, now),
      ...(await changesTable(reader, now)),
      ...(await centresTable(reader, now)),
      ...(await studentsChart(reader)),
      ...(await resourcesTable(reader, now)),
      ...(await connectionsTable(reader, now)),
      ...(await fundsTable(reader)),
    ]
  },
}
