import { type PaperLine, plainLine } from './blocks'
import { symbolOf } from './number-formats'

/** Signs that are not seen, or are seen as another: the soft hyphen, the hyphen and spaces that do not break, joiners. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/** Text of one paragraph as its runs come, with its bold stretches. */
export class ParagraphText {
  private text = ''
  private readonly bold: [number, number][] = []

  get isEmpty(): boolean {
    return this.text === ''
  }

  add(raw: string, bold: boolean): void {
    const text = raw.replace(unseen, '').replaceAll('\u2011', '-').replace(/\r\n?/g, '\n')
    if (text === '') return
    const from = this.text.length
    this.text += text
    if (!bold) return
    const last = this.bold.at(-1)
    if (last && last[1] === from) last[1] = this.text.length
    else this.bold.push([from, this.text.length])
  }

  symbol(code: number, bold: boolean): void {
    this.add(code >= 0xf000 || code < 0x100 ? symbolOf(code) : String.fromCharCode(code), bold)
  }

  line(rest: Partial<PaperLine>): PaperLine {
    return { ...plainLine(this.text), bold: this.bold, ...rest }
  }
}
