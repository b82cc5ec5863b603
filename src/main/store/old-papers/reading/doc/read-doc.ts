import type { Original } from '@shared/contract/old-papers'
import type { Block } from '../blocks'
import { layOut } from '../lay-out'
import { locked, savedOtherwise } from '../refusals'
import { Compound } from './compound'
import { type DocFile, LockedDocument, OldDocument, openDoc, parts, placesOf } from './header'
import { DocLists } from './lists'
import { looksOf, ParagraphLooks } from './looks'
import { type DocParagraph, type DocParts, linesAsBlocks, paragraphsOf } from './paragraphs'
import { DocStyles } from './styles'
import { blocksOf } from './tables'
import { textOfDoc } from './text'

/**
 * An old .doc, read from the structures Microsoft has published ([MS-DOC]). Our own: the libraries there are give the words,
 * but neither the numbers Word made by itself nor where the cells of a table are.
 */
export function readDoc(bytes: Buffer, file: string): Original {
  try {
    return { format: 'doc', encoding: null, ...layOut(blocksOfDoc(openDoc(new Compound(bytes)))) }
  } catch (error) {
    if (error instanceof LockedDocument) throw locked(file)
    if (error instanceof OldDocument)
      throw savedOtherwise(
        file,
        'документ Word старше 1997 года',
        'Откройте его в Word и сохраните как «Документ Word (.docx)», затем загрузите снова.',
      )
    throw error
  }
}

function blocksOfDoc(doc: DocFile): Block[] {
  const text = textOfDoc(doc)
  const styles = new DocStyles(doc)
  const known: DocParts = {
    text: text.text,
    looks: looksOf(doc, text, styles),
    paragraphs: new ParagraphLooks(doc, text),
    styles,
    lists: new DocLists(doc),
    sections: new Set(placesOf(doc.part(parts.sections), 12).places),
  }
  const { lengths } = doc
  const body = paragraphsOf(known, 0, lengths.text, 'body')
  const afterFootnotes = lengths.text + lengths.footnotes
  const endnotes = afterFootnotes + lengths.headers + lengths.macros + lengths.comments
  const boxes = endnotes + lengths.endnotes
  return [
    ...withBoxes(doc, known, body, boxes),
    ...linesAsBlocks(paragraphsOf(known, lengths.text, afterFootnotes, 'note')),
    ...linesAsBlocks(paragraphsOf(known, endnotes, boxes, 'note')),
  ]
}

/** Text boxes stand before the paragraph they hang on; those that hang on nothing, before all. */
function withBoxes(doc: DocFile, known: DocParts, body: readonly DocParagraph[], from: number): Block[] {
  const { places, data } = placesOf(doc.part(parts.boxTexts), 22)
  const shapes = placesOf(doc.part(parts.shapes), 26)
  const anchors = new Map(shapes.data.map((shape, index) => [shape.readUInt32LE(0), shapes.places[index] ?? 0]))
  const before = new Map<number, Block[]>()
  const first: Block[] = []
  for (const [index, box] of data.entries()) {
    const start = from + (places[index] ?? 0)
    const end = from + Math.min(places[index + 1] ?? 0, doc.lengths.boxes)
    if (end <= start) continue
    const lines = linesAsBlocks(paragraphsOf(known, start, end, 'box'))
    const anchor = anchors.get(box.readUInt32LE(14))
    const at = anchor === undefined ? -1 : body.findIndex(({ to }) => to >= anchor)
    if (at === -1) first.push(...lines)
    else before.set(at, [...(before.get(at) ?? []), ...lines])
  }
  return [...first, ...mixed(body, before)]
}

/** A box that hangs on a paragraph of a table stands before the table. */
function mixed(body: readonly DocParagraph[], before: ReadonlyMap<number, Block[]>): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < body.length) {
    let end = at + 1
    const inTable = (body[at]?.depth ?? 0) > 0
    while (end < body.length && inTable === (body[end]?.depth ?? 0) > 0 && (inTable || !before.has(end))) end++
    for (let index = at; index < end; index++) blocks.push(...(before.get(index) ?? []))
    blocks.push(...blocksOf(body.slice(at, end), 0))
    at = end
  }
  return blocks
}
