import type { Block, PaperLine } from '../blocks'
import { linesOf } from '../lay-out'
import { maxLines, maxText, TooMuch } from '../limits'
import { ParagraphText } from '../paragraph'
import { unreadChunk } from './chunks'
import type { Numbering } from './numbering'
import type { Styles } from './styles'
import { tableOf } from './tables'
import { childOf, type Element, elementsOf, textOf } from './tree'

/** Kept as text or passed through to what it holds; deleted and moved away is not of the paper. */
const dropped = new Set([
  'del',
  'moveFrom',
  'rPr',
  'pPr',
  'tblPr',
  'tblGrid',
  'trPr',
  'tcPr',
  'sdtPr',
  'sdtEndPr',
  'rt',
])

/** What a line needs to know of where it stands. */
interface Story {
  part: PaperLine['part']
  blocks: Block[]
}

/**
 * Walks the body of a document, paragraph by paragraph: what is seen on the page as its text. Text boxes come before the
 * paragraph they hang on, notes are told of in the order they are referred to.
 */
export class BodyWalk {
  readonly notes: { kind: 'footnote' | 'endnote'; id: string }[] = []
  private lines = 0
  private characters = 0
  /** Fields open now, outermost first: true while what they are computed by is passed. */
  private readonly fields: boolean[] = []
  /** How many of them are so. */
  private passed = 0
  /** A paragraph whose mark is deleted: its text goes on in the next. */
  private joined: { text: ParagraphText; boxes: Block[] } | null = null

  constructor(
    private readonly styles: Styles,
    private readonly numbering: Numbering,
    private readonly chunks: ReadonlyMap<string, readonly Block[]>,
  ) {}

  blocks(parent: Element, part: PaperLine['part']): Block[] {
    const story: Story = { part, blocks: [] }
    const outer = this.joined
    this.joined = null
    this.walk(parent, story)
    this.flush(story)
    this.joined = outer
    return story.blocks
  }

  private walk(parent: Element, story: Story): void {
    for (const element of elementsOf(parent)) {
      if (dropped.has(element.name)) continue
      if (element.name === 'p') this.paragraph(element, story)
      else if (element.name === 'tbl') {
        this.flush(story)
        const table = tableOf(element, (cell) => this.blocks(cell, story.part))
        if (table) story.blocks.push({ table })
      } else if (element.name === 'altChunk') {
        this.flush(story)
        this.chunk(element, story)
      } else this.walk(chosen(element), story)
    }
  }

  /** Another document stands here. */
  private chunk(element: Element, story: Story): void {
    const blocks = this.chunks.get(textOf(element, 'id') ?? '') ?? unreadChunk
    for (const line of linesOf(blocks)) this.counted(line)
    for (const block of blocks) story.blocks.push(block)
  }

  /** A paragraph that was to go on has no other after it. */
  private flush(story: Story): void {
    const rest = this.joined
    this.joined = null
    if (!rest) return
    story.blocks.push(...rest.boxes)
    if (!rest.text.isEmpty) story.blocks.push({ line: this.counted(rest.text.line({ part: story.part })) })
  }

  private paragraph(element: Element, story: Story): void {
    const own = childOf(element, 'pPr')
    const mark = childOf(own, 'rPr')
    const style = textOf(childOf(own, 'pStyle')) ?? this.styles.usual
    const { text, boxes } = this.joined ?? { text: new ParagraphText(), boxes: [] }
    this.joined = null
    const before = this.fields.length
    this.runs(element, style, text, boxes)
    // What a field is computed by does not reach over a paragraph; a file that says so would lose the rest of the text.
    while (this.fields.length > before && this.fields.at(-1)) this.field('end')
    if (childOf(mark, 'del') || childOf(mark, 'moveFrom')) {
      this.joined = { text, boxes }
      return
    }
    story.blocks.push(...boxes)
    if (text.isEmpty && this.styles.on('vanish', mark, textOf(childOf(mark, 'rStyle')), style)) return
    const numbered = this.numbering.next(own, style)
    const line = text.line({
      label: numbered?.label ?? '',
      level: numbered?.level ?? null,
      list: numbered?.list ?? null,
      heading: this.styles.heading(own, style),
      centred: this.styles.centred(own, style),
      part: story.part,
    })
    story.blocks.push({ line: this.counted(line) })
  }

