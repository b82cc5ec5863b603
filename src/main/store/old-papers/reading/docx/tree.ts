import { attribute, XmlReader } from '../../../foreign/xml'

/** An element of a part of the document, without what is nobody's text. */
export interface Element {
  name: string
  /** Raw attributes: `textOf` finds one. */
  attributes: string
  children: readonly (Element | string)[]
}

/** Earlier properties of tracked changes, deleted text, what a field is computed by, pictures' data. */
const skipped = new Set([
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblGridChange',
  'trPrChange',
  'tcPrChange',
  'tblPrExChange',
  'sectPr',
  'numberingChange',
  'instrText',
  'delInstrText',
  'delText',
  'fldData',
  'binData',
  'proofErr',
  'latentStyles',
  'tblStylePr',
])
const none: readonly (Element | string)[] = []

export class TooManyElements extends Error {}

/** Reads XML into elements, text only where Word has it: in `t`. */
export class TreeBuilder {
  private readonly root = { name: '', attributes: '', children: [] as (Element | string)[] }
  private readonly path: { name: string; attributes: string; children: readonly (Element | string)[] }[] = [this.root]
  private skipping = 0
  private count = 0
  private readonly reader: XmlReader

  constructor(private readonly most: number) {
    this.reader = new XmlReader({
      open: (name, attributes) => this.opened(name, attributes),
      close: (name) => this.closed(name),
      text: (text) => this.told(text),
    })
  }

  push(text: string): void {
    this.reader.push(text)
  }

  /** @throws when the text breaks off */
  end(): Element {
    this.reader.end()
    const [root] = this.root.children
    if (root === undefined || typeof root === 'string') throw new Error('No root')
    return root
  }

  private opened(name: string, attributes: string): void {
    if (this.skipping > 0 || skipped.has(name)) {
      this.skipping++
      return
    }
    if (++this.count > this.most) throw new TooManyElements()
    const element = { name, attributes, children: none }
    this.add(element)
    this.path.push(element)
  }

  private closed(_name: string): void {
    if (this.skipping > 0) this.skipping--
    else this.path.pop()
  }

  private told(text: string): void {
    if (this.skipping === 0 && this.path.at(-1)?.name === 't') this.add(text)
  }

  private add(child: Element | string): void {
    const parent = this.path.at(-1) ?? this.root
    if (parent.children === none) parent.children = [child]
    else (parent.children as (Element | string)[]).push(child)
  }
}

export function* elementsOf(element: Element): Generator<Element> {
  for (const child of element.children) if (typeof child !== 'string') yield child
}

export function childOf(element: Element | undefined, name: string): Element | undefined {
  for (const child of element?.children ?? none) {
    if (typeof child !== 'string' && child.name === name) return child
  }
  return undefined
}

/** An attribute, `val` unless told; null without. */
export const textOf = (element: Element | undefined, name = 'val'): string | null =>
  element === undefined ? null : attribute(element.attributes, name)

/** A whole number of an attribute; null where there is none. */
export function numberOf(element: Element | undefined, name = 'val'): number | null {
  const value = textOf(element, name)
  return value !== null && /^-?\d{1,9}$/.test(value) ? Number(value) : null
}

/** A switch such as `<w:b/>`: on when present, unless it says otherwise; null when it is not there. */
export function switchOf(properties: Element | undefined, name: string): boolean | null {
  const element = childOf(properties, name)
  if (element === undefined) return null
  const value = textOf(element)
  return value === null || !/^(?:0|false|off)$/.test(value)
}
