import type { CellValue, ListSpec } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { JobContext } from '../../context'
import { databaseId } from '../../database/database-id'
import { inOneState } from '../list-windows'
import { cellWriter, textCell } from './list-cells'
import { chosenColumns, heightOf, isNumeric, layOut, linesOf, roomOf, type SheetColumn } from './list-columns'
import { bookParts, hasTotals, type SheetFrame, sheetEnd, sheetStart } from './list-parts'
import { style, stylesXml } from './list-styles'
import { keyHeading, rowKey } from './row-key'
import { writeZip } from './zip'

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
    const frame: SheetFrame = { spec, columns, municipality, rows: rows.count, today: context.today() }
    await writeFileAtomically(options.file, async (stream) => {
      await writeZip(stream, [
        ...bookParts(frame, context.now()).map(([name, text]) => ({ name, text })),
        { name: 'xl/styles.xml', text: stylesXml },
        { name: 'xl/worksheets/sheet1.xml', text: sheet(context, frame, rows, first, portions) },
      ])
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

async function* sheet(
  context: JobContext,
  frame: SheetFrame,
  list: ListRows,
  first: readonly Row[],
  rest: AsyncIterator<readonly Row[]>,
): AsyncGenerator<string> {
  yield sheetStart(frame) + head(frame, databaseId(context.raw))
  const rowXml = rowWriter(frame)
  let rows = 0
  for (let portion = first; portion.length > 0; portion = (await rest.next()).value ?? []) {
    let text = ''
    for (const row of portion) text += rowXml(++rows + 1, row)
    yield text
    context.progress(rows, frame.rows, `Записано строк: ${formatNumber(rows)} из ${formatNumber(frame.rows)}`)
  }
  yield (hasTotals(frame.columns, list.count) ? totalsRow(frame, list.sums) : '') + sheetEnd(frame)
}

/** The text of a row; its cells' writers are made once for the sheet. */
function rowWriter({ columns }: SheetFrame): (number: number, row: Row) => string {
  const writers = columns.map((column) => cellWriter(column))
  const keyed = columns.filter((column) => column.spec.edit !== undefined).map((column) => column.spec.key)
  const wrapping = columns
    .filter((column) => column.spec.type === 'text' || column.spec.type === 'choice')
    .map(({ spec, width }) => ({ spec, width, room: roomOf(width) }))
  return (number, row) => {
    const key = rowKey(
      row.id,
      keyed.map((name) => (row[name] ?? null) as CellValue),
    )
    let lines = 1
    for (const { spec, width, room } of wrapping) {
      const value = row[spec.key]
      if (typeof value === 'string' && (value.length > room || value.includes('\n'))) {
        lines = Math.max(lines, linesOf(spec.choices?.[value] ?? value, width))
      }
    }
    // LibreOffice does not compute the height of wrapped cells in a file it has not made.
    const height = lines > 1 ? ` ht="${heightOf(lines)}" customHeight="1"` : ''
    let text = `<row r="${number}"${height}>${textCell(`A${number}`, 0, key)}`
    for (const [index, cell] of writers.entries()) text += cell(number, row[columns[index]?.spec.key ?? ''])
    return `${text}</row>`
  }
}

function head({ spec, columns }: SheetFrame, database: string): string {
  const keyed = columns.filter((column) => column.spec.edit !== undefined).map((column) => column.spec)
  const lines = Math.max(...columns.map((column) => linesOf(column.spec.title, column.width - 3)))
  const cells = columns.map((column) =>
    textCell(`${column.letter}1`, column.computed ? style.headComputed : style.head, column.spec.title),
  )
  return `<row r="1" ht="${heightOf(lines)}" customHeight="1">${textCell('A1', style.head, keyHeading(database, spec.name, keyed))}${cells.join('')}</row>`
}

/** Live under the filter: SUBTOTAL counts the rows that are shown. */
function totalsRow({ columns, rows }: SheetFrame, sums: Readonly<Record<string, number | null>>): string {
  const number = rows + 2
  const labelled = columns.find((column) => column.spec.total !== 'sum')
  const cells = columns.map((column) => {
    const ref = `${column.letter}${number}`
    if (column.spec.total !== 'sum') return textCell(ref, style.label, column === labelled ? 'ИТОГО' : '')
    return sumCell(column, ref, rows, sums[column.spec.key] ?? 0)
  })
  return `<row r="${number}">${textCell(`A${number}`, 0, 'ИТОГО')}${cells.join('')}</row>`
}

function sumCell({ spec, letter }: SheetColumn, ref: string, rows: number, sum: number): string {
  const whole = spec.type === 'number'
  const format = whole ? style.totalGrouped : style.totalHundredths
  const value = isNumeric(spec) && !whole ? sum / 100 : sum
  return `<c r="${ref}" s="${format}"><f>SUBTOTAL(109,${letter}2:${letter}${rows + 1})</f><v>${value}</v></c>`
}
