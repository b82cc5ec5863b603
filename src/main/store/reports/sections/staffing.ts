import type { Filter } from '@shared/contract/lists'
import type { Figure, ReportPart, Said } from '@shared/contract/report-content'
import { schoolList } from '@shared/contract/schools'
import type { Staffing, StaffingFigure, StaffingTable, StaffingTableId } from '@shared/contract/staffing'
import { formatDate } from '@shared/domain/dates'
import { shares } from '@shared/domain/staffing/shares'
import { type PluralForms, plural } from '@shared/domain/text/plural'
import { say } from '@shared/papers/report/figures'
import {
  capital,
  listedRuns,
  people,
  peopleAcc,
  runs,
  schools,
  schoolsIn,
  yearAfterIn,
} from '@shared/papers/report/words'
import { staffing } from '../../lists/staffing'
import { type Scope, scopeOf } from '../association-scope'
import { FigureSet } from '../figure-set'
import { chartPart, left, paragraph, percent, right, row, tablePart, textPart, totalRow } from '../parts'
import type { Counted, ReportReader } from '../reader'
import type { ReportSectionSource } from '../section'
import { staffingWords } from './staffing-words'

/** In the order of the report; with a chart of its own beside the table. */
const order: readonly { id: StaffingTableId; title: string; chart: boolean; usual: boolean }[] = [
  { id: 'libraries', title: 'Библиотеки по моделям', chart: true, usual: true },
  { id: 'positions', title: 'Работники по должностям', chart: true, usual: true },
  { id: 'education', title: 'Работники по образованию', chart: true, usual: true },
  { id: 'libraryService', title: 'Работники по библиотечному стажу', chart: true, usual: true },
  { id: 'service', title: 'Работники по общему стажу', chart: false, usual: false },
  { id: 'category', title: 'Работники по квалификационной категории', chart: true, usual: true },
  { id: 'categoryState', title: 'Работники по сроку действия категории', chart: false, usual: false },
  { id: 'age', title: 'Работники по возрасту', chart: true, usual: true },
  { id: 'courses', title: 'Работники по курсам повышения квалификации', chart: true, usual: true },
]

/** Who works in the libraries: the same count as the staffing certificate's. */
export const staffingSection: ReportSectionSource = {
  spec: {
    kind: 'staffing',
    title: 'Кадровое обеспечение',
    hint: 'Сколько работников и ставок, должности, образование, стаж, категории, возраст, вакансии; те же числа, что в справке',
    usual: true,
    parts: [
      { key: 'summary', title: 'Выводы словами', form: 'text', usual: true },
      ...order.flatMap(({ id, title, chart, usual }) => [
        { key: id, title: `${title}, таблица`, form: 'table' as const, usual },
        ...(chart ? [{ key: `${id}Chart`, title: `${title}, диаграмма`, form: 'chart' as const, usual }] : []),
      ]),
      { key: 'vacant', title: 'Школы без библиотекаря', form: 'text', usual: true },
    ],
  },
  compose: async (reader) => {
    const scope = await scopeOf(reader)
    const found = await staffing(reader.context, reader.schoolYear, scope)
    if (!reader.compare) found.previous = null
    const tables = order.flatMap(({ id, title, chart }) => {
      const table = found.tables.find((one) => one.id === id)
      if (table === undefined || table.total.count === 0) return []
      return [...tableParts(reader, found, table, title), ...(chart ? chartParts(reader, found, table, title) : [])]
    })
    return [...summary(reader, scope, found), ...tables, ...(await vacant(reader, found))]
  },
}

/** A figure of the staffing analysis as the report counts it. */
export function countedOf(
  reader: ReportReader,
  list: StaffingTable['list'],
  { count, rate, filters }: Pick<StaffingFigure, 'count' | 'rate' | 'filters'>,
): Counted {
  const trace = { list, schoolYear: reader.schoolYear, on: null, filters, sum: null }
  return { count, sums: rate === null ? {} : { rate }, trace }
}

/** The same of the year before; null where it was not kept or is not asked for. */
function before(
  reader: ReportReader,
  staffed: Staffing,
  list: StaffingTable['list'],
  figure: StaffingFigure,
): Counted | null {
  if (staffed.previous === null || figure.previous === null) return null
  const counted = countedOf(reader, list, { ...figure, count: figure.previous, rate: null })
  return { ...counted, trace: { ...counted.trace, schoolYear: staffed.previous.schoolYear } }
}

/** Lines of the form stay though empty; positions nobody holds are many and say nothing. */
function shown({ id, rows }: StaffingTable): StaffingFigure[] {
  const isForm = id !== 'positions' && id !== 'libraries'
  return isForm ? rows : rows.filter((one) => one.count > 0 || (one.previous ?? 0) > 0)
}

const keyOf = ({ key }: StaffingFigure): string => key ?? 'unknown'

