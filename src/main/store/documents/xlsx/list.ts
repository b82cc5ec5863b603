import { setImmediate as breath } from 'node:timers/promises'
import type { CellValue, ListSpec } from '@shared/contract/lists'
import { formatDate } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import ExcelJS from 'exceljs'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { JobContext } from '../../context'
import { databaseId } from '../../database/database-id'
import { inOneState } from '../list-windows'
import { sheetName } from './excel-text'
import { cellMaker } from './list-cells'
import { chosenColumns, heightOf, isNumeric, layOut, linesOf, roomOf } from './list-columns'
import { frameRows, type SheetFrame, sheetOptions } from './list-sheet'
import { headComputedStyle, headStyle, totalHundredthsStyle, totalLabelStyle, totalWholeStyle } from './list-styles'
import { keyHeading, rowKey } from './row-key'

/** Rows of a sheet of Excel, without the head and the totals. */
const MOST_ROWS = 1_048_576 - 2

type Row = Readonly<Record<string, unknown>> & { id: number }

/** The rows of a list with its filter and order, read as they are written. */
export interface ListRows {
  count: number
  sums: Readonly<Record<string, number | null>>
  /** With these columns and `id`; yes and no may be 1 and 0. */
  portions(keys: readonly string[]): AsyncIterable<readonly Row[]>
}

export interface ListOptions {
  /** Begins to read; called in the transaction in which all is read. */
  open: () => Promise<ListRows>
  /** Keys in order; null: those the list shows by itself. */
  columns: readonly string[] | null
  /** False leaves out the columns with personal data. */
  personal: boolean
  file: string
  /** The day the list is of, ISO: named on the sheet's tab and over the printed page. */
  on?: string | null
}

/**
 * What a grid shows, as a workbook: the same filter, order and columns, typed cells, a frozen head with autofilter, lists
 * to choose from, a totals row of live formulas, print set-up of one page in width, and a hidden key column by which it
 * is read back. Written row after row: what it takes of memory does not depend on the length of the list.
 * @throws AppError `invalid-input` for an unknown column or more rows than a sheet has, and as `writeFileAtomically`
 */
export async function writeList(
  context: JobContext,
  spec: ListSpec,
  options: ListOptions,
): Promise<{ file: string; rows: number }> {
  const chosen = chosenColumns(spec, options.columns, options.personal)
  const { municipality } = await context.query('profile.get', {})
  return inOneState(context, async () => {
    const rows = await options.open()
    if (rows.count > MOST_ROWS) throw tooLong(spec, rows.count)
    const portions = rows.portions(chosen.map((column) => column.key))[Symbol.asyncIterator]()
    const first = rows.count === 0 ? [] : ((await portions.next()).value ?? [])
    const columns = layOut(chosen, first)
    const titled = options.on ? { ...spec, title: `${spec.title} на ${formatDate(options.on, 'digits')}` } : spec
    const frame: SheetFrame = { spec: titled, columns, municipality, rows: rows.count, today: context.today() }
    await writeFileAtomically(options.file, async (stream) => {
      const book = new ExcelJS.stream.xlsx.WorkbookWriter({
        stream,
        useStyles: true,
        useSharedStrings: false,
        zip: { zlib: { level: 6 } },
      })
      book.creator = 'Методист'
      book.created = context.now()
      const sheet = book.addWorksheet(sheetName(titled.title), sheetOptions(frame))
      sheet.columns = [{ width: 9, hidden: true }, ...columns.map(({ width }) => ({ width }))]
      frameRows(sheet, frame)
      head(sheet, frame, databaseId(context.raw))
      await body(context, sheet, frame, first, portions)
      if (rows.count > 0 && columns.some((column) => column.spec.total === 'sum')) totals(sheet, frame, rows.sums)
      sheet.commit()
      await book.commit()
    })
    return { file: options.file, rows: rows.count }
  })
}

