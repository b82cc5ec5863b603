import type { CallName } from '@shared/contract'
import type { ColumnSpec, ListPage, ListQuery, ListSpec } from '@shared/contract/lists'
import { AppError } from '@shared/errors'
import ExcelJS from 'exceljs'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { JobContext } from '../../context'

const window = 1000
const font = { name: 'Times New Roman', size: 12 }
/** Points, for the font's size. */
const lineHeight = 15
const thin = { style: 'thin' as const }
const borders = { top: thin, left: thin, bottom: thin, right: thin }

type Row = Record<string, unknown> & { id: number }

/**
 * What a grid shows, as a workbook: the same filter, order and columns, typed cells, a frozen head with autofilter, a
 * totals row of live formulas, print set-up of one page in width, and a hidden key column by which it can be read back.
 * @throws AppError `invalid-input` for an unknown column, and as `writeFileAtomically`
 */
export async function writeList(
  context: JobContext,
  spec: ListSpec,
  query: ListQuery,
  keys: readonly string[] | null,
  file: string,
): Promise<{ file: string; rows: number }> {
  const columns = chosenColumns(spec, keys)
  let rows = 0
  await writeFileAtomically(file, async (stream) => {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream,
      useStyles: true,
      useSharedStrings: false,
      zip: { zlib: { level: 6 } },
    })
    book.creator = 'Методист'
    book.created = context.now()
    const sheet = book.addWorksheet(spec.title.slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 1 }],
      pageSetup: {
        paperSize: 9,
        orientation: columns.length > 6 ? 'landscape' : 'portrait',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.4, header: 0.3, footer: 0.2 },
      },
    })
    sheet.pageSetup.printTitlesRow = '1:1'
    let widths: number[] | null = null
    const begin = (sample: readonly Row[]): number[] => {
      const measured = columns.map((column) => widthOf(column, sample))
      sheet.columns = [
        { key: 'id', width: 8, hidden: true },
        ...columns.map((column, index) => ({ key: column.key, width: measured[index] ?? 8 })),
      ]
      head(sheet, columns, measured)
      return measured
    }
    for await (const page of pages(context, spec, query)) {
      widths ??= begin(page)
      for (const row of page) {
        body(sheet, columns, widths, row)
        rows++
      }
      context.progress(rows, null, `Записано строк: ${rows}`)
    }
    if (widths === null) begin([])
    if (rows > 0) totals(sheet, columns, rows)
    sheet.autoFilter = { from: { row: 1, column: 2 }, to: { row: rows + 1, column: columns.length + 1 } }
    sheet.commit()
    await book.commit()
  })
  return { file, rows }
}

function chosenColumns(spec: ListSpec, keys: readonly string[] | null): ColumnSpec[] {
  if (keys === null) return spec.columns.filter((column) => !column.hidden)
  return keys.map((key) => {
    const column = spec.columns.find((one) => one.key === key)
    if (!column) throw new AppError('invalid-input', `В списке «${spec.title}» нет столбца «${key}».`, 'columns')
    return column
  })
}

async function* pages(context: JobContext, spec: ListSpec, query: ListQuery): AsyncGenerator<Row[]> {
  let after: ListQuery['after'] = null
  for (;;) {
    const name = `${spec.name}.list` as Extract<CallName, `${string}.list`> & 'schools.list'
    const page = (await context.query(name, {
      ...query,
      limit: window,
      offset: 0,
      after,
      totals: false,
    })) as unknown as ListPage<Row>
    if (page.rows.length > 0) yield page.rows
    const last = page.cursors[page.cursors.length - 1]
    if (page.rows.length < window || last === undefined) return
    after = last
  }
}

/** Characters: as the longest cell of the first window, within what the grid gives the column. */
function widthOf(column: ColumnSpec, sample: readonly Row[]): number {
  const longest = Math.max(0, ...sample.map((row) => cellText(column, row[column.key]).length))
  const word = Math.max(...column.title.split(' ').map((one) => one.length))
  return Math.max(word + 3, Math.min(longest + 2, Math.round(column.width / 6)), 6)
}

/** Rows have their height written: LibreOffice does not compute it for wrapped cells of a file it has not made. */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, index) => Math.ceil(text.length / (widths[index] ?? 8)))
  return Math.max(1, ...lines) * lineHeight + 2
}

function head(sheet: ExcelJS.Worksheet, columns: readonly ColumnSpec[], widths: readonly number[]): void {
  const row = sheet.addRow(['Ключ', ...columns.map((column) => column.title)])
  row.eachCell((cell) => {
    cell.font = { ...font, bold: true }
    cell.border = borders
    cell.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } }
  })
  row.height = heightOf(
    columns.map((column) => `${column.title}   `),
    widths,
  )
  row.commit()
}

function body(sheet: ExcelJS.Worksheet, columns: readonly ColumnSpec[], widths: readonly number[], values: Row): void {
  const row = sheet.addRow([values.id, ...columns.map((column) => cellValue(column, values[column.key]))])
  row.eachCell({ includeEmpty: true }, (cell, number) => {
    const column = columns[number - 2]
    cell.font = font
    cell.border = borders
    cell.alignment = { vertical: 'top', wrapText: true, horizontal: column && isNumeric(column) ? 'right' : 'left' }
    if (column?.type === 'date') cell.numFmt = 'dd.mm.yyyy'
    else if (column && isNumeric(column)) cell.numFmt = numberFormat(column)
  })
  row.height = heightOf(
    columns.map((column) => cellText(column, values[column.key])),
    widths,
  )
  row.commit()
}

const isNumeric = (column: ColumnSpec): boolean =>
  column.type === 'number' || column.type === 'money' || column.type === 'hundredths'
const numberFormat = (column: ColumnSpec): string => (column.type === 'number' ? '#,##0' : '#,##0.00')

/** About what the cell will show; for measuring only. */
function cellText(column: ColumnSpec, value: unknown): string {
  const cell = cellValue(column, value)
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? '00.00.0000' : String(cell)
}

function cellValue(column: ColumnSpec, value: unknown): ExcelJS.CellValue {
  if (value === null || value === undefined || value === '') return null
  switch (column.type) {
    case 'choice':
      return column.choices?.[String(value)] ?? String(value)
    case 'boolean':
      return value ? 'да' : 'нет'
    case 'date':
      // UTC midnight: exceljs shifts local dates by a day.
      return new Date(`${String(value)}T00:00:00Z`)
    case 'money':
    case 'hundredths':
      return Number(value) / 100
    case 'number':
      return Number(value)
    case 'text':
      // Typed as a string, «=…» stays text: neither Excel nor LibreOffice evaluates it.
      return String(value)
  }
}

function totals(sheet: ExcelJS.Worksheet, columns: readonly ColumnSpec[], rows: number): void {
  if (!columns.some((column) => column.total === 'sum')) return
  const row = sheet.addRow([])
  row.getCell(2).value = 'ИТОГО'
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 2)
    cell.font = { ...font, bold: true }
    cell.border = borders
    if (column.total !== 'sum') continue
    const letter = sheet.getColumn(index + 2).letter
    cell.value = { formula: `SUBTOTAL(109,${letter}2:${letter}${rows + 1})` }
    cell.numFmt = numberFormat(column)
    cell.alignment = { horizontal: 'right' }
  }
  row.commit()
}
