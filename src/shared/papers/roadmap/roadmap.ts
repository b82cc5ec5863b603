import type { Profile } from '../../contract/app'
import type { ColumnRole, Roadmap, RoadmapColumn, RoadmapRecord } from '../../contract/roadmaps'
import { formatDate } from '../../domain/dates'
import { cell, line, row } from '../block-makers'
import { framed } from '../frame'
import { type Block, columnsOf, type PageSetup, type Paper, type Row } from '../model'
import { pageOf } from '../protocol/context'
import { paragraphs } from '../text'
import { oneLine, type PrintedItem, type PrintedPart, printedSections } from './rows'

/**
 * A road map in Word as the original names its columns (FORMS §3). Sub-events are rows of their own inside an item whose
 * other cells are merged down: each stands opposite its срок, can be edited as such, and is read back surely. Under an
 * item with a срок of its own they begin with a dash: its row is of the whole and no sub-event.
 */

/** Shares of the page by what a column holds. */
const shares: Readonly<Record<ColumnRole, number>> = {
  number: 6,
  title: 28,
  due: 13,
  executors: 19,
  coExecutors: 16,
  document: 16,
  results: 19,
  execution: 18,
  other: 14,
}

const executionColumn: RoadmapColumn = {
  uid: 'execution',
  role: 'execution',
  title: 'Отметка о выполнении',
  width: null,
}

export function landscape(profile: Profile): PageSetup {
  return { ...pageOf(profile), orientation: 'landscape' }
}

/** @param execution fills «Отметка о выполнении», with a column of its own where the original has none */
export function buildRoadmap(record: RoadmapRecord, profile: Profile, { execution }: { execution: boolean }): Paper {
  const { roadmap } = record
  const page = landscape(profile)
  const columns = printedColumns(roadmap, execution)
  const blocks: Block[] = [
    ...approvalBlocks(roadmap, page),
    ...paragraphs(roadmap.title).map((text, index) => line(index === 0 ? 'title' : 'subtitle', text)),
    { kind: 'spacer', heightPt: 8 },
    ...paragraphs(roadmap.preamble).map((text) => line('body', text)),
    ...(roadmap.preamble.trim() === '' ? [] : [{ kind: 'spacer' as const, heightPt: 6 }]),
    {
      kind: 'table',
      columnsDxa: columnsOf(
        page,
        columns.map((column) => column.width ?? shares[column.role]),
      ),
      headRows: [row(columns.map((column) => cell('cell-head', [column.title])))],
      rows: printedSections(record).flatMap((section) => [
        ...(section.line === '' ? [] : [sectionRow(section.line, columns.length)]),
        ...section.items.flatMap((item) => itemRows(item, columns, execution)),
      ]),
      borders: 'all',
      ...(columns.length > 6 ? { dense: true } : {}),
    },
    ...(roadmap.closing.trim() === '' ? [] : [{ kind: 'spacer' as const, heightPt: 8 }]),
    ...paragraphs(roadmap.closing).map((text) => line('body', text)),
  ]
  return framed(profile, {
    title: oneLine(roadmap.title),
    page,
    tablePt: columns.length > 7 ? 10 : columns.length > 6 ? 11 : 12,
    subject: roadmap.kind === 'plan' ? 'План работы' : 'Дорожная карта',
    keywords: roadmap.kind === 'plan' ? 'план работы' : 'дорожная карта',
    blocks,
  })
}

export function printedColumns({ columns }: Roadmap, execution: boolean): RoadmapColumn[] {
  const has = columns.some(({ role }) => role === 'execution')
  return execution && !has ? [...columns, executionColumn] : columns
}

/** At the right, as in the original; made of the order's number and date where the words are not there. */
function approvalBlocks({ approval }: Roadmap, page: PageSetup): Block[] {
  const { text, number, date, annex } = approval
  const order = [date === null ? '' : `от ${formatDate(date, 'digits')}`, number === '' ? '' : `№ ${number}`]
    .filter((part) => part !== '')
    .join(' ')
  const made = [annex === '' ? '' : `Приложение ${annex}`, order === '' ? '' : `к приказу ${order}`].filter(Boolean)
  const lines = text.trim() === '' ? made : paragraphs(text)
  if (lines.length === 0) return []
  return [
    {
      kind: 'table',
      columnsDxa: columnsOf(page, [55, 45]),
      headRows: [],
      rows: [row([cell('cell', ['']), { blocks: lines.map((one) => line('attribute', one)) }])],
      borders: 'none',
    },
    { kind: 'spacer', heightPt: 8 },
  ]
}

/** Spans the table, and does not stay behind on the page before its items. */
export function sectionRow(text: string, columns: number): Row {
  const made = cell('cell-head', [text])
  return row([
    {
      blocks: made.blocks.map((block) => ({ ...block, keepNext: true })),
      ...(columns > 1 ? { columnSpan: columns } : {}),
    },
  ])
}

const ofPart: ReadonlySet<ColumnRole> = new Set(['title', 'due', 'execution'])

function itemRows(item: PrintedItem, columns: readonly RoadmapColumn[], execution: boolean): Row[] {
  const hasOwn = item.parts.length === 0 || item.title.trim() !== '' || item.due !== ''
  const first: PrintedPart[] = hasOwn ? [item] : []
  const parts = item.due === '' ? item.parts : item.parts.map((part) => ({ ...part, title: `– ${part.title}` }))
  const rows = [...first, ...parts]
  const alone = !columns.some(({ role }) => role === 'coExecutors')
  return rows.map((part, index) =>
    row(
      columns
        .filter((column) => index === 0 || ofPart.has(column.role))
        .map((column) => {
          const made = cell('cell', textsOf(column, item, part, { execution, alone }))
          return index > 0 || rows.length === 1 || ofPart.has(column.role) ? made : { ...made, rowSpan: rows.length }
        }),
    ),
  )
}

/** @param alone executors have the column to themselves and those who help: it is both in most papers */
function textsOf(
  column: RoadmapColumn,
  whole: PrintedItem,
  part: PrintedPart,
  { execution, alone }: { execution: boolean; alone: boolean },
): string[] {
  const { item } = whole
  switch (column.role) {
    case 'number':
      return [/^[\d.]*\d$/u.test(whole.number) ? `${whole.number}.` : whole.number]
    case 'title':
      return paragraphs(part.title)
    case 'due':
      return [part.due]
    case 'executors':
      return alone ? [...whole.executors, ...whole.coExecutors] : whole.executors
    case 'coExecutors':
      return whole.coExecutors
    case 'document':
      return paragraphs(item.document)
    case 'results':
      return paragraphs(item.results)
    case 'execution':
      if (execution) return paragraphs(part.execution)
      return part === whole ? cellTexts(whole, column) : []
    case 'other':
      return cellTexts(whole, column)
  }
}

const cellTexts = ({ item }: PrintedItem, column: RoadmapColumn): string[] =>
  paragraphs(item.cells.find((one) => one.columnUid === column.uid)?.text ?? '')
