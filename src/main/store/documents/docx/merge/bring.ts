import { inside, prepend, R, root, setWord, textOf, W, wordElement, wordValue } from './dom'
import { bringNumbering, namedLists, restartNumbering } from './numbering'
import { type BroughtStyles, bringMissingStyles, bringStyles, isStyleName, namedStyles } from './styles'
import type { WordFile } from './word-file'

/** What is taken in the document things are brought into; handed from one bringing to the next, so that it is looked over once. */
export interface Taken {
  bookmark: number
  drawing: number
  names: Set<string>
}

export function takenIn(to: WordFile): Taken {
  const taken: Taken = { bookmark: 1, drawing: 1, names: new Set() }
  for (const one of inside(root(to.tree(to.main)))) {
    if (one.localName === 'bookmarkStart') {
      taken.bookmark = Math.max(taken.bookmark, Number(wordValue(one, 'id') ?? 0) + 1)
      taken.names.add((wordValue(one, 'name') ?? '').toLowerCase())
    } else if (one.localName === 'docPr') {
      taken.drawing = Math.max(taken.drawing, Number(one.getAttribute('id') ?? 0) + 1)
    }
  }
  return taken
}

/**
 * Content of one paper made content of another: its styles, lists, pictures, charts with their workbooks, links and
 * bookmarks come with it, each under a name of its own.
 */
export class Bringer {
  private readonly copied = new Map<string, string>()
  private readonly styles: BroughtStyles
  private readonly lists: ReadonlyMap<string, string>
  private readonly bookmarks = new Map<string, string>()
  private readonly ids = new Map<string, string>()

  /**
   * @param pieces trees of `from` that will be brought
   * @param copy the two are copies of one paper: styles are the same, lists begin anew
   */
  constructor(
    private readonly from: WordFile,
    private readonly to: WordFile,
    pieces: readonly Element[],
    private readonly copy = false,
    private readonly taken: Taken = takenIn(to),
  ) {
    this.styles = copy
      ? { id: (old) => old, paragraph: null, table: null, copies: [] }
      : bringStyles(from, to, namedStyles(pieces))
    if (copy) bringMissingStyles(from, to, namedStyles(pieces))
    const used = namedLists([...pieces, ...this.styles.copies])
    this.lists = copy ? restartNumbering(to, used) : bringNumbering(from, to, used, this.styles)
    for (const style of this.styles.copies) this.renumber(style)
    this.nameBookmarks(pieces)
    this.declareNamespaces()
  }

  /** Copies of the elements as they stand in the document of `to`. */
  content(elements: readonly Element[]): Element[] {
    const document = this.to.tree(this.to.main)
    return elements.map((element) => {
      const copy = document.importNode(element, true) as Element
      this.adopt(copy, this.from.main, this.to.main)
      return copy
    })
  }

  /** A header or footer; answers the id by which the document refers to it. */
  frame(part: string): string {
    const type = /footer/i.test(this.from.typeOf(part)) ? 'footer' : 'header'
    const known = this.copied.get(part)
    if (known !== undefined) return this.relationTo(known, type)
    if (this.copy && this.to.has(part) && Buffer.from(this.to.raw(part)).equals(Buffer.from(this.from.raw(part)))) {
      this.copied.set(part, part)
      return this.relationTo(part, type)
    }
    const here = this.to.freeName(`word/${type}.xml`)
    this.to.put(here, this.from.raw(part), this.from.typeOf(part))
    this.copied.set(part, here)
    this.adopt(root(this.to.tree(here)), part, here)
    return this.relationTo(here, type)
  }

  private relationTo(part: string, type: string): string {
    const found = this.to.relations(this.to.main).find((one) => one.target === part && one.type === type)
    return found?.id ?? this.to.addRelation(this.to.main, type, part)
  }

  /** Makes a tree that came with its names of there at home here. */
  private adopt(element: Element, fromPart: string, toPart: string): void {
    const relations = new Map<string, string>()
    for (const one of inside(element)) {
      this.renumber(one)
      this.rename(one)
      this.standardStyle(one)
      // Marks of editing: two pieces with the same are a damaged file.
      for (const name of ['w14:paraId', 'w14:textId']) one.removeAttribute(name)
      for (const attribute of [...Array(one.attributes.length).keys()].map((at) => one.attributes.item(at))) {
        if (attribute?.namespaceURI !== R || attribute.value === '') continue
        const here = relations.get(attribute.value) ?? this.relation(fromPart, toPart, attribute.value)
        if (here === null) continue
        relations.set(attribute.value, here)
        one.setAttributeNS(R, attribute.name, here)
      }
    }
  }

  private renumber(element: Element): void {
    for (const one of [element, ...(element.localName === 'style' ? inside(element) : [])]) {
      if (one.namespaceURI !== W || one.localName !== 'numId') continue
      const here = this.lists.get(wordValue(one) ?? '')
      if (here !== undefined) setWord(one, 'val', here)
    }
  }

