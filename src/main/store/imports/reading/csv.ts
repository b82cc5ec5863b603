import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '@shared/errors'
import Papa from 'papaparse'
import { decodeText } from '../../foreign/decode-text'
import { maxCellText, maxColumns, maxRows, portionRows } from './limits'
import { empty, tooBig } from './refusals'
import type { FileCell, FileRow, Portion, TableFile } from './types'

/** Characters given to the parser at a time. */
const slice = 512 * 1024

const delimiters = [';', '\t', ',', '|'] as const

/** The delimiter that splits the first lines most evenly, as Excel's own `sep=` line says first of all. */
export function delimiterOf(text: string): string {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (told !== undefined) return told
  const sample = text.slice(0, 64 * 1024)
  let best = { delimiter: ';', score: 0 }
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(sample, { delimiter, preview: 30, skipEmptyLines: true })
    const widths = data.map((row) => row.length).filter((width) => width > 1)
    if (widths.length === 0) continue
    const usual = [...widths].sort((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
    const even = widths.filter((width) => width === usual).length / data.length
    const score = even * Math.min(usual, 20) ** 0.5
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

export async function openCsv(file: string): Promise<TableFile> {
  const decoded = decodeText(await readFile(file))
  const { encoding } = decoded
  const delimiter = delimiterOf(decoded.text)
  const text = decoded.text.replace(/^sep=.\r?\n/i, '')
  // The line that tells Excel the delimiter is a row of the sheet for nobody but it.
  const firstRow = text.length === decoded.text.length ? 1 : 2
  if (text.trim() === '') throw empty(file)
  return {
    format: 'csv',
    encoding,
    delimiter,
    sheets: [{ name: basename(file).replace(/\.[^.]*$/, ''), hidden: false }],
    merges: async () => [],
    rows: () => portions(file, text, delimiter, firstRow),
    close: async () => undefined,
  }
}

async function* portions(file: string, text: string, delimiter: string, firstRow: number): AsyncGenerator<Portion> {
  const newline = newlineOf(text)
  let at = 0
  let row = firstRow
  let rows: FileRow[] = []
  let filled = 0
  let length = slice
  while (at < text.length) {
    const last = at + length >= text.length
    const parser = new Papa.Parser({ delimiter, newline })
    const parsed = parser.parse(text.slice(at, at + length), 0, !last) as Papa.ParseResult<string[]>
    const unclosed = parsed.errors.find((error) => error.code === 'MissingQuotes')
    if (parsed.meta.cursor === 0 || (unclosed && last)) {
      if (last || length > 8 * slice) throw openQuote(file, row + parsed.data.length - 1)
      length *= 2
      continue
    }
    for (const cells of parsed.data) {
      const made = rowOf(file, row++, cells)
      if (made) rows.push(made)
    }
    at = last ? text.length : at + parsed.meta.cursor
    length = slice
    if (rows.length < portionRows && at < text.length) continue
    filled += rows.length
    if (filled > maxRows) throw tooBig(file, `в нём больше ${maxRows} строк`)
    yield { rows, done: at, total: text.length }
    rows = []
  }
}

function newlineOf(text: string): '\r\n' | '\n' | '\r' {
  const sample = text.slice(0, 200_000)
  if (sample.includes('\r\n')) return '\r\n'
  return sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r'
}

const openQuote = (file: string, row: number): AppError =>
  new AppError(
    'file-unreadable',
    `Файл «${basename(file)}», строка ${row}: открытая кавычка нигде не закрыта, дальше строки не разобрать. Исправьте её в файле или сохраните таблицу из Excel заново.`,
  )

function rowOf(file: string, row: number, cells: readonly string[]): FileRow | null {
  const kept: FileCell[] = []
  let filled = 0
  for (const [index, cell] of cells.entries()) {
    if (index >= maxColumns) break
    if (cell.length > maxCellText) throw openQuote(file, row)
    const text = cell.trim()
    if (text !== '') filled = index + 1
    kept.push(text === '' ? null : cell)
  }
  return filled === 0 ? null : { row, cells: kept.slice(0, filled), hidden: false }
}
