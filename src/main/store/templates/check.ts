import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { TemplateKind, TemplateProblem, TemplateReport } from '@shared/contract/templates'
import { AppError } from '@shared/errors'
import { sampleValues } from '@shared/papers/templates/fields'
import { fillTemplate } from '../documents/docx/merge/fill'
import { type Archive, openArchive } from '../foreign/archive'
import { refusals } from '../foreign/refusals'
import { XmlReader } from '../foreign/xml'
import { judged } from './judge'
import { type ScannedPart, scanned } from './scan'

export const ofTemplates = refusals({
  program: 'Word',
  saveAs: 'Откройте его в Word и сохраните как «Документ Word (.docx)», затем выберите снова.',
  slim: 'Если это настоящий бланк, откройте его в Word, удалите лишние картинки и сохраните заново.',
  protection: 'Защита документа',
  nothing: 'в нём ничего нет',
})

const mega = 1024 * 1024
/** Bytes of a template: a coat of arms and a scan of a frame are some hundred kilobytes. */
const MAX_FILE = 20 * mega
const MAX_UNPACKED = 100 * mega
/** Of the parts looked into. */
const MAX_PART = 8 * mega

export interface CheckedTemplate {
  bytes: Buffer
  report: TemplateReport
  /** What it looks like, by its fields. */
  kind: TemplateKind
}

/**
 * Reads a template made by somebody: refuses what is no document, what carries programs or other files in it; answers its
 * fields and what is wrong with them. @throws AppError `file-missing`, `file-unreadable`, `file-too-big`
 */
export async function checkTemplate(file: string): Promise<CheckedTemplate> {
  try {
    const { size } = await stat(file)
    if (size === 0) throw ofTemplates.empty(file)
    if (size > MAX_FILE) throw tooBig(file, `он больше ${MAX_FILE / mega} МБ`)
    const bytes = await readFile(file)
    if (!bytes.subarray(0, 2).equals(Buffer.from('PK'))) throw ofTemplates.otherFormat(file, 'не документ Word (.docx)')
    const archive = await openArchive(file, ofTemplates)
    let parts: ScannedPart[]
    const problems: TemplateProblem[] = []
    try {
      await refuseForeign(archive, file)
      problems.push(...(await linksOut(archive)))
      parts = await partsOf(archive, file)
    } finally {
      archive.close()
    }
    const { report, kind } = judged(parts)
    report.problems.push(...problems)
    if (report.problems.every((one) => one.kind !== 'broken')) await tryOut(bytes, report)
    return { bytes, report, kind }
  } catch (error) {
    throw ofTemplates.asRefusal(error, file)
  }
}

const tooBig = (file: string, what: string): AppError =>
  new AppError(
    'file-too-big',
    `Файл «${basename(file)}» не прочитан: ${what}. Уменьшите в нём картинки и сохраните заново.`,
  )

const withPrograms = (file: string, what: string, how: string): AppError =>
  new AppError('file-unreadable', `Файл «${basename(file)}» не принят: ${what}. ${how}`)

const AS_DOCX = 'Откройте его в Word, сохраните как «Документ Word (.docx)» и выберите снова.'

async function refuseForeign(archive: Archive, file: string): Promise<void> {
  let unpacked = 0
  for (const name of archive.names()) {
    unpacked += archive.size(name)
    if (unpacked > MAX_UNPACKED) throw tooBig(file, 'внутри слишком много данных')
    if (/vbaproject|vbadata/u.test(name)) throw withPrograms(file, 'в нём есть макросы', AS_DOCX)
    if (/activex/u.test(name))
      throw withPrograms(file, 'в нём есть элементы ActiveX', 'Удалите их в Word и сохраните заново.')
    if (/afchunk|altchunk/u.test(name)) throw withChunk(file)
    // Each is unpacked once with its checksum, whatever the archive says of it.
    for await (const _ of archive.stream(name));
  }
  if (archive.has('xl/workbook.xml')) throw ofTemplates.otherFormat(file, 'таблица Excel')
  if (archive.has('ppt/presentation.xml')) throw ofTemplates.otherFormat(file, 'презентация')
  if (archive.has('content.xml') && archive.has('mimetype'))
    throw ofTemplates.otherFormat(file, 'документ LibreOffice (.odt)')
  const types = await wellFormed(archive, '[Content_Types].xml', file)
  if (/macroEnabled/u.test(types)) throw withPrograms(file, 'в нём есть макросы', AS_DOCX)
  if (!archive.has('word/document.xml')) throw ofTemplates.damaged(file, 'в нём нет текста документа')
}

