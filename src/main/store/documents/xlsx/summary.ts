import ExcelJS, { type Style, type Worksheet } from 'exceljs'
import { writeFileAtomically } from '../../../files/atomic-file'
import { columnLetter, sheetName, textValue } from './excel-text'

/** Consolidated sheets of an office: Times New Roman, thin borders, a row «ИТОГИ» of live formulas (FORMS §6). */

export interface SummaryColumn {
  title: string
  /** Characters. */
  width: number
  format: 'text' | 'whole' | 'year' | 'hundredths'
  /** Summed in the last row; `row`: besides, the cell itself is the sum of these columns (from, to) of its row. */
  total?: boolean
  row?: { from: number; to: number }
}

export interface SummarySheet {
  name: string
  /** Lines over the table. */
  heading: readonly string[]
  columns: readonly SummaryColumn[]
  /** A cell of a `row` column holds what its formula comes to. */
  rows: readonly (readonly (string | number | null)[])[]
}

const numFmt = { text: 'General', whole: '#,##0', year: '0', hundredths: '#,##0.00' } as const
const font = (bold: boolean, size = 12) => ({ name: 'Times New Roman', family: 1, size, bold })
const side = { style: 'thin', color: { argb: 'FF000000' } } as const
const border = { top: side, left: side, bottom: side, right: side }

/** @throws AppError as `writeFileAtomically` */
export async function writeSummary(file: string, sheets: readonly SummarySheet[], made: Date): Promise<void> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Методист'
  book.created = made
  for (const sheet of sheets) addSheet(book, sheet)
  await writeFileAtomically(file, new Uint8Array(await book.xlsx.writeBuffer()))
}

function addSheet(book: ExcelJS.Workbook, summary: SummarySheet): void {
  const { columns, heading, rows } = summary
  const width = columns.reduce((sum, column) => sum + column.width, 0)
  const headRow = heading.length + 2
  const sheet = book.addWorksheet(sheetName(summary.name), {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: {
      paperSize: 9,
      orientation: width > 95 ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&RСтраница &P из &N' },
  })
  sheet.columns = columns.map((column) => ({ width: column.width }))
  for (const [index, text] of heading.entries()) {
    sheet.mergeCells(index + 1, 1, index + 1, columns.length)
    const cell = sheet.getCell(index + 1, 1)
    cell.value = textValue(text)
    cell.style = { font: font(true, index === 0 ? 14 : 12), alignment: { horizontal: 'center', wrapText: true } }
  }
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(headRow, index + 1)
    cell.value = column.title
    cell.style = { font: font(true), border, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } }
  }
  for (const [index, row] of rows.entries()) addRow(sheet, columns, headRow + 1 + index, row)
  addTotals(sheet, summary, headRow)
}

function addRow(
  sheet: Worksheet,
  columns: readonly SummaryColumn[],
  at: number,
  row: readonly (string | number | null)[],
): void {
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(at, index + 1)
    const value = row[index] ?? null
    if (column.row !== undefined) {
      const range = `${columnLetter(column.row.from)}${at}:${columnLetter(column.row.to)}${at}`
      cell.value = { formula: `SUM(${range})`, result: Number(value) }
    } else cell.value = typeof value === 'string' ? textValue(value) : value
    cell.style = style(column, false)
  }
}

function addTotals(sheet: Worksheet, { columns, rows }: SummarySheet, headRow: number): void {
  const at = headRow + rows.length + 1
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(at, index + 1)
    if (column.total === true && rows.length > 0) {
      const letter = columnLetter(index)
      const result = rows.reduce((sum, row) => sum + Number(row[index] ?? 0), 0)
      // Sums of hundredths are made in whole kopecks of the thing: 0.1 + 0.2 is no result to keep.
      cell.value = {
        formula: `SUM(${letter}${headRow + 1}:${letter}${at - 1})`,
        result: Math.round(result * 1e5) / 1e5,
      }
    } else if (column.total === true) cell.value = 0
    else if (index === 0) cell.value = 'ИТОГИ'
    cell.style = style(index === 0 ? { ...column, format: 'text' } : column, true)
  }
}

function style({ format }: Pick<SummaryColumn, 'format'>, bold: boolean): Partial<Style> {
  return {
    font: font(bold),
    border,
    numFmt: numFmt[format],
    alignment: { horizontal: format === 'text' ? 'left' : 'right', vertical: 'top', wrapText: true },
  }
}
