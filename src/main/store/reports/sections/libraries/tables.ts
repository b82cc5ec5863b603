import type { Figure, ReportPart, ReportTableRow } from '@shared/contract/report-content'
import { schoolStatusList } from '@shared/contract/school-lists'
import { libraryStatuses, schoolList } from '@shared/contract/schools'
import { formatSchoolYear, previousSchoolYear } from '@shared/domain/school-year'
import { say } from '@shared/papers/report/figures'
import { yearAfterIn } from '@shared/papers/report/words'
import { FigureSet } from '../../figure-set'
import { center, chartPart, groupRow, left, right, row, tablePart, totalRow } from '../../parts'
import type { Counted, ReportReader } from '../../reader'
import { asOf, cell, digits, is, noneOf, ofSchools, within } from '../../scope'
import type { Tallied } from '../../tally'
import { centres, openSchools, type Year } from './count'

/** The network of libraries in tables and charts. */

type Status = keyof typeof libraryStatuses
const titles: Readonly<Record<Status, string>> = {
  ...libraryStatuses,
  shb: 'традиционная школьная библиотека (ШБ)',
  ibc: 'школьный ИБЦ',
  mibc: 'муниципальный ИБЦ (МИБЦ)',
  rribc: 'региональный ресурсный ИБЦ (РРИБЦ)',
}
export const statusTitle = (status: string | null): string =>
  status === null ? 'статус не указан' : titles[status as Status]
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const order = [...Object.keys(libraryStatuses), null]
const ordered = (rows: readonly Tallied[]): Tallied[] =>
  order.flatMap((status) => rows.find(({ values }) => values.libraryStatus === status) ?? [])

export function statusesTable(reader: ReportReader, now: Year, last: Year | null): ReportPart[] {
  const figures = new FigureSet()
  const before = last === null || last.open.count === 0 ? null : last
  const known = new Set(
    [...now.statuses, ...(before?.statuses ?? [])].map(({ values }) => values.libraryStatus ?? null),
  )
  const line = (key: string, title: string, of: Counted, then: Counted | null) => [
    cell(figures.count(`schools:${key}`, `${title}: школ`, of)),
    ...(then === null ? [] : [cell(figures.count(`before:${key}`, `${title}: школ год назад`, then))]),
    cell(figures.sum(`students:${key}`, `${title}: обучающихся`, 'students', of)),
    cell(figures.sum(`librarians:${key}`, `${title}: мест работы библиотекарей`, 'librarians', of)),
  ]
  const find = (year: Year, status: string | null): Counted =>
    year.statuses.find(({ values }) => values.libraryStatus === status) ??
    noneOf(year.open, { op: 'in', column: 'libraryStatus', values: [status] })
  const rows = order
    .filter((status) => known.has(status))
    .map(
      (status): ReportTableRow =>
        row(
          capital(statusTitle(status)),
          ...line(
            status ?? 'unknown',
            statusTitle(status),
            find(now, status),
            before === null ? null : find(before, status),
          ),
        ),
    )
  return tablePart(
    'statuses',
    `Школьные библиотеки по статусу ${asOf(reader.on)}`,
    figures,
    [
      left('Статус библиотеки', 46),
      right('Школ', 14),
      ...(before === null ? [] : [right('Год назад', 14)]),
      right('Обучаю\u00ADщихся', 18),
      right('Мест работы', 18),
    ],
    [...rows, totalRow('Всего', ...line('all', 'Всего', now.open, before?.open ?? null))],
  )
}

export function statusesChart(reader: ReportReader, now: Year): ReportPart[] {
  const figures = new FigureSet()
  const found = ordered(now.statuses)
  const bars = found.map((one) =>
    figures.count(
      `schools:${one.values.libraryStatus ?? 'unknown'}`,
      statusTitle(one.values.libraryStatus as string | null),
      one,
    ),
  )
  return chartPart(
    'chart',
    `Школьные библиотеки по статусу ${asOf(reader.on)}`,
    figures,
    'bars',
    found.map(({ values }) => statusTitle(values.libraryStatus as string | null)),
    [{ title: 'Школ', figures: bars }],
  )
}

/** A longer table is for an annex. */
const mostRows = 40