function tableParts(reader: ReportReader, staffed: Staffing, table: StaffingTable, title: string): ReportPart[] {
  const { list } = table
  const isPeople = list === 'librarians'
  const figures = new FigureSet()
  const rows = shown(table)
  const parts = shares(rows.map((one) => one.count))
  const noun = isPeople ? 'человек' : 'школ'
  const all = figures.count(
    'all',
    `Всего ${noun}`,
    countedOf(reader, list, table.total),
    before(reader, staffed, list, table.total),
  )
  const cells = (figure: Figure, of: StaffingFigure, share: number, key: string): Said[] => {
    return [
      say(figure),
      percent(
        figures.derived(
          `share:${key}`,
          `${of.title}, доля`,
          share,
          figure === all ? [all] : [figure, all],
          'tenths',
          '%',
        ),
      ),
      ...(isPeople
        ? [
            say(
              figures.sum(
                `rate:${key}`,
                `${of.title}, ставок`,
                'rate',
                countedOf(reader, list, of),
                null,
                'hundredths',
              ),
            ),
          ]
        : []),
    ]
  }
  const body = rows.map((one, index) => {
    const key = keyOf(one)
    const figure = figures.count(
      `of:${key}`,
      `${capital(one.title)}, ${noun}`,
      countedOf(reader, list, one),
      before(reader, staffed, list, one),
    )
    return row(capital(one.title), ...cells(figure, one, parts[index] ?? 0, key))
  })
  return tablePart(
    table.id,
    `${title} на ${formatDate(staffed.on, 'digits')}`,
    figures,
    [
      left(isPeople ? 'Показатель' : 'Модель библиотеки', 60),
      right(isPeople ? 'Человек' : 'Школ', 20),
      right('Доля, %', 20),
      ...(isPeople ? [right('Ставок', 20)] : []),
    ],
    [...body, totalRow('Итого', ...cells(all, { ...table.total, title: 'Всего' }, 1000, 'all'))],
  )
}

function chartParts(reader: ReportReader, staffed: Staffing, table: StaffingTable, title: string): ReportPart[] {
  const figures = new FigureSet()
  const rows = shown(table)
  const made = rows.map((one) =>
    figures.count(
      `of:${keyOf(one)}`,
      capital(one.title),
      countedOf(reader, table.list, one),
      before(reader, staffed, table.list, one),
    ),
  )
  const last = table.total.previous === null ? null : staffed.previous
  return chartPart(
    `${table.id}Chart`,
    `${title}, ${table.list === 'librarians' ? 'человек' : 'школ'}`,
    figures,
    'bars',
    rows.map((one) => one.title),
    [
      { title: formatDate(staffed.on, 'digits'), figures: made },
      ...(last === null ? [] : [{ title: formatDate(last.on, 'digits'), figures: made, of: 'previous' as const }]),
    ],
  )
}

const rates: PluralForms = ['ставку', 'ставки', 'ставок']

/** «На 31.08.2026 в школьных библиотеках работает 40 человек на 29,75 ставки, на 2 человека больше, чем год назад…» */
function summary(reader: ReportReader, scope: Scope, staffed: Staffing): ReportPart[] {
  const figures = new FigureSet()
  const day = `На ${formatDate(staffed.on, 'digits')}`
  if (staffed.people.count === 0) {
    const text = `${day} сведений о работниках школьных библиотек нет.`
    return textPart('summary', figures, [paragraph([{ text }])])
  }
  const everyone = figures.count(
    'people',
    'Работников библиотек',
    countedOf(reader, 'librarians', staffed.people),
    before(reader, staffed, 'librarians', staffed.people),
  )
  const rate = figures.sum(
    'rate',
    'Занято ставок',
    'rate',
    countedOf(reader, 'librarians', staffed.people),
    null,
    'hundredths',
  )
  const open = figures.count(
    'schools',
    'Школ',
    countedOf(reader, 'schools', staffed.schools),
    before(reader, staffed, 'schools', staffed.schools),
  )
  const free = figures.count(
    'vacant',
    'Школ без библиотекаря',
    countedOf(reader, 'schools', staffed.vacant),
    before(reader, staffed, 'schools', staffed.vacant),
  )
  const compared = figures.compared(everyone, `в ${yearAfterIn(reader.before)}`, peopleAcc)
  return textPart('summary', figures, [
    paragraph(
      runs(
        `${day} в школьных библиотеках ${plural(staffed.people.count, ['работает', 'работают', 'работает'])} `,
        say(everyone, people),
        ' на ',
        say(rate, rates),
        ...(compared.length === 0 ? [] : [' — ', compared]),
        '. ',
        ...(free.value === 0
          ? [{ text: 'Библиотекарь есть в каждой школе', figure: free.key }]
          : ['Библиотекаря нет в ', say(free, schoolsIn), ' из ', say(open)]),
        '.',
      ),
    ),
    ...staffingWords(reader, staffed, figures, everyone),
    paragraph(runs(scope.peopleNote)),
  ])
}

const MOST_NAMES = 20

/** Which schools have nobody; of very many only how many. */
async function vacant(reader: ReportReader, staffed: Staffing): Promise<ReportPart[]> {
  if (staffed.vacant.count === 0 || staffed.people.count === 0) return []
  const filters: Filter[] = [...staffed.vacant.filters]
  const figures = new FigureSet()
  const free = figures.count('vacant', 'Школ без библиотекаря', countedOf(reader, 'schools', staffed.vacant))
  const rows = await reader.rows(schoolList, ['shortName'], { filters, sort: [{ column: 'shortName', desc: false }] })
  const names = rows
    .slice(0, MOST_NAMES)
    .map(({ id, shortName }): Said[] => [{ text: String(shortName), opens: { record: 'school', id: Number(id) } }])
  const rest =
    rows.length > MOST_NAMES
      ? say(figures.derived('rest', 'Остальные школы без библиотекаря', rows.length - MOST_NAMES, [free]), schools)
      : null
  return textPart('vacant', figures, [
    paragraph(
      runs(
        'Без библиотекаря ',
        `${plural(free.value ?? 0, ['работает', 'работают', 'работает'])} `,
        say(free, schools),
        ': ',
        listedRuns([...names, ...(rest === null ? [] : [runs('ещё ', rest)])]),
        '.',
      ),
    ),
  ])
}