const withChunk = (file: string): AppError =>
  withPrograms(
    file,
    'в него вставлен другой документ целиком (altChunk)',
    'Откройте его в Word, сохраните заново и выберите снова: Word превратит вставку в обычный текст.',
  )

/** Pictures and objects that Word would fetch from elsewhere; and documents put in whole. */
async function linksOut(archive: Archive): Promise<TemplateProblem[]> {
  const found: TemplateProblem[] = []
  for (const name of archive.names().filter((one) => one.endsWith('.rels'))) {
    const text = await archive.text(name, MAX_PART)
    for (const [relation] of text.matchAll(/<Relationship\b[^>]*>/gu)) {
      const type = /Type\s*=\s*["'][^"']*\/(\w+)["']/u.exec(relation)?.[1] ?? ''
      if (type === 'aFChunk') throw withChunk('')
      if (
        /TargetMode\s*=\s*["']External/u.test(relation) &&
        ['image', 'oleObject', 'frame', 'subDocument'].includes(type)
      ) {
        found.push({
          kind: 'broken',
          text: 'В шаблоне картинка или объект по ссылке на другой файл или сайт. Вставьте картинку в документ целиком: в Word «Вставка → Рисунки → Вставить».',
          place: /Target\s*=\s*["']([^"']*)/u.exec(relation)?.[1]?.slice(0, 80) ?? '',
          suggestion: null,
        })
      }
    }
  }
  return found
}

const TEXTS = /^word\/(?:document|header\d*|footer\d*)\.xml$/u

async function partsOf(archive: Archive, file: string): Promise<ScannedPart[]> {
  const parts: ScannedPart[] = []
  for (const name of archive.names()) {
    const isXml = name.endsWith('.xml') || name.endsWith('.rels')
    if (!isXml) continue
    const text = await wellFormed(archive, name, file)
    if (!TEXTS.test(name)) continue
    if (text.includes('purl.oclc.org/ooxml')) throw ofTemplates.otherFormat(file, 'документ в виде Strict Open XML')
    if (/<w:altChunk\b/u.test(text)) throw withChunk(file)
    parts.push(scanned(name.includes('header') ? 'header' : name.includes('footer') ? 'footer' : 'body', text))
  }
  return parts.sort((a, b) => ORDER.indexOf(a.where) - ORDER.indexOf(b.where))
}

const ORDER = ['header', 'body', 'footer']

/** The strict reader has gone over it: no DTD, bounded depth, elements that match. */
async function wellFormed(archive: Archive, name: string, file: string): Promise<string> {
  if (archive.size(name) > MAX_PART) throw tooBig(file, 'в нём слишком много текста')
  const text = await archive.text(name, MAX_PART)
  const reader = new XmlReader({ open: () => undefined, close: () => undefined, text: () => undefined })
  reader.push(text)
  reader.end()
  return text
}

/** Whatever else may be amiss shows when it is filled. */
async function tryOut(bytes: Buffer, report: TemplateReport): Promise<void> {
  try {
    await fillTemplate(bytes, sampleValues())
  } catch {
    report.problems.push({
      kind: 'broken',
      text: 'Шаблон не удалось заполнить: проверьте, что скобки полей закрыты и начало и конец списка стоят в одной таблице или в одном тексте.',
      place: '',
      suggestion: null,
    })
  }
}
