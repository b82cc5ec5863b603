import type { ReportTableRow, Said, TablePart } from '../../contract/report-content'
import { cell, row } from '../block-makers'
import { type Cell, columnsOf, type PageSetup, type Row, type Run, type Table, textWidthMm } from '../model'
import { columnShares } from './column-widths'

/** A table of the report as it is printed. */

export interface TableContext {
  page: PageSetup
  /** Of a said stretch: its marks for the window. */
  run(said: Said): Run
  piece: string
}

/** Shorter tables are not parted. */
const WHOLE_ROWS = 6

export function reportTable(part: TablePart, context: TableContext): Table {
  const { columns } = part
  const rowOf = ({ look, cells }: ReportTableRow): Row => {
    if (look === 'group') {
      return row([{ ...cellOf(cells[0] ?? { text: '' }, 'left', true, context), columnSpan: columns.length }])
    }
    return row(columns.map(({ align }, at) => cellOf(cells[at] ?? { text: '' }, align, look === 'total', context)))
  }
  return {
    kind: 'table',
    columnsDxa: columnsOf(context.page, columnShares(part, textWidthMm(context.page))),
    headRows: [row(columns.map(({ title }) => cell('cell-head', [title])))],
    rows: part.rows.map(rowOf),
    borders: 'all',
    ...(part.rows.length <= WHOLE_ROWS ? { keep: 'whole' as const } : {}),
    piece: context.piece,
  }
}

function cellOf(said: Said, align: 'left' | 'center' | 'right', bold: boolean, context: TableContext): Cell {
  const { text: _, ...marks } = context.run(said)
  return {
    blocks: cell('cell', said.text.split('\n')).blocks.map((block) => ({
      ...block,
      align,
      runs: block.runs.map((run) => ({ ...run, ...marks, ...(bold ? { bold } : {}) })),
    })),
  }
}
