import type { Filter } from '@shared/contract/lists'
import type { Figure, ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import { type RoadmapOutcome, roadmapItemList, roadmapList, roadmapOutcomes } from '@shared/contract/roadmaps'
import type { PluralForms } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { listedRuns, participle, runs, yearAfterIn } from '@shared/papers/report/words'
import { FigureSet, shareOf } from '../figure-set'
import {
  center,
  chartPart,
  groupRow,
  left,
  paragraph,
  right,
  row,
  sentencePart,
  tablePart,
  textPart,
  totalRow,
} from '../parts'
import type { Counted, ReportReader } from '../reader'
import { asOf, bothYears, byName, cell, digits, is, noneOf, ownOf, type Span, thanBefore } from '../scope'
import type { ReportSectionSource } from '../section'
import type { Tallied } from '../tally'
import { short } from './events'

/** How road maps and plans of the year were carried out: their items by outcome, and what was not done. */
export const roadmapsSection: ReportSectionSource = {
  spec: {
    kind: 'roadmaps',
    title: 'Выполнение дорожной карты и плана работы',
    hint: 'По каждой дорожной карте и плану: сколько пунктов выполнено, перенесено, просрочено; что не выполнено',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'table', title: 'Выполнение по документам', form: 'table', usual: true },
      { key: 'chart', title: 'Пункты по состоянию, диаграмма', form: 'chart', usual: true },
      { key: 'sections', title: 'Выполнение по разделам', form: 'table', usual: true },
      { key: 'undone', title: 'Что не выполнено', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => yearOf(reader, span))
    if (now.items.count === 0) {
      return sentencePart(
        'summary',
        `Дорожные карты и планы работы, которые действовали бы в ${yearAfterIn(reader.schoolYear)}, не внесены.`,
      )
    }
    return [
      ...summary(reader, now, last),
      ...papersTable(reader, now),
      ...outcomesChart(reader, now),
      ...sectionsTable(reader, now),
      ...(await undoneTable(reader, now)),
    ]
  },
}

const itemNoun: PluralForms = ['пункт', 'пункта', 'пунктов']
const outcomes = Object.keys(roadmapOutcomes) as RoadmapOutcome[]
/** Sub-events are told by their items. */
const wholeItems = (reader: ReportReader): Filter[] => [is('part', false), ...ownOf(reader)]

interface Year {
  papers: Counted
  items: Counted
  outcomes: Tallied[]
  /** By paper and outcome. */
  byPaper: Tallied[]
  /** By paper, section and outcome, in the order of the papers. */
  bySection: Tallied[]
}

async function yearOf(reader: ReportReader, { schoolYear, on }: Span): Promise<Year> {
  const asked = { schoolYear, on, filters: wholeItems(reader) }
  return {
    papers: await reader.total(roadmapList, [], { schoolYear, filters: ownOf(reader) }),
    items: await reader.total(roadmapItemList, [], asked),
    outcomes: await reader.tally(roadmapItemList, { by: ['outcome'] }, asked),
    byPaper: await reader.tally(roadmapItemList, { by: ['roadmap', 'outcome'], told: ['roadmapId'] }, asked),
    bySection: await reader.tally(
      roadmapItemList,
      { by: ['roadmap', 'section', 'outcome'], told: ['ord', 'roadmapId'] },
      asked,
    ),
  }
}

/** Items of the year that stand so on the day of the numbers; the same as this section tells. */
export const itemsOf = (reader: ReportReader, of: readonly RoadmapOutcome[]): Promise<Counted> =>
  reader.total(roadmapItemList, [], {
    on: reader.on,
    filters: [...wholeItems(reader), { op: 'in', column: 'outcome', values: [...of] }],
  })

/** Neither done nor taken off, and not simply waiting for its time. */
export const undone: readonly RoadmapOutcome[] = ['overdue', 'partial', 'moved']

const ofOutcome = (rows: readonly Tallied[], outcome: RoadmapOutcome, whole: Counted): Counted =>
  rows.find(({ values }) => values.outcome === outcome) ?? noneOf(whole, is('outcome', outcome))

