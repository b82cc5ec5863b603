import { Bringer, type Taken, takenIn } from './bring'
import { child, children, inside, remove, root, setWord, textOf, W, wordElement, wordValue } from './dom'
import { type FieldValues, filledFile, PLACE_MARK } from './fill'
import {
  boxOf,
  closeInherited,
  closeSection,
  copyReferences,
  endSection,
  finalSection,
  isLandscape,
  references,
  sectionAt,
  sectionOf,
  takePage,
  textWidth,
} from './sections'
import { WordFile } from './word-file'

export interface InTemplateOptions {
  /** The template stands before the paper, on pages of its own; else the paper is put at `{документ}`, or at its end. */
  cover?: boolean
}

/** Widths that differ less are one: a millimetre, in twentieths of a point. */
const TOLERANCE = 57

/**
 * A paper of our writer in a template of the person: her letterhead with the paper in it, or her cover before it. Neither
 * changes the look of the other. The template has been checked when it was added (`store/templates/check`).
 */
export async function inTemplate(
  template: Uint8Array,
  fields: FieldValues,
  paper: Uint8Array,
  { cover = false }: InTemplateOptions = {},
): Promise<Buffer> {
  const to = await filledFile(template, fields)
  await putPaper(to, paper, { cover })
  return to.bytes()
}

/** The same with a template whose fields are filled. */
export async function putPaper(
  to: WordFile,
  paper: Uint8Array,
  { cover = false }: InTemplateOptions = {},
): Promise<void> {
  const from = await WordFile.open(paper)
  const body = bodyOf(to)
  const theirs = bodyOf(from)
  const section = finalSection(theirs)
  const blocks = children(theirs).filter((one) => one !== section)
  const bringer = new Bringer(from, to, [...blocks, ...(section ? [section] : []), ...frames(from, theirs)])
  const content = bringer.content(blocks)
  if (cover) putAfter(to, body, content, section && (bringer.content([section])[0] ?? null))
  else putIn(body, content, section, bringer)
  takeProperties(from, to)
}

/** Copies of one paper, made of one template with different values, as one file: each begins on a page of its own. */
export class Joined {
  private readonly body: Element
  private readonly taken: Taken
  /** The section of the copy added last: it ends with that copy when another comes. */
  private last: Element | null
  private copies = 1

  constructor(private readonly to: WordFile) {
    this.body = bodyOf(to)
    this.taken = takenIn(to)
    this.last = finalSection(this.body)
    if (this.last) remove(this.last)
  }

  add(copy: WordFile): void {
    const blocks = children(bodyOf(copy))
    const content = new Bringer(copy, this.to, blocks, true, this.taken).content(blocks)
    if (this.last) closeSection(this.body, this.last)
    this.last = content.findLast((one) => one.localName === 'sectPr') ?? null
    for (const one of content) if (one !== this.last) this.body.appendChild(one)
    // Pages of each are counted from its first.
    if (this.last) beginOnNewPage(this.last)
    this.copies += 1
  }

  /** The whole file; nothing can be added after. */
  bytes(): Promise<Buffer> {
    if (this.last) this.body.appendChild(this.last)
    this.last = null
    const first = sectionAt(this.body, children(this.body)[0] ?? null)
    if (first && this.copies > 1) restartPages(first)
    return this.to.bytes()
  }
}

function bodyOf(file: WordFile): Element {
  const body = child(root(file.tree(file.main)), 'body')
  if (!body) throw new Error('A document without a body')
  return body
}

/** Headers and footers: their styles come along. */
function frames(file: WordFile, body: Element): Element[] {
  const ids = new Set(
    [...inside(body)]
      .filter((one) => one.localName === 'sectPr')
      .flatMap((one) => references(one).map((each) => each.getAttribute('r:id'))),
  )
  return file
    .relations(file.main)
    .filter((one) => ids.has(one.id) && file.has(one.target))
    .map((one) => root(file.tree(one.target)))
}

function putAfter(file: WordFile, body: Element, content: readonly Element[], section: Element | null): void {
  for (const place of placesIn(body)) clearPlace(place)
  endSection(body)
  for (const one of content) body.appendChild(one)
  if (!section) return
  beginOnNewPage(section)
  body.appendChild(section)
  const first = sectionAt(body, content[0] ?? null)
  if (first) closeInherited(file, body, first)
  closeInherited(file, body, section)
}

