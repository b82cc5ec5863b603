import type { Filter } from '@shared/contract/lists'
import { meetingList } from '@shared/contract/meetings'
import type { ReportPart, Said } from '@shared/contract/report-content'
import { formatDate } from '@shared/domain/dates'
import { formatSchoolYear } from '@shared/domain/school-year'
import { plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { FigureSet } from '../figure-set'
import type { Counted, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'

/** Meetings held: how many, who came, what was on the agenda. */
export const meetingsSection: ReportSectionSource = {
  spec: {
    kind: 'meetings',
    title: 'Заседания',
    hint: 'Сколько заседаний проведено, сколько человек присутствовало, темы и вопросы',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'table', title: 'Таблица заседаний', form: 'table', usual: true },
      { key: 'attendance', title: 'Присутствовало, диаграмма', form: 'chart', usual: true },
    ],
  },
  compose: async (reader) => {
    const held = await reader.summed(meetingList, 'present', heldIn(reader))
    if (held.count === 0) return [nothing(reader)]
    const last = reader.compare ? await reader.summed(meetingList, 'present', heldIn(reader, true)) : null
    const rows = await reader.rows(
      meetingList,
      ['number', 'date', 'series', 'theme', 'present', 'items', 'decisions'],
      { ...heldIn(reader), sort: [{ column: 'date', desc: false }] },
    )
    return [summary(reader, held, last), table(reader, held, rows), ...attendance(reader, rows)]
  },
}

type Rows = readonly Readonly<Record<string, unknown>>[]
type Held = Counted & { filled: number }

/** Held by the day of the numbers; a draft of a past day was held as well. */
function heldIn(reader: ReportReader, last = false): { filters: Filter[]; schoolYear: string } {
  const day = last ? reader.onBefore : reader.on
  return {
    schoolYear: last ? reader.before : reader.schoolYear,
    filters: [
      { op: 'between', column: 'date', from: null, to: day },
      ...(reader.association === null
        ? []
        : [{ op: 'equals' as const, column: 'association', value: reader.association }]),
    ],
  }
}

const yearOf = (reader: ReportReader): string => `${formatSchoolYear(reader.schoolYear)} учебном году`

function nothing(reader: ReportReader): ReportPart {
  const text = `В ${yearOf(reader)} заседаний не проводилось.`
  return { key: 'summary', title: '', form: 'text', figures: [], paragraphs: [{ runs: [{ text }], item: false }] }
}

/** «В 2025–2026 учебном году проведено 4 заседания, рассмотрено 12 вопросов, принято 30 решений…» */
function summary(reader: ReportReader, now: Held, last: Held | null): ReportPart {
  const figures = new FigureSet()
  const held = figures.count('held', 'Проведено заседаний', now, last)
  const items = figures.sum('items', 'Рассмотрено вопросов', 'items', now, last)
  const decisions = figures.sum('decisions', 'Принято решений', 'decisions', now, last)
  const present = figures.sum('present', 'Всего присутствовало', 'present', now, last)
  const average = figures.derived(
    'average',
    'Присутствовало в среднем',
    mean(now.sums.present, now.filled),
    [present, held],
    'tenths',
    '',
    last === null ? null : mean(last.sums.present, last.filled),
  )
  const runs: Said[] = [
    { text: `В ${yearOf(reader)} ${plural(now.count, ['проведено', 'проведены', 'проведено'])} ` },
    say(held, ['заседание', 'заседания', 'заседаний']),
    { text: `, ${plural(items.value ?? 0, ['рассмотрен', 'рассмотрены', 'рассмотрено'])} ` },
    say(items, ['вопрос', 'вопроса', 'вопросов']),
    { text: `, ${plural(decisions.value ?? 0, ['принято', 'приняты', 'принято'])} ` },
    say(decisions, ['решение', 'решения', 'решений']),
    { text: '.' },
    ...(average.value === null
      ? []
      : [{ text: ' На заседании присутствовало в среднем ' }, say(average, people), { text: '.' }]),
  ]
  return { key: 'summary', title: '', form: 'text', figures: figures.all, paragraphs: [{ runs, item: false }] }
}

const people = ['человек', 'человека', 'человек'] as const

/** In tenths. */
function mean(sum: number | null | undefined, of: number): number | null {
  return of === 0 || sum === null || sum === undefined ? null : Math.round((sum * 10) / of)
}

function table(reader: ReportReader, held: Held, rows: Rows): ReportPart {
  const figures = new FigureSet()
  const of = (row: Rows[number], column: Summed): Said => {
    if (row[column] === null) return { text: '—' }
    return say(
      figures.sum(`${column}:${row.id}`, `${nameOf(row)}: ${columns[column]}`, column, one(reader, row, column)),
    )
  }
  const total = (column: Summed): Said => say(figures.sum(`${column}:all`, `Всего ${columns[column]}`, column, held))
  return {
    key: 'table',
    title: `Заседания в ${yearOf(reader)}`,
    form: 'table',
    wide: false,
    columns: [
      { title: '№', align: 'center', share: 7 },
      { title: 'Дата', align: 'center', share: 16 },
      { title: 'Заседание', align: 'left', share: 27 },
      { title: 'Тема', align: 'left', share: 38 },
      { title: 'Человек', align: 'right', share: 14 },
      { title: 'Вопро\u00ADсов', align: 'right', share: 13 },
      { title: 'Реше\u00ADний', align: 'right', share: 13 },
    ],
    rows: [
      ...rows.map((row) => ({
        look: 'plain' as const,
        cells: [
          { text: String(row.number) },
          { text: formatDate(String(row.date), 'digits') },
          { text: String(row.series), opens: { record: 'meeting', id: Number(row.id) } },
          { text: String(row.theme) },
          of(row, 'present'),
          of(row, 'items'),
          of(row, 'decisions'),
        ],
      })),
      {
        look: 'total',
        cells: [
          { text: '' },
          { text: '' },
          { text: 'Итого' },
          { text: '' },
          total('present'),
          total('items'),
          total('decisions'),
        ],
      },
    ],
    figures: figures.all,
  }
}

const columns = { present: 'присутствовало', items: 'вопросов', decisions: 'решений' } as const
type Summed = keyof typeof columns

/** One meeting, as a list query finds it. */
function one(reader: ReportReader, row: Rows[number], column: Summed): Counted {
  const equals = (name: string): Filter => ({ op: 'equals', column: name, value: String(row[name]) })
  const filters = [equals('date'), equals('series'), equals('number')]
  return {
    count: 1,
    sums: { [column]: Number(row[column]) },
    trace: { list: meetingList.name, schoolYear: reader.schoolYear, on: null, filters, sum: null },
  }
}

const nameOf = (row: Rows[number]): string => `${row.series} № ${row.number}`

/** How many came to each; one bar says nothing. */
function attendance(reader: ReportReader, rows: Rows): ReportPart[] {
  const counted = rows.filter((row) => row.present !== null)
  if (counted.length < 2) return []
  const figures = new FigureSet()
  const bars = counted.map((row) =>
    figures.sum(`present:${row.id}`, `${nameOf(row)}: присутствовало`, 'present', one(reader, row, 'present')),
  )
  return [
    {
      key: 'attendance',
      title: `Присутствовало на заседаниях в ${yearOf(reader)}, человек`,
      form: 'chart',
      shape: 'bars',
      labels: counted.map((row) => `${formatDate(String(row.date), 'digits')}, ${row.series}`),
      series: [{ title: 'Человек', figures: bars.map((bar) => bar.key), of: 'value' }],
      figures: figures.all,
    },
  ]
}
