import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import JSZip from 'jszip'
import mammoth from 'mammoth'

/** Independent eyes on a .docx: mammoth, the raw parts, LibreOffice. Nothing here knows how the file was made. */

const run = promisify(execFile)

export async function readParts(docx: Buffer): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(docx)
  const parts = new Map<string, string>()
  for (const [name, file] of Object.entries(zip.files)) if (!file.dir) parts.set(name, await file.async('string'))
  return parts
}

export async function mammothHtml(docx: Buffer): Promise<string> {
  const { value } = await mammoth.convertToHtml({ buffer: docx })
  return value
}

/** Paragraphs as mammoth reads them, tables included, tags gone. */
export async function mammothText(docx: Buffer): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: docx })
  return value
}

/** Texts of all `w:p` of the body in order, read from the XML itself. */
export function bodyParagraphs(documentXml: string): string[] {
  return [...documentXml.matchAll(/<w:p[ >].*?<\/w:p>|<w:p\/>/gsu)].map((match) => textOf(match[0]))
}

export function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>|<w:(?:tab|br)\/>/gu)]
    .map((match) => (match[1] === undefined ? ' ' : unescapeXml(match[1])))
    .join('')
}

/** Texts of the bold runs of a paragraph. */
export function boldTexts(paragraphXml: string): string[] {
  return [...paragraphXml.matchAll(/<w:r>(.*?)<\/w:r>/gsu)]
    .map((match) => match[1] ?? '')
    .filter((content) => /<w:b\/>/u.test(content))
    .map(textOf)
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}

/** Letters and figures alone, in lower case: what may not be lost whatever typography does. */
export function essence(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((path) => existsSync(path))
/** Null: this machine has no LibreOffice, and the tests that need it say so. */
export const libreOffice = office !== undefined && existsSync('/usr/bin/pdftotext') ? office : null

export interface OfficePdf {
  /** As laid out, page after page. */
  pages: string[]
}

/** Through LibreOffice to PDF and back to text: what a person would see. One start of LibreOffice for all of them. */
export async function officePdfs(papers: readonly Buffer[]): Promise<OfficePdf[]> {
  if (libreOffice === null) throw new Error('no LibreOffice here')
  const folder = await mkdtemp(join(tmpdir(), 'metodist-paper-'))
  try {
    const names = papers.map((_, index) => join(folder, `paper${index}`))
    await Promise.all(papers.map((paper, index) => writeFile(`${names[index]}.docx`, paper)))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const files = names.map((name) => `${name}.docx`)
    await run(libreOffice, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files])
    return await Promise.all(names.map(pdfText))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function officePdf(docx: Buffer): Promise<OfficePdf> {
  const [pdf] = await officePdfs([docx])
  return pdf ?? { pages: [] }
}

async function pdfText(name: string): Promise<OfficePdf> {
  await run('/usr/bin/pdftotext', ['-layout', `${name}.pdf`, `${name}.txt`])
  const text = await readFile(`${name}.txt`, 'utf8')
  return { pages: text.split('\f').filter((page) => page.trim() !== '') }
}
