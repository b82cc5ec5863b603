import type { Block, PaperTable } from '../blocks'
import { filled, type GridCell, placed } from '../grid'
import { maxColumns, TooMuch } from '../limits'
import { childOf, type Element, elementsOf, numberOf, switchOf, textOf } from './tree'

/** A table of Word as rows and columns; null when there is nothing of it. */
export function tableOf(table: Element, blocksOf: (cell: Element) => Block[]): PaperTable | null {
  const rows: GridCell[][] = []
  let headRows = 0
  for (const row of named(table, 'tr')) {
    const properties = childOf(row, 'trPr')
    if (childOf(properties, 'del')) continue
    if (headRows === rows.length && switchOf(properties, 'tblHeader')) headRows++
    rows.push(cellsOf(row, numberOf(childOf(properties, 'gridBefore')) ?? 0, blocksOf))
  }
  return rows.some((row) => row.length > 0) ? { ...placed(rows), headRows } : null
}

/** Rows of a table, cells of a row, also those inside content controls and the like. */
function* named(parent: Element, name: 'tr' | 'tc'): Generator<Element> {
  for (const element of elementsOf(parent)) {
    if (element.name === name) yield element
    else if (wrappers.has(element.name)) yield* named(element, name)
  }
}
const wrappers = new Set(['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag'])

function cellsOf(row: Element, before: number, blocksOf: (cell: Element) => Block[]): GridCell[] {
  const cells: GridCell[] = []
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
