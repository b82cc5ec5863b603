import { assertNever } from '@shared/errors'
import {
  type Block,
  type Cell,
  mmToDxa,
  type PageBreak,
  type Paragraph,
  type Row,
  type Run,
  type SectionBreak,
  SIGNATURE_TAB_MM,
  type Signature,
  type Table,
} from '@shared/papers/model'
import { CELL_PADDING_MM, CELL_PADDING_Y_MM, DENSE_PADDING_MM, looks } from '@shared/papers/styles'
import {
  BorderStyle,
  type FileChild,
  HeightRule,
  type ParagraphChild,
  ShadingType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
  Paragraph as WordParagraph,
  Table as WordTable,
} from 'docx'
import { wordChart } from './chart'
import { wordContents, wordField } from './fields'
import { type Drawn, wordPicture } from './picture'
import { alignmentOf, SIGNATURE_STYLE_ID, TABLE_STYLE_ID } from './styles'

/** Blocks of a section of a paper as Word's paragraphs and tables. */
export function wordBlocks(
  blocks: readonly Exclude<Block, SectionBreak>[],
  widthMm: number,
  drawn: Drawn,
): FileChild[] {
  return blocks
    .map((block, index) => {
      const breaks = blocks[index - 1]?.kind === 'page-break'
      // A break of its own leaves an empty line at the top of the new page; the paragraph that begins it does not.
      if (block.kind === 'page-break') return blocks[index + 1]?.kind === 'paragraph' ? null : hairline(1, true)
      return wordBlock(block, breaks, widthMm, drawn)
    })
    .filter((block) => block !== null)
}

function wordBlock(
  block: Exclude<Block, PageBreak | SectionBreak>,
  pageBreakBefore: boolean,
  widthMm: number,
  drawn: Drawn,
): FileChild {
  switch (block.kind) {
    case 'paragraph':
      return wordParagraph(block, pageBreakBefore)
    case 'table':
      return wordTable(block)
    case 'signature':
      return wordSignature(block)
    case 'spacer':
      return hairline(block.heightPt, false, block.keepNext === true)
    case 'chart':
      return wordChart(block, widthMm, block.keepNext === true)
    case 'contents':
      return wordContents()
    case 'picture':
      return wordPicture(block, drawn)
    default:
      return assertNever(block)
  }
}

/** An empty paragraph of an exact height. */
function hairline(heightPt: number, pageBreakBefore: boolean, keepNext = false): WordParagraph {
  const spacing = { before: 0, after: 0, line: heightPt * 20, lineRule: 'exact' } as const
  return new WordParagraph({ spacing, pageBreakBefore, ...(keepNext ? { keepNext } : {}) })
}

function wordParagraph(paragraph: Paragraph, pageBreakBefore = false): WordParagraph {
  return new WordParagraph({
    // At the head of a page Word drops the space before a paragraph and LibreOffice does not.
    ...(pageBreakBefore ? { pageBreakBefore, spacing: { before: 0 } } : {}),
    style: looks[paragraph.style].word.id,
    children: paragraph.runs.flatMap(wordRun),
    // Word's styles have it on by default, LibreOffice's import does not.
    widowControl: true,
    ...(paragraph.number === undefined
      ? {}
      : { numbering: { reference: paragraph.number.list, level: paragraph.number.level, custom: true } }),
    ...(paragraph.align === undefined ? {} : { alignment: alignmentOf(paragraph.align) }),
    ...(paragraph.keepNext === undefined ? {} : { keepNext: paragraph.keepNext }),
  })
}

function wordRun(run: Run): ParagraphChild[] {
  const look = {
    ...(run.bold === undefined ? {} : { bold: run.bold }),
    ...(run.italic === undefined ? {} : { italics: run.italic }),
  }
  return run.field === undefined ? [new TextRun({ ...look, text: run.text })] : wordField(run.field, run.text)
}

