import type { Profile } from '../../contract/app'
import type { RoadmapRecord } from '../../contract/roadmaps'
import { formatDate } from '../../domain/dates'
import { isTakenOff } from '../../domain/roadmap-state'
import { counted, formatNumber } from '../../domain/text/plural'
import { cell, line, row, signature, signed } from '../block-makers'
import { framed } from '../frame'
import {
  type Block,
  type Cell,
  type Chart,
  columnsOf,
  type PageSetup,
  type Paper,
  type Row,
  type Table,
} from '../model'
import { paragraphs } from '../text'
import { landscape, sectionRow } from './roadmap'
import { oneLine, type PrintedItem, type PrintedSection, printedSections } from './rows'

/** Report of execution: how much of the paper is done on a day, and where each item is. */

export const reportGroups = {
  done: 'Выполнено',
  partial: 'Выполняется',
  ahead: 'Предстоит',
  overdue: 'Просрочено',
  cancelled: 'Снято',
} as const
export type ReportGroup = keyof typeof reportGroups
const groups = Object.keys(reportGroups) as ReportGroup[]

/** Sub-events are told of with their items: an item is counted once. */
export function groupOf({ state }: PrintedItem): ReportGroup {
  if (state === null) return 'ahead'
  if (state.state === 'done') return isTakenOff(state) ? 'cancelled' : 'done'
  if (state.state === 'overdue' || state.state === 'partial') return state.state
  return 'ahead'
}

export interface SectionCounts {
  line: string
  total: number
  of: Readonly<Record<ReportGroup, number>>
}

export function sectionCounts(sections: readonly PrintedSection[]): SectionCounts[] {
  return sections
    .filter((section) => section.items.length > 0)
    .map(({ line: name, items }) => {
      const of = { done: 0, partial: 0, ahead: 0, overdue: 0, cancelled: 0 }
      for (const item of items) of[groupOf(item)] += 1
      return { line: name === '' ? 'Без раздела' : name, total: items.length, of }
    })
}

export function totalOf(counts: readonly SectionCounts[]): SectionCounts {
  const sum = (pick: (one: SectionCounts) => number): number => counts.reduce((whole, one) => whole + pick(one), 0)
  return {
    line: 'Итого',
    total: sum((one) => one.total),
    of: {
      done: sum((one) => one.of.done),
      partial: sum((one) => one.of.partial),
      ahead: sum((one) => one.of.ahead),
      overdue: sum((one) => one.of.overdue),
      cancelled: sum((one) => one.of.cancelled),
    },
  }
}

/** @param record with states of that day */
export function buildRoadmapReport(record: RoadmapRecord, on: string, profile: Profile): Paper {
  const page = landscape(profile)
  const sections = printedSections(record)
  const counts = sectionCounts(sections)
  const total = totalOf(counts)
  const shown = groups.filter((group) => group !== 'cancelled' || total.of.cancelled > 0)
  const order: readonly ReportGroup[] = ['done', 'overdue', 'partial', 'ahead', 'cancelled']
  const blocks: Block[] = [
    line('title', 'ОТЧЁТ О ВЫПОЛНЕНИИ'),
    ...paragraphs(record.roadmap.title).map((text) => line('subtitle', text)),
    line('subtitle', `по состоянию на ${formatDate(on, profile.papers.dateStyle)}`),
    { kind: 'spacer', heightPt: 10 },
    line('body', summary(total)),
    ...(total.total === 0
      ? []
      : [countsTable(counts, total, shown, page), { kind: 'spacer' as const, heightPt: 8 }, chart(total, shown)]),
    ...order.flatMap((group) => groupBlocks(group, sections, page)),
  ]
  return framed(profile, {
    title: `Отчёт о выполнении: ${oneLine(record.roadmap.title)}`,
    page: { ...page, numberedFromFirst: true },
    tablePt: 12,
    subject: 'Отчёт о выполнении',
    keywords: 'отчёт, выполнение, дорожная карта',
    blocks: signed(blocks, [{ kind: 'spacer', heightPt: 10 }, signature('Методист', [profile.methodologist])]),
  })
}

const items = ['пункт', 'пункта', 'пунктов'] as const

