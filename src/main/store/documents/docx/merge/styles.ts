import { child, children, childrenCalled, inside, remove, root, setWord, W, wordElement, wordValue } from './dom'
import type { WordFile } from './word-file'

/**
 * Styles of one paper brought into another, so that neither changes the other's looks: what is called alike is renamed, and
 * what a style of ours left to the defaults of its own file it says itself from now on.
 */

const EMPTY = `<w:styles xmlns:w="${W}"/>`
const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml'

/** Children of `pPr` and `rPr` in the order the format demands. */
const PARAGRAPH_ORDER =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  )
const RUN_ORDER =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  )
/** What the other file's defaults may say and ours does not: the value that is none. */
const NEUTRAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  color: { val: 'auto' },
  kern: { val: '0' },
  spacing: { val: '0' },
  b: { val: '0' },
  i: { val: '0' },
  bCs: { val: '0' },
  iCs: { val: '0' },
  caps: { val: '0' },
  smallCaps: { val: '0' },
  u: { val: 'none' },
}

export interface BroughtStyles {
  /** Id there → id here. */
  id(old: string): string
  /** Of paragraphs that name no style. */
  paragraph: string | null
  table: string | null
  /** The styles as they stand here. */
  copies: readonly Element[]
}

/** @param used ids named by what is brought */
export function bringStyles(from: WordFile, to: WordFile, used: ReadonlySet<string>): BroughtStyles {
  const theirs = stylesOf(from)
  if (theirs === null) return { id: (old) => old, paragraph: null, table: null, copies: [] }
  const ours = stylesOf(to) ?? newStyles(to)
  const byId = new Map(childrenCalled(theirs, 'style').map((one) => [wordValue(one, 'styleId') ?? '', one]))
  const standard = (type: string): string | null =>
    [...byId].find(([, one]) => wordValue(one, 'type') === type && isOn(wordValue(one, 'default')))?.[0] ?? null
  const paragraph = standard('paragraph')
  const table = standard('table')
  const wanted = closure(byId, [
    ...used,
    ...(paragraph === null ? [] : [paragraph]),
    ...(table === null ? [] : [table]),
  ])
  const names = new Map(childrenCalled(ours, 'style').map((one) => [nameOf(one), one]))
  const ids = new Set(childrenCalled(ours, 'style').map((one) => wordValue(one, 'styleId') ?? ''))
  const renamed = new Map<string, string>()
  for (const old of wanted) {
    const style = byId.get(old)
    if (style) renamed.set(old, ids.has(old) || names.has(nameOf(style)) ? freeId(ids, old) : old)
    ids.add(renamed.get(old) ?? old)
  }
  const document = to.tree(stylesPart(to) ?? '')
  const copies: Element[] = []
  for (const old of wanted) {
    const style = byId.get(old)
    const id = renamed.get(old)
    if (!style || id === undefined) continue
    const copy = document.importNode(style, true) as Element
    copy.removeAttributeNS(W, 'default')
    setWord(copy, 'styleId', id)
    if (id !== old) rename(copy)
    relink(copy, renamed)
    if (wordValue(copy, 'type') === 'paragraph' && child(copy, 'basedOn') === null) settle(copy, theirs, ours)
    ours.appendChild(copy)
    copies.push(copy)
  }
  return {
    copies,
    id: (old) => renamed.get(old) ?? old,
    paragraph: paragraph === null ? null : (renamed.get(paragraph) ?? paragraph),
    table: table === null ? null : (renamed.get(table) ?? table),
  }
}

/** Styles named by a copy of the same paper that the copies before it had no need of. */
export function bringMissingStyles(from: WordFile, to: WordFile, used: ReadonlySet<string>): void {
  const ours = stylesOf(to)
  if (ours === null) return
  const here = new Set(childrenCalled(ours, 'style').map((one) => wordValue(one, 'styleId')))
  const missing = [...used].filter((id) => !here.has(id))
  const theirs = missing.length === 0 ? null : stylesOf(from)
  if (theirs === null) return
  const byId = new Map(childrenCalled(theirs, 'style').map((one) => [wordValue(one, 'styleId') ?? '', one]))
  for (const id of closure(byId, missing)) {
    const style = byId.get(id)
    if (style && !here.has(id)) ours.appendChild(ours.ownerDocument.importNode(style, true))
  }
}

export function stylesPart(file: WordFile): string | null {
  const part = file.related(file.main, 'styles')
  return part !== null && file.has(part) ? part : null
}

function stylesOf(file: WordFile): Element | null {
  const part = stylesPart(file)
  return part === null ? null : root(file.tree(part))
}

function newStyles(file: WordFile): Element {
  file.put('word/styles.xml', EMPTY, STYLES_TYPE)
  file.addRelation(file.main, 'styles', 'word/styles.xml')
  return root(file.tree('word/styles.xml'))
}

const isOn = (value: string | null): boolean => value === '1' || value === 'true' || value === 'on'

/** Word compares names without case, and of aliases only the first is the name. */
const nameOf = (style: Element): string => (wordValue(child(style, 'name')) ?? '').toLowerCase()

