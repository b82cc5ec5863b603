import type { Figure, ReportColumn, ReportTableRow, Said, TablePart } from '../../contract/report-content'
import { formatSchoolYear } from '../../domain/school-year'
import { cell, row } from '../block-makers'
import { type Cell, columnsOf, type PageSetup, type Row, type Run, type Table } from '../model'
import { formatFigure } from './figures'

/** A table of the report as it is printed; beside columns of figures stand last year's where they are asked for and known. */

export interface TableContext {
  page: PageSetup
  /** Of a said stretch: its marks for the window. */
  run(said: Said): Run
  piece: string
  /** Null: no comparison. */
  before: string | null
}

/** More columns than these do not become readable by another. */
const MOST_COLUMNS = 8
/** Shorter tables are not parted. */
const WHOLE_ROWS = 6

export function reportTable(part: TablePart, context: TableContext): Table {
  const figures = new Map(part.figures.map((figure) => [figure.key, figure]))
  const columns = printedColumns(part, context.before)
  const cells = (from: ReportTableRow): Row => {
    if (from.look === 'group')
      return row([{ ...said(from.cells[0] ?? { text: '' }, 'left', true), columnSpan: columns.length }])
    return row(
      columns.map(({ at, align, before }) => {
        const one = from.cells[at] ?? { text: '' }
        const shown = before ? previousOf(one, figures) : one
        return said(shown, align, from.look === 'total')
      }),
    )
  }
  const said = (one: Said, align: 'left' | 'center' | 'right', bold: boolean): Cell => {
    const lines = one.figure === undefined ? one.text.split('\n') : [one.text]
    const made = cell('cell', lines)
    const { figure, opens, tone } = context.run(one)
    const marks = {
      ...(figure === undefined ? {} : { figure }),
      ...(opens === undefined ? {} : { opens }),
      ...(tone === undefined ? {} : { tone }),
    }
    return {
      blocks: made.blocks.map((block) => ({
        ...block,
        align,
        runs: block.runs.map((run) => ({ ...run, ...marks, ...(bold ? { bold } : {}) })),
      })),
    }
  }
  return {
    kind: 'table',
    columnsDxa: columnsOf(
      context.page,
      columns.map(({ share }) => share),
    ),
    headRows: [row(columns.map(({ title }) => cell('cell-head', [title])))],
    rows: part.rows.map(cells),
    borders: 'all',
    ...(part.rows.length <= WHOLE_ROWS ? { keep: 'whole' as const } : {}),
    piece: context.piece,
  }
}

export interface PrintedColumn extends ReportColumn {
  /** Of the part's columns. */
  at: number
  /** Last year's figures of it. */
  before: boolean
}

/** @param before the year compared with; null: none */
export function printedColumns(part: TablePart, before: string | null): PrintedColumn[] {
  const compared = before === null ? [] : comparedColumns(part)
  return part.columns.flatMap((column, at): PrintedColumn[] => [
    { ...column, at, before: false },
    ...(compared.includes(at)
      ? [{ ...column, title: formatSchoolYear(before ?? ''), share: Math.max(column.share, 16), at, before: true }]
      : []),
  ])
}

/** Columns whose figures know last year's; not of a table that already is broad. */
function comparedColumns({ columns, rows, figures }: TablePart): number[] {
  const known = new Set(figures.filter(({ previous }) => previous !== null).map(({ key }) => key))
  const found = columns.flatMap((_, at) =>
    rows.some(({ cells, look }) => look === 'plain' && known.has(cells[at]?.figure ?? '')) ? [at] : [],
  )
  return columns.length + found.length <= MOST_COLUMNS ? found : []
}

function previousOf({ figure }: Said, figures: ReadonlyMap<string, Figure>): Said {
  const found = figures.get(figure ?? '')
  return { text: found === undefined ? '' : formatFigure(found, found.previous) }
}
