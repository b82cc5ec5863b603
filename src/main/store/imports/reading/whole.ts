import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { decodeText } from '../../foreign/decode-text'
import { errorCell, lookOfCode, numberCell } from './formats'
import { maxColumns, maxMerges, maxRows, portionRows } from './limits'
import { damaged, locked, tooBig } from './refusals'
import type { FileCell, FileRow, Merge, Portion, TableFile } from './types'

/** Old .xls, and web pages and XML tables called so: read whole by SheetJS, which knows their dialects. */
export async function openWhole(file: string, kind: 'binary' | 'markup'): Promise<TableFile> {
  const xlsx = await import('@e965/xlsx')
  const bytes = await readFile(file)
  const book = read()
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  return {
    format: 'xls',
    encoding: null,
    delimiter: null,
    sheets: book.SheetNames.map((name, index) => ({
      name: kind === 'markup' && book.SheetNames.length === 1 ? basename(file).replace(/\.[^.]*$/, '') : name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    })),
    merges: async (sheet) => mergesOf(sheetOf(book, sheet)),
    rows: (sheet) => portions(file, sheetOf(book, sheet), date1904),
    close: async () => undefined,
  }

  function read(): WorkBook {
    const options = {
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      sheetStubs: false,
      raw: true,
    } as const
    try {
      if (kind === 'markup') return xlsx.read(markupText(bytes), { ...options, type: 'string' })
      return xlsx.read(bytes, { ...options, type: 'buffer' })
    } catch (error) {
      if (/password|encrypt/i.test(String(error))) throw locked(file)
      throw damaged(file, 'таблицу в нём не разобрать')
    }
  }
}

function markupText(bytes: Buffer): string {
  const declared = /charset\s*=\s*["']?([\w-]+)|encoding\s*=\s*["']([\w-]+)["']/i.exec(
    bytes.toString('latin1', 0, 2000),
  )
  const label = declared?.[1] ?? declared?.[2]
  if (label !== undefined && !/^utf-?(8|16)/i.test(label)) {
    try {
      return new TextDecoder(label).decode(bytes)
    } catch {
      // No such encoding: as it looks.
    }
  }
  return decodeText(bytes).text
}

function sheetOf(book: WorkBook, index: number): WorkSheet {
  const sheet = book.Sheets[book.SheetNames[index] ?? '']
  if (!sheet) throw new Error(`No sheet ${index}`)
  return sheet
}

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? [])
    .slice(0, maxMerges)
    .map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
}

async function* portions(file: string, sheet: WorkSheet, date1904: boolean): AsyncGenerator<Portion> {
  const data = (sheet['!data'] ?? []) as (CellObject | undefined)[][]
  let rows: FileRow[] = []
  let filled = 0
  for (let index = 0; index < data.length; index++) {
    const cells = data[index]?.slice(0, maxColumns).map((cell) => cellOf(cell, date1904)) ?? []
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length === 0) continue
    // Holes of a sparse array are empty cells.
    rows.push({
      row: index + 1,
      cells: Array.from(cells, (cell) => cell ?? null),
      hidden: sheet['!rows']?.[index]?.hidden === true,
    })
    if (++filled > maxRows) throw tooBig(file, `на листе больше ${maxRows} строк`)
    if (rows.length < portionRows) continue
    yield { rows, done: index, total: data.length }
    rows = []
  }
  yield { rows, done: data.length, total: data.length }
}

function cellOf(cell: CellObject | undefined, date1904: boolean): FileCell {
  if (cell === undefined || cell.v === undefined) return null
  switch (cell.t) {
    case 'n':
      return numberCell(Number(cell.v), typeof cell.z === 'string' ? lookOfCode(cell.z) : 'plain', date1904)
    case 'b':
      return cell.v === true
    case 'e':
      return errorCell(errorNames[Number(cell.v)] ?? '')
    case 'd':
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v)
    case 's':
      return cell.v === '' ? null : String(cell.v)
    default:
      return null
  }
}

const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
}
