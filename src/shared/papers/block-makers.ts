import type { Block, Cell, Paragraph, Row, Run, Signature, StyleName, Table } from './model'
import { printable } from './text'

/** Short ways to make blocks. Texts given here are typed by people or by us; all of them pass typography. */

export function line(style: StyleName, text: string, rest: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', style, runs: [{ text: printable(text) }], ...rest }
}

export function lineOf(style: StyleName, runs: Run[], rest: Partial<Paragraph> = {}): Paragraph {
  return { kind: 'paragraph', style, runs, ...rest }
}

/** «Секретарь: Лядова И.П.»; nothing when there is no value. */
export function attribute(label: string, value: string, look: { bold?: boolean } = {}): Paragraph[] {
  const text = printable(value)
  if (text === '') return []
  return [lineOf('attribute', [{ text: `${label}: ` }, look.bold === true ? { text, bold: true } : { text }])]
}

/** A numbered item of one or more paragraphs: the first bears the number, the others stand under it. */
export function numbered(list: string, level: number, runs: readonly Run[][]): Paragraph[] {
  return runs.map((paragraph, index) =>
    index === 0 ? lineOf('item', paragraph, { number: { list, level } }) : lineOf('item-more', paragraph),
  )
}

export function signature(label: string, lines: readonly string[]): Signature {
  return { kind: 'signature', label, lines: lines.map(printable).filter((text) => text !== '') }
}

export function cell(style: StyleName, texts: readonly string[], rest: Partial<Cell> = {}): Cell {
  const blocks = texts.map(printable).filter((text) => text !== '')
  return {
    blocks: (blocks.length === 0 ? [''] : blocks).map((text) => lineOf(style, text === '' ? [] : [{ text }])),
    ...rest,
  }
}

export function row(cells: Cell[]): Row {
  return { cells }
}

/** A line with two ends, as a table without borders: long ends wrap in their halves instead of running together. */
export function twoEnds(
  columnsDxa: readonly [number, number],
  left: readonly string[],
  right: readonly string[],
): Table {
  const side = (texts: readonly string[], align: 'left' | 'right'): Cell => ({
    blocks: texts.map((text) => line('attribute', text, { align })),
  })
  return {
    kind: 'table',
    columnsDxa: [...columnsDxa],
    headRows: [],
    rows: [row([side(left, 'left'), side(right, 'right')])],
    borders: 'none',
  }
}

/**
 * Keeps signatures with the text they sign: the paragraph before them does not stay behind on another page, and they
 * stay together.
 */
export function signed(blocks: readonly Block[], signatures: readonly Block[]): Block[] {
  if (signatures.length === 0) return [...blocks]
  const last = blocks[blocks.length - 1]
  const kept: Block[] = last?.kind === 'paragraph' ? [...blocks.slice(0, -1), { ...last, keepNext: true }] : [...blocks]
  const together = signatures.map((block, index) =>
    (block.kind === 'signature' || block.kind === 'spacer') && index < signatures.length - 1
      ? { ...block, keepNext: true }
      : block,
  )
  return [...kept, ...together]
}
