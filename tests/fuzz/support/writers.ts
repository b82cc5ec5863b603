import * as xlsx from '@e965/xlsx'
import type { Random } from '@store/sample/generate/random'
import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { chance, type Grid, type GridCell, letters, serialOf } from './grid'

export interface Written {
  bytes: Buffer
  extension: 'xlsx' | 'xls' | 'csv'
}

const xml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[char]};`)

async function byExcelJs(grid: Grid): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(grid.sheet)
  for (const [top, row] of grid.rows.entries()) {
    for (const [left, cell] of row.entries()) {
      if (cell === null) continue
      const place = sheet.getCell(top + 1, left + 1)
      if (typeof cell !== 'object') place.value = cell
      else if ('day' in cell) {
        place.value = new Date(`${cell.day}T00:00:00Z`)
        place.numFmt = 'dd.mm.yyyy'
      } else if ('percent' in cell) {
        place.value = cell.percent
        place.numFmt = '0%'
      } else place.value = { formula: cell.formula, result: cell.value }
    }
  }
  for (const { top, left, bottom, right } of grid.merges) sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  return Buffer.from(await book.xlsx.writeBuffer())
}

function bySheetJs(grid: Grid, bookType: 'xlsx' | 'biff8'): Buffer {
  const sheet: xlsx.WorkSheet = {}
  let right = 0
  for (const [top, row] of grid.rows.entries()) {
    for (const [left, cell] of row.entries()) {
      right = Math.max(right, left)
      if (cell === null) continue
      sheet[xlsx.utils.encode_cell({ r: top, c: left })] = sheetJsCell(cell)
    }
  }
  sheet['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(grid.rows.length - 1, 0), c: right } })
  sheet['!merges'] = grid.merges.map((one) => ({ s: { r: one.top, c: one.left }, e: { r: one.bottom, c: one.right } }))
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, grid.sheet)
  return xlsx.write(book, { type: 'buffer', bookType, compression: true }) as Buffer
}

function sheetJsCell(cell: Exclude<GridCell, null>): xlsx.CellObject {
  if (typeof cell === 'string') return { t: 's', v: cell }
  if (typeof cell === 'boolean') return { t: 'b', v: cell }
  if (typeof cell === 'number') return { t: 'n', v: cell }
  if ('day' in cell) return { t: 'n', v: serialOf(cell.day, false), z: 'dd.mm.yyyy' }
  if ('percent' in cell) return { t: 'n', v: cell.percent, z: '0%' }
  return { t: typeof cell.value === 'number' ? 'n' : 's', v: cell.value, f: cell.formula }
}

export interface HandMade {
  date1904: boolean
  shared: boolean
  /** References of cells and rows left out, as some programs do. */
  bare: boolean
  /** Elements with a prefix, as other programs write them. */
  prefix: string
}

/** The parts of a workbook written by hand, for what the libraries never write. */
export function partsOf(grid: Grid, how: HandMade): Record<string, string> {
  const p = how.prefix === '' ? '' : `${how.prefix}:`
  const ns = `xmlns${how.prefix === '' ? '' : `:${how.prefix}`}="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
  const texts: string[] = []
  const textCell = (place: string, text: string): string => {
    const space = ' xml:space="preserve"'
    if (!how.shared) return `<${p}c${place} t="inlineStr"><${p}is><${p}t${space}>${xml(text)}</${p}t></${p}is></${p}c>`
    texts.push(text)
    return `<${p}c${place} t="s"><${p}v>${texts.length - 1}</${p}v></${p}c>`
  }
  const number = (place: string, value: number, style: number): string =>
    `<${p}c${place}${style === 0 ? '' : ` s="${style}"`}><${p}v>${value}</${p}v></${p}c>`
  const cellOf = (cell: GridCell, place: string): string => {
    if (cell === null) return how.bare ? `<${p}c/>` : ''
    if (typeof cell === 'string') return textCell(place, cell)
    if (typeof cell === 'number') return number(place, cell, 0)
    if (typeof cell === 'boolean') return `<${p}c${place} t="b"><${p}v>${cell ? 1 : 0}</${p}v></${p}c>`
    if ('day' in cell) return number(place, serialOf(cell.day, how.date1904), 1)
    if ('percent' in cell) return number(place, cell.percent, 2)
    const type = typeof cell.value === 'string' ? ' t="str"' : ''
    return `<${p}c${place}${type}><${p}f>${xml(cell.formula)}</${p}f><${p}v>${xml(String(cell.value))}</${p}v></${p}c>`
  }
  const rows = grid.rows.map((row, top) => {
    const cells = row.map((cell, left) => cellOf(cell, how.bare ? '' : ` r="${letters(left)}${top + 1}"`))
    return `<${p}row${how.bare ? '' : ` r="${top + 1}"`}>${cells.join('')}</${p}row>`
  })
  const merges = grid.merges.map(
    (one) => `<${p}mergeCell ref="${letters(one.left)}${one.top + 1}:${letters(one.right)}${one.bottom + 1}"/>`,
  )
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${rel}/${type}" Target="${target}"/>`
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${package_}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${head}<${p}workbook ${ns} xmlns:r="${rel}"><${p}workbookPr${how.date1904 ? ' date1904="1"' : ''}/><${p}sheets><${p}sheet name="${xml(grid.sheet)}" sheetId="1" r:id="rId1"/></${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${package_}/relationships">${link(1, 'worksheet', 'worksheets/sheet1.xml')}${link(2, 'styles', '/xl/styles.xml')}${link(3, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${ns.replace(/xmlns:?\w*/, 'xmlns')}><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-419]dd\\.mm\\.yyyy;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<${p}worksheet ${ns}><${p}sheetData>${rows.join('')}</${p}sheetData>${merges.length === 0 ? '' : `<${p}mergeCells count="${merges.length}">${merges.join('')}</${p}mergeCells>`}</${p}worksheet>`,
    'xl/sharedStrings.xml': `${head}<${p}sst ${ns}>${texts.map((text) => `<${p}si>${sharedText(p, text)}</${p}si>`).join('')}</${p}sst>`,
  }
}

