import { open, readFile } from 'node:fs/promises'
import { openArchive } from '../../foreign/archive'
import { looksLikeText } from '../../foreign/decode-text'
import { openCsv } from './csv'
import { maxFileBytes, maxWholeFileBytes } from './limits'
import { asRefusal, damaged, empty, locked, notATable, ofTables, otherFormat, tooBig } from './refusals'
import type { TableFile } from './types'
import { openWhole } from './whole'
import { openXlsx } from './xlsx/open'

/**
 * Opens a file of tables by what it is, whatever it is called. @throws AppError `file-missing`, `file-unreadable`,
 * `file-too-big`
 */
export async function openTableFile(file: string): Promise<TableFile> {
  try {
    const { head, bytes } = await headOf(file)
    if (bytes === 0) throw empty(file)
    if (bytes > maxFileBytes) throw tooBig(file, `он больше ${maxFileBytes / 1024 ** 2} МБ`)
    const kind = kindOf(head)
    if (kind === 'zip') return await openZip(file)
    if (kind === 'csv') return await openCsv(file)
    if (kind === 'other') refuseOther(file, head)
    if (bytes > maxWholeFileBytes)
      throw tooBig(file, `файл .xls больше ${maxWholeFileBytes / 1024 ** 2} МБ; сохраните его как .xlsx`)
    if (kind === 'ole') await refuseOtherOle(file)
    return await openWhole(file, kind === 'markup' ? 'markup' : 'binary')
  } catch (error) {
    throw asRefusal(error, file)
  }
}

async function headOf(file: string): Promise<{ head: Buffer; bytes: number }> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(Math.min(size, 4096))
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    return { head: head.subarray(0, bytesRead), bytes: size }
  } finally {
    await handle.close()
  }
}

type Kind = 'zip' | 'ole' | 'biff' | 'markup' | 'csv' | 'other'

function kindOf(head: Buffer): Kind {
  const start = head.toString('latin1', 0, 8)
  if (start.startsWith('PK')) return 'zip'
  if (start.startsWith('%PDF') || start.startsWith('{\\rtf')) return 'other'
  if (start.startsWith('\xd0\xcf\x11\xe0')) return 'ole'
  // Excel 2–4 without a container: a BOF record.
  if (head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1) && head[3] === 0) return 'biff'
  const text = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, '')
  if (/^<(!doctype html|html|head|body|table|meta|\?xml|workbook)/i.test(text)) return 'markup'
  return looksLikeText(head) ? 'csv' : 'other'
}

async function openZip(file: string): Promise<TableFile> {
  const archive = await openArchive(file, ofTables)
  try {
    if (archive.has('xl/workbook.bin')) throw otherFormat(file, 'двоичная книга Excel (.xlsb)')
    if (archive.has('content.xml') && archive.has('mimetype')) throw otherFormat(file, 'таблица LibreOffice (.ods)')
    if (archive.has('Index/Document.iwa') || archive.has('index.zip')) throw otherFormat(file, 'таблица Numbers')
    if (archive.has('word/document.xml')) throw notATable(file, 'документ Word')
    if (archive.has('ppt/presentation.xml')) throw notATable(file, 'презентация')
    if (!archive.names().some((name) => name.endsWith('.xml') || name.endsWith('.rels'))) {
      throw notATable(file, 'архив')
    }
    if (!archive.has('_rels/.rels')) throw damaged(file, 'в нём нет описания книги')
    return await openXlsx(archive, file)
  } catch (error) {
    archive.close()
    throw error
  }
}

/** What the directory of an OLE container names, in UTF-16. */
async function refuseOtherOle(file: string): Promise<void> {
  const bytes = await readFile(file)
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw locked(file)
  if (holds('WordDocument')) throw notATable(file, 'документ Word')
  if (!holds('Workbook') && !holds('Book')) throw notATable(file, 'файл другой программы')
}

function refuseOther(file: string, head: Buffer): never {
  const start = head.toString('latin1', 0, 8)
  if (start.startsWith('%PDF')) throw notATable(file, 'документ PDF')
  if (start.startsWith('{\\rtf')) throw notATable(file, 'документ Word (.rtf)')
  if (start.startsWith('\x89PNG') || start.startsWith('\xff\xd8') || start.startsWith('GIF8')) {
    throw notATable(file, 'картинка')
  }
  if (start.startsWith('Rar!') || start.startsWith('7z')) throw notATable(file, 'архив')
  throw notATable(file, 'файл неизвестного вида')
}
