import {
  holdingList,
  type MoneySource,
  type MovementKind,
  moneySources,
  movementKinds,
  movementList,
} from '@shared/contract/holdings'
import type { Figure, ReportPart, ReportTableRow, Said, Trace } from '@shared/contract/report-content'
import { writeOffList } from '@shared/contract/writeoff'
import { addDays } from '@shared/domain/dates'
import { previousSchoolYear, schoolYearBounds } from '@shared/domain/school-year'
import { plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import { copies, inYear, participle, runs, yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../figure-set'
import { chartPart, left, paragraph, right, row, sentence, sentencePart, tablePart, textPart, totalRow } from '../parts'
import type { Counted, ReportReader } from '../reader'
import {
  asOf,
  bothYears,
  byName,
  cell,
  comparedWith,
  digits,
  greatest,
  is,
  isPast,
  money,
  ofSchools,
  type Span,
  scopeNote,
  within,
} from '../scope'
import type { ReportSectionSource } from '../section'
import { merged, type Tallied, together } from '../tally'
import { bookedBy } from './writeoff'

/** The stock of textbooks over a year: what came and from whose money, what went, what there is at its end. */
export const holdingsSection: ReportSectionSource = {
  spec: {
    kind: 'holdings',
    title: 'Фонд учебников',
    hint: 'Сколько учебников поступило по источникам средств, сколько выбыло, сколько состоит на конец года',
    usual: true,
    parts: [
      { key: 'summary', title: 'Итог словами', form: 'text', usual: true },
      { key: 'turnover', title: 'Движение фонда', form: 'table', usual: true },
      { key: 'sources', title: 'Поступления по источникам средств', form: 'table', usual: true },
      { key: 'sourcesChart', title: 'Поступления по источникам, диаграмма', form: 'chart', usual: false },
      { key: 'balance', title: 'Фонд по годам, диаграмма', form: 'chart', usual: true },
      { key: 'subjects', title: 'Фонд по предметам', form: 'table', usual: true },
    ],
  },
  compose: async (reader) => {
    const { now, last } = await bothYears(reader, (span) => countYear(reader, span))
    const note = scopeNote(reader)
    if ((now.end.sums.copies ?? 0) === 0 && now.kinds.length === 0) {
      return sentencePart('summary', `Остатки учебников ${asOf(reader.on)} не внесены.`, note)
    }
    return [
      ...summary(reader, now, last, note),
      ...turnoverTable(reader, now),
      ...sourcesTable(reader, now, last),
      ...sourcesChart(reader, now),
      ...(await balanceChart(reader)),
      ...(await subjectsTable(reader, now)),
    ]
  },
}

const sums = ['copies', 'sum']

interface Year {
  span: Span
  /** All lots there were by the day, those that have come to nothing too. */
  start: Counted
  end: Counted
  receipts: Counted
  sources: Tallied[]
  /** Every movement of the year by its kind; their sum is what the balance has changed by. */
  kinds: Tallied[]
  /** By booked acts, as the section of write-off counts: an act that was reversed has written off nothing. */
  writtenOff: Counted
}

/** Without a school asked for, the list knows its totals of any day at once. */
const onDay = (reader: ReportReader, day: string): Promise<Counted> => {
  const filters = ofSchools(reader)
  const asked = { schoolYear: null, on: day, filters }
  return filters.length === 0 ? reader.count(holdingList, asked) : reader.total(holdingList, sums, asked)
}

async function countYear(reader: ReportReader, span: Span): Promise<Year> {
  const filters = [within('date', span), ...ofSchools(reader)]
  const parts = await reader.tally(movementList, { by: ['kind', 'source'], sums }, { schoolYear: null, filters })
  const trace: Trace = { list: movementList.name, schoolYear: null, on: null, filters, sum: null }
  const received = parts.filter(({ values }) => values.kind === 'receipt')
  const ofReceipts: Trace = { ...trace, filters: [...filters, is('kind', 'receipt')] }
  return {
    span,
    start: await onDay(reader, span.eve),
    end: await onDay(reader, span.on),
    receipts: together(received, ofReceipts),
    sources: merged(received, movementList, ['source'], ofReceipts),
    kinds: merged(parts, movementList, ['kind'], trace),
    writtenOff: await reader.total(writeOffList, ['copies'], {
      schoolYear: span.schoolYear,
      filters: bookedBy(reader, span),
    }),
  }
}

function summary(reader: ReportReader, now: Year, last: Year | null, note: string | null): ReportPart[] {
  const figures = new FigureSet()
  const end = figures.sum('end', 'Состоит учебников на конец года', 'copies', now.end, last?.end)
  const worth = figures.sum('endSum', 'Стоимость фонда на конец года', 'sum', now.end, last?.end, 'money')
  const start = figures.sum('start', 'Состояло учебников на начало года', 'copies', now.start, last?.start)
  const first = runs(
    `${asOf(reader.on).replace(/^н/u, 'Н')} в фондах школьных библиотек ${plural(end.value ?? 0, ['состоит', 'состоят', 'состоит'])} `,
    say(end, copies),
    ' учебников',
    (worth.value ?? 0) === 0 ? null : [{ text: ' на сумму ' }, say(worth)],
    change(reader, figures, start, end),
    '.',
  )
  const received = figures.sum('received', 'Поступило экземпляров', 'copies', now.receipts, last?.receipts)
  const paid = figures.sum('receivedSum', 'Поступило на сумму', 'sum', now.receipts, last?.receipts, 'money')
  const second =
    now.receipts.count === 0
      ? runs(`${inYear(reader.schoolYear)} новые учебники в фонды не поступали.`)
      : runs(
          `${inYear(reader.schoolYear)} ${participle(received.value ?? 0, 'получен', 'm')} `,
          say(received, copies),
          ' новых учебников',
          (paid.value ?? 0) === 0 ? null : [{ text: ' на сумму ' }, say(paid)],
          comparedWith(reader, figures, received, copies),
          '.',
        )
  const gone = figures.sum('withdrawn', 'Списано экземпляров по актам', 'copies', now.writtenOff, last?.writtenOff)
  const third = gone.value === 0 ? [] : runs('Списано по актам ', say(gone, copies), '.')
  return textPart('summary', figures, [paragraph(first), paragraph(second), paragraph(third), sentence(note)])
}

/** «, за год фонд вырос на 120 экземпляров»; of a year that lasts, since it began. */
function change(reader: ReportReader, figures: FigureSet, start: Figure, end: Figure): Said[] {
  const difference = (end.value ?? 0) - (start.value ?? 0)
  if (start.value === 0 || difference === 0) return []
  const figure = figures.derived('change', 'Изменение фонда за год', Math.abs(difference), [start, end])
  const since = isPast(reader) ? 'за год' : 'с начала учебного года'
  return [{ text: `, ${since} фонд ${difference > 0 ? 'вырос' : 'уменьшился'} на ` }, say(figure, copies)]
}

const inKinds: Readonly<Record<MovementKind, string>> = {
  ...movementKinds,
  receipt: 'Поступило новых учебников',
  correction: 'Исправлено по инвентаризации',
  'transfer-out': 'Передано другим школам',
  'transfer-in': 'Получено от других школ',
  'loan-out': 'Выдано другим школам временно',
  'loan-in': 'Получено от других школ временно',
  'return-out': 'Возвращено другим школам',
  'return-in': 'Принято обратно от других школ',
  'write-off': 'Списано',
  reversal: 'Сторнировано',
}

function turnoverTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const { eve, on } = now.span
  const line = (key: string, title: string, of: Counted): Said[] => [
    cell(figures.sum(`copies:${key}`, `${title}: экземпляров`, 'copies', of)),
    money(figures.sum(`sum:${key}`, `${title}: сумма`, 'sum', of, null, 'money')),
  ]
  const kinds = Object.keys(movementKinds).flatMap((kind) => now.kinds.find(({ values }) => values.kind === kind) ?? [])
  const moves = kinds.map((one): ReportTableRow => {
    const title = inKinds[String(one.values.kind) as MovementKind]
    return row(title, ...line(String(one.values.kind), title, one))
  })
  return tablePart(
    'turnover',
    `Движение фонда учебников в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left('Показатель', 52), right('Экземпляров', 24), right('Сумма, руб.', 28)],
    [
      row(
        `Состояло на ${digits(addDays(eve, 1))}`,
        ...line('start', `Состояло на ${digits(addDays(eve, 1))}`, now.start),
      ),
      ...moves,
      totalRow(`Состоит на ${digits(on)}`, ...line('end', `Состоит на ${digits(on)}`, now.end)),
    ],
  )
}

const sourceOrder = Object.keys(moneySources)
const sourceOf = ({ values }: Tallied): MoneySource => String(values.source) as MoneySource
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function sourcesTable(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const line = (key: string, title: string, of: Counted): Said[] => [
    cell(figures.sum(`copies:${key}`, `${title}: экземпляров`, 'copies', of)),
    money(figures.sum(`sum:${key}`, `${title}: сумма`, 'sum', of, null, 'money')),
  ]
  const rows = [...now.sources]
    .sort((one, other) => sourceOrder.indexOf(sourceOf(one)) - sourceOrder.indexOf(sourceOf(other)))
    .map(
      (one): ReportTableRow =>
        row(capital(moneySources[sourceOf(one)]), ...line(sourceOf(one), moneySources[sourceOf(one)], one)),
    )
  if (rows.length === 0) return []
  const before =
    last === null || last.receipts.count === 0 ? [] : [row('Год назад', ...line('before', 'Год назад', last.receipts))]
  return tablePart(
    'sources',
    `Поступление учебников по источникам средств в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left('Источник средств', 52), right('Экземпляров', 24), right('Сумма, руб.', 28)],
    [...rows, totalRow('Всего', ...line('all', 'Всего', now.receipts)), ...before],
  )
}

function sourcesChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const ordered = greatest(now.sources, (one) => one.sums.sum ?? 0, sourceOf)
  const bars = ordered.map((one) =>
    figures.sum(`sum:${sourceOf(one)}`, capital(moneySources[sourceOf(one)]), 'sum', one, null, 'money'),
  )
  return chartPart(
    'sourcesChart',
    `Поступило учебников на сумму по источникам средств в ${yearAfterIn(reader.schoolYear)}, руб.`,
    figures,
    'bars',
    ordered.map((one) => moneySources[sourceOf(one)]),
    [{ title: 'Сумма', figures: bars }],
  )
}

/** What there was at the ends of the last school years; years without books are passed over. */
async function balanceChart(reader: ReportReader): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const labels: string[] = []
  const bars: Figure[] = []
  let year = reader.schoolYear
  const days = [reader.on]
  for (let back = 1; back < 5; back += 1) {
    year = previousSchoolYear(year)
    days.unshift(schoolYearBounds(year).to)
  }
  for (const day of days) {
    const held = await onDay(reader, day)
    if ((held.sums.copies ?? 0) === 0) continue
    labels.push(digits(day))
    bars.push(figures.sum(`end:${day}`, `Состояло на ${digits(day)}`, 'copies', held))
  }
  return chartPart('balance', 'Состояло учебников в фондах, экземпляров', figures, 'columns', labels, [
    { title: 'Экземпляров', figures: bars },
  ])
}

