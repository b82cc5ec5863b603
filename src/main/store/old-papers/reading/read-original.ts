import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { Original } from '@shared/contract/old-papers'
import { type Archive, openArchive } from '../../foreign/archive'
import { looksLikeText } from '../../foreign/decode-text'
import { readDoc } from './doc/read-doc'
import { readDocx } from './docx/read-docx'
import { maxPaperBytes, maxWholePaperBytes } from './limits'
import { asRefusal, damaged, empty, locked, notAPaper, ofPapers, savedOtherwise, tooBig } from './refusals'
import { readText } from './text/read-text'

export interface ReadPaper {
  original: Original
  /** SHA-256 of the file's bytes, in hexadecimal digits. */
  hash: string
}

/** Reads a paper by what it is, whatever it is called. @throws AppError `file-missing`, `file-unreadable`, `file-too-big` */
export async function readOriginal(file: string): Promise<ReadPaper> {
  try {
    const { size } = await stat(file)
    if (size === 0) throw empty(file)
    if (size > maxPaperBytes) throw tooBig(file, `он больше ${maxPaperBytes / 1024 ** 2} МБ`)
    const bytes = await readFile(file)
    const original = await originalOf(file, bytes)
    if (original.lines.every(({ text, label }) => text.trim() === '' && label === '')) throw empty(file)
    return { original, hash: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    throw asRefusal(error, file)
  }
}

async function originalOf(file: string, bytes: Buffer): Promise<Original> {
  const start = bytes.toString('latin1', 0, 8)
  if (start.startsWith('PK')) return ofZip(file)
  if (bytes.length > maxWholePaperBytes) throw tooBig(file, `он больше ${maxWholePaperBytes / 1024 ** 2} МБ`)
  if (start.startsWith('\xd0\xcf\x11\xe0')) return ofCompound(file, bytes)
  refuseOther(file, bytes, start)
  return readText(bytes)
}

const asDocx = 'сохраните как «Документ Word (.docx)», затем загрузите снова.'

async function ofZip(file: string): Promise<Original> {
  const archive = await openArchive(file, ofPapers)
  try {
    if (archive.has('content.xml') && archive.has('mimetype')) await refuseOpenDocument(archive, file)
    if (archive.has('xl/workbook.xml') || archive.has('xl/workbook.bin')) throw notAPaper(file, 'таблица Excel')
    if (archive.has('ppt/presentation.xml')) throw notAPaper(file, 'презентация')
    if (archive.has('Index/Document.iwa') || archive.has('index.zip'))
      throw savedOtherwise(
        file,
        'документ Pages',
        'Выберите в Pages «Файл → Экспортировать в → Word» и загрузите снова.',
      )
    if (!archive.names().some((name) => name.endsWith('.xml') || name.endsWith('.rels')))
      throw savedOtherwise(file, 'архив', 'Распакуйте его и загрузите документы из него.')
    if (!archive.has('_rels/.rels')) throw damaged(file, 'в нём нет описания документа')
    return await readDocx(archive)
  } finally {
    archive.close()
  }
}

async function refuseOpenDocument(archive: Archive, file: string): Promise<never> {
  const type = await archive.text('mimetype', 1000)
  if (type.includes('opendocument.spreadsheet')) throw notAPaper(file, 'таблица LibreOffice')
  if (type.includes('opendocument.presentation')) throw notAPaper(file, 'презентация')
  throw savedOtherwise(file, 'документ LibreOffice (.odt)', `Откройте его в LibreOffice или Word и ${asDocx}`)
}

/** What the directory of the container names, in UTF-16. */
function ofCompound(file: string, bytes: Buffer): Original {
  const holds = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) throw locked(file)
  if (holds('WordDocument')) return readDoc(bytes, file)
  if (holds('Workbook')) throw notAPaper(file, 'таблица Excel')
  if (holds('PowerPoint Document')) throw notAPaper(file, 'презентация')
  throw notAPaper(file, 'файл другой программы')
}

function refuseOther(file: string, bytes: Buffer, start: string): void {
  if (start.startsWith('{\\rtf')) throw savedOtherwise(file, 'документ в виде .rtf', `Откройте его в Word и ${asDocx}`)
  if (start.startsWith('%PDF'))
    throw savedOtherwise(
      file,
      'документ PDF',
      `Найдите документ Word, из которого он сделан, или откройте его в Word 2013 и новее и ${asDocx}`,
    )
  if (/^(?:\x89PNG|\xff\xd8|GIF8|BM|II\*\0|MM\0\*)/.test(start))
    throw savedOtherwise(
      file,
      'картинка',
      'Текст с картинки не прочитать: найдите документ Word, с которого она сделана, или наберите его заново.',
    )
  if (start.startsWith('Rar!') || start.startsWith('7z'))
    throw savedOtherwise(file, 'архив', 'Распакуйте его и загрузите документы из него.')
  const head = bytes.subarray(0, 4096)
  const text = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^[\xef\xbb\xbf\xff\xfe\s]+/, '')
  if (/^(?:<(?:!doctype html|html|head|body|meta|\?xml)|mime-version:)/i.test(text))
    throw savedOtherwise(file, 'веб-страница или документ в виде XML', `Откройте его в Word и ${asDocx}`)
  if (!looksLikeText(head)) throw notAPaper(file, 'файл неизвестного вида')
}