function putIn(body: Element, content: readonly Element[], section: Element | null, bringer: Bringer): void {
  const place = placesIn(body)[0] ?? null
  const own = sectionAt(body, place)
  const page = own && fitPage(own, section)
  if (page === 'narrow') shrink(content, textWidth(boxOf(own)) / textWidth(boxOf(section)))
  for (const one of content) {
    const inner = sectionOf(one)
    if (inner && own) copyReferences(own, inner)
  }
  // A letterhead without a line at the top or the bottom leaves room for our page numbers.
  if (own && section && references(own).length === 0) {
    const [copy] = bringer.content([section])
    if (copy) copyReferences(copy, own)
  }
  let before: Node | null = finalSection(body)
  if (place !== null) {
    before = place.nextSibling
    clearPlace(place)
  }
  for (const one of content) body.insertBefore(one, before)
  for (const other of placesIn(body)) clearPlace(other)
  endWithParagraph(body)
}

/** Top-level blocks in which `{документ}` stands. */
function placesIn(body: Element): Element[] {
  return children(body).filter((one) => one.localName !== 'sectPr' && textOf(one).includes(PLACE_MARK))
}

/** A paragraph with nothing else goes; of any other block only the mark. */
function clearPlace(place: Element): void {
  const alone = place.localName === 'p' && textOf(place).trim() === PLACE_MARK && !sectionOf(place)
  if (alone) remove(place)
  else {
    for (const one of inside(place)) {
      if (one.localName === 't' && one.namespaceURI === W)
        one.textContent = (one.textContent ?? '').replaceAll(PLACE_MARK, '')
    }
  }
}

/** How the page of the letterhead bears the paper: as it is, turned to the paper's, or with less room for the text. */
function fitPage(own: Element, section: Element | null): 'same' | 'narrow' | 'turned' {
  if (!section) return 'same'
  const [here, there] = [boxOf(own), boxOf(section)]
  if (isLandscape(here) !== isLandscape(there)) {
    takePage(own, section)
    return 'turned'
  }
  return textWidth(here) + TOLERANCE < textWidth(there) ? 'narrow' : 'same'
}

/** Tables and pictures as much narrower as the text of the letterhead is. */
function shrink(content: readonly Element[], share: number): void {
  const scaled = (value: string | null): string => String(Math.round(Number(value ?? 0) * share))
  for (const block of content) {
    for (const one of inside(block)) {
      if (one.namespaceURI === W && ['gridCol', 'tcW', 'tblW'].includes(one.localName)) {
        const type = wordValue(one, 'type')
        if (type === null || type === 'dxa') setWord(one, 'w', scaled(wordValue(one, 'w')))
      } else if (['extent', 'ext'].includes(one.localName) && one.hasAttribute('cx') && one.hasAttribute('cy')) {
        one.setAttribute('cx', scaled(one.getAttribute('cx')))
        one.setAttribute('cy', scaled(one.getAttribute('cy')))
      }
    }
  }
}

/** Word wants a paragraph after a table that ends the text. */
function endWithParagraph(body: Element): void {
  const last = children(body)
    .filter((one) => one.localName !== 'sectPr')
    .at(-1)
  if (last?.localName === 'p') return
  const paragraph = wordElement(body.ownerDocument, 'p')
  const properties = wordElement(body.ownerDocument, 'pPr')
  properties.appendChild(
    wordElement(body.ownerDocument, 'spacing', { before: '0', after: '0', line: '20', lineRule: 'exact' }),
  )
  paragraph.appendChild(properties)
  body.insertBefore(paragraph, finalSection(body))
}

function beginOnNewPage(section: Element): void {
  const type = child(section, 'type')
  if (type) setWord(type, 'val', 'nextPage')
  restartPages(section)
}

function restartPages(section: Element): void {
  const numbers = child(section, 'pgNumType')
  if (numbers) {
    setWord(numbers, 'start', '1')
    return
  }
  const made = wordElement(section.ownerDocument, 'pgNumType', { start: '1' })
  const after = children(section).find((one) =>
    [
      'cols',
      'formProt',
      'vAlign',
      'noEndnote',
      'titlePg',
      'textDirection',
      'bidi',
      'rtlGutter',
      'docGrid',
      'printerSettings',
    ].includes(one.localName),
  )
  section.insertBefore(made, after ?? null)
}

/** The paper's title and author are those of the file. */
function takeProperties(from: WordFile, to: WordFile): void {
  const theirs = from.related('', 'core-properties')
  if (theirs === null || !from.has(theirs)) return
  const ours = to.related('', 'core-properties')
  if (ours !== null && to.has(ours)) {
    to.put(ours, from.raw(theirs), from.typeOf(theirs))
    return
  }
  const relation = from.relations('').find((one) => one.target === theirs)
  to.put('docProps/core.xml', from.raw(theirs), from.typeOf(theirs))
  if (relation) to.addRelation('', relation.fullType, 'docProps/core.xml')
}
