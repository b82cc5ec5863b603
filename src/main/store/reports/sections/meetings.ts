import type { Filter } from '@shared/contract/lists'
import { meetingFormats, meetingList } from '@shared/contract/meetings'
import type { ReportPart, Said } from '@shared/contract/report-content'
import { formatDate } from '@shared/domain/dates'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { inYear, listedRuns, participle, people, peopleAcc, runs, yearAfterIn } from '@shared/papers/report/words'
import { ofAssociation } from '../association-scope'
import { FigureSet, meanOf } from '../figure-set'
import { center, chartPart, left, paragraph, right, row, sentencePart, tablePart, textPart, totalRow } from '../parts'
import type { Counted, CountedGroup, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'
import { agendaTable } from './meetings-agenda'
import { monthsChart } from './months'

/** Meetings held: how many and of what kind, who came, what was on the agenda and what was decided. */
export const meetingsSection: ReportSectionSource = {
  spec: {
    kind: 'meetings',
    title: 'Заседания',
    hint: 'Сколько заседаний проведено, сколько человек присутствовало, темы, вопросы повестки и решения по ним',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'series', title: 'По видам заседаний, таблица', form: 'table', usual: true },
      { key: 'table', title: 'Таблица заседаний', form: 'table', usual: true },
      { key: 'months', title: 'По месяцам, диаграмма', form: 'chart', usual: true },
      { key: 'attendance', title: 'Присутствовало, диаграмма', form: 'chart', usual: true },
      { key: 'agenda', title: 'Рассмотренные вопросы, таблица', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const asked = heldIn(reader)
    const held = await reader.summed(meetingList, 'present', asked)
    if (held.count === 0) return sentencePart('summary', `${inYear(reader.schoolYear)} заседаний не проводилось.`)
    const rows = await reader.rows(
      meetingList,
      ['number', 'date', 'series', 'association', 'theme', 'present', 'items', 'decisions'],
      { ...asked, sort: [{ column: 'date', desc: false }] },
    )
    return [
      ...(await summary(reader, held)),
      ...(await seriesTable(reader, held, rows)),
      ...meetingsTable(reader, held, rows),
      ...(await monthsChart(reader, meetingList, 'date', asked.filters, 'Проведено заседаний по месяцам', 'Заседаний')),
      ...attendance(reader, rows),
      ...agendaTable(reader, rows),
    ]
  },
}

type Rows = readonly Readonly<Record<string, unknown>>[]
type Held = Counted & { filled: number }

/** Longer tables are no reading: the list itself is an annex. */
const MOST_ROWS = 80

/** Held by the day of the numbers; a draft of a past day was held as well. */
function heldIn(reader: ReportReader, last = false): { filters: Filter[]; schoolYear: string } {
  const day = last ? reader.onBefore : reader.on
  return {
    schoolYear: last ? reader.before : reader.schoolYear,
    filters: [{ op: 'between', column: 'date', from: null, to: day }, ...ofAssociation(reader)],
  }
}

const meetings: PluralForms = ['заседание', 'заседания', 'заседаний']
const questions: PluralForms = ['вопрос', 'вопроса', 'вопросов']
const decisionsForms: PluralForms = ['решение', 'решения', 'решений']

/** «В 2025–2026 учебном году проведено 8 заседаний — на 2 заседания больше, чем в 2024–2025 учебном году…» */
async function summary(reader: ReportReader, now: Held): Promise<ReportPart[]> {
  const last = reader.compare ? await reader.summed(meetingList, 'present', heldIn(reader, true)) : null
  const counting = (asked: { filters: Filter[]; schoolYear: string }) => ({
    ...asked,
    filters: [...asked.filters, { op: 'filled' as const, column: 'present' }],
  })
  const than = `в ${yearAfterIn(reader.before)}`
  const figures = new FigureSet()
  const held = figures.count('held', 'Проведено заседаний', now, last)
  const items = figures.sum('items', 'Рассмотрено вопросов', 'items', now, last)
  const decisions = figures.sum('decisions', 'Принято решений', 'decisions', now, last)
  const present = figures.sum('present', 'Всего присутствовало', 'present', now, last)
  const known = figures.count(
    'counted',
    'Заседаний, где указано число присутствующих',
    await reader.count(meetingList, counting(heldIn(reader))),
    last && (await reader.count(meetingList, counting(heldIn(reader, true)))),
  )
  const average = figures.derived(
    'average',
    'Присутствовало в среднем',
    meanOf(now.sums.present, now.filled),
    [present, known],
    'tenths',
    '',
    last && meanOf(last.sums.present, last.filled),
  )
  const compare = (figure: typeof held, forms: PluralForms): Said[] => {
    // Of a year in which nothing was kept one would say that everything is new.
    const compared = last === null || last.count === 0 ? [] : figures.compared(figure, than, forms)
    return compared.length === 0 ? [] : [{ text: ' — ' }, ...compared]
  }
  return textPart('summary', figures, [
    paragraph(
      runs(
        `${inYear(reader.schoolYear)} ${participle(now.count, 'проведён', 'n')} `,
        say(held, meetings),
        compare(held, meetings),
        now.count === 1 ? '. На заседании ' : '. На заседаниях ',
        ...stated(items, 'рассмотрен', 'm', questions, 'вопросы повестки не записаны'),
        ', ',
        ...stated(decisions, 'принят', 'n', decisionsForms, 'решений не принималось'),
        compare(decisions, decisionsForms),
        '.',
      ),
    ),
    paragraph(
      average.value === null
        ? []
        : runs(
            known.value === 1
              ? `На заседании ${plural(present.value ?? 0, ['присутствовал', 'присутствовали', 'присутствовало'])} `
              : 'На заседании присутствовало в среднем ',
            say(average, people),
            ...(known.value === held.value
              ? []
              : [' (число присутствующих указано в протоколах ', say(known, protocols), ')']),
            compare(average, peopleAcc),
            '.',
          ),
    ),
    paragraph(await formats(reader, figures)),
    paragraph(await byAssociation(reader, figures)),
  ])
}

const protocols: PluralForms = ['заседания', 'заседаний', 'заседаний']

function stated(
  figure: Parameters<typeof say>[0],
  verb: string,
  gender: 'm' | 'n',
  forms: PluralForms,
  none: string,
): (Said | string)[] {
  if ((figure.value ?? 0) === 0) return [{ text: none, figure: figure.key }]
  return [`${participle(figure.value ?? 0, verb, gender)} `, say(figure, forms)]
}

/** «Очно — 5 заседаний, ВКС — 2.» Said only when it is known of some. */
async function formats(reader: ReportReader, figures: FigureSet): Promise<Said[]> {
  const groups = await reader.groups(meetingList, 'format', heldIn(reader))
  const named = groups.filter((group) => group.value !== null)
  if (named.length === 0) return []
  const words = (group: CountedGroup): Said[] => {
    const title = meetingFormats[group.value as keyof typeof meetingFormats] ?? String(group.value)
    return [{ text: `${title} — ` }, say(figures.count(`format:${group.value}`, `Формат: ${title}`, group))]
  }
  const unknown = groups.find((group) => group.value === null)
  return runs(
    'По формату проведения: ',
    listedRuns(named.map(words)),
    ...(unknown === undefined
      ? []
      : [
          '; формат не указан у ',
          say(figures.count('format:', 'Формат не указан', unknown), ['заседания', 'заседаний', 'заседаний']),
        ]),
    '.',
  )
}

/** Of the municipality: which of its associations held how many. */
async function byAssociation(reader: ReportReader, figures: FigureSet): Promise<Said[]> {
  if (reader.associationId !== null) return []
  const groups = await reader.groups(meetingList, 'association', heldIn(reader))
  if (groups.length < 2 || groups.length > 12) return []
  return runs(
    'По объединениям: ',
    listedRuns(
      groups.map((group) => [
        { text: `${group.value} — ` },
        say(figures.count(`association:${group.value}`, `${group.value}: заседаний`, group), meetings),
      ]),
    ),
    '.',
  )
}

/** Only where there are several kinds of meetings. */
async function seriesTable(reader: ReportReader, held: Held, rows: Rows): Promise<ReportPart[]> {
  const groups = await reader.groups(meetingList, 'series', heldIn(reader))
  if (groups.length < 2) return []
  const figures = new FigureSet()
  const cells = (key: string, title: string, counted: Counted, of: Rows): Said[] => {
    const known = of.filter((one) => one.present !== null)
    const sum = known.reduce((total, one) => total + Number(one.present), 0)
    const present = figures.sum(`present:${key}`, `${title}: присутствовало`, 'present', {
      ...counted,
      sums: { ...counted.sums, present: sum },
    })
    const count = figures.count(`held:${key}`, `${title}: заседаний`, counted)
    return [
      say(count),
      say(figures.sum(`items:${key}`, `${title}: вопросов`, 'items', counted)),
      say(figures.sum(`decisions:${key}`, `${title}: решений`, 'decisions', counted)),
      say(
        figures.derived(
          `average:${key}`,
          `${title}: присутствовало в среднем`,
          meanOf(sum, known.length),
          [present, count],
          'tenths',
        ),
      ),
    ]
  }
  return tablePart(
    'series',
    `Заседания по видам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      left('Вид заседания', 40),
      right('Заседаний', 15),
      right('Вопросов', 15),
      right('Решений', 15),
      right('В среднем человек', 18),
    ],
    [
      ...groups.map((group) => {
        const name = String(group.value ?? 'без названия')
        return row(
          name,
          ...cells(
            name,
            name,
            group,
            rows.filter((one) => one.series === group.value),
          ),
        )
      }),
      totalRow('Итого', ...cells('all', 'Всего', held, rows)),
    ],
  )
}

function meetingsTable(reader: ReportReader, held: Held, rows: Rows): ReportPart[] {
  if (rows.length > MOST_ROWS) return []
  const figures = new FigureSet()
  const of = (one: Rows[number], column: Summed): Said => {
    if (one[column] === null) return { text: '—' }
    const counted = meetingAsRow(reader, rows, one, column)
    return say(figures.sum(`${column}:${one.id}`, `${nameOf(one)}: ${columns[column]}`, column, counted))
  }
  const total = (column: Summed): Said => say(figures.sum(`${column}:all`, `Всего ${columns[column]}`, column, held))
  const opened = (one: Rows[number], text: unknown): Said => ({
    text: String(text),
    opens: { record: 'meeting', id: Number(one.id) },
  })
  return tablePart(
    'table',
    `Заседания в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      center('№', 7),
      center('Дата', 16),
      left('Заседание', 27),
      left('Тема', 38),
      right('Человек', 14),
      right('Вопро\u00ADсов', 13),
      right('Реше\u00ADний', 13),
    ],
    [
      ...rows.map((one) =>
        row(
          String(one.number),
          formatDate(String(one.date), 'digits'),
          opened(one, one.series),
          opened(one, one.theme),
          of(one, 'present'),
          of(one, 'items'),
          of(one, 'decisions'),
        ),
      ),
      totalRow('', '', 'Итого', '', total('present'), total('items'), total('decisions')),
    ],
  )
}

