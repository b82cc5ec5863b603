import type { Filter } from '@shared/contract/lists'
import type { ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import {
  type Disposal,
  disposals,
  type WriteOffReason,
  writeOffCampaignList,
  writeOffLineList,
  writeOffList,
  writeOffReasons,
} from '@shared/contract/writeoff'
import type { PluralForms } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { copies, inYear, listedRuns, participle, runs, schoolsIn, yearAfterIn } from '@shared/papers/report/words'
import type { z } from 'zod'
import { FigureSet } from '../figure-set'
import {
  center,
  chartPart,
  left,
  paragraph,
  right,
  row,
  sentence,
  sentencePart,
  tablePart,
  textPart,
  totalRow,
} from '../parts'
import type { Counted, ReportReader } from '../reader'
import {
  bothYears,
  byName,
  cell,
  comparedWith,
  digits,
  greatest,
  is,
  money,
  ofSchools,
  type Span,
  schoolsNamed,
  scopeNote,
} from '../scope'
import type { ReportSectionSource } from '../section'
import type { Tallied } from '../tally'

/** Write-off of the year by booked acts: why, in which schools, where the books went, how campaigns went. */
export const writeOffSection: ReportSectionSource = {
  spec: {
    kind: 'writeoff',
    title: 'Списание учебников',
    hint: 'Акты, экземпляры и суммы по причинам и школам, направление выбытия, ход кампаний',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'reasons', title: 'По причинам', form: 'table', usual: true },
      { key: 'chart', title: 'По школам, диаграмма', form: 'chart', usual: true },
      { key: 'schools', title: 'По школам', form: 'table', usual: true },
      { key: 'disposal', title: 'По направлению выбытия', form: 'table', usual: true },
      { key: 'years', title: 'По годам издания', form: 'table', usual: false },
      { key: 'campaigns', title: 'Кампании списания', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => countYear(reader, span))
    const note = scopeNote(reader)
    const campaigns = await campaignsTable(reader)
    if (now.acts.count === 0) {
      return [...sentencePart('summary', `${inYear(reader.schoolYear)} учебники не списывались.`, note), ...campaigns]
    }
    return [
      ...summary(reader, now, last, note),
      ...byChoice(reader, now, last, 'reasons'),
      ...schoolsChart(reader, now),
      ...schoolsTable(reader, now),
      ...byChoice(reader, now, last, 'disposal'),
      ...(await yearsTable(reader, now)),
      ...campaigns,
    ]
  },
}

const actNoun: PluralForms = ['акт', 'акта', 'актов']
const booked = is('state', 'booked')
const sums = ['copies', 'sum']

interface Year {
  acts: Counted
  titles: number
  reasons: Tallied[]
  schools: Tallied[]
  disposal: Tallied[]
}

/** Acts booked by the day of the report */
export const bookedBy = (reader: ReportReader, { on }: Span): Filter[] => [
  booked,
  { op: 'between', column: 'date', from: null, to: on },
  ...ofSchools(reader),
]

async function countYear(reader: ReportReader, span: Span): Promise<Year> {
  const asked = { schoolYear: span.schoolYear, filters: bookedBy(reader, span) }
  return {
    acts: await reader.total(writeOffList, sums, asked),
    titles: (await reader.tally(writeOffLineList, { by: ['textbookId'] }, asked)).length,
    reasons: await reader.tally(writeOffList, { by: ['reason'], sums }, asked),
    schools: await reader.tally(writeOffList, { by: ['school'], sums }, asked),
    disposal: await reader.tally(writeOffList, { by: ['disposal'], sums }, asked),
  }
}

const namesOf = ({ schools }: Year): string[] => schools.map(({ values }) => String(values.school))

