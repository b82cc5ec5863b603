import type { Block, PaperCell, PaperTable } from '../blocks'
import { maxColumns, TooMuch } from '../limits'
import { childOf, type Element, elementsOf, numberOf, switchOf, textOf } from './tree'

interface RawCell {
  from: number
  span: number
  /** Goes on the cell above. */
  below: boolean
  blocks: Block[]
}

/** A table of Word as rows and columns; null when there is nothing of it. */
export function tableOf(table: Element, blocksOf: (cell: Element) => Block[]): PaperTable | null {
  const rows: RawCell[][] = []
  let headRows = 0
  for (const row of named(table, 'tr')) {
    const properties = childOf(row, 'trPr')
    if (childOf(properties, 'del')) continue
    if (headRows === rows.length && switchOf(properties, 'tblHeader')) headRows++
    rows.push(cellsOf(row, numberOf(childOf(properties, 'gridBefore')) ?? 0, blocksOf))
  }
  const columns = columnsOf(rows)
  if (columns === null) return null
  return { rows: rows.length, columns: columns.count, headRows, cells: placed(rows, columns.at) }
}

/** Rows of a table, cells of a row, also those inside content controls and the like. */
function* named(parent: Element, name: 'tr' | 'tc'): Generator<Element> {
  for (const element of elementsOf(parent)) {
    if (element.name === name) yield element
    else if (wrappers.has(element.name)) yield* named(element, name)
  }
}
const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag'])

function cellsOf(row: Element, before: number, blocksOf: (cell: Element) => Block[]): RawCell[] {
  const cells: RawCell[] = []
  let column = Math.min(Math.max(before, 0), maxColumns)
  for (const cell of named(row, 'tc')) {
    const properties = childOf(cell, 'tcPr')
    const span = Math.min(Math.max(numberOf(childOf(properties, 'gridSpan')) ?? 1, 1), maxColumns)
    const blocks = blocksOf(cell)
    const beside = childOf(properties, 'hMerge')
    const last = cells.at(-1)
    if (beside && textOf(beside) !== 'restart' && last) {
      last.span += span
      last.blocks.push(...filled(blocks))
    } else {
      const merge = childOf(properties, 'vMerge')
      cells.push({ from: column, span, below: merge !== undefined && textOf(merge) !== 'restart', blocks })
    }
    column += span
    if (column > 4 * maxColumns) throw new TooMuch('в его таблице слишком много столбцов')
  }
  return cells
}

/** Columns where some cell begins: Word counts finer ones, where only an edge was moved. */
function columnsOf(rows: readonly RawCell[][]): { at: (grid: number) => number; count: number } | null {
  const begins = new Set<number>()
  let end = 0
  for (const row of rows) {
    for (const { from, span } of row) {
      begins.add(from)
      end = Math.max(end, from + span)
    }
  }
  if (begins.size === 0) return null
  const sorted = [...begins].sort((a, b) => a - b)
  const index = new Map(sorted.map((grid, at) => [grid, at]))
  // Ends of cells need not be where another begins.
  const at = (grid: number): number => index.get(grid) ?? sorted.filter((begin) => begin < grid).length
  return { at, count: at(end) }
}

function placed(rows: readonly RawCell[][], at: (grid: number) => number): PaperCell[] {
  const cells: PaperCell[] = []
  let above = new Map<number, PaperCell>()
  for (const [row, raw] of rows.entries()) {
    const here = new Map<number, PaperCell>()
    for (const { from, span, below, blocks } of raw) {
      const column = at(from)
      const columnSpan = Math.max(at(from + span) - column, 1)
      const upper = below ? above.get(column) : undefined
      if (upper && upper.columnSpan === columnSpan) {
        upper.rowSpan = row - upper.row + 1
        upper.blocks.push(...filled(blocks))
        here.set(column, upper)
        continue
      }
      const cell: PaperCell = { row, column, rowSpan: 1, columnSpan, blocks }
      cells.push(cell)
      here.set(column, cell)
    }
    above = here
  }
  return cells
}

/** Of a cell that only goes on another, Word hides what it holds, which is as a rule an empty paragraph. */
const filled = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => !('line' in block) || block.line.text.trim() !== '')
