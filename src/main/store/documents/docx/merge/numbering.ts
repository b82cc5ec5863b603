import { child, childrenCalled, inside, remove, root, setWord, W, wordElement, wordValue } from './dom'
import type { BroughtStyles } from './styles'
import type { WordFile } from './word-file'

/** Numbered lists of one paper brought into another under numbers of their own. */

const NUMBERING_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml'

export function numberingPart(file: WordFile): string | null {
  const part = file.related(file.main, 'numbering')
  return part !== null && file.has(part) ? part : null
}

/** Number of a list there → number here. @param used those named by what is brought */
export function bringNumbering(
  from: WordFile,
  to: WordFile,
  used: ReadonlySet<string>,
  styles: BroughtStyles,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  const part = numberingPart(from)
  if (part === null || used.size === 0) return renamed
  const theirs = root(from.tree(part))
  const ours = root(to.tree(numberingPart(to) ?? newNumbering(to)))
  const abstracts = new Map(childrenCalled(theirs, 'abstractNum').map((one) => [wordValue(one, 'abstractNumId'), one]))
  const brought = new Map<string, string>()
  for (const num of childrenCalled(theirs, 'num')) {
    const id = wordValue(num, 'numId') ?? ''
    const abstractId = wordValue(child(num, 'abstractNumId')) ?? ''
    const abstract = abstracts.get(abstractId)
    if (!used.has(id) || !abstract) continue
    const abstractHere = brought.get(abstractId) ?? addAbstract(ours, abstract, styles)
    brought.set(abstractId, abstractHere)
    const copy = ours.ownerDocument.importNode(num, true) as Element
    const here = nextId(ours, 'num', 'numId', 1)
    setWord(copy, 'numId', here)
    const reference = child(copy, 'abstractNumId')
    if (reference) setWord(reference, 'val', abstractHere)
    ours.insertBefore(copy, child(ours, 'numIdMacAtCleanup'))
    renamed.set(id, here)
  }
  return renamed
}

/** Lists of a copy of the same paper: they begin anew. */
export function restartNumbering(to: WordFile, used: ReadonlySet<string>): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>()
  const part = numberingPart(to)
  if (part === null) return renamed
  const ours = root(to.tree(part))
  for (const num of childrenCalled(ours, 'num')) {
    const id = wordValue(num, 'numId') ?? ''
    if (!used.has(id)) continue
    const copy = num.cloneNode(true) as Element
    const here = nextId(ours, 'num', 'numId', 1)
    setWord(copy, 'numId', here)
    if (child(copy, 'lvlOverride') === null) {
      for (let level = 0; level < 9; level += 1) {
        const override = wordElement(ours.ownerDocument, 'lvlOverride', { ilvl: String(level) })
        override.appendChild(wordElement(ours.ownerDocument, 'startOverride', { val: startOf(ours, num, level) }))
        copy.appendChild(override)
      }
    }
    ours.insertBefore(copy, child(ours, 'numIdMacAtCleanup'))
    renamed.set(id, here)
  }
  return renamed
}

function startOf(numbering: Element, num: Element, level: number): string {
  const id = wordValue(child(num, 'abstractNumId'))
  const abstract = childrenCalled(numbering, 'abstractNum').find((one) => wordValue(one, 'abstractNumId') === id)
  const found = abstract && childrenCalled(abstract, 'lvl').find((one) => wordValue(one, 'ilvl') === String(level))
  return (found && wordValue(child(found, 'start'))) ?? '1'
}

function addAbstract(ours: Element, abstract: Element, styles: BroughtStyles): string {
  const copy = ours.ownerDocument.importNode(abstract, true) as Element
  const id = nextId(ours, 'abstractNum', 'abstractNumId', 0)
  setWord(copy, 'abstractNumId', id)
  // By it Word takes lists of two files for one.
  for (const name of ['nsid', 'tmpl']) for (const one of childrenCalled(copy, name)) remove(one)
  for (const one of inside(copy)) {
    const style = ['pStyle', 'rStyle', 'styleLink', 'numStyleLink'].includes(one.localName) ? wordValue(one) : null
    if (style !== null) setWord(one, 'val', styles.id(style))
    one.removeAttribute('w15:restartNumberingAfterBreak')
  }
  ours.insertBefore(copy, child(ours, 'num') ?? child(ours, 'numIdMacAtCleanup'))
  return id
}

function nextId(numbering: Element, name: string, attribute: string, least: number): string {
  const taken = childrenCalled(numbering, name).map((one) => Number(wordValue(one, attribute) ?? 0))
  return String(taken.reduce((most, one) => Math.max(most, one + 1), least))
}

function newNumbering(file: WordFile): string {
  const part = 'word/numbering.xml'
  file.put(part, `<w:numbering xmlns:w="${W}"/>`, NUMBERING_TYPE)
  file.addRelation(file.main, 'numbering', part)
  return part
}

/** Numbers of lists named in these trees; 0 is none. */
export function namedLists(elements: Iterable<Element>): Set<string> {
  const found = new Set<string>()
  for (const element of elements) {
    for (const one of inside(element)) {
      const id = one.localName === 'numId' && one.namespaceURI === W ? wordValue(one) : null
      if (id !== null && id !== '0') found.add(id)
    }
  }
  return found
}
