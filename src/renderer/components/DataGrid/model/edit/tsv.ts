/** Cells on the clipboard as Excel and LibreOffice put them: tabs between, a line per row, quotes where they must be. */

export type Grid = readonly (readonly string[])[]

/** Quoted only where the reader would else take the cell apart: breaks inside, or a quote at its beginning. */
export function writeTsv(cells: Grid): string {
  return cells.map((row) => row.map(quoted).join('\t')).join('\r\n')
}

function quoted(cell: string): string {
  return /[\t\r\n]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Rows as they stand, all of one width. Excel ends the last row with a break, which is no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at)
    rows.at(-1)?.push(cell.text)
    at = cell.end
    if (text[at] === '\t') {
      at++
      if (at === text.length) rows.at(-1)?.push('')
    } else if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1
      if (at < text.length) rows.push([])
    }
  }
  const width = Math.max(...rows.map((row) => row.length))
  return width === 0 ? [] : rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
}

interface Cell {
  text: string
  end: number
}

function plainCell(text: string, start: number): Cell {
  let end = start
  while (end < text.length && !isBreak(text[end])) end++
  return { text: text.slice(start, end), end }
}

/**
 * A cell in quotes — only if they are the clipboard's: Excel leaves «"Ромашка", школа» and «"да"» as they are, and quotes
 * what holds a break; our own writer doubles the quotes within.
 */
function quotedCell(text: string, start: number): Cell | null {
  if (text[start] !== '"') return null
  let inner = ''
  let isOurs = false
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at]
    if (char !== '"') {
      isOurs ||= isBreak(char)
      inner += char
    } else if (text[at + 1] === '"') {
      isOurs = true
      inner += '"'
      at++
    } else {
      const isClosed = at + 1 === text.length || isBreak(text[at + 1])
      return isClosed && isOurs ? { text: inner.replace(/\r\n?/g, '\n'), end: at + 1 } : null
    }
  }
  return null
}

const isBreak = (char: string | undefined): boolean => char === '\t' || char === '\r' || char === '\n'