function summary({ total, of }: SectionCounts): string {
  if (total === 0) return 'В документе нет ни одного пункта.'
  const percent = Math.round((of.done / total) * 100)
  const rest = (['partial', 'ahead', 'overdue', 'cancelled'] as const)
    .filter((group) => of[group] > 0)
    .map((group) => `${reportGroups[group].toLowerCase()} — ${formatNumber(of[group])}`)
  return `Всего ${counted(total, items)}. Выполнено — ${formatNumber(of.done)} (${percent} %)${rest.length === 0 ? '' : `, ${rest.join(', ')}`}.`
}

function countsTable(
  counts: readonly SectionCounts[],
  total: SectionCounts,
  shown: readonly ReportGroup[],
  page: PageSetup,
): Table {
  const cells = (one: SectionCounts, bold: boolean): Row =>
    row([
      figure(one.line, 'left', bold),
      figure(formatNumber(one.total), 'right', bold),
      ...shown.map((group) => figure(formatNumber(one.of[group]), 'right', bold)),
      figure(`${Math.round((one.of.done / Math.max(1, one.total)) * 100)}`, 'right', bold),
    ])
  const heads = ['Раздел', 'Всего', ...shown.map((group) => reportGroups[group]), 'Выполнено, %']
  return {
    kind: 'table',
    columnsDxa: columnsOf(page, [70, 20, ...shown.map(() => 34), 34]),
    headRows: [row(heads.map((head) => cell('cell-head', [head])))],
    rows: [...counts.map((one) => cells(one, false)), cells(total, true)],
    borders: 'all',
    keep: 'with-next',
  }
}

function chart({ of }: SectionCounts, shown: readonly ReportGroup[]): Chart {
  return {
    kind: 'chart',
    shape: 'bars',
    labels: shown.map((group) => reportGroups[group]),
    series: [{ title: 'Пунктов', values: shown.map((group) => of[group]) }],
    description: `Выполнение: ${shown.map((group) => `${reportGroups[group]} — ${of[group]}`).join(', ')}`,
  }
}

const columnsShown: Readonly<Record<ReportGroup, 'done' | 'due'>> = {
  done: 'done',
  cancelled: 'done',
  partial: 'due',
  overdue: 'due',
  ahead: 'due',
}

function groupBlocks(group: ReportGroup, sections: readonly PrintedSection[], page: PageSetup): Block[] {
  const own = sections
    .map((section) => ({ ...section, items: section.items.filter((item) => groupOf(item) === group) }))
    .filter((section) => section.items.length > 0)
  const count = own.reduce((sum, section) => sum + section.items.length, 0)
  if (count === 0) return []
  const last = columnsShown[group] === 'done' ? 'Отметка о выполнении' : 'Что сделано'
  const heads = ['№', 'Мероприятие', 'Срок', 'Исполнители', last]
  return [
    line('section', `${reportGroups[group]}: ${counted(count, items)}`),
    {
      kind: 'table',
      columnsDxa: columnsOf(page, [12, 92, 40, 55, 68]),
      headRows: [row(heads.map((head) => cell('cell-head', [head])))],
      rows: own.flatMap((section) => [
        ...(section.line === '' ? [] : [sectionRow(section.line, heads.length)]),
        ...section.items.flatMap(itemRows),
      ]),
      borders: 'all',
    },
  ]
}

function itemRows(item: PrintedItem): Row[] {
  const rows = [
    row([
      cell('cell', [item.number]),
      cell('cell', paragraphs(item.title)),
      cell('cell', [item.due]),
      cell('cell', [...item.executors, ...item.coExecutors]),
      cell('cell', paragraphs(item.execution)),
    ]),
    ...item.parts.map((part) =>
      row([
        cell('cell', [part.number]),
        cell('cell', paragraphs(part.title)),
        cell('cell', [part.due]),
        cell('cell', ['']),
        cell('cell', paragraphs(part.execution || (part.state?.state === 'overdue' ? 'Просрочено' : ''))),
      ]),
    ),
  ]
  return rows
}

function figure(value: string, align: 'left' | 'right', bold: boolean): Cell {
  const made = cell('cell', [value])
  return {
    blocks: made.blocks.map((block) => ({
      ...block,
      align,
      runs: block.runs.map((run) => (bold ? { ...run, bold } : run)),
    })),
  }
}
