import type { Archive } from '../../../foreign/archive'
import { decoded } from '../../../foreign/archive'
import { attribute, XmlError } from '../../../foreign/xml'
import { maxMerges, maxRows, portionRows } from '../limits'
import { damaged, tooBig } from '../refusals'
import type { Merge, Portion, TableFile } from '../types'
import { parseMerge, SheetReader } from './sheet'
import { readWorkbook, type Workbook } from './workbook'

/** A .xlsx workbook, its sheets read in portions. @throws AppError about a file that is not whole */
export async function openXlsx(archive: Archive, file: string): Promise<TableFile> {
  const book = await sentences(file, '', () => readWorkbook(archive, file))
  const merged = new Map<number, Merge[]>()
  const partOf = (sheet: number): { name: string; part: string } => {
    const found = book.sheets[sheet]
    if (!found) throw new Error(`No sheet ${sheet}`)
    return found
  }
  return {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
    async merges(sheet) {
      const known = merged.get(sheet)
      if (known) return known
      const found = await mergesOf(archive, partOf(sheet).part, file)
      merged.set(sheet, found)
      return found
    },
    async *rows(sheet) {
      const { name, part } = partOf(sheet)
      const iterator = portions(archive, book, part, file)
      for (;;) {
        const next = await sentences(file, name, () => iterator.next())
        if (next.done) return
        yield next.value
      }
    },
    async close() {
      archive.close()
    },
  }
}

/** XML that breaks its rules, and bytes that are no text, are damage of the file. */
async function sentences<T>(file: string, sheet: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const place = sheet === '' ? '' : `лист «${sheet}», `
    if (error instanceof XmlError) throw damaged(file, `${place}${error.message}`)
    if (error instanceof TypeError || error instanceof RangeError) throw damaged(file, `${place}текст не читается`)
    throw error
  }
}

async function* portions(archive: Archive, book: Workbook, part: string, file: string): AsyncGenerator<Portion> {
  const reader = new SheetReader(book)
  const total = archive.size(part)
  let done = 0
  let rows = 0
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of archive.stream(part)) {
      done += chunk.length
      yield chunk
    }
  }
  for await (const text of decoded(counted())) {
    reader.push(text)
    if (reader.rows.length < portionRows) continue
    rows += reader.rows.length
    if (rows > maxRows) throw tooBig(file, `на листе больше ${maxRows} строк`)
    yield { rows: reader.rows, done, total }
    reader.rows = []
  }
  reader.end()
  yield { rows: reader.rows, done, total }
}

/** Merges stand after the rows, but are needed before them: the sheet is passed over once without being taken apart. */
async function mergesOf(archive: Archive, part: string, file: string): Promise<Merge[]> {
  const found: Merge[] = []
  let rest = ''
  for await (const chunk of archive.stream(part)) {
    const text = rest + chunk.toString('latin1')
    let at = text.indexOf('mergeCell ')
    while (at !== -1) {
      const end = text.indexOf('>', at)
      if (end === -1) break
      const merge = parseMerge(attribute(text.slice(at + 9, end), 'ref') ?? '')
      if (merge) found.push(merge)
      if (found.length > maxMerges) throw tooBig(file, 'на листе слишком много объединённых ячеек')
      at = text.indexOf('mergeCell ', end)
    }
    rest = at === -1 ? text.slice(-10) : text.slice(at, at + 1000)
  }
  return found
}
