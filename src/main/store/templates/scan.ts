import { children, childrenCalled, parseXml, root, W } from '../documents/docx/merge/dom'

/** Fields of one part of a document: paragraph by paragraph, whatever runs Word has parted the words into. */

export interface ScannedTag {
  name: string
  role: 'field' | 'open' | 'close'
  /** Words around it. */
  place: string
  /** Alone in its paragraph, in the text itself: not in a table or a text box. */
  alone: boolean
  /** In a content control of Word. */
  control: boolean
}

export interface ScannedPart {
  where: 'body' | 'header' | 'footer'
  tags: ScannedTag[]
  /** Braces without a pair, with the words around. */
  broken: { sign: '{' | '}'; place: string }[]
}

export function scanned(where: ScannedPart['where'], xml: string): ScannedPart {
  const part: ScannedPart = { where, tags: [], broken: [] }
  walk(root(parseXml(xml)), part, { deep: false, control: false })
  return part
}

interface Around {
  /** In a table or a text box. */
  deep: boolean
  control: boolean
}

function walk(element: Element, part: ScannedPart, around: Around): void {
  // Old Word's twin of a text box: the same words once more.
  if (element.localName === 'Fallback') return
  if (element.localName === 'p' && element.namespaceURI === W) {
    tagsOf(ownText(element), part, around)
    for (const one of boxesOf(element)) walk(one, part, { ...around, deep: true })
    return
  }
  const inner = {
    deep: around.deep || element.localName === 'tbl',
    control: around.control || element.localName === 'sdtContent',
  }
  for (const one of children(element)) walk(one, part, inner)
}

/** Text of a paragraph without that of text boxes anchored in it. */
function ownText(paragraph: Element): string {
  let text = ''
  const take = (element: Element): void => {
    for (const one of children(element)) {
      if (one.localName === 'txbxContent' || one.localName === 'Fallback' || one.localName === 'del') continue
      if (one.namespaceURI === W && one.localName === 't') text += one.textContent ?? ''
      else if (
        one.namespaceURI === W &&
        (one.localName === 'tab' || one.localName === 'br') &&
        one.parentNode === element &&
        element.localName === 'r'
      )
        text += ' '
      else take(one)
    }
  }
  take(paragraph)
  return text
}

function boxesOf(paragraph: Element): Element[] {
  const found: Element[] = []
  const seek = (element: Element): void => {
    for (const one of children(element)) {
      if (one.localName === 'Fallback') continue
      if (one.localName === 'txbxContent') found.push(...childrenCalled(one, 'p'), ...childrenCalled(one, 'tbl'))
      else seek(one)
    }
  }
  seek(paragraph)
  return found
}

function tagsOf(text: string, part: ScannedPart, around: Around): void {
  let opened = -1
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    if (sign === '{') {
      if (opened !== -1) part.broken.push({ sign, place: placeAt(text, opened) })
      opened = at
    } else if (sign === '}') {
      if (opened === -1) part.broken.push({ sign, place: placeAt(text, at) })
      else {
        const said = text.slice(opened + 1, at).trim()
        const role = said.startsWith('#') ? 'open' : said.startsWith('/') ? 'close' : 'field'
        part.tags.push({
          name: role === 'field' ? said : said.slice(1).trim(),
          role,
          place: placeAt(text, opened),
          alone: !around.deep && text.trim() === text.slice(opened, at + 1),
          control: around.control,
        })
      }
      opened = -1
    }
  }
  if (opened !== -1) part.broken.push({ sign: '{', place: placeAt(text, opened) })
}

/** «…директору {шкла} Скворцовой…» */
function placeAt(text: string, at: number): string {
  const from = Math.max(0, at - 30)
  const to = Math.min(text.length, at + 40)
  return `${from > 0 ? '…' : ''}${text.slice(from, to).replace(/\s+/gu, ' ').trim()}${to < text.length ? '…' : ''}`
}
