import type { Filter } from '@shared/contract/lists'
import type { ReportPart, ReportTableRow } from '@shared/contract/report-content'
import { schoolConnectionList, schoolFundList } from '@shared/contract/school-lists'
import { fundCategories, schoolList } from '@shared/contract/schools'
import { FigureSet } from '../../figure-set'
import { left, right, row, tablePart } from '../../parts'
import type { Counted, ReportReader } from '../../reader'
import { asOf, cell, greatest, is, ofSchools } from '../../scope'
import { openSchools, type Year } from './count'

/** What libraries have: rooms, computers, systems, connections, funds. Their cards keep what is now, not what was. */

const facts: readonly { key: string; title: string; filter: Filter; sum?: { column: string; title: string } }[] = [
  { key: 'lending', title: 'Абонемент', filter: is('hasLending', true) },
  {
    key: 'reading',
    title: 'Читальный зал',
    filter: { op: 'above', column: 'readingRoomSeats', value: 0 },
    sum: { column: 'readingRoomSeats', title: 'мест в читальных залах' },
  },
  { key: 'store', title: 'Книгохранилище', filter: is('hasStore', true) },
  { key: 'media', title: 'Медиатека', filter: is('hasMediaLibrary', true) },
  {
    key: 'computers',
    title: 'Компьютеры в библиотеке',
    filter: { op: 'above', column: 'computers', value: 0 },
    sum: { column: 'computers', title: 'компьютеров' },
  },
  { key: 'internet', title: 'Доступ в интернет', filter: is('internet', true) },
  { key: 'system', title: 'АИБС (электронный каталог)', filter: { op: 'filled', column: 'system' } },
]

export async function resourcesTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const all = figures.count('open', 'Школ', now.open)
  const rows: ReportTableRow[] = []
  for (const { key, title, filter, sum } of facts) {
    const found = await reader.total(schoolList, sum === undefined ? [] : [sum.column], {
      filters: [...openSchools(reader), filter],
    })
    const count = figures.count(key, `${title}: школ`, found)
    rows.push(
      row(
        title,
        cell(count),
        cell(figures.share(`${key}:share`, `${title}: доля школ`, count, all)),
        sum === undefined ? '' : cell(figures.sum(`${key}:sum`, `${title}: ${sum.title}`, sum.column, found)),
      ),
    )
  }
  return tablePart(
    'resources',
    `Оснащение школьных библиотек по карточкам школ ${asOf(reader.context.today())}`,
    figures,
    [left('Что есть в библиотеке', 46), right('Школ', 16), right('Доля школ, %', 20), right('Мест, компьютеров', 24)],
    rows,
  )
}

/** Schools at work; without closed ones and of the whole municipality nothing has to be named. */
async function atWork(reader: ReportReader, { names }: Year): Promise<Filter[]> {
  const all = await reader.total(schoolList, [], {})
  return all.count === names.length ? [] : [{ op: 'in', column: 'school', values: [...names] }]
}

const mostConnections = 25

export async function connectionsTable(reader: ReportReader, now: Year): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const found = await reader.tally(
    schoolConnectionList,
    { by: ['name', 'state'] },
    { filters: await atWork(reader, now) },
  )
  const names = [...new Set(found.map(({ values }) => String(values.name)))]
  const of = (name: string, state: string): Counted | undefined =>
    found.find(({ values }) => values.name === name && values.state === state)
  const active = names.filter((name) => of(name, 'active') !== undefined)
  const all = figures.count('open', 'Школ', now.open)
  const rows = greatest(
    active,
    (name) => of(name, 'active')?.count ?? 0,
    (name) => name,
  )
    .slice(0, mostConnections)
    .map((name): ReportTableRow => {
      const connected = of(name, 'active')
      const planned = of(name, 'planned')
      if (connected === undefined) throw new Error(`${name} has no schools`)
      const count = figures.count(`active:${name}`, `${name}: подключено`, connected)
      const later = {
        count: 0,
        sums: {},
        trace: {
          ...connected.trace,
          filters: connected.trace.filters.map(
            (filter): Filter =>
              filter.column === 'state' ? { op: 'in', column: 'state', values: ['planned'] } : filter,
          ),
        },
      }
      return row(
        name,
        cell(count),
        cell(figures.share(`share:${name}`, `${name}: доля школ`, count, all)),
        cell(figures.count(`planned:${name}`, `${name}: планируется`, planned ?? later)),
      )
    })
  return tablePart(
    'connections',
    `Подключения школьных библиотек ${asOf(reader.on)}`,
    figures,
    [left('Электронный ресурс', 44), right('Подключено школ', 22), right('Доля школ, %', 20), right('Планируется', 20)],
    rows,
  )
}

/** By calendar years (ОО-2): the last one written down that is over by the end of the school year. */
export async function fundsTable(reader: ReportReader): Promise<ReportPart[]> {
  const figures = new FigureSet()
  const end = Number(reader.on.slice(0, 4))
  const years = await reader.tally(
    schoolFundList,
    { by: ['year'] },
    { schoolYear: null, filters: [{ op: 'between', column: 'year', from: null, to: end }, ...ofSchools(reader)] },
  )
  const year = Math.max(...years.map(({ values }) => Number(values.year)))
  if (!Number.isFinite(year)) return []
  const found = await reader.tally(
    schoolFundList,
    { by: ['category'], sums: ['received', 'disposed', 'held'] },
    { schoolYear: null, filters: [is('year', year), ...ofSchools(reader)] },
  )
  const rows = Object.entries(fundCategories).flatMap(([category, title]): ReportTableRow[] => {
    const one = found.find(({ values }) => values.category === category)
    if (one === undefined) return []
    const figure = (column: string, what: string) =>
      cell(figures.sum(`${column}:${category}`, `${title}: ${what}`, column, one))
    return [
      row(
        category === 'total' ? title : `в том числе ${title}`,
        cell(figures.count(`schools:${category}`, `${title}: школ`, one)),
        figure('received', 'поступило'),
        figure('disposed', 'выбыло'),
        figure('held', 'состоит'),
      ),
    ]
  })
  return tablePart(
    'funds',
    `Библиотечные фонды школ за ${year} год (раздел 2.6 формы ОО-2), экземпляров`,
    figures,
    [left('Вид документов', 42), right('Школ', 13), right('Поступило', 18), right('Выбыло', 18), right('Состоит', 18)],
    rows,
  )
}
