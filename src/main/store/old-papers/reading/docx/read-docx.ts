import type { Original } from '@shared/contract/old-papers'
import { type Archive, decoded } from '../../../foreign/archive'
import { mainPart, relations } from '../../../foreign/relations'
import type { Block } from '../blocks'
import { layOut } from '../lay-out'
import { maxBodyBytes, maxElements, maxStylesBytes, TooMuch } from '../limits'
import { BodyWalk } from './body'
import { readChunks } from './chunks'
import { Numbering } from './numbering'
import { Styles } from './styles'
import { childOf, type Element, elementsOf, TooManyElements, TreeBuilder, textOf } from './tree'

/** A .docx read part by part. */
export async function readDocx(archive: Archive): Promise<Original> {
  const main = await mainPart(archive, 'word/document.xml')
  const byId = await relations(archive, main)
  const links = [...byId.values()]
  const part = async (type: string): Promise<Element | null> => {
    const name = links.find((link) => link.type.endsWith(type))?.part
    return name === undefined || !archive.has(name) ? null : treeOf(archive, name, maxStylesBytes)
  }
  const document = await treeOf(archive, main, maxBodyBytes)
  const styles = new Styles(await part('/styles'))
  const walk = new BodyWalk(styles, new Numbering(await part('/numbering'), styles), await readChunks(archive, byId))
  const body = childOf(document, 'body')
  if (!body) throw new Error('No body')
  const blocks = walk.blocks(body, 'body')
  const notes = new Map([
    ['footnote', await notesOf('footnote', await part('/footnotes'))],
    ['endnote', await notesOf('endnote', await part('/endnotes'))],
  ])
  const seen = new Set<string>()
  for (const { kind, id } of walk.notes) {
    const note = seen.has(`${kind} ${id}`) ? undefined : notes.get(kind)?.get(id)
    seen.add(`${kind} ${id}`)
    if (note) blocks.push(...trimmed(walk.blocks(note, 'note')))
  }
  return { format: 'docx', encoding: null, ...layOut(blocks) }
}

async function treeOf(archive: Archive, name: string, maxBytes: number): Promise<Element> {
  if (archive.size(name) > maxBytes) throw new TooMuch('в нём слишком много текста')
  const builder = new TreeBuilder(maxElements)
  try {
    for await (const text of decoded(archive.stream(name))) builder.push(text)
    return builder.end()
  } catch (error) {
    throw error instanceof TooManyElements ? new TooMuch('в нём слишком много текста') : error
  }
}

async function notesOf(name: string, root: Element | null): Promise<Map<string, Element>> {
  const notes = new Map<string, Element>()
  for (const element of root === null ? [] : elementsOf(root)) {
    if (element.name === name) notes.set(textOf(element, 'id') ?? '', element)
  }
  return notes
}

/** Without the paragraphs that are empty. */
const trimmed = (blocks: readonly Block[]): Block[] =>
  blocks.filter((block) => !('line' in block) || block.line.text.trim() !== '')