function summary(reader: ReportReader, now: Year, last: Year | null, note: string | null): ReportPart[] {
  const figures = new FigureSet()
  const acts = figures.count('acts', 'Составлено актов о списании', now.acts, last?.acts)
  const out = figures.sum('copies', 'Списано экземпляров', 'copies', now.acts, last?.acts)
  const sum = figures.sum('sum', 'Списано на сумму', 'sum', now.acts, last?.acts, 'money')
  const titles = figures.derived('titles', 'Списано названий', now.titles, [out], 'count', '', last?.titles ?? null)
  const schools = figures.count(
    'schools',
    'Школ, списавших учебники',
    schoolsNamed(reader, namesOf(now)),
    last === null ? null : schoolsNamed(reader, namesOf(last), reader.before),
  )
  const first = runs(
    `${inYear(reader.schoolYear)} в `,
    say(schools, schoolsIn),
    ` ${participle(now.acts.count, 'составлен', 'm')} `,
    say(acts, actNoun),
    ` о списании, ${participle(out.value ?? 0, 'исключён', 'm')} `,
    say(out, copies),
    ' учебников ',
    say(titles, ['названия', 'названий', 'названий']),
    (sum.value ?? 0) === 0 ? ' (цены не указаны)' : [{ text: ' на сумму ' }, say(sum)],
    comparedWith(reader, figures, out, copies),
    '.',
  )
  const reasons = greatest(
    now.reasons,
    (one) => one.sums.copies ?? 0,
    ({ values }) => values.reason ?? null,
  )
  const why = runs(
    reasons.length === 1 ? 'Причина списания: ' : 'Причины списания: ',
    listedRuns(
      reasons.map((one): Said[] => {
        const reason = String(one.values.reason) as WriteOffReason
        const figure = figures.sum(`reason:${reason}`, `Списано: ${writeOffReasons[reason]}`, 'copies', one)
        return [{ text: `${writeOffReasons[reason]} — ` }, say(figure, copies)]
      }),
    ),
    '.',
  )
  return textPart('summary', figures, [paragraph(first), paragraph(why), sentence(note)])
}

type DisposalKey = z.infer<typeof Disposal>

const choices = {
  reasons: {
    column: 'reason',
    titles: writeOffReasons,
    head: 'Причина исключения',
    caption: 'Списание учебников по причинам',
  },
  disposal: {
    column: 'disposal',
    titles: disposals,
    head: 'Направление выбытия',
    caption: 'Направление выбытия списанных учебников',
  },
} as const satisfies Record<string, { column: string; titles: Record<string, string>; head: string; caption: string }>

function byChoice(reader: ReportReader, now: Year, last: Year | null, key: 'reasons' | 'disposal'): ReportPart[] {
  const { column, titles, head, caption } = choices[key]
  const names: Readonly<Record<string, string>> = titles
  const figures = new FigureSet()
  const ordered = Object.keys(names).flatMap((value) => now[key].find(({ values }) => values[column] === value) ?? [])
  const rows = ordered.map((one): ReportTableRow => {
    const value = String(one.values[column]) as WriteOffReason | DisposalKey
    const title = names[value] ?? ''
    return row(title.charAt(0).toUpperCase() + title.slice(1), ...cells(figures, value, title, one))
  })
  const total = totalRow('Всего', ...cells(figures, 'all', 'Всего', now.acts))
  const before =
    last === null || last.acts.count === 0
      ? []
      : [row('Год назад', ...cells(figures, 'before', 'Год назад', last.acts))]
  return tablePart(
    key,
    `${caption} в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left(head, 46), right('Актов', 15), right('Экземпляров', 20), right('Сумма, руб.', 24)],
    [...rows, total, ...before],
  )
}

function cells(figures: FigureSet, key: string, title: string, of: Counted): Said[] {
  return [
    cell(figures.count(`acts:${key}`, `${title}: актов`, of)),
    cell(figures.sum(`copies:${key}`, `${title}: экземпляров`, 'copies', of)),
    money(figures.sum(`sum:${key}`, `${title}: сумма`, 'sum', of, null, 'money')),
  ]
}

/** The schools that wrote off most; the table after it has the others. */
const mostBars = 12

function schoolsChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const shown = greatest(
    now.schools,
    (one) => one.sums.copies ?? 0,
    ({ values }) => values.school ?? null,
  ).slice(0, mostBars)
  const bars = shown.map((one) =>
    figures.sum(`copies:${one.values.school}`, `${one.values.school}: списано экземпляров`, 'copies', one),
  )
  return chartPart(
    'chart',
    `Списано экземпляров по школам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    'bars',
    shown.map(({ values }) => String(values.school)),
    [{ title: 'Экземпляров', figures: bars }],
  )
}