/** The styles with those they are based on or linked to. */
function closure(byId: ReadonlyMap<string, Element>, first: readonly string[]): string[] {
  const found = new Set<string>()
  const queue = [...first]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const style = byId.get(id)
    if (!style || found.has(id)) continue
    found.add(id)
    for (const name of ['basedOn', 'link']) {
      const other = wordValue(child(style, name))
      if (other !== null) queue.push(other)
    }
  }
  // In the order of the file: a style comes after the one it is based on.
  return [...byId.keys()].filter((id) => found.has(id))
}

function freeId(taken: ReadonlySet<string>, old: string): string {
  for (let number = 1; ; number += 1) {
    const id = `${old}Metodist${number === 1 ? '' : number}`
    if (!taken.has(id)) return id
  }
}

function rename(style: Element): void {
  const name = child(style, 'name')
  if (name) setWord(name, 'val', `${wordValue(name) ?? ''} (Методист${suffix(wordValue(style, 'styleId') ?? '')})`)
  for (const alias of childrenCalled(style, 'aliases')) remove(alias)
  setWord(style, 'customStyle', '1')
}

const suffix = (id: string): string => {
  const number = /Metodist(\d+)$/.exec(id)?.[1]
  return number === undefined ? '' : ` ${number}`
}

function relink(style: Element, renamed: ReadonlyMap<string, string>): void {
  for (const name of ['basedOn', 'link', 'next']) {
    const reference = child(style, name)
    if (!reference) continue
    const id = renamed.get(wordValue(reference) ?? '')
    if (id === undefined) remove(reference)
    else setWord(reference, 'val', id)
  }
}

/** The style says what it had from the defaults of its file, and is free of those of the other. */
function settle(style: Element, theirs: Element, ours: Element): void {
  fill(properties(style, 'pPr'), defaultsOf(theirs, 'pPr'), PARAGRAPH_ORDER)
  const run = properties(style, 'rPr')
  fill(run, defaultsOf(theirs, 'rPr'), RUN_ORDER)
  for (const other of defaultsOf(ours, 'rPr')) {
    const neutral = NEUTRAL[other.localName]
    if (neutral === undefined || child(run, other.localName) !== null) continue
    if (run.ownerDocument) run.appendChild(wordElement(run.ownerDocument, other.localName, neutral))
  }
  inOrder(run, RUN_ORDER)
  const spacing = child(properties(style, 'pPr'), 'spacing')
  if (spacing === null || !style.ownerDocument) return
  // Attributes not said are inherited one by one.
  for (const [name, value] of [
    ['before', '0'],
    ['after', '0'],
    ['line', '240'],
    ['lineRule', 'auto'],
  ] as const) {
    if (wordValue(spacing, name) === null) setWord(spacing, name, value)
  }
}

function defaultsOf(styles: Element, kind: 'pPr' | 'rPr'): Element[] {
  const defaults = child(styles, 'docDefaults')
  const own = defaults && child(defaults, `${kind}Default`)
  const list = own && child(own, kind)
  return list ? children(list) : []
}

function properties(style: Element, kind: 'pPr' | 'rPr'): Element {
  const own = child(style, kind)
  if (own) return own
  const document = style.ownerDocument
  const made = wordElement(document, kind)
  // The paragraph's stand before the run's, and both before those of tables.
  const after = children(style).find((one) =>
    ['tblPr', 'trPr', 'tcPr', 'tblStylePr', ...(kind === 'pPr' ? ['rPr'] : [])].includes(one.localName),
  )
  style.insertBefore(made, after ?? null)
  return made
}

function fill(own: Element, defaults: readonly Element[], order: readonly string[]): void {
  for (const one of defaults) {
    if (child(own, one.localName) === null) own.appendChild(own.ownerDocument.importNode(one, true))
  }
  if (own.localName === 'pPr' && child(own, 'spacing') === null) {
    own.appendChild(
      wordElement(own.ownerDocument, 'spacing', { before: '0', after: '0', line: '240', lineRule: 'auto' }),
    )
  }
  inOrder(own, order)
}

function inOrder(own: Element, order: readonly string[]): void {
  const rank = (element: Element): number => {
    const at = order.indexOf(element.localName)
    return at === -1 ? order.length : at
  }
  for (const one of children(own).sort((a, b) => rank(a) - rank(b))) own.appendChild(one)
}

const NAMING = new Set(['pStyle', 'rStyle', 'tblStyle'])

/** Ids of styles named anywhere in these trees. */
export function namedStyles(elements: Iterable<Element>): Set<string> {
  const found = new Set<string>()
  for (const element of elements) {
    for (const one of inside(element)) {
      const id =
        NAMING.has(one.localName) || one.localName === 'numStyleLink' || one.localName === 'styleLink'
          ? wordValue(one)
          : null
      if (id !== null) found.add(id)
    }
  }
  return found
}

export function isStyleName(element: Element): boolean {
  return NAMING.has(element.localName) && element.namespaceURI === W
}
