import type { ReportData } from '@shared/contract/reports'
import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import ExcelJS, { type AddWorksheetOptions, type Worksheet } from 'exceljs'
import { columnLetter, textValue } from '../xlsx/excel-text'
import { cellMaker } from '../xlsx/list-cells'
import { heightOf, isNumeric, linesOf } from '../xlsx/list-columns'
import { sheetOptions } from '../xlsx/list-sheet'
import { headStyle as listHeadStyle, totalHundredthsStyle, totalLabelStyle, totalWholeStyle } from '../xlsx/list-styles'
import { type AnnexList, type LeftOut, unique } from './annex-lists'
import { cellStyle, formatOf, headStyle, noteStyle, titleStyle } from './annex-styles'
import { type AnnexTable, annexTables, type FigureLine, figureLines, HEAD_ROW, numberOf } from './annex-tables'

/**
 * Annexes of the report in Excel: its figures and every table of it, counted by formulas over the whole lists that follow. Print set-up,
 * repeated heads and Times New Roman as in the other workbooks.
 */
export async function reportAnnexes(
  data: ReportData,
  lists: readonly AnnexList[],
  left: readonly LeftOut[],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Методист'
  book.created = new Date(`${data.head.on}T00:00:00Z`)
  book.modified = book.created
  const names = new Set(lists.map(({ sheet }) => sheet.toLowerCase()))
  figureSheet(book, unique('Показатели', names), data, figureLines(data, lists), left)
  for (const table of annexTables(data, lists)) tableSheet(book, unique(table.name, names), table)
  for (const list of lists) listSheet(book, list, data)
  return Buffer.from(await book.xlsx.writeBuffer())
}

