import { type Archive, decoded } from '../../../foreign/archive'
import { mainPart, relations } from '../../../foreign/relations'
import { attribute, decodeEscapes, XmlReader } from '../../../foreign/xml'
import { lookOfBuiltIn, lookOfCode, type NumberLook } from '../formats'
import { maxSharedTextBytes, maxSheets, maxStylesBytes, maxWorkbookBytes } from '../limits'
import { damaged, tooBig } from '../refusals'

export interface Workbook {
  sheets: readonly { name: string; hidden: boolean; part: string }[]
  date1904: boolean
  /** How numbers of each cell style look. */
  looks: readonly NumberLook[]
  texts: readonly string[]
}

export async function readWorkbook(archive: Archive, file: string): Promise<Workbook> {
  const part = await mainPart(archive, 'xl/workbook.xml')
  const links = await relations(archive, part)
  const book = await bookOf(archive, part)
  const sheets = book.sheets.flatMap(({ link, ...sheet }) => {
    const target = links.get(link)
    if (!target) throw damaged(file, `в нём нет листа «${sheet.name}»`)
    // Charts and dialogs on sheets of their own hold no rows.
    return target.type.endsWith('/worksheet') ? [{ ...sheet, part: target.part }] : []
  })
  if (sheets.length === 0) throw damaged(file, 'в нём нет ни одного листа с таблицей')
  if (sheets.length > maxSheets) throw tooBig(file, 'в нём слишком много листов')
  const byType = (type: string): string | null =>
    [...links.values()].find((link) => link.type.endsWith(type))?.part ?? null
  const styles = byType('/styles')
  const shared = byType('/sharedStrings')
  return {
    sheets,
    date1904: book.date1904,
    looks: styles === null ? [] : await looksOf(archive, styles),
    texts: shared === null ? [] : await textsOf(archive, shared, file),
  }
}

async function walk(text: string, open: (name: string, attributes: string) => void): Promise<void> {
  const reader = new XmlReader({ open, close: () => undefined, text: () => undefined })
  reader.push(text)
  reader.end()
}

async function bookOf(
  archive: Archive,
  part: string,
): Promise<{ sheets: { name: string; hidden: boolean; link: string }[]; date1904: boolean }> {
  const sheets: { name: string; hidden: boolean; link: string }[] = []
  let date1904 = false
  await walk(await archive.text(part, maxWorkbookBytes), (name, raw) => {
    if (name === 'workbookPr') date1904 = isTrue(attribute(raw, 'date1904'))
    if (name !== 'sheet') return
    const state = attribute(raw, 'state')
    sheets.push({
      name: attribute(raw, 'name') ?? `Лист ${sheets.length + 1}`,
      hidden: state === 'hidden' || state === 'veryHidden',
      // `r:id`; `sheetId` has no colon before it.
      link: attribute(raw, 'id') ?? '',
    })
  })
  return { sheets, date1904 }
}

export const isTrue = (text: string | null): boolean => text === '1' || text === 'true'

async function looksOf(archive: Archive, part: string): Promise<NumberLook[]> {
  const codes = new Map<number, NumberLook>()
  const looks: NumberLook[] = []
  let inCells = false
  const reader = new XmlReader({
    open(name, raw) {
      if (name === 'cellXfs') inCells = true
      else if (name === 'numFmt')
        codes.set(Number(attribute(raw, 'numFmtId')), lookOfCode(attribute(raw, 'formatCode') ?? ''))
      else if (name === 'xf' && inCells) {
        const id = Number(attribute(raw, 'numFmtId') ?? 0)
        looks.push(codes.get(id) ?? lookOfBuiltIn(id))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  reader.push(await archive.text(part, maxStylesBytes))
  reader.end()
  return looks
}

/** Texts shared by cells; of rich text its runs joined, without the reading aids of Asian scripts. */
async function textsOf(archive: Archive, part: string, file: string): Promise<string[]> {
  if (archive.size(part) > maxSharedTextBytes) throw tooBig(file, 'в нём слишком много текста')
  const texts: string[] = []
  let text = ''
  let inText = false
  let aids = 0
  const reader = new XmlReader({
    open(name) {
      if (name === 'si') text = ''
      else if (name === 't') inText = true
      else if (name === 'rPh') aids++
    },
    close(name) {
      if (name === 'si') texts.push(decodeEscapes(text))
      else if (name === 't') inText = false
      else if (name === 'rPh') aids--
    },
    text(more) {
      if (inText && aids === 0) text += more
    },
  })
  for await (const piece of decoded(archive.stream(part))) reader.push(piece)
  reader.end()
  return texts
}
