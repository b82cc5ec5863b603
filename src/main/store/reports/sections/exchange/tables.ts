import type { ReportPart, ReportTableRow } from '@shared/contract/report-content'
import { transferLineList } from '@shared/contract/transfers'
import { schoolYearBounds } from '@shared/domain/school-year'
import { monthName } from '@shared/domain/text/russian-months'
import { say } from '@shared/papers/report/figures'
import { yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../../figure-set'
import { center, chartPart, left, right, row, tablePart, totalRow } from '../../parts'
import type { Counted, ReportReader } from '../../reader'
import { byName, cell, digits, greatest, money, within } from '../../scope'
import type { Tallied } from '../../tally'
import type { Year } from './count'

/** The exchange of a year in tables and a chart. */

export function fundTable(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const { eve, on } = now.span
  const side = (key: 'surpluses' | 'needs', title: string): ReportTableRow[] => {
    const of = (which: 'start' | 'end', day: string) => [
      cell(figures.count(`${key}:${which}`, `${title} на ${digits(day)}: позиций`, now[key][which])),
      cell(figures.sum(`${key}:${which}:copies`, `${title} на ${digits(day)}: экземпляров`, 'inFund', now[key][which])),
    ]
    const declared = key === 'surpluses' ? now.offered : now.asked
    return [
      row(`${title} на ${digits(eve)}`, ...of('start', eve)),
      row(
        `${title}, заявлено за год`,
        cell(figures.count(`${key}:declared`, `${title}, заявлено: позиций`, declared)),
        cell(figures.sum(`${key}:declared:copies`, `${title}, заявлено: экземпляров`, 'copies', declared)),
      ),
      row(`${title} на ${digits(on)}`, ...of('end', on)),
    ]
  }
  return tablePart(
    'fund',
    `Обменный фонд в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left('Показатель', 54), right('Позиций', 22), right('Экземпляров', 24)],
    [
      ...side('surpluses', 'Излишки'),
      ...side('needs', 'Потребности'),
      row(
        'Передано между школами за год',
        cell(figures.count('lines', 'Передано: позиций', now.lines)),
        cell(figures.sum('came', 'Передано экземпляров', 'came', now.lines)),
      ),
    ],
  )
}

/** The twelve months of a school year: first day, last day, name. */
function monthsOf(schoolYear: string): { from: string; to: string; name: string }[] {
  const start = Number(schoolYearBounds(schoolYear).from.slice(0, 4))
  return Array.from({ length: 12 }, (_, index) => {
    const month = ((index + 8) % 12) + 1
    const year = index < 4 ? start : start + 1
    const text = `${year}-${String(month).padStart(2, '0')}`
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    return { from: `${text}-01`, to: `${text}-${last}`, name: monthName(month, 'nom') }
  })
}

function ofMonths({ days, lines, span }: Year): { name: string; month: number; counted: Counted }[] {
  return monthsOf(span.schoolYear).map(({ from, to, name }) => {
    const found = days.filter(({ values }) => String(values.handedOn) >= from && String(values.handedOn) <= to)
    const until = to < span.on ? to : span.on
    const filters = [within('handedOn', { from, on: until < from ? from : until })]
    return {
      name,
      month: Number(from.slice(5, 7)),
      counted: {
        count: found.reduce((sum, one) => sum + one.count, 0),
        sums: { came: found.reduce((sum, one) => sum + (one.sums.came ?? 0), 0) },
        trace: { ...lines.trace, filters },
      },
    }
  })
}

export function monthsChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const months = ofMonths(now)
  const bars = months.map(({ name, month, counted }) =>
    figures.sum(`month:${month}`, `Передано: ${name}`, 'came', counted),
  )
  return chartPart(
    'months',
    `Передано экземпляров по месяцам в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    'columns',
    months.map(({ name }) => name),
    [{ title: 'Экземпляров', figures: bars }],
  )
}

/** Rows by copies: the greatest, then the rest together; the total is that of the year. */
function ranked(
  reader: ReportReader,
  found: readonly Tallied[],
  year: Year,
  { key, by, caption, head, most, rest }: Ranking,
): ReportPart[] {
  const figures = new FigureSet()
  const ordered = greatest(
    found,
    (one) => one.sums.came ?? 0,
    (one) => one.values[by] ?? null,
  )
  // One more than fits is shown rather than told of as the rest.
  const shown = ordered.length <= most + 1 ? ordered : ordered.slice(0, most)
  const others = ordered.slice(shown.length)
  const lines = figures.count('lines', 'Передано: позиций', year.lines)
  const came = figures.sum('came', 'Передано экземпляров', 'came', year.lines)
  const saved = figures.sum('saved', 'Сбережено', 'saved', year.lines, null, 'money')
  const rows = shown.map((one): ReportTableRow => {
    const name = String(one.values[by] ?? 'Не указан')
    return row(
      name,
      cell(figures.count(`lines:${name}`, `${name}: позиций`, one)),
      cell(figures.sum(`came:${name}`, `${name}: экземпляров`, 'came', one)),
      money(figures.sum(`saved:${name}`, `${name}: сбережено`, 'saved', one, null, 'money')),
    )
  })
  const sum = (of: (one: Tallied) => number): number => others.reduce((total, one) => total + of(one), 0)
  const restRow = row(
    rest,
    cell(
      figures.derived(
        'lines:rest',
        `${rest}: позиций`,
        sum((one) => one.count),
        [lines],
      ),
    ),
    cell(
      figures.derived(
        'came:rest',
        `${rest}: экземпляров`,
        sum((one) => one.sums.came ?? 0),
        [came],
      ),
    ),
    money(
      figures.derived(
        'saved:rest',
        `${rest}: сбережено`,
        sum((one) => one.sums.saved ?? 0),
        [saved],
        'money',
      ),
    ),
  )
  return tablePart(
    key,
    `${caption} в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [left(head, 46), right('Позиций', 16), right('Экземпляров', 20), right('Сбережено, руб.', 24)],
    found.length === 0
      ? []
      : [...rows, ...(others.length === 0 ? [] : [restRow]), totalRow('Всего', cell(lines), cell(came), money(saved))],
  )
}

interface Ranking {
  key: string
  by: string
  caption: string
  head: string
  most: number
  rest: string
}

export const subjectsTable = (reader: ReportReader, now: Year): ReportPart[] =>
  ranked(reader, now.subjects, now, {
    key: 'subjects',
    by: 'subject',
    caption: 'Передано учебников по предметам',
    head: 'Предмет',
    most: 30,
    rest: 'Остальные предметы',
  })

export const schoolsTable = (reader: ReportReader, now: Year, which: 'givers' | 'receivers'): ReportPart[] =>
  ranked(reader, now[which], now, {
    key: which,
    by: which === 'givers' ? 'from' : 'to',
    caption: which === 'givers' ? 'Школы, передавшие учебники,' : 'Школы, получившие учебники,',
    head: which === 'givers' ? 'Школа, передавшая учебники' : 'Школа, получившая учебники',
    most: 15,
    rest: 'Остальные школы',
  })

/** Of the day it is dated, which the books may be handed over after. */
function actOf({ values: { actNumber, actDate } }: Tallied): string {
  const number = actNumber === null ? 'без номера' : `№\u00A0${actNumber}`
  return actDate === null ? number : `${number} от ${digits(String(actDate))}`
}

/** A longer table is for an annex. */
const mostActs = 40

export async function actsTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const found = await reader.tally(
    transferLineList,
    { by: ['handedOn', 'actNumber', 'actDate', 'from', 'to'], told: ['transferId'], sums: ['came', 'saved'] },
    { schoolYear: null, on: now.span.on, filters: [within('handedOn', now.span)] },
  )
  const ordered = byName(found, ({ values }) => `${values.handedOn} ${values.actNumber} ${values.from}`)
  const shown = ordered.slice(0, mostActs)
  const rest = ordered.slice(mostActs)
  const came = figures.sum('came', 'Передано экземпляров', 'came', now.lines)
  const saved = figures.sum('saved', 'Сбережено', 'saved', now.lines, null, 'money')
  const rows = shown.map((one, index): ReportTableRow => {
    const { handedOn, from, to, transferId } = one.values
    const opens = { record: 'transfer', id: Number(transferId) }
    const act = actOf(one)
    return row(
      { text: act, opens },
      digits(String(handedOn)),
      { text: String(from), opens },
      { text: String(to), opens },
      cell(figures.sum(`came:${index}`, `Акт ${act}: экземпляров`, 'came', one)),
      money(figures.sum(`saved:${index}`, `Акт ${act}: сбережено`, 'saved', one, null, 'money')),
    )
  })
  const sum = (name: string): number => rest.reduce((total, one) => total + (one.sums[name] ?? 0), 0)
  const count = figures.count('transfers', 'Передач', now.transfers)
  const restRow = row(
    say(figures.derived('rest', 'Остальных передач', rest.length, [count]), [
      'другая передача',
      'другие передачи',
      'других передач',
    ]),
    '',
    '',
    '',
    cell(figures.derived('came:rest', 'Остальные передачи: экземпляров', sum('came'), [came])),
    money(figures.derived('saved:rest', 'Остальные передачи: сбережено', sum('saved'), [saved], 'money')),
  )
  return tablePart(
    'acts',
    `Передачи учебников в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [
      left('Акт', 27),
      center('Дата передачи', 21),
      left('Передала', 36),
      left('Получила', 36),
      right('Экз.', 13),
      right('Сбережено, руб.', 24),
    ],
    rows.length === 0
      ? []
      : [...rows, ...(rest.length === 0 ? [] : [restRow]), totalRow('Всего', '', '', '', cell(came), money(saved))],
  )
}