/** A4, one page in width, the head on every page. */
function pageOptions(landscape: boolean): Partial<AddWorksheetOptions> {
  return {
    views: [{ state: 'frozen', ySplit: HEAD_ROW }],
    pageSetup: {
      paperSize: 9,
      orientation: landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
      margins: { left: 0.4, right: 0.4, top: 0.75, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&RСтраница &P из &N' },
  }
}

const WIDTH = 92

function figureSheet(
  book: ExcelJS.Workbook,
  name: string,
  data: ReportData,
  lines: readonly FigureLine[],
  left: readonly LeftOut[],
): void {
  const sheet = book.addWorksheet(name, pageOptions(false))
  const widths = [26, 46, 16, 16]
  sheet.columns = widths.map((width) => ({ width }))
  heading(sheet, data.report.title, `Данные на ${formatDate(data.head.on, 'digits')}`, widths)
  heads(sheet, ['Раздел', 'Показатель', 'Значение', 'Год назад'], widths)
  for (const [index, { section, figure, value }] of lines.entries()) {
    const row = sheet.getRow(HEAD_ROW + 1 + index)
    const style = cellStyle('right', false, formatOf(figure))
    put(row.getCell(1), textValue(section), cellStyle('left', false))
    put(row.getCell(2), textValue(figure.title), cellStyle('left', false))
    put(row.getCell(3), value, style)
    put(row.getCell(4), numberOf(figure, figure.previous), style)
    row.height = heightOf(Math.max(linesOf(section, 26), linesOf(figure.title, 46)))
  }
  let at = HEAD_ROW + lines.length + 2
  for (const { spec, rows } of left) {
    sheet.mergeCells(at, 1, at, 4)
    const said = `Список «${spec.title}» не приложен: в нём ${counted(rows, spec.nouns)}. Его можно выгрузить в Excel отдельно, из самого списка.`
    put(sheet.getCell(at, 1), textValue(said), noteStyle)
    sheet.getRow(at).height = heightOf(linesOf(said, WIDTH))
    at += 1
  }
}

function tableSheet(book: ExcelJS.Workbook, name: string, table: AnnexTable): void {
  const whole = table.shares.reduce((sum, share) => sum + share, 0)
  const landscape = table.shares.length > 7
  const room = landscape ? WIDTH * 1.4 : WIDTH
  const widths = table.shares.map((share) => Math.max(9, (room * share) / whole))
  const sheet = book.addWorksheet(name, pageOptions(landscape))
  sheet.columns = widths.map((width) => ({ width }))
  heading(sheet, table.title === '' ? table.name : `${table.name} — ${table.title}`, '', widths)
  heads(sheet, table.heads, widths)
  for (const [index, cells] of table.rows.entries()) {
    const row = sheet.getRow(HEAD_ROW + 1 + index)
    let lines = 1
    for (const [at, { value, style }] of cells.entries()) {
      put(row.getCell(at + 1), value, style)
      if (typeof value === 'string')
        lines = Math.max(lines, linesOf(value, cells.length === 1 ? room : (widths[at] ?? 9)))
    }
    if (cells.length === 1 && widths.length > 1)
      sheet.mergeCells(HEAD_ROW + 1 + index, 1, HEAD_ROW + 1 + index, widths.length)
    row.height = heightOf(lines)
  }
}

function heading(sheet: Worksheet, title: string, note: string, widths: readonly number[]): void {
  const room = widths.reduce((sum, width) => sum + width, 0)
  for (const [at, text, style] of [
    [1, title, titleStyle],
    [2, note, noteStyle],
  ] as const) {
    if (widths.length > 1) sheet.mergeCells(`A${at}:${columnLetter(widths.length - 1)}${at}`)
    put(sheet.getCell(at, 1), text === '' ? null : textValue(text), style)
    if (at === 1) sheet.getRow(at).height = heightOf(linesOf(text, room / 1.2)) + 4
  }
}

function heads(sheet: Worksheet, titles: readonly string[], widths: readonly number[]): void {
  for (const [at, title] of titles.entries()) put(sheet.getCell(HEAD_ROW, at + 1), textValue(title), headStyle)
  sheet.getRow(HEAD_ROW).height = heightOf(
    Math.max(...titles.map((title, at) => linesOf(title, (widths[at] ?? 9) - 2))),
  )
}

/** Rows numbered in A; sums and the count live under them. */
function listSheet(book: ExcelJS.Workbook, list: AnnexList, { head }: ReportData): void {
  const { spec, columns, rows } = list
  const options = sheetOptions({ spec, columns, municipality: head.municipality, rows: rows.length, today: head.on })
  const sheet = book.addWorksheet(list.sheet, options)
  sheet.columns = [{ width: 6 }, ...columns.map(({ width }) => ({ width }))]
  sheet.pageSetup.printTitlesRow = '1:1'
  sheet.autoFilter = `A1:${columns.at(-1)?.letter ?? 'A'}${rows.length + 1}`
  for (const [at, title] of ['№', ...columns.map((column) => column.spec.title)].entries()) {
    put(sheet.getCell(1, at + 1), title, listHeadStyle)
  }
  sheet.getRow(1).height = heightOf(Math.max(...columns.map((column) => linesOf(column.spec.title, column.width - 3))))
  const makers = columns.map((column) => cellMaker({ ...column, computed: false }))
  const number = cellStyle('right', false, '0')
  for (const [index, row] of rows.entries()) {
    const line = sheet.getRow(index + 2)
    put(line.getCell(1), index + 1, number)
    let lines = 1
    for (const [at, make] of makers.entries()) {
      const column = columns[at]
      if (column === undefined) continue
      const { value, style } = make(row[column.spec.key])
      put(line.getCell(at + 2), value, style)
      if (typeof value === 'string') lines = Math.max(lines, linesOf(value, column.width))
    }
    if (lines > 1) line.height = heightOf(lines)
  }
  if (rows.length > 0) listTotals(sheet, list)
}

/** Of the rows the filter shows. */
function listTotals(sheet: Worksheet, { columns, rows }: AnnexList): void {
  const row = sheet.getRow(rows.length + 2)
  const bounds = (letter: string): string => `${letter}2:${letter}${rows.length + 1}`
  put(row.getCell(1), { formula: `SUBTOTAL(103,${bounds('A')})`, result: rows.length }, totalWholeStyle)
  const labelled = columns.find(({ spec }) => spec.total !== 'sum')
  for (const [at, column] of columns.entries()) {
    const { spec, letter } = column
    const cell = row.getCell(at + 2)
    if (spec.total !== 'sum' || !isNumeric(spec)) {
      put(cell, column === labelled ? 'ИТОГО' : null, totalLabelStyle)
      continue
    }
    const sum = rows.reduce((whole, one) => whole + Number(one[spec.key] ?? 0), 0)
    const isWhole = spec.type === 'number'
    put(
      cell,
      { formula: `SUBTOTAL(109,${bounds(letter)})`, result: isWhole ? sum : sum / 100 },
      isWhole ? totalWholeStyle : totalHundredthsStyle,
    )
  }
}

function put(cell: ExcelJS.Cell, value: ExcelJS.CellValue, style: Partial<ExcelJS.Style>): void {
  cell.value = value
  cell.style = style
}