const columns = { present: 'присутствовало', items: 'вопросов', decisions: 'решений' } as const
type Summed = keyof typeof columns

/** One meeting, as a list query finds it: by what one reads of it, and by its number where that is not enough. */
function meetingAsRow(reader: ReportReader, rows: Rows, one: Rows[number], column: Summed): Counted {
  const same = ['date', 'series', 'number', 'association'] as const
  const twins = rows.filter((other) => same.every((key) => other[key] === one[key]))
  const filters: Filter[] = same.map((key) => ({ op: 'equals', column: key, value: String(one[key]) }))
  if (twins.length > 1) filters.push({ op: 'in', column: 'id', values: [Number(one.id)] })
  return {
    count: 1,
    sums: { [column]: Number(one[column]) },
    trace: { list: meetingList.name, schoolYear: reader.schoolYear, on: null, filters, sum: null },
  }
}

const nameOf = (one: Rows[number]): string => (one.number === '' ? String(one.series) : `${one.series} № ${one.number}`)

/** How many came to each; of very many the bars cannot be told apart. */
function attendance(reader: ReportReader, rows: Rows): ReportPart[] {
  const counted = rows.filter((one) => one.present !== null)
  if (counted.length > 30) return []
  const figures = new FigureSet()
  const bars = counted.map((one) =>
    figures.sum(
      `present:${one.id}`,
      `${nameOf(one)}: присутствовало`,
      'present',
      meetingAsRow(reader, rows, one, 'present'),
    ),
  )
  return chartPart(
    'attendance',
    `Присутствовало на заседаниях в ${yearAfterIn(reader.schoolYear)}, человек`,
    figures,
    'bars',
    counted.map((one) => `${formatDate(String(one.date), 'digits')}, ${one.series}`),
    [{ title: 'Человек', figures: bars }],
  )
}
