import {
  child,
  children,
  childrenCalled,
  lastElement,
  prepend,
  R,
  remove,
  setWord,
  W,
  wordElement,
  wordValue,
} from './dom'
import type { WordFile } from './word-file'

/** Sections: the size of the page, its margins, its headers and footers. */

export interface Box {
  width: number
  height: number
  left: number
  right: number
}

/** Twentieths of a point. */
export function boxOf(section: Element | null): Box {
  const size = section && child(section, 'pgSz')
  const margins = section && child(section, 'pgMar')
  const number = (element: Element | null, name: string, usual: number): number => {
    const value = Number(wordValue(element, name) ?? Number.NaN)
    return Number.isFinite(value) ? value : usual
  }
  return {
    width: number(size, 'w', 11906),
    height: number(size, 'h', 16838),
    left: number(margins, 'left', 1134),
    right: number(margins, 'right', 567),
  }
}

export const textWidth = (box: Box): number => box.width - box.left - box.right
export const isLandscape = (box: Box): boolean => box.width > box.height

/** The section an element of the body belongs to. */
export function sectionAt(body: Element, element: Element | null): Element | null {
  const all = children(body)
  const from = element === null ? all.length : all.indexOf(element)
  for (const one of all.slice(Math.max(0, from))) {
    if (one.localName === 'sectPr') return one
    const own = sectionOf(one)
    if (own) return own
  }
  return null
}

/** The section that ends with this paragraph. */
export function sectionOf(paragraph: Element): Element | null {
  const properties = paragraph.localName === 'p' ? child(paragraph, 'pPr') : null
  return properties && child(properties, 'sectPr')
}

export function finalSection(body: Element): Element | null {
  return childrenCalled(body, 'sectPr').at(-1) ?? null
}

const REFERENCES = new Set(['headerReference', 'footerReference'])

export function references(section: Element | null): Element[] {
  return section === null ? [] : children(section).filter((one) => REFERENCES.has(one.localName))
}

export function dropReferences(section: Element): void {
  for (const one of references(section)) remove(one)
}

export function addReference(section: Element, name: string, type: string, id: string): void {
  const element = wordElement(section.ownerDocument, name, { type })
  element.setAttributeNS(R, 'r:id', id)
  prepend(section, element)
}

export function copyReferences(from: Element | null, to: Element): void {
  dropReferences(to)
  for (const one of references(from).reverse()) prepend(to, to.ownerDocument.importNode(one, true))
  const title = from && child(from, 'titlePg')
  for (const one of childrenCalled(to, 'titlePg')) remove(one)
  if (title) putInOrder(to, to.ownerDocument.importNode(title, true) as Element)
}

const ORDER =
  'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange'.split(
    ' ',
  )

export function putInOrder(section: Element, element: Element): void {
  for (const one of childrenCalled(section, element.localName)) remove(one)
  const rank = ORDER.indexOf(element.localName)
  section.insertBefore(element, children(section).find((one) => ORDER.indexOf(one.localName) > rank) ?? null)
}

/** The page of this section becomes as large as that of the other, its side margins too. */
export function takePage(section: Element, from: Element): void {
  const [size, margins] = [child(from, 'pgSz'), child(from, 'pgMar')]
  if (size) putInOrder(section, section.ownerDocument.importNode(size, true) as Element)
  const own = child(section, 'pgMar')
  if (!margins) return
  if (!own) putInOrder(section, section.ownerDocument.importNode(margins, true) as Element)
  else for (const name of ['left', 'right']) setWord(own, name, wordValue(margins, name) ?? '567')
}

/** What follows in the body begins a section of its own: the last one ends with its last paragraph. */
export function endSection(body: Element): void {
  const section = finalSection(body)
  if (!section) return
  remove(section)
  closeSection(body, section)
}

/** Ends a section, which stands nowhere yet, with the last paragraph of the body. */
export function closeSection(body: Element, section: Element): void {
  const document = body.ownerDocument
  const last = lastElement(body)
  if (last?.localName === 'p' && !sectionOf(last)) {
    let properties = child(last, 'pPr')
    if (!properties) {
      properties = wordElement(document, 'pPr')
      prepend(last, properties)
    }
    properties.insertBefore(section, child(properties, 'pPrChange'))
    return
  }
  const paragraph = wordElement(document, 'p')
  const properties = wordElement(document, 'pPr')
  properties.appendChild(wordElement(document, 'spacing', { before: '0', after: '0', line: '20', lineRule: 'exact' }))
  properties.appendChild(section)
  paragraph.appendChild(properties)
  body.appendChild(paragraph)
}

/** Where an earlier section has a header or a footer and this one none, it gets an empty one: else it would repeat it. */
export function closeInherited(file: WordFile, body: Element, section: Element): void {
  const said = new Set(references(section).map(keyOf))
  const earlier = new Set(
    children(body)
      .flatMap((one) => references(sectionOf(one)))
      .map(keyOf),
  )
  for (const key of earlier) {
    if (said.has(key)) continue
    const [name = '', type = ''] = key.split(' ')
    const kind = name.replace('Reference', '')
    const part = file.freeName(`word/${kind}.xml`)
    const tag = kind === 'header' ? 'hdr' : 'ftr'
    file.put(
      part,
      `<w:${tag} xmlns:w="${W}"><w:p/></w:${tag}>`,
      `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`,
    )
    addReference(section, name, type, file.addRelation(file.main, kind, part))
  }
}

const keyOf = (reference: Element): string => `${reference.localName} ${wordValue(reference, 'type') ?? 'default'}`
