import type { Block, Paper, Paragraph, Row } from '@shared/papers/model'
import { fieldKey } from '@shared/papers/templates/fields'
import JSZip from 'jszip'
import { paperToDocx } from '../writer'
import {
  BREAK_MARK,
  type FieldValues,
  filledBy,
  type Keyed,
  type KeyedValue,
  keyed,
  located,
  PLACE,
  printableText,
} from './fill'
import { putPaper } from './in-template'
import { WordFile } from './word-file'

/** What one copy says: values of the fields, and the paper of ours that is put into the template. */
export interface CopyOf {
  fields: FieldValues
  paper: Paper | null
}

export interface CopiesOf {
  /** Null: our paper as it is. */
  template: Uint8Array | null
  /** The template stands before the paper. */
  cover?: boolean
  /** Fields and lists that say the same in every copy. */
  shared?: FieldValues
}

/**
 * Copies of one paper for many. The template is filled and our paper put into it once, with marks where words of a copy stand; a copy is
 * that text with its own words. What is not of the same form — a field is empty, a text has one paragraph more, a list one row — is
 * put together anew, as if it were the only one: no copy differs from one made alone (`tests/integration/papers/copies`).
 */
export class Copies {
  private readonly shared: Readonly<Keyed>
  private readonly forms: Form[] = []

  constructor(private readonly of: CopiesOf) {
    this.shared = { ...keyed(of.shared ?? {}), ...PLACE }
  }

  /** @throws when the template has come apart: it was checked when it was added (`store/templates/check`) */
  async bytes(copy: CopyOf): Promise<Buffer> {
    const { form, words } = await this.formOf(copy)
    return form.bytes(words)
  }

  /** The same before it is packed. */
  async file(copy: CopyOf): Promise<WordFile> {
    const { form, words } = await this.formOf(copy)
    return form.file.withTexts(form.texts(words))
  }

  private async formOf({ fields, paper }: CopyOf): Promise<{ form: Form; words: Words }> {
    const own = { ...keyed(fields), ...this.shared }
    const blank = paper === null ? { paper: null, texts: [] } : emptied(paper)
    const key = JSON.stringify(blank.paper)
    const words = { fields: own, texts: blank.texts }
    const known = this.forms.find((form) => form.fits(key, own))
    if (known) return { form: known, words }
    const form = await this.made(key, own, blank.paper)
    if (this.forms.length >= MOST_FORMS) this.forms.shift()
    this.forms.push(form)
    return { form, words }
  }

  private async made(key: string, own: Keyed, paper: Paper | null): Promise<Form> {
    const asked = new Asked(this.shared)
    const docx = paper === null ? null : await paperToDocx(paper)
    const { template, cover = false } = this.of
    if (template === null) return Form.of(key, asked, docx ?? Buffer.alloc(0))
    const file = await filledBy(template, (path) => asked.mark(own, path))
    if (docx !== null) await putPaper(file, docx, { cover })
    return Form.of(key, asked, await file.bytes())
  }
}

/** Forms kept: copies of many different ones come seldom, and each is a whole file in memory. */
const MOST_FORMS = 40

/** Words of one copy: its fields, and the texts of our paper in their order. */
interface Words {
  fields: Readonly<Keyed>
  texts: readonly string[]
}

/** `f3`: the third place where a field is asked for; `t3`: the third text of our paper. */
const mark = (kind: 'f' | 't', number: number): string => `\uE0D2${kind}${number}\uE0D3`
const MARK = /\uE0D2([ft])(\d+)\uE0D3/u

/** Fields the template has asked for while it was filled, and of what form their values were. */
class Asked {
  private readonly forms = new Map<string, { path: readonly string[]; form: string }>()
  private readonly marks: { path: readonly string[]; line: number }[] = []

  constructor(private readonly shared: Readonly<Keyed>) {}