/** The name hangs at the tab, so that a position below it stays in its column. */
function wordSignature(signature: Signature): WordParagraph {
  const tab = mmToDxa(SIGNATURE_TAB_MM)
  const [name = '', ...more] = signature.lines
  return new WordParagraph({
    style: SIGNATURE_STYLE_ID,
    indent: { left: tab, hanging: tab },
    tabStops: [{ type: TabStopType.LEFT, position: tab }],
    keepLines: true,
    ...(signature.keepNext === undefined ? {} : { keepNext: signature.keepNext }),
    children: [
      new TextRun({ text: signature.label }),
      new TextRun({ text: `\t${name}` }),
      ...more.map((line) => new TextRun({ text: line, break: 1 })),
    ],
  })
}

function wordTable(table: Table): WordTable {
  const width = table.columnsDxa.reduce((whole, column) => whole + column, 0)
  const starts = cellColumns(table.rows)
  return new WordTable({
    // LibreOffice collapses a table that lacks any of these four (MEASURED, Word).
    width: { size: width, type: WidthType.DXA },
    columnWidths: table.columnsDxa,
    layout: TableLayoutType.FIXED,
    rows: [
      ...table.headRows.map((row) => wordRow(row, table, true)),
      ...table.rows.map((row, index) => wordRow(row, table, false, index === table.rows.length - 1, starts[index])),
    ],
    // Without borders the ends stand at the margins, as all other lines do.
    margins: table.borders === 'none' ? unpadded : table.dense === true ? tight : padded,
    ...(table.borders === 'all' ? { style: TABLE_STYLE_ID } : { borders: noBorders }),
  })
}

const padded = {
  left: mmToDxa(CELL_PADDING_MM),
  right: mmToDxa(CELL_PADDING_MM),
  top: mmToDxa(CELL_PADDING_Y_MM),
  bottom: mmToDxa(CELL_PADDING_Y_MM),
}
const tight = { ...padded, left: mmToDxa(DENSE_PADDING_MM), right: mmToDxa(DENSE_PADDING_MM) }
const unpadded = { left: 0, right: 0, top: 0, bottom: 0 }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const side = { style: BorderStyle.SINGLE, size: 4, color: 'auto' }
const box = { top: side, bottom: side, left: side, right: side }
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** Columns at which the cells of each row begin: those covered by a cell of a row above are passed over. */
function cellColumns(rows: readonly Row[]): number[][] {
  const covered: number[] = []
  return rows.map((row) => {
    let column = 0
    const starts = row.cells.map((cell) => {
      while ((covered[column] ?? 0) > 0) column += 1
      const start = column
      for (let at = 0; at < (cell.columnSpan ?? 1); at += 1) covered[column + at] = cell.rowSpan ?? 1
      column += cell.columnSpan ?? 1
      return start
    })
    for (const [at, left] of covered.entries()) covered[at] = Math.max(0, (left ?? 0) - 1)
    return starts
  })
}

function wordRow(row: Row, table: Table, head: boolean, last = false, starts?: readonly number[]): TableRow {
  // Word keeps rows together by their paragraphs.
  const keepNext = table.keep === 'with-next' || (table.keep === 'whole' && !last)
  let column = 0
  const cells = row.cells.map((cell, index) => {
    const span = cell.columnSpan ?? 1
    column = starts?.[index] ?? column
    const width = table.columnsDxa.slice(column, column + span).reduce((whole, part) => whole + part, 0)
    column += span
    return wordCell(cell, width, head || row.heightMm !== undefined, keepNext)
  })
  return new TableRow({
    children: cells,
    tableHeader: head,
    cantSplit: true,
    ...(row.heightMm === undefined ? {} : { height: { value: mmToDxa(row.heightMm), rule: HeightRule.ATLEAST } }),
  })
}

function wordCell(cell: Cell, width: number, centred: boolean, keepNext: boolean): TableCell {
  const paragraphs = cell.blocks.map((block) => wordParagraph(keepNext ? { ...block, keepNext } : block))
  return new TableCell({
    // A cell without a paragraph is a damaged file to Word.
    children: paragraphs.length > 0 ? paragraphs : [new WordParagraph({ style: looks.cell.word.id })],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: centred || cell.boxed === true ? VerticalAlign.CENTER : VerticalAlign.TOP,
    ...(cell.columnSpan === undefined ? {} : { columnSpan: cell.columnSpan }),
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
    ...(cell.boxed === true ? { borders: box } : {}),
    ...(cell.shade === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: cell.shade } }),
  })
}