async function subjectsTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const { filters } = now.end.trace
  const parts = await reader.tally(
    holdingList,
    { by: ['subject', 'usable'], sums },
    { schoolYear: null, on: reader.on, filters },
  )
  const found = merged(parts, holdingList, ['subject'], now.end.trace)
  const expired = parts.filter(({ values }) => values.usable === 0)
  const allExpired = together(expired, { ...now.end.trace, filters: [...filters, is('usable', false)] })
  const line = (key: string, title: string, of: Counted, gone: Counted): Said[] => [
    cell(figures.sum(`copies:${key}`, `${title}: экземпляров`, 'copies', of)),
    cell(figures.sum(`expired:${key}`, `${title}: с истёкшим сроком`, 'copies', gone)),
    money(figures.sum(`sum:${key}`, `${title}: стоимость`, 'sum', of, null, 'money')),
  ]
  const held = found.filter((one) => (one.sums.copies ?? 0) > 0)
  const rows = byName(held, ({ values }) => values.subject ?? null).map((one): ReportTableRow => {
    const name = String(one.values.subject ?? 'Не указан')
    const gone = expired.find(({ values }) => values.subject === one.values.subject)
    const none = { count: 0, sums: {}, trace: { ...one.trace, filters: [...one.trace.filters, is('usable', false)] } }
    return row(name, ...line(name, name, one, gone ?? none))
  })
  return tablePart(
    'subjects',
    `Фонд учебников по предметам ${asOf(reader.on)}`,
    figures,
    [left('Предмет', 42), right('Экземпляров', 20), right('С истёкшим сроком', 22), right('Стоимость, руб.', 28)],
    [...rows, totalRow('Всего', ...line('all', 'Всего', now.end, allExpired))],
  )
}
