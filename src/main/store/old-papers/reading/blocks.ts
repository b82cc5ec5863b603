import type { OriginalLine } from '@shared/contract/old-papers'

/** A paragraph as its reader gives it; which table it stands in is known when all is laid out. */
export type PaperLine = Omit<OriginalLine, 'cell'>

export interface PaperCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  blocks: Block[]
}

/** A table with whatever its cells hold, other tables too; cells in reading order. */
export interface PaperTable {
  rows: number
  columns: number
  headRows: number
  cells: PaperCell[]
}

/** What a paper consists of, in its order. */
export type Block = { line: PaperLine } | { table: PaperTable }

/** A line with nothing but its text. */
export const plainLine = (text: string): PaperLine => ({
  text,
  label: '',
  level: null,
  list: null,
  heading: false,
  centred: false,
  bold: [],
  part: 'body',
})

/** A line of a plain text; `**…**` is how some programs write bold there. */
export function textLine(raw: string): PaperLine {
  if (!raw.includes('**')) return plainLine(raw)
  const bold: [number, number][] = []
  let text = ''
  let at = 0
  for (const found of raw.matchAll(/\*\*(?![\s*])([^*\n]*[^\s*])\*\*/g)) {
    text += raw.slice(at, found.index)
    const inside = found[1] ?? ''
    bold.push([text.length, text.length + inside.length])
    text += inside
    at = found.index + found[0].length
  }
  return { ...plainLine(text + raw.slice(at)), bold }
}
