import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Original } from '@shared/contract/old-papers'
import { readOriginal } from '@store/old-papers/reading/read-original'
import JSZip from 'jszip'
import { temporaryFolder } from '../../integration/support/store'

/** Parts of a .docx written by hand, without what is the same in all. */
export interface DocxParts {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  /** Other files inside, by name: «rules.html»; `<w:altChunk r:id="rules.html"/>` is where one stands. */
  chunks?: Readonly<Record<string, string | Buffer>>
}

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
].join(' ')
const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export function docxZip({ body, chunks = {}, ...others }: DocxParts): JSZip {
  const zip = new JSZip()
  const names = (['styles', 'numbering', 'footnotes'] as const).filter((name) => others[name] !== undefined)
  const types = names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${word}.${name}+xml"/>`)
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/>${types.join('')}</Types>`,
  )
  zip.file(
    '_rels/.rels',
    `${head}<Relationships ${relationships}><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  const links = names.map((name) => `<Relationship Id="${name}" Type="${office}/${name}" Target="${name}.xml"/>`)
  for (const [name, content] of Object.entries(chunks)) {
    links.push(`<Relationship Id="${name}" Type="${office}/aFChunk" Target="${name}"/>`)
    zip.file(`word/${name}`, content)
  }
  zip.file('word/_rels/document.xml.rels', `${head}<Relationships ${relationships}>${links.join('')}</Relationships>`)
  zip.file('word/document.xml', `${head}<w:document ${namespaces}><w:body>${body}</w:body></w:document>`)
  for (const name of names) zip.file(`word/${name}.xml`, `${head}<w:${name} ${namespaces}>${others[name]}</w:${name}>`)
  return zip
}

/** Writes the document into a folder that is gone with the test. */
export async function docxFile(parts: DocxParts, name = 'документ.docx'): Promise<string> {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, await docxZip(parts).generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }))
  return file
}

export const readDocxParts = async (parts: DocxParts): Promise<Original> =>
  (await readOriginal(await docxFile(parts))).original

export const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${t(text)}</w:r>`
/** A paragraph of runs, with its properties. */
export const p = (runs: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs.startsWith('<') || runs === '' ? runs : r(runs)}</w:p>`
export const item = (text: string, list: number, level = 0): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
export const tc = (content: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`
export const tr = (cells: string, properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`
export const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`

/** A level of a list: «decimal», «%1.». */
export const lvl = (index: number, format: string, text: string, more = '', start = 1): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
export const abstractNum = (id: number, ...levels: string[]): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
export const num = (id: number, definition: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${overrides}</w:num>`

export const texts = ({ lines }: Original): string[] => lines.map(({ text }) => text)
export const labels = ({ lines }: Original): string[] => lines.map(({ label }) => label)
