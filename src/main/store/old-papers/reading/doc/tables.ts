import type { Block, PaperTable } from '../blocks'
import { type GridCell, placed } from '../grid'
import { maxColumns, TooMuch } from '../limits'
import type { DocParagraph } from './paragraphs'

/** Paragraphs as lines and tables; those deeper than `depth` are of a table. */
export function blocksOf(paragraphs: readonly DocParagraph[], depth: number): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < paragraphs.length) {
    const paragraph = paragraphs[at]
    if (!paragraph) break
    if (paragraph.depth <= depth) {
      blocks.push({ line: paragraph.line })
      at++
      continue
    }
    let end = at
    while ((paragraphs[end]?.depth ?? 0) > depth) end++
    blocks.push(...tableOf(paragraphs.slice(at, end), depth + 1))
    at = end
  }
  return blocks
}

interface Row {
  cells: Block[][]
  edges: number[]
  goesOn: boolean[]
  head: boolean
}

function tableOf(paragraphs: readonly DocParagraph[], depth: number): Block[] {
  const rows: Row[] = []
  let cells: Block[][] = []
  let cell: DocParagraph[] = []
  for (const paragraph of paragraphs) {
    if (paragraph.depth === depth && paragraph.row) {
      // What stands before the mark of a row without one of a cell is a cell too.
      if (cell.length > 0) cells.push(blocksOf(cell, depth))
      cell = []
      if (cells.length > maxColumns) throw new TooMuch('в его таблице слишком много столбцов')
      if (cells.length > 0) rows.push({ cells, ...edgesOf(paragraph.row, cells.length), head: paragraph.headRow })
      cells = []
      continue
    }
    cell.push(paragraph)
    if (paragraph.depth === depth && paragraph.endsCell) {
      cells.push(blocksOf(cell, depth))
      cell = []
    }
  }
  const rest = [...cells.flat(), ...blocksOf(cell, depth)]
  return rows.length === 0 ? rest : [{ table: gridOf(rows) }, ...rest]
}

/** Twips by which edges of rows may differ and still be one: people move them by hand. */
const near = 90

/** Where cells begin and end, and which go on the cell above. */
function edgesOf(row: Buffer, count: number): { edges: number[]; goesOn: boolean[] } {
  const told = row[0] ?? 0
  const edges: number[] = []
  const goesOn: boolean[] = []
  if (told === count && row.length >= 1 + 2 * (count + 1)) {
    for (let index = 0; index <= count; index++) edges.push(row.readInt16LE(1 + 2 * index))
    for (let index = 0; index < count; index++) {
      const at = 1 + 2 * (count + 1) + 20 * index
      const flags = at + 2 <= row.length ? row.readUInt16LE(at) : 0
      goesOn.push((flags & 0x20) !== 0 && (flags & 0x40) === 0)
    }
  }
  return { edges, goesOn }
}

function gridOf(rows: readonly Row[]): PaperTable {
  const known = rows.every(({ edges }) => edges.length > 0)
  const widest = Math.max(...rows.map(({ cells }) => cells.length))
  const lines = known ? gathered(rows.flatMap(({ edges }) => edges)) : []
  const grid: GridCell[][] = rows.map(({ cells, edges, goesOn }) =>
    cells.map((blocks, index) => {
      const from = known ? lineOf(lines, edges[index] ?? 0) : index
      // A row of one cell goes across, whatever is known of its edges.
      const to = known ? lineOf(lines, edges[index + 1] ?? 0) : cells.length === 1 ? widest : index + 1
      return { from, span: Math.max(to - from, 1), below: goesOn[index] ?? false, blocks }
    }),
  )
  const headRows = rows.findIndex(({ head }) => !head)
  return { ...placed(grid), headRows: headRows === -1 ? rows.length : headRows }
}

/** Edges that are near each other are one. */
function gathered(edges: readonly number[]): number[] {
  const lines: number[] = []
  for (const edge of [...edges].sort((a, b) => a - b)) {
    if (edge - (lines.at(-1) ?? Number.NEGATIVE_INFINITY) > near) lines.push(edge)
  }
  return lines
}

const lineOf = (lines: readonly number[], edge: number): number =>
  Math.max(
    lines.findLastIndex((line) => line <= edge),
    0,
  )