  /** What stands for the value of a field: marks as many as it has paragraphs. */
  mark(fields: Readonly<Keyed>, path: readonly string[]): KeyedValue {
    const { value, depth } = located(fields, path)
    const inShared = path.length > 1 && this.isShared(path[0])
    if (depth > 0 ? inShared : this.isShared(path.at(-1))) return value
    // What the rows of a list all copies share do not say, the copy says: once for all rows.
    const place = inShared ? path.slice(-1) : [...path]
    const key = JSON.stringify(place)
    if (!this.forms.has(key)) this.forms.set(key, { path: place, form: formOf(value) })
    if (typeof value !== 'string' || value === '') return value
    return value
      .split(BREAK_MARK)
      .map((text, line) => (text === '' ? '' : mark('f', this.marks.push({ path: place, line }) - 1)))
      .join(BREAK_MARK)
  }

  private isShared(name = ''): boolean {
    return Object.hasOwn(this.shared, fieldKey(name))
  }

  fits(fields: Readonly<Keyed>): boolean {
    for (const { path, form } of this.forms.values()) if (formOf(located(fields, path).value) !== form) return false
    return true
  }

  text(fields: Readonly<Keyed>, number: number): string {
    const { path = [], line = 0 } = this.marks[number] ?? {}
    const { value } = located(fields, path)
    return typeof value === 'string' ? (value.split(BREAK_MARK)[line] ?? '') : ''
  }
}

/** Paragraphs of a value, which are empty and which not; rows of a list. */
function formOf(value: KeyedValue): string {
  if (typeof value !== 'string') return `${value.length} rows`
  return value === ''
    ? ''
    : value
        .split(BREAK_MARK)
        .map((text) => (text === '' ? '-' : 'x'))
        .join('')
}

/** What copies of one form are made of: a file with marks in it. */
class Form {
  private zip: JSZip | null = null

  private constructor(
    private readonly key: string,
    private readonly asked: Asked,
    private readonly packed: Buffer,
    readonly file: WordFile,
    /** Of each part with marks: its text, kind of a mark, number of the mark, text… */
    private readonly pieces: ReadonlyMap<string, readonly string[]>,
  ) {}

  static async of(key: string, asked: Asked, packed: Buffer): Promise<Form> {
    const file = await WordFile.open(packed)
    const pieces = new Map<string, readonly string[]>()
    for (const part of file.names()) {
      if (!part.endsWith('.xml')) continue
      const found = new TextDecoder().decode(file.raw(part)).split(MARK)
      if (found.length > 1) pieces.set(part, found)
    }
    return new Form(key, asked, packed, file, pieces)
  }

  fits(key: string, fields: Readonly<Keyed>): boolean {
    return this.key === key && this.asked.fits(fields)
  }

  /** Parts with the words of a copy in them. */
  texts({ fields, texts }: Words): Map<string, string> {
    const filled = new Map<string, string>()
    for (const [part, pieces] of this.pieces) {
      let text = pieces[0] ?? ''
      for (let at = 1; at < pieces.length; at += 3) {
        const number = Number(pieces[at + 1])
        const word = pieces[at] === 'f' ? this.asked.text(fields, number) : (texts[number] ?? '')
        text += escaped(word) + (pieces[at + 2] ?? '')
      }
      filled.set(part, text)
    }
    return filled
  }

  /** Parts that are the same in all copies are packed once. */
  async bytes(words: Words): Promise<Buffer> {
    this.zip ??= await JSZip.loadAsync(this.packed)
    for (const [part, text] of this.texts(words)) this.zip.file(part, text, { createFolders: false })
    return this.zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
  }
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign)

/** The paper with marks for its texts, and the texts. */
function emptied(paper: Paper): { paper: Paper; texts: string[] } {
  const texts: string[] = []
  const word = (text: string): string => (text === '' ? '' : mark('t', texts.push(printableText(text)) - 1))
  const paragraph = (one: Paragraph): Paragraph => ({
    ...one,
    // Of a field Word's own, the text is worked out and may be looked at.
    runs: one.runs.map((run) => (run.field === undefined ? { ...run, text: word(run.text) } : run)),
  })
  const row = (one: Row): Row => ({
    ...one,
    cells: one.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(paragraph) })),
  })
  const block = (one: Block): Block => {
    if (one.kind === 'paragraph') return paragraph(one)
    if (one.kind === 'table') return { ...one, headRows: one.headRows.map(row), rows: one.rows.map(row) }
    if (one.kind === 'signature') return { ...one, label: word(one.label), lines: one.lines.map(word) }
    return one
  }
  return { paper: { ...paper, blocks: paper.blocks.map(block) }, texts }
}
