import type { Place } from '@shared/contract/old-papers'

/**
 * Words of the paper that still know where they stand: character i of `text` is at offset `at[i]` of the original (all its
 * lines one after another), −1 for a space or line break put in where parts were joined.
 */
export interface Piece {
  readonly text: string
  readonly at: readonly number[]
}

export const NOTHING: Piece = { text: '', at: [] }

/** Three blanks or a tab: whoever typed it meant a column, «22.11.2023      МБОУ СОШ № 9». */
export const GAP = '\t'

/** A line without the white space at its ends; runs inside it become one space, wide ones one `GAP`. */
export function pieceOf(line: string, start: number): Piece {
  let text = ''
  const at: number[] = []
  let blank = -1
  let wide = false
  for (let index = 0; index < line.length; index += 1) {
    const char = line.charAt(index)
    if (/[\s\u00AD\u200B\uFEFF]/u.test(char)) {
      if (char === '\u00AD' || char === '\u200B' || char === '\uFEFF') continue
      wide ||= char === '\t' || (blank >= 0 && index - blank >= 2)
      if (blank < 0) blank = index
      continue
    }
    if (blank >= 0 && text !== '') {
      text += wide ? GAP : ' '
      at.push(start + blank)
    }
    blank = -1
    wide = false
    text += char
    at.push(start + index)
  }
  return { text, at }
}

export function cut(piece: Piece, from: number, to: number = piece.text.length): Piece {
  if (from <= 0 && to >= piece.text.length) return piece
  return { text: piece.text.slice(from, to), at: piece.at.slice(from, to) }
}

/** Without the given signs, and white space, at its ends. */
export function strip(piece: Piece, signs = ''): Piece {
  let from = 0
  let to = piece.text.length
  const loose = (at: number): boolean => /\s/u.test(piece.text.charAt(at)) || signs.includes(piece.text.charAt(at))
  while (from < to && loose(from)) from += 1
  while (to > from && loose(to - 1)) to -= 1
  return cut(piece, from, to)
}

/** The same, and without the full stop that ends it: the dot of an initial stays, «Ларина П.К.». */
export function stripStop(piece: Piece, signs = ''): Piece {
  const bare = strip(piece, signs)
  return /(?:^|[\s.])\p{Lu}\.$/u.test(bare.text) ? bare : strip(bare, `${signs}.`)
}

/** Nothing honest is put together longer: past it, what follows stands by itself. */
export const LONGEST = 10_000

export function join(pieces: readonly Piece[], glue: string): Piece {
  const whole = pieces.filter(({ text }) => text !== '')
  const first = whole[0]
  if (first === undefined) return NOTHING
  if (whole.length === 1) return first
  const between = Array.from(glue, () => -1)
  const second = whole[1]
  // A decision of thousands of lines is put together line by line: two are joined at once.
  if (second !== undefined && whole.length === 2)
    return { text: first.text + glue + second.text, at: first.at.concat(between, second.at) }
  const at: number[] = []
  for (const [index, piece] of whole.entries()) {
    if (index > 0) at.push(...between)
    for (const offset of piece.at) at.push(offset)
  }
  return { text: whole.map(({ text }) => text).join(glue), at }
}

/** Parts between the separators a pattern finds (it must be global). */
export function splitBy(piece: Piece, separator: RegExp): Piece[] {
  const parts: Piece[] = []
  let from = 0
  for (const match of piece.text.matchAll(separator)) {
    parts.push(strip(cut(piece, from, match.index)))
    from = match.index + match[0].length
  }
  parts.push(strip(cut(piece, from)))
  return parts.filter(({ text }) => text !== '')
}

/** The text for a field: gaps and line breaks of layout become spaces. */
export const line = ({ text }: Piece): string => text.replace(/\s+/gu, ' ').trim()

/** The text of a field of several paragraphs. */
export const paragraphs = ({ text }: Piece): string =>
  text
    .split('\n')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join('\n')

/** Where the lines of a paper begin when they stand one after another, and what of them has been understood. */
export class Ground {
  private readonly starts: number[] = []
  private readonly taken: Uint8Array

  constructor(private readonly lines: readonly { text: string }[]) {
    let start = 0
    for (const { text } of lines) {
      this.starts.push(start)
      start += text.length + 1
    }
    this.taken = new Uint8Array(start)
  }

  startOf(index: number): number {
    return this.starts[index] ?? 0
  }

  private lineAt(offset: number): number {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Places of a piece: one for each line it stands on, more where words of another field stand between. */
  places(piece: Piece): Place[] {
    const places: Place[] = []
    for (const offset of piece.at) {
      if (offset < 0) continue
      const last = places.at(-1)
      const start = last === undefined ? 0 : this.startOf(last.line)
      const text = last === undefined ? '' : (this.lines[last.line]?.text ?? '')
      const from = offset - start
      if (last && from >= last.to && from < text.length && text.slice(last.to, from).trim() === '') last.to = from + 1
      else {
        const line = this.lineAt(offset)
        const at = offset - this.startOf(line)
        places.push({ line, from: at, to: at + 1 })
      }
    }
    return places
  }

  /** Notes that the words of a piece have found their field, or are a label or number of one. */
  take(piece: Piece): void {
    for (const offset of piece.at) if (offset >= 0) this.taken[offset] = 1
  }

  /** What has found no place, line by line; signs between fields are not worth telling of. */
  left(): { line: number; text: string }[] {
    const found: { line: number; text: string }[] = []
    for (const [index, { text }] of this.lines.entries()) {
      const start = this.startOf(index)
      let from = -1
      let to = -1
      for (let at = 0; at < text.length; at += 1) {
        if (this.taken[start + at] === 1 || !/[\p{L}\p{N}]/u.test(text.charAt(at))) continue
        if (from < 0) from = at
        to = at + 1
      }
      if (from < 0) continue
      // Brackets and quotes around it are of it.
      while (from > 0 && this.taken[start + from - 1] !== 1 && /\S/u.test(text.charAt(from - 1))) from -= 1
      while (to < text.length && this.taken[start + to] !== 1 && /\S/u.test(text.charAt(to))) to += 1
      found.push({ line: index, text: text.slice(from, to).replace(/\s+/gu, ' ').trim() })
    }
    return found
  }
}

/** With layout gaps as plain spaces and loose ends gone: what a field holds, character for character. */
export function tidy(piece: Piece): Piece {
  const bare = strip(piece)
  return bare.text.includes(GAP) ? { text: bare.text.replaceAll(GAP, ' '), at: bare.at } : bare
}
