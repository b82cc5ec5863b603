import { maxDepth } from './limits'

/**
 * A strict reader of XML by portions, for the parts of a workbook or document. A file that is cut or garbled must be refused, never read
 * in part: elements have to match, entities are the five there are, and a DTD (by which a small file blows up or reaches
 * for other files) is refused.
 */
export interface XmlHandlers {
  /** Local name and the raw text of the attributes: `attribute` finds one. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

const longestTag = 100_000
const longestText = 1_000_000

export class XmlError extends Error {}

const breach = (what: string): never => {
  throw new XmlError(what)
}

const local = (name: string): string => {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

export class XmlReader {
  private buffer = ''
  private readonly open: string[] = []
  private seenRoot = false
  private started = false

  constructor(private readonly handlers: XmlHandlers) {}

  push(chunk: string): void {
    this.buffer = this.buffer === '' ? chunk : this.buffer + chunk
    if (!this.started && this.buffer !== '') {
      this.started = true
      if (this.buffer.charCodeAt(0) === 0xfeff) this.buffer = this.buffer.slice(1)
    }
    this.buffer = this.consume(this.buffer)
    // Nothing honest is that long: a tag with its attributes, a comment or the text of a cell.
    if (this.buffer.length > longestText) breach('слишком длинный фрагмент')
  }

  end(): void {
    if (this.buffer.trim() !== '' || this.open.length > 0 || !this.seenRoot) breach('текст обрывается')
  }

  /** Answers what is not complete yet. */
  private consume(buffer: string): string {
    let at = 0
    for (;;) {
      const next = buffer.indexOf('<', at)
      if (next === -1) return buffer.slice(at)
      if (next > at) this.textBetween(buffer.slice(at, next))
      const done = this.markup(buffer, next)
      if (done === -1) return buffer.slice(next)
      at = done
    }
  }

  private textBetween(raw: string): void {
    if (this.open.length > 0) this.handlers.text(decodeEntities(raw))
    else if (raw.trim() !== '') breach('текст вне элементов')
  }

  /** Position after the markup that begins at `at`; -1: it is not complete yet. */
  private markup(buffer: string, at: number): number {
    const kind = buffer.charCodeAt(at + 1)
    if (Number.isNaN(kind)) return -1
    if (kind === 0x2f) return this.closing(buffer, at)
    if (kind === 0x3f) {
      const end = buffer.indexOf('?>', at)
      return end === -1 ? -1 : end + 2
    }
    if (kind === 0x21) return this.declaration(buffer, at)
    return this.opening(buffer, at)
  }

  private closing(buffer: string, at: number): number {
    const end = buffer.indexOf('>', at)
    if (end === -1) return -1
    const name = buffer.slice(at + 2, end).trim()
    if (this.open.pop() !== name) breach('элементы не сходятся')
    this.handlers.close(local(name))
    return end + 1
  }

  private declaration(buffer: string, at: number): number {
    if (buffer.length - at < 9) return -1
    if (buffer.startsWith('<!--', at)) {
      const end = buffer.indexOf('-->', at + 4)
      return end === -1 ? -1 : end + 3
    }
    if (buffer.startsWith('<![CDATA[', at) && this.open.length > 0) {
      const end = buffer.indexOf(']]>', at + 9)
      if (end === -1) return -1
      this.handlers.text(buffer.slice(at + 9, end))
      return end + 3
    }
    return breach('недопустимое объявление')
  }

  private opening(buffer: string, at: number): number {
    const end = tagEnd(buffer, at + 1)
    if (end === -1) {
      // Looked through again with every portion that comes: an endless tag must not cost the square of its length.
      if (buffer.length - at > longestTag) breach('слишком длинный тег')
      return -1
    }
    const empty = buffer.charCodeAt(end - 1) === 0x2f
    const inside = buffer.slice(at + 1, empty ? end - 1 : end)
    const space = inside.search(/\s/)
    const name = space === -1 ? inside : inside.slice(0, space)
    if (!/^[\p{L}_][\p{L}\p{N}_.:-]*$/u.test(name)) breach('недопустимое имя элемента')
    if (this.open.length === 0 && this.seenRoot) breach('второй корень')
    this.seenRoot = true
    if (this.open.length >= maxDepth) breach('слишком глубокая вложенность')
    const own = local(name)
    this.handlers.open(own, space === -1 ? '' : inside.slice(space))
    if (empty) this.handlers.close(own)
    else this.open.push(name)
    return end + 1
  }
}

/** The `>` that ends a tag, past quoted values. */
function tagEnd(buffer: string, from: number): number {
  let at = from
  for (;;) {
    const end = buffer.indexOf('>', at)
    const quote = firstQuote(buffer, at, end === -1 ? buffer.length : end)
    if (quote === -1) return end
    const close = buffer.indexOf(buffer.charAt(quote), quote + 1)
    if (close === -1) return -1
    at = close + 1
  }
}

function firstQuote(buffer: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = buffer.charCodeAt(at)
    if (code === 0x22 || code === 0x27) return at
    if (code === 0x3c) breach('тег не закрыт')
  }
  return -1
}

/** Value of an attribute by its name without prefix; null where there is none. */
export function attribute(raw: string, name: string): string | null {
  let at = raw.indexOf(`${name}=`)
  while (at > 0) {
    const before = raw.charCodeAt(at - 1)
    // A space or the colon of a prefix.
    if (before <= 0x20 || before === 0x3a) {
      const quote = raw.charAt(at + name.length + 1)
      if (quote === '"' || quote === "'") {
        const start = at + name.length + 2
        const end = raw.indexOf(quote, start)
        return end === -1 ? null : decodeEntities(raw.slice(start, end))
      }
    }
    at = raw.indexOf(`${name}=`, at + 1)
  }
  return null
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&([^;&\s]{0,12};)?/g, (_, reference: string | undefined) => {
    const name = reference?.slice(0, -1) ?? ''
    const known = entities[name]
    if (known !== undefined) return known
    const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
    const code = number ? Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16) : Number.NaN
    if (!(code > 0 && code <= 0x10ffff)) breach('недопустимая ссылка на знак')
    return String.fromCodePoint(code)
  })
}

/** Excel writes characters XML cannot hold as `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
