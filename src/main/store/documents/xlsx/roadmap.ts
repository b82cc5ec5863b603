import type { ColumnRole, RoadmapColumn, RoadmapItemRow, RoadmapRecord } from '@shared/contract/roadmaps'
import { roadmapItemList } from '@shared/contract/roadmaps'
import { printedColumns } from '@shared/papers/roadmap/roadmap'
import { oneLine, type PrintedItem, type PrintedPart, printedSections } from '@shared/papers/roadmap/rows'
import ExcelJS, { type Style, type Worksheet } from 'exceljs'
import { writeFileAtomically } from '../../../files/atomic-file'
import { columnLetter, sheetName, textValue } from './excel-text'
import { keyHeading, rowKey } from './row-key'

/** A road map as a workbook of the same look, read back as a list of items: hidden keys stand before its columns. */

const font = (bold: boolean, size = 12) => ({ name: 'Times New Roman', family: 1, size, bold })
const side = { style: 'thin', color: { argb: 'FF000000' } } as const
const border = { top: side, left: side, bottom: side, right: side }
const body: Partial<Style> = { font: font(false), border, numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const head: Partial<Style> = {
  font: font(true),
  border,
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
}

/** Characters of a column by what it holds. */
const widths: Readonly<Record<ColumnRole, number>> = {
  number: 7,
  title: 48,
  due: 20,
  executors: 30,
  coExecutors: 26,
  document: 26,
  results: 34,
  execution: 34,
  other: 24,
}

type Cells = Partial<Record<'title' | 'due' | 'executors' | 'coExecutors' | 'document' | 'results', string>>
const listed: readonly (keyof Cells)[] = ['title', 'due', 'executors', 'coExecutors', 'document', 'results']

export interface RoadmapSheet {
  record: RoadmapRecord
  execution: boolean
  /** Rows of the list of items, for their numbers. */
  rows: readonly Pick<RoadmapItemRow, 'id' | 'uid'>[]
  databaseId: string
  made: Date
}

/** @throws AppError as `writeFileAtomically` */
export async function writeRoadmapSheet(file: string, data: RoadmapSheet): Promise<void> {
  const book = new ExcelJS.Workbook()
  book.creator = 'Методист'
  book.created = data.made
  addSheet(book, data)
  await writeFileAtomically(file, new Uint8Array(await book.xlsx.writeBuffer()))
}

/** Those who help have a column of their own here: in one cell with the others they could not be told apart again. */
function columnsOf({ record, execution }: RoadmapSheet): RoadmapColumn[] {
  const columns = printedColumns(record.roadmap, execution)
  const helped = record.roadmap.sections.some(({ items }) =>
    items.some(({ executors }) => executors.some(({ role }) => role === 'co')),
  )
  if (!helped || columns.some(({ role }) => role === 'coExecutors')) return columns
  const at = columns.findIndex(({ role }) => role === 'executors') + 1
  const own: RoadmapColumn = { uid: 'coExecutors', role: 'coExecutors', title: 'Соисполнители', width: null }
  return [...columns.slice(0, at), own, ...columns.slice(at)]
}

function addSheet(book: ExcelJS.Workbook, data: RoadmapSheet): void {
  const { roadmap } = data.record
  const columns = columnsOf(data)
  const above = [...roadmap.approval.text.split('\n'), ...roadmap.title.split('\n')].filter(
    (text) => text.trim() !== '',
  )
  const headRow = above.length + 1
  const sheet = book.addWorksheet(sheetName(oneLine(roadmap.title)), {
    views: [{ state: 'frozen', ySplit: headRow }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headRow}:${headRow}`,
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&RСтраница &P из &N' },
  })
  sheet.columns = [{ width: 9, hidden: true }, ...columns.map(({ role }) => ({ width: widths[role] }))]
  const approval = roadmap.approval.text.split('\n').filter((text) => text.trim() !== '').length
  for (const [index, text] of above.entries()) {
    spanned(sheet, index + 1, columns.length, text, {
      font: font(index >= approval, index >= approval ? 14 : 12),
      alignment: { horizontal: index < approval ? 'right' : 'center', vertical: 'middle', wrapText: true },
    })
  }
  const keyed = listed.filter((key) => columns.some(({ role }) => role === key))
  const specs = keyed.map((key) => ({ key, type: 'text' as const }))
  sheet.getCell(headRow, 1).value = keyHeading(data.databaseId, roadmapItemList.name, specs)
  for (const [index, column] of columns.entries()) {
    const cell = sheet.getCell(headRow, index + 2)
    cell.value = textValue(oneLine(column.title))
    cell.style = head
  }
  sheet.getRow(headRow).height = 34
  addRows(sheet, data, columns, keyed, headRow)
}

function addRows(
  sheet: Worksheet,
  { record, execution, rows }: RoadmapSheet,
  columns: readonly RoadmapColumn[],
  keyed: readonly (keyof Cells)[],
  headRow: number,
): void {
  const ids = new Map(rows.map((row) => [row.uid, row.id]))
  let at = headRow
  for (const section of printedSections(record)) {
    if (section.line !== '') {
      at += 1
      spanned(sheet, at, columns.length, section.line, head)
    }
    for (const item of section.items) {
      for (const part of [item, ...item.parts]) {
        at += 1
        const cells = cellsOf(item, part)
        const id = ids.get(part.uid)
        if (id !== undefined) {
          sheet.getCell(at, 1).value = rowKey(
            id,
            keyed.map((key) => cells[key] ?? ''),
          )
        }
        let lines = 1
        for (const [index, column] of columns.entries()) {
          const text = textOf(column, item, part, cells, execution)
          const cell = sheet.getCell(at, index + 2)
          cell.value = text === '' ? null : textValue(text)
          cell.style = body
          lines = Math.max(lines, linesOf(text, widths[column.role]))
        }
        // LibreOffice does not compute the height of wrapped cells in a file it has not made.
        if (lines > 1) sheet.getRow(at).height = Math.min(409, lines * 16)
      }
    }
  }
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 0.9))), 0)

/** What the list of items has of the row; a sub-event has its words and its срок. */
function cellsOf(item: PrintedItem, part: PrintedPart): Cells {
  const own = { title: part.title, due: part.due }
  if (part !== item) return own
  const { document, results } = item.item
  return {
    ...own,
    executors: item.executors.join('\n'),
    coExecutors: item.coExecutors.join('\n'),
    document,
    results,
  }
}

function textOf(
  { role, uid }: RoadmapColumn,
  item: PrintedItem,
  part: PrintedPart,
  cells: Cells,
  execution: boolean,
): string {
  if (role === 'number') return part.number
  if (role === 'execution' && execution) return part.execution
  if (role === 'execution' || role === 'other') {
    return part === item ? (item.item.cells.find((one) => one.columnUid === uid)?.text ?? '') : ''
  }
  return cells[role] ?? ''
}

function spanned(sheet: Worksheet, at: number, columns: number, text: string, style: Partial<Style>): void {
  sheet.mergeCells(`B${at}:${columnLetter(columns)}${at}`)
  const cell = sheet.getCell(at, 2)
  cell.value = textValue(oneLine(text))
  cell.style = style
}
