import type { Original, OriginalLine, OriginalTable } from '@shared/contract/old-papers'
import type { Block, PaperCell, PaperLine, PaperTable } from './blocks'
import { maxLine, maxLines, maxText, TooMuch } from './limits'

type Laid = Pick<Original, 'lines' | 'tables'>

/**
 * Lines and tables of a paper. A table of one column, or one that wraps the paper around a table inside it, holds its place
 * on the page and is taken apart; any other table inside a cell becomes lines of that cell.
 * @throws TooMuch
 */
export function layOut(blocks: readonly Block[]): Laid {
  const laid: Laid = { lines: [], tables: [] }
  for (const block of unwrapped(blocks, lengthOf(blocks))) {
    if ('line' in block) laid.lines.push({ ...block.line, cell: null })
    else layTable(block.table, laid)
  }
  check(laid.lines)
  return laid
}

function check(lines: readonly OriginalLine[]): void {
  let length = 0
  for (const { text } of lines) {
    if (text.length > maxLine) throw new TooMuch(`в нём есть абзац длиннее ${maxLine} знаков`)
    length += text.length
  }
  if (length > maxText) throw new TooMuch('в нём слишком много текста')
  if (lines.length > maxLines) throw new TooMuch(`в нём больше ${maxLines} строк`)
}

function layTable(table: PaperTable, laid: Laid): void {
  const index = laid.tables.length
  const made: OriginalTable = { rows: table.rows, columns: table.columns, headRows: table.headRows, cells: [] }
  laid.tables.push(made)
  for (const { blocks, ...place } of table.cells) {
    const from = laid.lines.length
    for (const line of linesOf(blocks)) laid.lines.push(inCell(line, index, place))
    made.cells.push({ ...place, from, to: laid.lines.length })
  }
}

const inCell = (line: PaperLine, table: number, { row, column }: Omit<PaperCell, 'blocks'>): OriginalLine => ({
  ...line,
  cell: { table, row, column },
})

/** All lines, those of tables inside cell by cell. */
export function* linesOf(blocks: readonly Block[]): Generator<PaperLine> {
  for (const block of blocks) {
    if ('line' in block) yield block.line
    else for (const cell of block.table.cells) yield* linesOf(cell.blocks)
  }
}

function* unwrapped(blocks: readonly Block[], whole: number): Generator<Block> {
  for (const block of blocks) {
    if ('table' in block && onlyHoldsPlace(block.table, whole)) {
      for (const cell of block.table.cells) yield* unwrapped(cell.blocks, whole)
    } else yield block
  }
}

/** One of its cells has half of all the paper: with a table in it, or beside next to nothing. */
function onlyHoldsPlace(table: PaperTable, whole: number): boolean {
  if (table.columns === 1) return true
  return table.cells.some(({ blocks }) => {
    const wraps = table.cells.length <= 4 && blocks.length >= 5
    const hasTable = blocks.some((block) => 'table' in block && block.table.columns > 1)
    return (wraps || hasTable) && lengthOf(blocks) * 2 > whole
  })
}

function lengthOf(blocks: readonly Block[]): number {
  let length = 0
  for (const { text } of linesOf(blocks)) length += text.length
  return length
}
