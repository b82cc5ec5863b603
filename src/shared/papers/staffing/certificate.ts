import type { Profile } from '../../contract/app'
import type { Staffing, StaffingFigure, StaffingTable, StaffingTableId } from '../../contract/staffing'
import { formatDate } from '../../domain/dates'
import { formatSchoolYear } from '../../domain/school-year'
import { shares } from '../../domain/staffing/shares'
import { formatNumber, plural } from '../../domain/text/plural'
import { cell, line, row, signature, signed } from '../block-makers'
import { framed } from '../frame'
import { type Block, type Cell, type Chart, columnsOf, type Paper, type Row, type Table } from '../model'
import { pageOf } from '../protocol/context'
import { capitalised } from '../text'

/** Справка о кадровом обеспечении (FORMS §8): tables with shares and charts; every table sums up to the head-count. */

/** In the order of the paper; those with a chart of their own beside the table. */
const order: readonly { id: StaffingTableId; chart: boolean }[] = [
  { id: 'libraries', chart: true },
  { id: 'positions', chart: true },
  { id: 'education', chart: true },
  { id: 'libraryService', chart: true },
  { id: 'service', chart: false },
  { id: 'category', chart: true },
  { id: 'categoryState', chart: false },
  { id: 'age', chart: true },
  { id: 'courses', chart: true },
]

export function buildStaffingCertificate(staffing: Staffing, profile: Profile): Paper {
  const day = formatDate(staffing.on, profile.papers.dateStyle)
  const tables = order.flatMap(({ id, chart }) => {
    const table = staffing.tables.find((one) => one.id === id)
    return table === undefined || table.total.count === 0 ? [] : [{ table, chart }]
  })
  const blocks: Block[] = [
    line('title', 'СПРАВКА'),
    line('subtitle', 'о кадровом обеспечении школьных библиотек'),
    line('subtitle', profile.municipality),
    line('subtitle', `по состоянию на ${day} (${formatSchoolYear(staffing.schoolYear)} учебный год)`),
    { kind: 'spacer', heightPt: 10 },
    ...summary(staffing).map((text) => line('body', text)),
    ...tables.flatMap(({ table, chart }, index) => [
      line('section', `${index + 1}. ${capitalised(table.title)}`),
      { ...tableBlock(staffing, table, profile), keep: chart ? ('with-next' as const) : ('whole' as const) },
      ...(chart ? [chartBlock(table)] : []),
    ]),
  ]
  return framed(profile, {
    title: `Справка о кадровом обеспечении школьных библиотек на ${formatDate(staffing.on, 'digits')}`,
    page: pageOf(profile),
    tablePt: 12,
    subject: 'Кадровое обеспечение школьных библиотек',
    keywords: 'справка, кадры, школьные библиотеки',
    blocks: signed(blocks, [
      { kind: 'spacer', heightPt: 10 },
      signature('Методист', [profile.methodologist]),
      line('attribute', day, { keepNext: false }),
    ]),
  })
}

/** «В 34 школах района работает 21 человек, занята 21 ставка. Без библиотекаря — 3 школы.» */
function summary({ people, schools, vacant, previous }: Staffing): string[] {
  const rates = (people.rate ?? 0) / 100
  const open = `Школ — ${formatNumber(schools.count)}.`
  if (people.count === 0) return [`${open} Сведений о работниках школьных библиотек нет.`]
  const work = plural(people.count, ['работает', 'работают', 'работают'])
  const humans = `${formatNumber(people.count)} ${plural(people.count, ['человек', 'человека', 'человек'])}`
  const held = `${formatNumber(rates)} ${plural(rates, ['ставку', 'ставки', 'ставок'])}`
  const lacking =
    vacant.count === 0
      ? 'Библиотекарь есть в каждой школе.'
      : `Библиотекаря нет в ${formatNumber(vacant.count)} ${plural(vacant.count, ['школе', 'школах', 'школах'])}.`
  const before =
    previous === null || people.previous === null
      ? []
      : [
          `На ${formatDate(previous.on, 'digits')} в школьных библиотеках ${plural(people.previous, ['работал', 'работали', 'работали'])} ` +
            `${formatNumber(people.previous)} ${plural(people.previous, ['человек', 'человека', 'человек'])}.`,
        ]
  return [`${open} В школьных библиотеках ${work} ${humans} на ${held}. ${lacking}`, ...before]
}

/** Positions nobody holds are left out; the lines of the other tables are those of the form. */
function shown({ id, rows }: StaffingTable): StaffingFigure[] {
  return id === 'positions' ? rows.filter((one) => one.count > 0 || (one.previous ?? 0) > 0) : rows
}

function tableBlock(staffing: Staffing, table: StaffingTable, profile: Profile): Table {
  const people = table.list === 'librarians'
  const before = table.total.previous !== null && staffing.previous !== null ? staffing.previous : null
  const rows = shown(table)
  const parts = shares(rows.map((one) => one.count))
  const heads = [
    people ? 'Показатель' : 'Модель библиотеки',
    people ? 'Человек' : 'Школ',
    'Доля, %',
    ...(people ? ['Ставок'] : []),
    ...(before === null ? [] : [`На ${formatDate(before.on, 'digits')}`]),
  ]
  const cells = (figure: StaffingFigure, share: number, bold: boolean): Row =>
    row([
      text(bold ? 'Итого' : figure.title, 'left', bold),
      text(formatNumber(figure.count), 'right', bold),
      text(percent(share), 'right', bold),
      ...(people ? [text(formatNumber((figure.rate ?? 0) / 100), 'right', bold)] : []),
      ...(before === null ? [] : [text(figure.previous === null ? '—' : formatNumber(figure.previous), 'right', bold)]),
    ])
  const widths = [70, 24, 22, ...(people ? [24] : []), ...(before === null ? [] : [30])]
  return {
    kind: 'table',
    columnsDxa: columnsOf(pageOf(profile), widths),
    headRows: [row(heads.map((head) => cell('cell-head', [head])))],
    rows: [...rows.map((figure, index) => cells(figure, parts[index] ?? 0, false)), cells(table.total, 1000, true)],
    borders: 'all',
  }
}

/** «12,5», «45,0»: one decimal in every line of the column. */
const percent = (tenths: number): string => `${formatNumber(Math.floor(tenths / 10))},${tenths % 10}`

function text(value: string, align: 'left' | 'right', bold: boolean): Cell {
  const made = cell('cell', [value])
  return {
    blocks: made.blocks.map((block) => ({
      ...block,
      align,
      runs: block.runs.map((run) => (bold ? { ...run, bold } : run)),
    })),
  }
}

function chartBlock(table: StaffingTable): Chart {
  const rows = shown(table)
  return {
    kind: 'chart',
    shape: 'bars',
    labels: rows.map((one) => one.title),
    series: [{ title: table.list === 'librarians' ? 'Человек' : 'Школ', values: rows.map((one) => one.count) }],
    description: `${table.title}: ${rows.map((one) => `${one.title} — ${one.count}`).join(', ')}`,
  }
}
