import type { Profile } from '../../contract/app'
import type { Plan, PlanLineRow, PlanUnmetRow } from '../../contract/plans'
import type { Flow } from '../../contract/transfers'
import { formatDate } from '../../domain/dates'
import { counted, formatMoney, formatNumber } from '../../domain/text/plural'
import { cell, line, row, signature, signed } from '../block-makers'
import { flowPicture } from '../flows/picture'
import { framed } from '../frame'
import {
  type Align,
  type Block,
  type Cell,
  columnsOf,
  type PageSetup,
  type Paper,
  type Row,
  type Table,
  textWidthMm,
} from '../model'
import { pageOf } from '../protocol/context'
import { capitalised } from '../text'
import { distanceWords, optionWords, proofWords, savedWords, unmetCopies } from './words'

/** The redistribution plan on paper: what was asked, what has come of it, the map, each school's books, what is lacking. */

export interface PlanPaperData {
  plan: Plan
  /** By giver and receiver; rejected ones are left out. */
  lines: readonly PlanLineRow[]
  unmet: readonly PlanUnmetRow[]
  flows: readonly Flow[]
  schoolName: (id: number) => string
}

/** Heads and figures below the map on its page. */
const ROOM_MM = 42
const PAGE_TEXT_MM = 257

export function buildPlan(data: PlanPaperData, profile: Profile): Paper {
  const { plan } = data
  const page = pageOf(profile)
  const day = formatDate(plan.madeAt.slice(0, 10), profile.papers.dateStyle)
  const lines = data.lines.filter((one) => one.state !== 'rejected')
  const schools = bySchool(lines)
  const blocks: Block[] = [
    line('title', 'ПЛАН'),
    line('subtitle', 'перераспределения учебников между школами'),
    line('subtitle', profile.municipality),
    line('attribute', `${plan.name}; составлен ${day}`, { align: 'center' }),
    { kind: 'spacer', heightPt: 8 },
    summaryTable(plan, lines.length, page),
    { kind: 'spacer', heightPt: 6 },
    line('body', `Условия: ${optionWords(plan.options, data.schoolName).join('; ')}.`),
    ...mapBlocks(data, page),
    ...schools.flatMap((school, index) => schoolBlocks(school, index, page)),
    ...unmetBlocks(data.unmet, page),
  ]
  return framed(profile, {
    title: `План перераспределения учебников: ${plan.name}`,
    page: { ...page, numberedFromFirst: true },
    tablePt: 11,
    subject: 'План перераспределения учебников',
    keywords: 'план, обменный фонд, учебники',
    blocks: signed(blocks, [{ kind: 'spacer', heightPt: 10 }, signature('Методист', [profile.methodologist])]),
  })
}

function summaryTable({ outcome }: Plan, lines: number, page: PageSetup): Table {
  const saved = savedWords(outcome)
  const unmet = unmetCopies(outcome)
  const figures: [string, string][] = [
    [
      'Удовлетворено, экземпляров',
      `${formatNumber(outcome.copies)} из ${formatNumber(outcome.upperBound)} возможных (${proofWords(outcome)})`,
    ],
    ['Поездок между школами', formatNumber(outcome.trips)],
    ...(outcome.distanceKm === null
      ? []
      : [['Расстояние в один конец', distanceWords(outcome.distanceKm)] as [string, string]]),
    ['Сэкономлено', `${saved.value} (${saved.detail})`],
    [
      'Не удовлетворено, экземпляров',
      unmet === 0 ? 'нет' : `${formatNumber(unmet)} из ${formatNumber(outcome.needed)} нужных`,
    ],
    ['Строк в плане', formatNumber(lines)],
  ]
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [70, 110]),
    headRows: [],
    rows: figures.map(([title, value]) => row([cell('cell', [title]), cell('cell', [value])])),
    borders: 'all',
    keep: 'whole',
  }
}

function mapBlocks({ flows, plan, schoolName }: PlanPaperData, page: PageSetup): Block[] {
  const { viaSchoolId } = plan.options
  const via = viaSchoolId === null ? null : { id: viaSchoolId, name: schoolName(viaSchoolId) }
  const map = flowPicture(flows, { widthMm: textWidthMm(page), heightMm: PAGE_TEXT_MM - ROOM_MM, via })
  if (map === null) return [line('body', 'В плане нет ни одной строки: излишки ни к одной потребности не подошли.')]
  return [
    line('section', 'Карта потоков'),
    line('attribute', 'Слева школы, которые отдают, справа — которые получают; числа — экземпляры.', {
      align: 'center',
      keepNext: true,
    }),
    map.picture,
    ...(map.note === '' ? [] : [line('attribute', `${map.note}.`)]),
  ]
}

interface SchoolBooks {
  id: number
  name: string
  gives: PlanLineRow[]
  gets: PlanLineRow[]
}