export async function changesTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const found = await reader.rows(schoolStatusList, ['school', 'status', 'since', 'order', 'schoolId'], {
    filters: [within('since', now.span), ...ofSchools(reader)],
    sort: [{ column: 'since', desc: false }],
  })
  const rows = found.slice(0, mostRows).map((one): ReportTableRow => {
    const opens = { record: 'school', id: Number(one.schoolId) }
    return row(digits(String(one.since)), { text: String(one.school), opens }, statusTitle(String(one.status)), {
      text: one.order === '' ? 'не указан' : String(one.order),
      opens,
    })
  })
  const all = figures.count('changes', 'Присвоено статусов за год', now.changes)
  const rest = found.length - rows.length
  const restRow = groupRow(
    say(figures.derived('rest', 'Остальных изменений', rest, [all]), [
      'другое изменение',
      'других изменения',
      'других изменений',
    ]),
  )
  return tablePart(
    'changes',
    `Изменения статуса библиотек в ${yearAfterIn(reader.schoolYear)}`,
    figures,
    [center('Дата', 16), left('Школа', 36), left('Статус', 34), left('Приказ', 34)],
    [...rows, ...(rest > 0 ? [restRow] : [])],
  )
}

export async function centresTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const found = await reader.rows(schoolList, ['shortName', 'libraryStatus', 'students', 'librarians', 'locality'], {
    filters: [...openSchools(reader), centres],
  })
  if (found.length === 0) return []
  const given = await reader.rows(schoolStatusList, ['schoolId', 'status', 'since', 'order'], {
    filters: [{ op: 'in', column: 'school', values: found.map((one) => String(one.shortName)) }],
    sort: [{ column: 'since', desc: false }],
  })
  const rows = found.slice(0, mostRows).map((one): ReportTableRow => {
    const opens = { record: 'school', id: Number(one.id) }
    const name = String(one.shortName)
    const status = given.filter((other) => other.schoolId === one.id && other.status === one.libraryStatus).at(-1)
    const own: Counted = {
      count: 1,
      sums: { students: one.students === null ? null : Number(one.students) },
      trace: {
        list: schoolList.name,
        schoolYear: reader.schoolYear,
        on: null,
        filters: [{ op: 'in', column: 'shortName', values: [name] }],
        sum: null,
      },
    }
    return row(
      { text: name, opens },
      statusTitle(String(one.libraryStatus)),
      status?.since == null ? 'не указано' : `с ${digits(String(status.since))}`,
      { text: String(status?.order ?? '') === '' ? 'не указан' : String(status?.order), opens },
      one.students === null
        ? 'нет данных'
        : cell(figures.sum(`students:${name}`, `${name}: обучающихся`, 'students', own)),
    )
  })
  const rest = found.length - rows.length
  const all = figures.count('centres', 'Информационно-библиотечных центров', {
    ...noneOf(now.open, centres),
    count: found.length,
  })
  const restRow = groupRow(
    say(figures.derived('rest', 'Остальных центров', rest, [all]), ['другой центр', 'других центра', 'других центров']),
  )
  return tablePart(
    'centres',
    `Информационно-библиотечные центры ${asOf(reader.on)}`,
    figures,
    [
      left('Школа', 34),
      left('Статус', 32),
      center('Дата', 19),
      left('Номер приказа', 32),
      right('Обучаю\u00ADщихся', 17),
    ],
    [...rows, ...(rest > 0 ? [restRow] : [])],
  )
}

/** Students of the schools at work, the last five school years; a year without contingent is passed over. */
export async function studentsChart(reader: ReportReader): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const years = [reader.schoolYear]
  for (let back = 1; back < 5; back += 1) years.unshift(previousSchoolYear(years[0] ?? reader.schoolYear))
  const bars: { year: string; figure: Figure }[] = []
  for (const year of years) {
    const found = await reader.total(schoolList, ['students'], {
      schoolYear: year,
      filters: [is('open', true), ...ofSchools(reader, 'shortName')],
    })
    if (found.sums.students === null) continue
    bars.push({
      year,
      figure: figures.sum(`students:${year}`, `Обучающихся в ${formatSchoolYear(year)}`, 'students', found),
    })
  }
  return chartPart(
    'students',
    'Обучающихся в школах по учебным годам, человек',
    figures,
    'columns',
    bars.map(({ year }) => formatSchoolYear(year)),
    [{ title: 'Обучающихся', figures: bars.map(({ figure }) => figure) }],
  )
}
