import type { ListGroup } from '../../contract/grid'
import type { CellValue, ColumnSpec, Filter, ListSpec } from '../../contract/lists'
import { cellText, isRight } from '../../domain/cells/show-cell'
import { formatDate } from '../../domain/dates'
import { formatSchoolYear } from '../../domain/school-year'
import { counted } from '../../domain/text/plural'
import { cell, line, row } from '../block-makers'
import type { Block, Cell, Paper, Row } from '../model'
import { filterText, valueText } from './conditions'
import type { ListLayout } from './layout'

/** A list on paper: what it is, of what, when, under what conditions, then the table as the grid shows it. */
export interface PrintedList {
  spec: ListSpec
  columns: readonly ColumnSpec[]
  layout: ListLayout
  municipality: string
  /** ISO. */
  today: string
  schoolYear: string | null
  /** The day of the past it is of, ISO. */
  on: string | null
  search: string
  filters: readonly Filter[]
  /** Rows that match, whether printed or in a closed group. */
  total: number
  totals: Readonly<Record<string, number | null>>
}

/** @param rows made by `listRow` and `groupRow`, in order */
export function listPaper(list: PrintedList, rows: readonly Row[]): Paper {
  const { spec, layout } = list
  return {
    title: spec.title,
    language: 'ru-RU',
    page: layout.page,
    textPt: 11,
    tablePt: layout.tablePt,
    lineSpacing: 1,
    properties: { subject: spec.title, author: '', keywords: '', description: '' },
    lists: [],
    blocks: [
      line('title', spec.title.toLocaleUpperCase('ru')),
      ...(list.municipality === '' ? [] : [line('subtitle', list.municipality)]),
      { kind: 'spacer', heightPt: 8 },
      ...about(list).map((text) => line('attribute', text)),
      { kind: 'spacer', heightPt: 4 },
      {
        kind: 'table',
        columnsDxa: layout.columnsDxa,
        headRows: [row(list.columns.map((column) => cell('cell-head', [column.title])))],
        rows: [...rows, ...totalsRow(list)],
        borders: 'all',
      } satisfies Block,
    ],
  }
}

function about({ spec, today, schoolYear, on, search, filters, total }: PrintedList): string[] {
  const conditions = filters.flatMap((filter) => {
    const column = spec.columns.find((one) => one.key === filter.column)
    return column ? [filterText(column, filter)] : []
  })
  if (search !== '') conditions.push(`есть слова «${search}»`)
  const year =
    on !== null
      ? `На ${formatDate(on, 'digits')}. `
      : schoolYear === null
        ? ''
        : `${formatSchoolYear(schoolYear)} учебный год. `
  return [
    `${year}Напечатано ${formatDate(today, 'digits')}. Всего: ${counted(total, spec.nouns)}.`,
    ...(conditions.length === 0 ? [] : [`Отобрано по условиям — ${conditions.join('; ')}.`]),
  ]
}

/** What a row's cells say. */
export function rowTexts(columns: readonly ColumnSpec[], values: Readonly<Record<string, unknown>>): string[] {
  return columns.map((column) => cellText(column, values[column.key]))
}

export function listRow(columns: readonly ColumnSpec[], texts: readonly string[]): Row {
  return row(columns.map((column, index) => textCell(column, texts[index] ?? '')))
}

/** «Тип: СОШ — 12 школ», and the sums of its rows. */
export function groupRow(list: PrintedList, by: ColumnSpec, group: ListGroup): Row {
  const name = `${by.title}: ${valueText(by, group.value)} — ${counted(group.count, list.spec.nouns)}`
  return sumsRow(list.columns, name, group.totals)
}

function totalsRow({ columns, totals, filters, search }: PrintedList): Row[] {
  if (!columns.some((column) => column.total === 'sum')) return []
  return [sumsRow(columns, filters.length > 0 || search !== '' ? 'Итого по отбору' : 'Итого', totals)]
}

function sumsRow(columns: readonly ColumnSpec[], name: string, sums: Readonly<Record<string, CellValue>>): Row {
  const first = columns.findIndex((column) => column.total === 'sum')
  const span = first < 0 ? columns.length : Math.max(1, first)
  const bold = (made: Cell): Cell => ({
    ...made,
    blocks: made.blocks.map((block) => ({ ...block, runs: block.runs.map((run) => ({ ...run, bold: true })) })),
  })
  return row([
    bold(cell('cell', [name], span === 1 ? {} : { columnSpan: span })),
    ...columns
      .slice(span)
      .map((column) => bold(textCell(column, column.total === 'sum' ? cellText(column, sums[column.key]) : ''))),
  ])
}

function textCell(column: ColumnSpec, text: string): Cell {
  const made = cell('cell', text.split('\n'))
  if (!isRight(column)) return made
  return { ...made, blocks: made.blocks.map((block) => ({ ...block, align: 'right' as const })) }
}