function summary(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const papers = figures.count('papers', 'Дорожных карт и планов', now.papers, last?.papers)
  const items = figures.count('items', 'Пунктов в них', now.items, last?.items)
  const count = (outcome: RoadmapOutcome): Figure =>
    figures.count(
      outcome,
      `Пунктов: ${roadmapOutcomes[outcome]}`,
      ofOutcome(now.outcomes, outcome, now.items),
      last === null ? null : ofOutcome(last.outcomes, outcome, last.items),
    )
  const found = Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) as Record<
    RoadmapOutcome,
    Figure
  >
  const share = figures.share('share', 'Доля выполненных пунктов', found.done, items)
  const first = runs(
    `В ${yearAfterIn(reader.schoolYear)} ${now.papers.count === 1 ? 'действовал' : 'действовали'} `,
    say(papers, ['документ', 'документа', 'документов']),
    ` (дорожные карты и планы работы), ${now.papers.count === 1 ? 'в нём' : 'в них'} `,
    say(items, itemNoun),
    '. ',
    ...doneWords(reader, figures, found.done, share),
  )
  const rest = outcomes
    .filter((outcome) => outcome !== 'done' && (found[outcome].value ?? 0) > 0)
    .map((outcome): Said[] => [{ text: `${inWords[outcome]} — ` }, say(found[outcome])])
  const states =
    rest.length === 0
      ? []
      : runs(
          `${asOf(reader.on).replace(/^н/u, 'Н')} ${found.done.value === 0 ? '' : 'из остальных пунктов: '}`,
          listedRuns(rest),
          '.',
        )
  return textPart('summary', figures, [paragraph(first), paragraph(states)])
}

const inWords: Readonly<Record<RoadmapOutcome, string>> = {
  done: 'выполнены',
  partial: 'выполняются',
  moved: 'перенесены на другой срок',
  overdue: 'не выполнены в срок',
  ahead: 'ждут своего срока',
  standing: 'исполняются постоянно',
  cancelled: 'сняты с контроля',
}

function doneWords(reader: ReportReader, figures: FigureSet, done: Figure, share: Figure): Said[] {
  if (done.value === 0) return runs(`Ни один пункт ${asOf(reader.on)} не отмечен выполненным.`)
  const compared = figures.compared(share, thanBefore(reader))
  return runs(
    `${participle(done.value ?? 0, 'выполнен', 'm').replace(/^в/u, 'В')} `,
    say(done, itemNoun),
    ', или ',
    say(share),
    compared.length === 0 ? null : [{ text: ', ' }, ...compared],
    '.',
  )
}

interface Group {
  title: string
  /** Of the row: which outcomes it has. */
  of: Tallied[]
  id: number
}

function grouped(rows: readonly Tallied[], by: string): Group[] {
  const groups = new Map<string, Tallied[]>()
  for (const one of rows) {
    const title = String(one.values[by] ?? '')
    groups.set(title, [...(groups.get(title) ?? []), one])
  }
  return [...groups].map(([title, of]) => ({ title, of, id: Number(of[0]?.values.roadmapId) }))
}

const columns = (first: string) => [
  left(first, 50),
  right('Пунк\u00ADтов', 17),
  right('Выпол\u00ADнено', 17),
  right('Выпол\u00ADняется', 17),
  right('Пере\u00ADнесено', 17),
  right('Не вы\u00ADпол\u00ADнено', 17),
  right('Про\u00ADчие', 16),
  right('Выпол\u00ADнено, %', 17),
]

/** Cells of a row: all, done, partly, put off, overdue, the rest, and the share of what is done. */
function cells(figures: FigureSet, key: string, title: string, rows: readonly Tallied[], whole: Counted): Said[] {
  const of = (outcome: RoadmapOutcome): Figure =>
    figures.count(`${key}:${outcome}`, `${title}: ${roadmapOutcomes[outcome]}`, ofOutcome(rows, outcome, whole))
  const [done, partial, moved, overdue] = [of('done'), of('partial'), of('moved'), of('overdue')]
  const others = [of('ahead'), of('standing'), of('cancelled')]
  const sum = (parts: readonly Figure[]): number => parts.reduce((total, one) => total + (one.value ?? 0), 0)
  const rest = figures.derived(`${key}:others`, `${title}: срок не наступил, постоянно, снято`, sum(others), others)
  const all = figures.count(`${key}:items`, `${title}: пунктов`, whole)
  const share = figures.derived(
    `${key}:share`,
    `${title}: доля выполненных`,
    shareOf(done.value ?? 0, all.value ?? 0),
    [done, all],
    'tenths',
    '%',
  )
  return [all, done, partial, moved, overdue, rest, share].map(cell)
}

/** All of the group, asked for as its rows are, without the outcome. */
const wholeOf = (rows: readonly Tallied[], items: Counted): Counted => {
  const [first] = rows
  const filters = (first?.trace.filters ?? items.trace.filters).filter((filter) => filter.column !== 'outcome')
  return { count: rows.reduce((sum, one) => sum + one.count, 0), sums: {}, trace: { ...items.trace, filters } }
}

function papersTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const papers = byName(grouped(now.byPaper, 'roadmap'), ({ title }) => title)
  const rows = papers.map(
    ({ title, of, id }): ReportTableRow =>
      row(
        { text: short(title, 140), opens: { record: 'roadmap', id } },
        ...cells(figures, `paper:${id}`, short(title, 80), of, wholeOf(of, now.items)),
      ),
  )
  const total = totalRow('Всего', ...cells(figures, 'all', 'Всего', now.outcomes, now.items))
  return tablePart(
    'table',
    `Выполнение дорожных карт и планов работы в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    columns('Документ'),
    papers.length === 1 ? rows : [...rows, total],
  )
}

function outcomesChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const bars = outcomes.map((outcome) =>
    figures.count(outcome, `Пунктов: ${roadmapOutcomes[outcome]}`, ofOutcome(now.outcomes, outcome, now.items)),
  )
  const shown = bars.filter((one) => (one.value ?? 0) > 0)
  return chartPart(
    'chart',
    `Пункты дорожных карт и планов по состоянию ${asOf(reader.on)}`,
    figures,
    'bars',
    shown.map((one) => roadmapOutcomes[one.key as RoadmapOutcome]),
    [{ title: 'Пунктов', figures: shown }],
  )
}

function sectionsTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const papers = byName(grouped(now.bySection, 'roadmap'), ({ title }) => title)
  const rows = papers.flatMap(({ title, of, id }): ReportTableRow[] => {
    const order = (group: Group): number => Math.min(...group.of.map(({ values }) => Number(values.ord)))
    const sections = grouped(of, 'section').sort((one, other) => order(one) - order(other))
    if (sections.length < 2) return []
    return [
      groupRow({ text: short(title, 200), opens: { record: 'roadmap', id } }),
      ...sections.map((section, index) =>
        row(
          section.title === '' ? 'Вне разделов' : short(section.title, 140),
          ...cells(
            figures,
            `section:${id}:${index}`,
            section.title || 'Вне разделов',
            section.of,
            wholeOf(section.of, now.items),
          ),
        ),
      ),
    ]
  })
  return tablePart(
    'sections',
    `Выполнение по разделам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    columns('Раздел'),
    rows,
  )
}

/** A longer table is for an annex. */
const mostRows = 40

async function undoneTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const filters: Filter[] = [...wholeItems(reader), { op: 'in', column: 'outcome', values: [...undone] }]
  const found = await reader.rows(
    roadmapItemList,
    ['number', 'title', 'due', 'deadline', 'executors', 'outcome', 'execution', 'roadmap', 'roadmapId', 'ord'],
    { on: reader.on, filters },
  )
  const ordered = [...found].sort((one, other) => Number(one.ord) - Number(other.ord))
  const shown = ordered.slice(0, mostRows)
  const papers = [...new Set(shown.map((one) => String(one.roadmap)))]
  const rows = byName(papers, (title) => title).flatMap((title): ReportTableRow[] => {
    const of = shown.filter((one) => one.roadmap === title)
    const opens = { record: 'roadmap', id: Number(of[0]?.roadmapId) }
    return [
      groupRow({ text: short(title, 200), opens }),
      ...of.map((one) =>
        row(
          String(one.number),
          { text: short(String(one.title)), opens },
          { text: dueOf(String(one.due), one.deadline, one.outcome === 'moved'), opens },
          { text: short(String(one.executors), 120), opens },
          { text: reason(String(one.outcome) as RoadmapOutcome, String(one.execution)), opens },
        ),
      ),
    ]
  })
  const rest = ordered.length - shown.length
  const all = undone.map((outcome) =>
    figures.count(outcome, `Пунктов: ${roadmapOutcomes[outcome]}`, ofOutcome(now.outcomes, outcome, now.items)),
  )
  const restRow = groupRow(
    say(figures.derived('rest', 'Остальных невыполненных пунктов', rest, all), [
      'другой пункт',
      'других пункта',
      'других пунктов',
    ]),
  )
  return tablePart(
    'undone',
    `Пункты, не выполненные ${asOf(reader.on)}`,
    figures,
    [
      center('№ п/п', 16),
      left('Мероприятие', 48),
      left('Срок', 24),
      left('Исполнители', 32),
      left('Отметка, причина', 36),
    ],
    [...rows, ...(rest > 0 ? [restRow] : [])],
  )
}

/** An item may leave its time to its sub-events. */
function dueOf(due: string, deadline: unknown, isMoved: boolean): string {
  if (isMoved && deadline !== null)
    return `${due === '' ? 'перенесено' : `${short(due, 80)}, перенесено`} на ${digits(String(deadline))}`
  if (due !== '') return short(due, 80)
  return deadline === null ? 'по подпунктам' : `до ${digits(String(deadline))}`
}

function reason(outcome: RoadmapOutcome, execution: string): string {
  const said = short(execution)
  if (said !== '') return said
  return outcome === 'overdue' ? 'Срок прошёл, отметки о выполнении нет' : 'Причина не записана'
}
