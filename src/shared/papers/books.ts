import { cell } from './block-makers'
import type { Align, Cell } from './model'

/** A book as acts and lists name it, and cells of figures. */

export interface PrintedBook {
  title: string
  authors: string
  publisher: string
  /** 0: not known. */
  publicationYear: number
}

/** «Рябинин К. О. Алгебра. 7 класс» */
export const bookTitle = ({ authors, title }: PrintedBook): string =>
  [authors, title].filter((part) => part !== '').join(' ')

/** «Ясень, 2015» */
export const imprint = ({ publisher, publicationYear }: PrintedBook): string =>
  [publisher, publicationYear === 0 ? '' : String(publicationYear)].filter((part) => part !== '').join(', ')

/** «Рябинин К. О. Алгебра. 7 класс. — Ясень, 2015» */
export function bookLine(book: PrintedBook): string {
  const name = bookTitle(book)
  const where = imprint(book)
  return where === '' ? name : `${name.replace(/\.$/u, '')}. — ${where}`
}

export function textCell(value: string, align: Align): Cell {
  const made = cell('cell', [value])
  return { blocks: made.blocks.map((block) => ({ ...block, align })) }
}

export function boldCell(value: string, align: Align): Cell {
  const made = textCell(value, align)
  return {
    blocks: made.blocks.map((block) => ({ ...block, runs: block.runs.map((run) => ({ ...run, bold: true })) })),
  }
}