/** Every other text in two runs, as if a part of it were bold. */
function sharedText(p: string, text: string): string {
  const run = (part: string): string => `<${p}t xml:space="preserve">${xml(part)}</${p}t>`
  if (text.length % 2 === 0) return run(text)
  const half = Math.floor(text.length / 2)
  // A pair of surrogates stays together.
  if (/[\ud800-\udbff]$/.test(text.slice(0, half))) return run(text)
  return `<${p}r><${p}rPr><${p}b/></${p}rPr>${run(text.slice(0, half))}</${p}r><${p}r>${run(text.slice(half))}</${p}r><${p}rPh sb="0" eb="1"><${p}t>ХХ</${p}t></${p}rPh>`
}

export function zipped(parts: Readonly<Record<string, string | Buffer>>, level = 1): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(parts)) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE', compressionOptions: { level } })
}

const windows1251 = new Map<string, number>(
  Array.from(
    { length: 256 },
    (_, byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte] as const,
  ),
)

function csvText(grid: Grid, delimiter: string, newline: string): string {
  const field = (cell: GridCell): string => {
    const text = plainText(cell)
    return text.includes(delimiter) || /["\r\n]/.test(text) || text.startsWith(' ')
      ? `"${text.replace(/"/g, '""')}"`
      : text
  }
  const width = Math.max(...grid.rows.map((row) => row.length))
  return grid.rows
    .map((row) => Array.from({ length: width }, (_, column) => field(row[column] ?? null)).join(delimiter))
    .join(newline)
}

/** As Russian Excel would save it. */
export function plainText(cell: GridCell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (typeof cell === 'boolean') return cell ? 'ИСТИНА' : 'ЛОЖЬ'
  if ('day' in cell) return cell.day.split('-').reverse().join('.')
  if ('percent' in cell) return `${cell.percent * 100}%`
  return plainText(cell.value)
}

function byHandCsv(random: Random, grid: Grid): Buffer {
  const delimiter = random.pick([';', ',', '\t'])
  const text = csvText(grid, delimiter, random.pick(['\r\n', '\n']))
  const onlyCyrillic = [...text].every((char) => windows1251.has(char))
  const encoding = random.pick(onlyCyrillic ? ['bom', 'utf8', '1251', '1251', 'utf16'] : ['bom', 'utf8', 'utf16'])
  if (encoding === '1251') return Buffer.from([...text].map((char) => windows1251.get(char) ?? 63))
  if (encoding === 'utf16') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text, 'utf8')
}

export const writerNames = ['exceljs', 'sheetjs', 'xls', 'hand', 'hand', 'csv'] as const
export type WriterName = (typeof writerNames)[number]

export async function write(random: Random, writer: WriterName, grid: Grid): Promise<Written> {
  switch (writer) {
    case 'exceljs':
      return { bytes: await byExcelJs(grid), extension: 'xlsx' }
    case 'sheetjs':
      return { bytes: bySheetJs(grid, 'xlsx'), extension: 'xlsx' }
    case 'xls':
      return { bytes: bySheetJs(grid, 'biff8'), extension: 'xls' }
    case 'hand': {
      const how = {
        date1904: chance(random, 0.4),
        shared: chance(random, 0.5),
        bare: chance(random, 0.2),
        prefix: chance(random, 0.3) ? 'x' : '',
      }
      return { bytes: await zipped(partsOf(grid, how)), extension: 'xlsx' }
    }
    case 'csv':
      return { bytes: byHandCsv(random, grid), extension: 'csv' }
  }
}