function tooLong(spec: ListSpec, total: number): AppError {
  return new AppError(
    'invalid-input',
    `В списке «${spec.title}» ${formatNumber(total)} строк, а на листе Excel помещается ${formatNumber(MOST_ROWS)}. Отберите часть строк условием и выгрузите их отдельно.`,
    'query',
  )
}

async function body(
  context: JobContext,
  sheet: ExcelJS.Worksheet,
  frame: SheetFrame,
  first: readonly Row[],
  rest: AsyncIterator<readonly Row[]>,
): Promise<void> {
  const write = rowWriter(sheet, frame)
  let rows = 0
  for (let portion = first; portion.length > 0; portion = (await rest.next()).value ?? []) {
    for (const row of portion) write(row)
    rows += portion.length
    context.progress(rows, frame.rows, `Записано строк: ${formatNumber(rows)} из ${formatNumber(frame.rows)}`)
    // The packer works between portions: rows waiting for it would fill the memory.
    await breath()
  }
}

/** Writes a row; how each column's cells are made is found once for the sheet. */
function rowWriter(sheet: ExcelJS.Worksheet, { columns }: SheetFrame): (row: Row) => void {
  const makers = columns.map((column) => ({ key: column.spec.key, make: cellMaker(column) }))
  const keyed = columns.filter((column) => column.spec.edit !== undefined).map((column) => column.spec.key)
  const wrapping = columns
    .filter((column) => column.spec.type === 'text' || column.spec.type === 'choice')
    .map(({ spec, width }) => ({ spec, width, room: roomOf(width) }))
  return (values) => {
    const key = rowKey(
      values.id,
      keyed.map((name) => (values[name] ?? null) as CellValue),
    )
    const row = sheet.addRow([key])
    for (const [index, { key: name, make }] of makers.entries()) {
      const cell = row.getCell(index + 2)
      const { value, style } = make(values[name])
      cell.value = value
      cell.style = style
    }
    let lines = 1
    for (const { spec, width, room } of wrapping) {
      const value = values[spec.key]
      if (typeof value === 'string' && (value.length > room || value.includes('\n'))) {
        lines = Math.max(lines, linesOf(spec.choices?.[value] ?? value, width))
      }
    }
    // LibreOffice does not compute the height of wrapped cells in a file it has not made.
    if (lines > 1) row.height = heightOf(lines)
    row.commit()
  }
}

function head(sheet: ExcelJS.Worksheet, { spec, columns }: SheetFrame, database: string): void {
  const keyed = columns.filter((column) => column.spec.edit !== undefined).map((column) => column.spec)
  const row = sheet.addRow([keyHeading(database, spec.name, keyed), ...columns.map((column) => column.spec.title)])
  row.getCell(1).style = headStyle
  for (const [index, { computed }] of columns.entries()) {
    row.getCell(index + 2).style = computed ? headComputedStyle : headStyle
  }
  row.height = heightOf(Math.max(...columns.map((column) => linesOf(column.spec.title, column.width - 3))))
  row.commit()
}

/** Live under the filter: SUBTOTAL counts the rows that are shown. Counted already, for programs that count nothing. */
function totals(
  sheet: ExcelJS.Worksheet,
  { columns, rows }: SheetFrame,
  sums: Readonly<Record<string, number | null>>,
): void {
  const labelled = columns.find((column) => column.spec.total !== 'sum')
  const row = sheet.addRow(['ИТОГО'])
  for (const [index, column] of columns.entries()) {
    const { spec, letter } = column
    const cell = row.getCell(index + 2)
    if (spec.total !== 'sum') {
      cell.style = totalLabelStyle
      if (column === labelled) cell.value = 'ИТОГО'
      continue
    }
    const isWhole = spec.type === 'number'
    const sum = sums[spec.key] ?? 0
    cell.style = isWhole ? totalWholeStyle : totalHundredthsStyle
    cell.value = {
      formula: `SUBTOTAL(109,${letter}2:${letter}${rows + 1})`,
      result: isNumeric(spec) && !isWhole ? sum / 100 : sum,
    }
  }
  row.commit()
}
