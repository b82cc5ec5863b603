import { decisionStates } from '@shared/contract/meetings'
import type { RoadmapRecord } from '@shared/contract/roadmaps'
import { formatDate } from '@shared/domain/dates'
import { AppError } from '@shared/errors'
import { buildRoadmapReport, reportGroups, sectionCounts, totalOf } from '@shared/papers/roadmap/report'
import { buildRoadmap } from '@shared/papers/roadmap/roadmap'
import { oneLine, printedSections } from '@shared/papers/roadmap/rows'
import { buildRoadmapYear } from '@shared/papers/roadmap/year'
import { databaseId } from '../../database/database-id'
import { prepared } from '../../database/prepared'
import { inOneState } from '../../documents/list-windows'
import type { SummarySheet } from '../../documents/xlsx/summary'
import type { Handlers } from '../../module'
import { savePaper } from '../../templates/save-paper'
import { readRoadmap } from './read'

/** Papers of road maps. Writers of files are loaded with the first of them: the store starts without them. */
export const roadmapPapers = {
  'papers.roadmap': async (context, { roadmapId, execution, ...file }) => {
    const record = await context.query('roadmaps.get', { id: roadmapId })
    const profile = await context.query('profile.get', {})
    return savePaper(context, buildRoadmap(record, profile, { execution }), file)
  },
  'papers.roadmapSheet': async (context, { roadmapId, execution, out }) => {
    const record = await context.query('roadmaps.get', { id: roadmapId })
    const rows = prepared<[number], { id: number; uid: string }>(
      context.raw,
      'SELECT id, uid FROM roadmapItem WHERE roadmapId = ?',
    ).all(roadmapId)
    const { writeRoadmapSheet } = await import('../../documents/xlsx/roadmap')
    context.checkCancelled()
    await writeRoadmapSheet(out, {
      record,
      execution,
      rows,
      databaseId: databaseId(context.raw),
      made: context.now(),
    })
    return { file: out }
  },
  'papers.roadmapReport': async (context, { roadmapId, on, format, out, templateId }) => {
    const day = on ?? context.today()
    // States are of the day of the report.
    const record = await inOneState(context, () => readRoadmap({ ...context, today: () => day }, roadmapId))
    const profile = await context.query('profile.get', {})
    if (format === 'docx') {
      return savePaper(context, buildRoadmapReport(record, day, profile), { out, templateId })
    }
    const { writeSummary } = await import('../../documents/xlsx/summary')
    context.checkCancelled()
    await writeSummary(out, reportSheets(record, day), context.now())
    return { file: out }
  },
  'papers.roadmapYear': async (context, { roadmapId, from, to, ...file }) => {
    if (to < from) {
      throw new AppError('invalid-input', 'Окончание: раньше начала. Проверьте, за какие месяцы печатать график.', 'to')
    }
    const record = await context.query('roadmaps.get', { id: roadmapId })
    const bars = await context.query('roadmaps.bars', { id: roadmapId, from, to })
    const profile = await context.query('profile.get', {})
    return savePaper(context, buildRoadmapYear(record, bars, { from, to }, profile), file)
  },
} satisfies Handlers

/** Counts by section, and every item with where it is. */
function reportSheets(record: RoadmapRecord, on: string): SummarySheet[] {
  const sections = printedSections(record)
  const counts = sectionCounts(sections)
  const groups = (Object.keys(reportGroups) as (keyof typeof reportGroups)[]).filter(
    (group) => group !== 'cancelled' || totalOf(counts).of.cancelled > 0,
  )
  const heading = ['Отчёт о выполнении', oneLine(record.roadmap.title), `на ${formatDate(on, 'digits')}`]
  const number = (title: string) => ({ title, width: 14, format: 'whole' as const, total: true })
  const text = (title: string, width: number) => ({ title, width, format: 'text' as const })
  return [
    {
      name: 'Сводка',
      heading,
      columns: [text('Раздел', 50), number('Всего'), ...groups.map((group) => number(reportGroups[group]))],
      rows: counts.map((one) => [one.line, one.total, ...groups.map((group) => one.of[group])]),
    },
    {
      name: 'Пункты',
      heading,
      columns: [
        text('№', 8),
        text('Раздел', 30),
        text('Мероприятие', 50),
        text('Срок', 22),
        text('Исполнители', 32),
        text('Состояние', 20),
        text('Выполнено', 14),
        text('Отметка о выполнении', 44),
      ],
      rows: sections.flatMap((section) =>
        section.items.flatMap((item) =>
          [item, ...item.parts].map((part) => [
            part.number,
            section.line,
            part.title,
            part.due,
            part === item ? [...item.executors, ...item.coExecutors].join('; ') : '',
            part.state === null ? '' : decisionStates[part.state.state],
            part.state?.doneOn ? formatDate(part.state.doneOn, 'digits') : '',
            part.execution,
          ]),
        ),
      ),
    },
  ]
}