  private counted(line: PaperLine): PaperLine {
    this.characters += line.text.length
    if (++this.lines > maxLines) throw new TooMuch(`в нём больше ${maxLines} строк`)
    if (this.characters > maxText) throw new TooMuch('в нём слишком много текста')
    return line
  }

  private runs(parent: Element, style: string | null, text: ParagraphText, boxes: Block[]): void {
    for (const element of elementsOf(parent)) {
      if (dropped.has(element.name)) continue
      if (element.name === 'r') this.run(element, style, text, boxes)
      else if (element.name === 'txbxContent') boxes.push(...this.blocks(element, 'box'))
      else this.runs(chosen(element), style, text, boxes)
    }
  }

  private run(run: Element, style: string | null, text: ParagraphText, boxes: Block[]): void {
    const own = childOf(run, 'rPr')
    const runStyle = textOf(childOf(own, 'rStyle'))
    const hidden = this.styles.on('vanish', own, runStyle, style)
    const bold = this.styles.on('b', own, runStyle, style)
    this.pieces(run, { hidden, bold, style }, text, boxes)
  }

  private pieces(
    parent: Element,
    look: { hidden: boolean; bold: boolean; style: string | null },
    text: ParagraphText,
    boxes: Block[],
  ): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'fldChar') this.field(textOf(element, 'fldCharType'))
      else if (element.name === 'txbxContent') boxes.push(...this.blocks(element, 'box'))
      else if (element.name === 'r') this.run(element, look.style, text, boxes)
      else if (dropped.has(element.name) || look.hidden || this.passed > 0) continue
      else if (!this.sign(element, look.bold, text)) this.pieces(chosen(element), look, text, boxes)
    }
  }

  /** Text, or what stands for one sign; false: something that holds other things. */
  private sign(element: Element, bold: boolean, text: ParagraphText): boolean {
    switch (element.name) {
      case 't':
        for (const piece of element.children) if (typeof piece === 'string') text.add(piece, bold)
        return true
      case 'tab':
      case 'ptab':
        text.add('\t', bold)
        return true
      case 'br':
        // A page that ends inside a sentence is nothing.
        if (!/^(?:page|column)$/.test(textOf(element, 'type') ?? '')) text.add('\n', bold)
        return true
      case 'cr':
        text.add('\n', bold)
        return true
      case 'noBreakHyphen':
        text.add('-', bold)
        return true
      case 'sym': {
        const code = Number.parseInt(textOf(element, 'char') ?? '', 16)
        if (code > 0 && code <= 0xffff) text.symbol(code, bold)
        return true
      }
      case 'footnoteReference':
      case 'endnoteReference':
        this.notes.push({
          kind: element.name === 'footnoteReference' ? 'footnote' : 'endnote',
          id: textOf(element, 'id') ?? '',
        })
        return true
      default:
        return false
    }
  }

  private field(type: string | null): void {
    if (type === 'begin') {
      this.fields.push(true)
      this.passed++
    } else if (type === 'separate' && this.fields.at(-1)) {
      this.fields[this.fields.length - 1] = false
      this.passed--
    } else if (type === 'end' && this.fields.pop()) this.passed--
  }
}

const nothing: Element = { name: '', attributes: '', children: [] }

/** Of one thing said for programs of different years, what the newest says: not both. */
function chosen(element: Element): Element {
  if (element.name !== 'AlternateContent') return element
  return childOf(element, 'Choice') ?? childOf(element, 'Fallback') ?? nothing
}