  private rename(one: Element): void {
    if (isStyleName(one)) {
      const id = wordValue(one)
      if (id !== null) setWord(one, 'val', this.styles.id(id))
    } else if (one.localName === 'docPr') {
      one.setAttribute('id', String(this.taken.drawing++))
    } else if (one.namespaceURI !== W) {
      return
    } else if (one.localName === 'bookmarkStart' || one.localName === 'bookmarkEnd') {
      const old = wordValue(one, 'id') ?? ''
      const here = this.ids.get(old) ?? String(this.taken.bookmark++)
      this.ids.set(old, here)
      setWord(one, 'id', here)
      const name = this.bookmarks.get(wordValue(one, 'name') ?? '')
      if (name !== undefined) setWord(one, 'name', name)
    } else if (one.localName === 'hyperlink') {
      const anchor = this.bookmarks.get(wordValue(one, 'anchor') ?? '')
      if (anchor !== undefined) setWord(one, 'anchor', anchor)
    } else if (one.localName === 'instrText' || one.localName === 'fldSimple') {
      this.renameInField(one)
    }
  }

  private renameInField(one: Element): void {
    const old = one.localName === 'fldSimple' ? (wordValue(one, 'instr') ?? '') : (one.textContent ?? '')
    let text = old
    for (const [before, after] of this.bookmarks)
      text = text.replaceAll(new RegExp(`(?<![\\w"])${escaped(before)}(?!\\w)`, 'gu'), after)
    // Headings may have other names here: the contents find them by their level.
    if (!this.copy && /^\s*TOC\b/u.test(text) && !/\\u\b/u.test(text)) text = `${text.trimEnd()} \\u `
    if (text === old) return
    if (one.localName === 'fldSimple') setWord(one, 'instr', text)
    else one.textContent = text
  }

  /** Names its style, since the standard one here is another's. */
  private standardStyle(one: Element): void {
    if (one.namespaceURI !== W || this.copy) return
    const [list, name, id] =
      one.localName === 'p'
        ? ['pPr', 'pStyle', this.styles.paragraph]
        : one.localName === 'tbl'
          ? ['tblPr', 'tblStyle', this.styles.table]
          : ['', '', null]
    if (id === null || name === undefined || list === undefined) return
    const document = one.ownerDocument
    let own = [...childrenOf(one)].find((each) => each.localName === list)
    if (!own) {
      own = wordElement(document, list)
      prepend(one, own)
    }
    if ([...childrenOf(own)].some((each) => each.localName === name)) return
    // Already of this side: `adopt` passes over what is put in here.
    prepend(own, wordElement(document, name, { val: id }))
  }

  private nameBookmarks(pieces: readonly Element[]): void {
    for (const piece of pieces) {
      for (const one of inside(piece)) {
        const name = one.localName === 'bookmarkStart' ? wordValue(one, 'name') : null
        if (name === null) continue
        let free = name
        for (let number = 1; this.taken.names.has(free.toLowerCase()); number += 1)
          free = `${name.slice(0, 34)}_m${number}`
        this.taken.names.add(free.toLowerCase())
        if (free !== name) this.bookmarks.set(name, free)
      }
    }
  }

  /** Prefixes named in attribute values (`Requires="wps"`) are declared at the root. */
  private declareNamespaces(): void {
    const [theirs, ours] = [root(this.from.tree(this.from.main)), root(this.to.tree(this.to.main))]
    for (const at of Array(theirs.attributes.length).keys()) {
      const attribute = theirs.attributes.item(at)
      if (!attribute?.name.startsWith('xmlns:') || ours.hasAttribute(attribute.name)) continue
      ours.setAttributeNS('http://www.w3.org/2000/xmlns/', attribute.name, attribute.value)
    }
  }

  private relation(fromPart: string, toPart: string, id: string): string | null {
    const relation = this.from.relations(fromPart).find((one) => one.id === id)
    if (!relation) return null
    if (relation.external) return this.to.addRelation(toPart, relation.fullType, relation.target, true)
    if (relation.type === 'header' || relation.type === 'footer') return this.frame(relation.target)
    return this.to.addRelation(toPart, relation.fullType, this.part(relation.target), false)
  }

  /** A part with all it refers to; answers its name here. */
  private part(name: string): string {
    const known = this.copied.get(name)
    if (known !== undefined) return known
    const bytes = this.from.raw(name)
    if (this.copy && this.to.has(name) && Buffer.from(this.to.raw(name)).equals(Buffer.from(bytes))) return name
    const here = this.to.freeName(name)
    this.copied.set(name, here)
    this.to.put(here, bytes, this.from.typeOf(name))
    const ids = new Map<string, string>()
    for (const one of this.from.relations(name)) {
      const target = one.external ? one.target : this.part(one.target)
      ids.set(one.id, this.to.addRelation(here, one.fullType, target, one.external))
    }
    if ([...ids].some(([before, after]) => before !== after)) this.relabel(here, ids)
    return here
  }

  private relabel(part: string, ids: ReadonlyMap<string, string>): void {
    for (const one of inside(root(this.to.tree(part)))) {
      for (const at of Array(one.attributes.length).keys()) {
        const attribute = one.attributes.item(at)
        const here = attribute?.namespaceURI === R ? ids.get(attribute.value) : undefined
        if (attribute && here !== undefined) one.setAttributeNS(R, attribute.name, here)
      }
    }
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

function* childrenOf(element: Element): Generator<Element> {
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === 1) yield node as Element
}

export const isEmptyParagraph = (element: Element): boolean =>
  element.localName === 'p' &&
  textOf(element) === '' &&
  ![...inside(element)].some((one) => ['drawing', 'pict', 'object', 'sectPr', 'br'].includes(one.localName))
