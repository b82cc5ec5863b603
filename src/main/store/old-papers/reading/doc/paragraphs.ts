import type { Block, PaperLine } from '../blocks'
import { maxLines, TooMuch } from '../limits'
import { ParagraphText } from '../paragraph'
import type { DocLists } from './lists'
import { type Looks, look, type ParagraphLooks } from './looks'
import { type Sprm, sprm } from './sprms'
import type { DocStyles } from './styles'

/** A paragraph and what its mark says of the table it stands in. */
export interface DocParagraph {
  line: PaperLine
  /** Tables around it. */
  depth: number
  endsCell: boolean
  /** The mark at the end of a row, which is no text: edges of its cells. */
  row: Buffer | null
  headRow: boolean
  /** Where it begins and ends in the text of the document. */
  from: number
  to: number
}

/** Signs of Word's own in the text. */
const mark = { cell: 0x07, tab: 0x09, line: 0x0b, page: 0x0c, paragraph: 0x0d, column: 0x0e } as const
const field = { begin: 0x13, separator: 0x14, end: 0x15 } as const
/** Word's own limit is not much higher. */
const deepest = 20

export interface DocParts {
  text: string
  looks: Looks
  paragraphs: ParagraphLooks
  styles: DocStyles
  lists: DocLists
  /** Where sections end: a page's end is a paragraph's only there. */
  sections: ReadonlySet<number>
}

/** Paragraphs of a stretch of the text [from, end). */
export function paragraphsOf(parts: DocParts, from: number, end: number, part: PaperLine['part']): DocParagraph[] {
  const { text, looks } = parts
  // A damaged file says that its text goes on for gigabytes.
  const to = Math.min(end, text.length)
  const found: DocParagraph[] = []
  let start = from
  let joined: ParagraphText | null = null
  const fields: boolean[] = []
  let passed = 0
  let words = new ParagraphText()
  let bold = styleBoldAt(parts, from, to)
  let plain = ''
  let plainBold = false
  const flush = (): void => {
    if (plain !== '') words.add(plain, plainBold)
    plain = ''
  }
  const put = (sign: string, at: number): void => {
    const flag = looks.flags[at] ?? 0
    if ((flag & look.gone) !== 0 || passed > 0) return
    const isBold = boldOf(flag, bold)
    if (isBold !== plainBold) flush()
    plainBold = isBold
    plain += sign
  }
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === field.begin) {
      fields.push(true)
      passed++
    } else if (code === field.separator && fields.at(-1)) {
      fields[fields.length - 1] = false
      passed--
    } else if (code === field.end) {
      if (fields.pop()) passed--
    } else if (code === mark.paragraph || code === mark.cell || (code === mark.page && parts.sections.has(at + 1))) {
      flush()
      while (fields.at(-1)) {
        fields.pop()
        passed--
      }
      if (code === mark.paragraph && ((looks.flags[at] ?? 0) & look.gone) !== 0) joined = words
      else {
        found.push(paragraphOf(parts, words, { from: start, to: at, isCell: code === mark.cell, part }))
        if (found.length > maxLines) throw new TooMuch(`в нём больше ${maxLines} строк`)
        joined = null
        start = at + 1
      }
      words = joined ?? new ParagraphText()
      bold = styleBoldAt(parts, at + 1, to)
    } else if (code === mark.line) put('\n', at)
    else if (code === 0x1e) put('-', at)
    else if (((looks.flags[at] ?? 0) & look.special) !== 0 && code === 0x28) {
      flush()
      if (passed === 0) words.symbol(looks.symbols.get(at) ?? 0xb7, boldOf(looks.flags[at] ?? 0, bold))
    } else if (code >= 0x20 || code === mark.tab) put(text.charAt(at), at)
  }
  flush()
  if (!words.isEmpty)
    found.push(paragraphOf(parts, words, { from: start, to: Math.max(to - 1, from), isCell: false, part }))
  return found
}

function boldOf(flag: number, byStyle: boolean): boolean {
  const inherited = ((flag & look.styleBold) !== 0) !== byStyle
  const own = flag & look.boldMask
  if (own === look.on) return true
  if (own === look.off) return false
  return own === look.opposite ? !inherited : inherited
}

/** Whether the style of the paragraph that begins here is bold. */
function styleBoldAt({ text, paragraphs, styles }: DocParts, from: number, to: number): boolean {
  let end = from
  while (end < to && text.charCodeAt(end) !== mark.paragraph && text.charCodeAt(end) !== mark.cell) end++
  return styles.bold(paragraphs.of(Math.min(end, text.length - 1)).style)
}

interface Ends {
  from: number
  to: number
  isCell: boolean
  part: PaperLine['part']
}

function paragraphOf(parts: DocParts, words: ParagraphText, { from, to, isCell, part }: Ends): DocParagraph {
  const { style, changes: own } = parts.paragraphs.of(to)
  const is = (code: number): boolean => (last(own, code)?.[0] ?? 0) !== 0
  const inTable = is(sprm.inTable)
  const told = last(own, sprm.depth)
  const depth = inTable ? Math.min(Math.max(told && told.length >= 4 ? told.readInt32LE(0) : 1, 1), deepest) : 0
  const rowEnd = inTable && is(depth > 1 ? sprm.innerRowEnd : sprm.rowEnd)
  return {
    line: rowEnd ? words.line({ part }) : words.line({ part, ...lookOf(parts, own, style) }),
    depth,
    endsCell: !rowEnd && (depth > 1 ? is(sprm.innerCell) : isCell),
    row: rowEnd ? (last(own, sprm.cells) ?? Buffer.alloc(0)) : null,
    headRow: is(sprm.headRow),
    from,
    to,
  }
}

const last = (changes: readonly Sprm[], code: number): Buffer | undefined =>
  changes.findLast((change) => change.code === code)?.value

function lookOf(parts: DocParts, own: readonly Sprm[], style: number): Partial<PaperLine> {
  const { styles, lists } = parts
  const list = styles.property(own, style, sprm.list)
  const level = styles.property(own, style, sprm.level)?.[0] ?? 0
  const number = list && list.length >= 2 ? list.readInt16LE(0) : 0
  const numbered = number > 0 ? lists.next(number, level) : null
  const outline = styles.property(own, style, sprm.outline)?.[0]
  return {
    ...(numbered ?? {}),
    heading: outline === undefined ? styles.heading(style) : outline < 9,
    centred: styles.property(own, style, sprm.align, sprm.alignOld)?.[0] === 1,
  }
}

/** Lines outside tables, of notes and boxes. */
export const linesAsBlocks = (paragraphs: readonly DocParagraph[]): Block[] =>
  paragraphs.flatMap(({ line }) => (line.text.trim() === '' ? [] : [{ line }]))
