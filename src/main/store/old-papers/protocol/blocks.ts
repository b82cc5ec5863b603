import type { Original, OriginalLine } from '@shared/contract/old-papers'
import { headLabel, sectionLabel } from './labels'
import { findNames } from './people'
import { cut, type Ground, join, LONGEST, type Piece, pieceOf } from './piece'
import { speakerHeading } from './speech'
import { VERB_AT } from './verbs'
import { findDate } from './when'

/** The paper as paragraphs and tables: lines broken by a page, by hand or at column 80 are whole again. */

export interface Para {
  piece: Piece
  /** Word's own number or bullet, '' without. */
  label: string
  level: number | null
  list: number | null
  /** A heading or wholly bold. */
  prominent: boolean
  centred: boolean
  part: OriginalLine['part']
  /** An empty line stands before it. */
  apart: boolean
  /** Index of the original's line it begins on. */
  line: number
}

export interface Cell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  paras: Para[]
}

export interface Table {
  columns: number
  rows: number
  cells: Cell[]
}

export type Block = { kind: 'para'; para: Para } | { kind: 'table'; table: Table }

export function blocksOf(original: Original, ground: Ground): Block[] {
  const blocks: Block[] = []
  const wrapped = original.format === 'text' ? wrapWidth(original.lines) : null
  let run: RawLine[] = []
  const flush = (): void => {
    for (const para of paragraphs(run, wrapped)) blocks.push({ kind: 'para', para })
    run = []
  }
  for (let at = 0; at < original.lines.length; ) {
    const line = original.lines[at]
    if (line === undefined) break
    const table = line.cell === null ? undefined : original.tables[line.cell.table]
    if (table === undefined) {
      run.push(...rawLines(line, at, ground))
      at += 1
      continue
    }
    flush()
    const end = Math.max(at + 1, ...table.cells.map(({ to }) => to))
    const cells = table.cells.map((cell) => ({
      ...cell,
      paras: paragraphs(
        original.lines.slice(cell.from, cell.to).flatMap((inner, index) => rawLines(inner, cell.from + index, ground)),
        null,
      ),
    }))
    blocks.push({ kind: 'table', table: { columns: table.columns, rows: table.rows, cells } })
    at = end
  }
  flush()
  return blocks
}

interface RawLine {
  line: OriginalLine
  at: number
  piece: Piece
  /** Length as typed, blanks included, and the blanks before the first word. */
  length: number
  indent: number
  first: boolean
}

/** A paragraph's soft line breaks part it: what they part is judged like lines. */
function rawLines(line: OriginalLine, at: number, ground: Ground): RawLine[] {
  let from = ground.startOf(at)
  return line.text.split('\n').map((text, index) => {
    const piece = pieceOf(text, from)
    from += text.length + 1
    return {
      line,
      at,
      piece,
      length: text.trimEnd().length,
      indent: text.length - text.trimStart().length,
      first: index === 0,
    }
  })
}

/** The column at which a text was wrapped by hand or program; null when paragraphs stand on one line each. */
function wrapWidth(lines: readonly OriginalLine[]): number | null {
  const lengths = lines.map(({ text }) => text.trimEnd().length).filter((length) => length > 0)
  if (lengths.length < 8) return null
  const width = lengths.reduce((most, length) => Math.max(most, length), 0)
  const near = lengths.filter((length) => length > width - 14).length
  return width <= 130 && width >= 40 && near >= Math.max(4, lengths.length * 0.12) ? width : null
}

function paragraphs(lines: readonly RawLine[], width: number | null): Para[] {
  const paras: Para[] = []
  let previous: RawLine | null = null
  let apart = false
  for (const raw of lines) {
    const { line, piece } = raw
    if (piece.text === '') {
      apart = true
      // A number alone in a cell is the row's; in the text it is an item whose words were deleted.
      if (line.label === '' || !raw.first || line.cell === null) continue
      paras.push(paraOf(raw, false, width))
      previous = null
      continue
    }
    const last = paras.at(-1)
    const glue = last && previous ? glueBetween(last, previous, raw, apart, width) : null
    if (last && glue !== null && last.piece.text.length < LONGEST) {
      const tail = glue === '' ? cut(piece, (/^-\s+/u.exec(piece.text) ?? [''])[0].length) : piece
      last.piece = join([last.piece, tail], glue)
    } else {
      paras.push(paraOf(raw, apart, width))
    }
    previous = raw
    apart = false
  }
  return paras
}