/** A longer table is for an annex. */
const mostSchools = 30

function schoolsTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const ordered = greatest(
    now.schools,
    (one) => one.sums.copies ?? 0,
    ({ values }) => values.school ?? null,
  )
  const shown = ordered.length <= mostSchools + 1 ? ordered : ordered.slice(0, mostSchools)
  const rest = ordered.slice(shown.length)
  const rows = shown.map((one): ReportTableRow => {
    const name = String(one.values.school)
    return row(name, ...cells(figures, name, name, one))
  })
  const all = [
    figures.count('acts:all', 'Всего: актов', now.acts),
    figures.sum('copies:all', 'Всего: экземпляров', 'copies', now.acts),
    figures.sum('sum:all', 'Всего: сумма', 'sum', now.acts, null, 'money'),
  ] as const
  const restRow = row(
    'Остальные школы',
    cell(
      figures.derived(
        'acts:rest',
        'Остальные школы: актов',
        rest.reduce((sum, one) => sum + one.count, 0),
        [all[0]],
      ),
    ),
    cell(
      figures.derived(
        'copies:rest',
        'Остальные школы: экземпляров',
        rest.reduce((sum, one) => sum + (one.sums.copies ?? 0), 0),
        [all[1]],
      ),
    ),
    money(
      figures.derived(
        'sum:rest',
        'Остальные школы: сумма',
        rest.reduce((sum, one) => sum + (one.sums.sum ?? 0), 0),
        [all[2]],
        'money',
      ),
    ),
  )
  return tablePart(
    'schools',
    `Списание учебников по школам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left('Школа', 46), right('Актов', 15), right('Экземпляров', 20), right('Сумма, руб.', 24)],
    [...rows, ...(rest.length === 0 ? [] : [restRow]), totalRow('Всего', cell(all[0]), cell(all[1]), money(all[2]))],
  )
}

async function yearsTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const { filters } = now.acts.trace
  const found = await reader.tally(writeOffLineList, { by: ['publicationYear'], sums }, { filters })
  const all = await reader.total(writeOffLineList, sums, { filters })
  const line = (key: string, title: string, of: Counted): Said[] => [
    cell(figures.sum(`copies:${key}`, `${title}: экземпляров`, 'copies', of)),
    money(figures.sum(`sum:${key}`, `${title}: сумма`, 'sum', of, null, 'money')),
  ]
  const rows = byName(found, ({ values }) => values.publicationYear ?? null).map((one): ReportTableRow => {
    const year = one.values.publicationYear === null ? 'Не указан' : String(one.values.publicationYear)
    return row(year, ...line(year, year, one))
  })
  return tablePart(
    'years',
    `Списано учебников по годам издания в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left('Год издания', 40), right('Экземпляров', 26), right('Сумма, руб.', 30)],
    [...rows, totalRow('Всего', ...line('all', 'Всего', all))],
  )
}

/** Campaigns are of the whole municipality, and their acts may be of another year too. */
async function campaignsTable(reader: ReportReader): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const found = await reader.tally(writeOffCampaignList, {
    by: ['from', 'to', 'name'],
    told: ['id'],
    sums: ['schools', 'doneSchools', 'copies', 'sum'],
  })
  const rows = byName(found, ({ values }) => `${values.from} ${values.name}`).map((one): ReportTableRow => {
    const { from, to, name, id } = one.values
    return row(
      { text: String(name), opens: { record: 'write-off-campaign', id: Number(id) } },
      `${digits(String(from))} – ${digits(String(to))}`,
      cell(figures.sum(`schools:${id}`, `${name}: школ`, 'schools', one)),
      cell(figures.sum(`done:${id}`, `${name}: школ, проведших акты`, 'doneSchools', one)),
      cell(figures.sum(`copies:${id}`, `${name}: списано экземпляров`, 'copies', one)),
      money(figures.sum(`sum:${id}`, `${name}: списано на сумму`, 'sum', one, null, 'money')),
    )
  })
  return tablePart(
    'campaigns',
    `Кампании списания в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      left('Кампания', 36),
      center('Период', 26),
      right('Школ', 12),
      right('Из них списали', 16),
      right('Экз.', 13),
      right('Сумма, руб.', 22),
    ],
    rows,
  )
}
