import { DOMParser, XMLSerializer } from '@xmldom/xmldom'

/** The few things needed of a part as a tree; xmldom knows no selectors. */

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export function parseXml(text: string): Document {
  return new DOMParser({
    errorHandler: { warning: () => undefined, error: fail, fatalError: fail },
  }).parseFromString(text, 'text/xml')
}

function fail(message: string): never {
  throw new Error(`XML: ${message}`)
}

export function xmlText(document: Document): string {
  const text = new XMLSerializer().serializeToString(document)
  return text.startsWith('<?xml') ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`
}

export function root(document: Document): Element {
  const element = document.documentElement
  if (!element) throw new Error('XML: an empty part')
  return element
}

export function children(parent: Node): Element[] {
  const found: Element[] = []
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) found.push(node as Element)
  }
  return found
}

export function lastElement(parent: Node): Element | null {
  let node = parent.lastChild
  while (node !== null && node.nodeType !== 1) node = node.previousSibling
  return node as Element | null
}

export function childrenCalled(parent: Node, name: string): Element[] {
  return children(parent).filter((one) => one.localName === name)
}

export function child(parent: Node, name: string): Element | null {
  return children(parent).find((one) => one.localName === name) ?? null
}

/** The element itself and everything in it, in the order of the document. */
export function* inside(element: Element): Generator<Element> {
  yield element
  for (const one of children(element)) yield* inside(one)
}

export function wordValue(element: Element | null, name = 'val'): string | null {
  if (!element) return null
  const value = element.getAttributeNS(W, name)
  return value === '' || value === null ? null : value
}

export function setWord(element: Element, name: string, value: string): void {
  element.setAttributeNS(W, `w:${name}`, value)
}

/** An element of Word's own namespace with its attributes. */
export function wordElement(
  document: Document,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const element = document.createElementNS(W, `w:${name}`)
  for (const [key, value] of Object.entries(attributes)) setWord(element, key, value)
  return element
}

export function remove(node: Node): void {
  node.parentNode?.removeChild(node)
}

export function prepend(parent: Node, node: Node): void {
  parent.insertBefore(node, parent.firstChild)
}

/** Text of all `w:t` in it. */
export function textOf(element: Element): string {
  let text = ''
  for (const one of inside(element)) if (one.localName === 't' && one.namespaceURI === W) text += one.textContent ?? ''
  return text
}