function bySchool(lines: readonly PlanLineRow[]): SchoolBooks[] {
  const schools = new Map<number, SchoolBooks>()
  const of = (id: number, name: string): SchoolBooks => {
    const known = schools.get(id) ?? { id, name, gives: [], gets: [] }
    schools.set(id, known)
    return known
  }
  for (const one of lines) {
    of(one.fromSchoolId, one.from).gives.push(one)
    of(one.toSchoolId, one.to).gets.push(one)
  }
  return [...schools.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
}

function schoolBlocks({ name, gives, gets }: SchoolBooks, index: number, page: PageSetup): Block[] {
  return [
    line('section', `${index + 1}. ${name}`),
    ...(gives.length === 0 ? [] : [line('label', `Отдаёт: ${sums(gives, 'to')}`), booksTable(gives, 'to', page)]),
    ...(gets.length === 0 ? [] : [line('label', `Получает: ${sums(gets, 'from')}`), booksTable(gets, 'from', page)]),
  ]
}

const copiesOf = (lines: readonly PlanLineRow[]): number => lines.reduce((sum, one) => sum + one.copies, 0)

function sums(lines: readonly PlanLineRow[], side: 'from' | 'to'): string {
  const schools = new Set(lines.map((one) => one[`${side}SchoolId`])).size
  const partners =
    side === 'to'
      ? counted(schools, ['школе', 'школам', 'школам'])
      : `от ${counted(schools, ['школы', 'школ', 'школ'])}`
  return `${counted(copiesOf(lines), ['экземпляр', 'экземпляра', 'экземпляров'])} ${partners}`
}

function booksTable(lines: readonly PlanLineRow[], side: 'from' | 'to', page: PageSetup): Table {
  const sorted = [...lines].sort(
    (a, b) => a[side].localeCompare(b[side], 'ru', { numeric: true }) || a.textbook.localeCompare(b.textbook, 'ru'),
  )
  const heads = [side === 'to' ? 'Кому' : 'От кого', 'Учебник', 'Год', 'Экз.', 'Стоимость, руб.']
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [46, 84, 12, 13, 25]),
    headRows: [row(heads.map((head) => cell('cell-head', [head])))],
    rows: [
      ...sorted.map((one, index) =>
        row([
          cell('cell', [sorted[index - 1]?.[`${side}SchoolId`] === one[`${side}SchoolId`] ? '' : one[side]]),
          cell('cell', [bookWords(one)]),
          figure(one.publicationYear === null ? '' : String(one.publicationYear)),
          figure(formatNumber(one.copies)),
          figure(one.price === null ? '' : formatMoney(one.sum, '')),
        ]),
      ),
      ...(sorted.length < 2 ? [] : [total(sorted)]),
    ],
    borders: 'all',
    dense: true,
  }
}

function total(lines: readonly PlanLineRow[]): Row {
  const sum = lines.reduce((whole, one) => whole + (one.price === null ? 0 : one.sum), 0)
  return row([
    { ...cell('cell', ['Итого']), columnSpan: 3 },
    figure(formatNumber(copiesOf(lines)), true),
    figure(sum === 0 ? '' : formatMoney(sum, ''), true),
  ])
}

function bookWords({ textbook, forTextbook }: PlanLineRow): string {
  return forTextbook === '' ? textbook : `${textbook} — вместо: ${forTextbook}`
}

function unmetBlocks(unmet: readonly PlanUnmetRow[], page: PageSetup): Block[] {
  if (unmet.length === 0) return [line('section', 'Удовлетворены все потребности')]
  const whole = unmet.reduce((sum, one) => sum + one.copies, 0)
  const sorted = [...unmet].sort((a, b) => a.school.localeCompare(b.school, 'ru', { numeric: true }))
  return [
    line('section', `Не удовлетворено: ${counted(whole, ['экземпляр', 'экземпляра', 'экземпляров'])}`),
    {
      kind: 'table',
      columnsDxa: columnsOf(page, [44, 66, 13, 57]),
      headRows: [row(['Школа', 'Учебник', 'Экз.', 'Почему'].map((head) => cell('cell-head', [head])))],
      rows: sorted.map((one, index) =>
        row([
          cell('cell', [sorted[index - 1]?.schoolId === one.schoolId ? '' : one.school]),
          cell('cell', [one.textbook]),
          figure(formatNumber(one.copies)),
          cell('cell', [capitalised(one.reason)]),
        ]),
      ),
      borders: 'all',
      dense: true,
    },
  ]
}

function figure(value: string, bold = false): Cell {
  const align: Align = 'right'
  const made = cell('cell', [value])
  return {
    blocks: made.blocks.map((block) => ({
      ...block,
      align,
      runs: block.runs.map((run) => (bold ? { ...run, bold } : run)),
    })),
  }
}
