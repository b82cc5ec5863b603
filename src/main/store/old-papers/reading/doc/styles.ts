import { maxStyleChain } from '../limits'
import { type DocFile, parts } from './header'
import { type Sprm, sprm, sprmsOf } from './sprms'

interface Style {
  base: number
  heading: boolean
  paragraph: readonly Sprm[]
  bold: boolean | null
}

const noStyle = 0xfff
/** Number of Word's own style «Title»; headings are 1 to 9. */
const title = 62

/** Styles of an old document, followed along those they are based on. */
export class DocStyles {
  private readonly styles: (Style | null)[] = []

  constructor(file: DocFile) {
    const bytes = file.part(parts.styles)
    if (bytes.length < 6) return
    const headSize = bytes.readUInt16LE(0)
    const count = bytes.readUInt16LE(2)
    const baseSize = bytes.readUInt16LE(4)
    let at = 2 + headSize
    for (let index = 0; index < count && at + 2 <= bytes.length; index++) {
      const size = bytes.readUInt16LE(at)
      this.styles.push(size < baseSize ? null : styleOf(bytes.subarray(at + 2, at + 2 + size), baseSize))
      at += 2 + size
    }
  }

  private *chain(style: number): Generator<Style> {
    const seen = new Set<number>()
    let next = style
    while (next !== noStyle && !seen.has(next) && seen.size < maxStyleChain) {
      seen.add(next)
      const found: Style | null | undefined = this.styles[next]
      if (!found) return
      yield found
      next = found.base
    }
  }

  bold(style: number): boolean {
    for (const { bold } of this.chain(style)) if (bold !== null) return bold
    return false
  }

  heading(style: number): boolean {
    for (const one of this.chain(style)) if (one.heading) return true
    return false
  }

  /** The nearest value of a paragraph's property, its own first. */
  property(own: readonly Sprm[], style: number, ...codes: number[]): Buffer | null {
    const last = (changes: readonly Sprm[]): Buffer | undefined =>
      changes.findLast(({ code }) => codes.includes(code))?.value
    const direct = last(own)
    if (direct) return direct
    for (const { paragraph } of this.chain(style)) {
      const inherited = last(paragraph)
      if (inherited) return inherited
    }
    return null
  }
}

function styleOf(bytes: Buffer, baseSize: number): Style | null {
  if (bytes.length < Math.max(baseSize, 10) + 2) return null
  const own = bytes.readUInt16LE(0) & 0xfff
  const kind = bytes.readUInt16LE(2)
  const count = bytes.readUInt16LE(4) & 0xf
  const nameLength = bytes.readUInt16LE(baseSize)
  let at = baseSize + 2 + 2 * nameLength + 2
  const changes: Buffer[] = []
  for (let index = 0; index < count && at + 2 <= bytes.length; index++) {
    const size = bytes.readUInt16LE(at)
    changes.push(bytes.subarray(at + 2, at + 2 + size))
    at += 2 + size + (size & 1)
  }
  const ofParagraph = (kind & 0xf) === 1
  const run = changes[ofParagraph ? 1 : 0]
  return {
    base: kind >> 4,
    heading: (own >= 1 && own <= 9) || own === title,
    paragraph: ofParagraph && changes[0] ? [...sprmsOf(changes[0].subarray(2))] : [],
    bold: boldIn(run),
  }
}

function boldIn(changes: Buffer | undefined): boolean | null {
  if (!changes) return null
  const byte = [...sprmsOf(changes)].findLast(({ code }) => code === sprm.bold)?.value[0]
  return byte === undefined || byte === 128 ? null : byte === 1 || byte === 129
}