function paraOf({ line, at, piece, first, indent }: RawLine, apart: boolean, width: number | null): Para {
  return {
    piece,
    label: first ? line.label.trim() : '',
    level: first ? line.level : null,
    list: first ? line.list : null,
    prominent: line.heading || isBold(line),
    centred: line.centred || (width !== null && indent > 12),
    part: line.part,
    apart,
    line: at,
  }
}

function isBold(line: OriginalLine): boolean {
  const letters = line.text.trim().length
  const bold = line.bold.reduce((sum, [from, to]) => sum + to - from, 0)
  return letters > 0 && bold >= letters * 0.9
}

const TYPED_NUMBER =
  /^(?:п\.\s?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}\.\d{1,2}\s|[а-яa-z]\)|[IVXІХ]{1,4}[.)]|[-–—•*▪●]\s)/u

/** What joins a line to the paragraph before it: ' ', '' after a hyphen; null when it begins its own. */
function glueBetween(last: Para, previous: RawLine, raw: RawLine, apart: boolean, width: number | null): string | null {
  const { piece, line } = raw
  if (line.part !== last.part) return null
  if (raw.first && line.label !== '') return null
  const before = last.piece.text
  const lower = /^(?:-\s+)?\p{Ll}/u.test(piece.text)
  if ((findDate(piece.text.slice(0, 40))?.from ?? 99) <= 3 && before.length < 200) return null
  // «информационно-» / «- методической»: one word over a page break.
  if (lower && /\p{L}-$/u.test(before) && !sectionLabel(piece)) return ''
  if (TYPED_NUMBER.test(piece.text)) return null
  if (beginsField(piece)) return null
  if (width !== null && !apart && wasFull(previous, raw, width) && !(last.centred && raw.indent <= 12)) {
    return beginsSpeech(before, piece) ||
      (VERB_AT.test(piece.text) && /^\p{Lu}/u.test(piece.text) && speakerHeading(last.piece))
      ? null
      : ' '
  }
  if (!/^\p{Ll}/u.test(piece.text) || /[.:;!?]$/u.test(before)) return null
  const long = before.length >= 45 || (/[,–—-]$/u.test(before) && before.length >= 25)
  return long && !(apart && before.length < 60) && !isBareLabel(last.piece) ? ' ' : null
}

/** The first word of the line would not have fitted on the one before. */
function wasFull(previous: RawLine, raw: RawLine, width: number): boolean {
  const word = (/^\S+/u.exec(raw.piece.text) ?? [''])[0]
  return raw.indent < 12 && previous.length + 1 + word.length > width - 2
}

const beginsField = (piece: Piece): boolean => {
  if (/^(?:п\s?р\s?о\s?т\s?о\s?к\s?о\s?л|выписка)(?!\p{L})/iu.test(piece.text) && /^\p{Lu}/u.test(piece.text))
    return true
  if (/^(?:п\sр\sо\sт\sо\sк\sо\sл|в\sы\sп\sи\sс\sк\sа)(?!\p{L})/iu.test(piece.text)) return true
  const section = sectionLabel(piece)
  if (section) return /\p{Lu}/u.test(piece.text.charAt(0)) || /[:–—]\s*$/u.test(section.label.text)
  const head = headLabel(piece)
  return head !== null && /^\p{Lu}/u.test(piece.text) && /[:–—-]\s*$/u.test(head.label.text)
}

/** «РЕШИЛИ» on a line of its own. */
const isBareLabel = (piece: Piece): boolean => sectionLabel(piece)?.value.text === ''

/** «… не приходят.» / «Тюрина Г.С.: У нас лагерь …» */
const beginsSpeech = (before: string, piece: Piece): boolean => {
  if (!/[.!?]$/u.test(before)) return false
  const name = findNames(piece.text.slice(0, 80))[0]
  return name?.from === 0 && /^\s*(?:[,(][^.]{0,80})?\s*[:–—-]/u.test(piece.text.slice(name.to))
}

/** All paragraphs of a table, cell by cell. */
export const parasOf = (table: Table): Para[] => table.cells.flatMap(({ paras }) => paras)

/** All words of a cell, its paragraphs on their own lines. */
export const cellText = (cell: Cell | undefined): Piece =>
  join(
    (cell?.paras ?? []).map(({ piece }) => piece),
    '\n',
  )
