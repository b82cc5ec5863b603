import { type DocFile, parts, placesOf } from './header'
import { type Sprm, sprm, sprmsOf } from './sprms'
import type { DocStyles } from './styles'
import type { DocText } from './text'

/** Bytes of the file [from, to) that look one way. */
interface Run {
  from: number
  to: number
  changes: Buffer
}

const pageSize = 512

/** Runs of a kind, in the order of the file. */
function runsOf(file: DocFile, part: number, changesOf: (page: Buffer, index: number, count: number) => Buffer): Run[] {
  const runs: Run[] = []
  const seen = new Set<number>()
  for (const entry of placesOf(file.part(part), 4).data) {
    const number = entry.readUInt32LE(0) & 0x3fffff
    if (seen.has(number)) continue
    seen.add(number)
    const page = file.main.subarray(number * pageSize, (number + 1) * pageSize)
    if (page.length < pageSize) continue
    const count = page[pageSize - 1] ?? 0
    for (let index = 0; index < count && 4 * (count + 1) < pageSize; index++) {
      const [from, to] = [page.readUInt32LE(4 * index), page.readUInt32LE(4 * index + 4)]
      if (to > from) runs.push({ from, to, changes: changesOf(page, index, count) })
    }
  }
  return runs.sort((a, b) => a.from - b.from)
}

const nothing = Buffer.alloc(0)

function runChanges(page: Buffer, index: number, count: number): Buffer {
  const at = 2 * (page[4 * (count + 1) + index] ?? 0)
  return at === 0 ? nothing : page.subarray(at + 1, at + 1 + (page[at] ?? 0))
}

/** With the style's number first. */
function paragraphChanges(page: Buffer, index: number, count: number): Buffer {
  const at = 2 * (page[4 * (count + 1) + 13 * index] ?? 0)
  if (at === 0) return nothing
  const size = page[at] ?? 0
  return size === 0 ? page.subarray(at + 2, at + 2 + 2 * (page[at + 1] ?? 0)) : page.subarray(at + 1, at + 2 * size)
}

/** The run a byte of the file lies in; undefined where no run is. */
function runAt(runs: readonly Run[], offset: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.to ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** What is to be known of each character. */
export const look = { on: 1, off: 2, opposite: 3, boldMask: 3, gone: 4, special: 8, styleBold: 16 } as const

export interface Looks {
  /** `look` of each character. */
  flags: Uint8Array
  /** Signs of symbol fonts, by character. */
  symbols: ReadonlyMap<number, number>
}

export function looksOf(file: DocFile, { text, pieces }: DocText, styles: DocStyles): Looks {
  const runs = runsOf(file, parts.runs, runChanges)
  const flags = new Uint8Array(text.length)
  const symbols = new Map<number, number>()
  for (const { from, length, offset, width } of pieces) {
    const end = offset + length * width
    for (let index = runAt(runs, offset); index < runs.length; index++) {
      const run = runs[index]
      if (!run || run.from >= end) break
      const { flag, symbol } = lookOf(run.changes, styles)
      const first = Math.max(from + Math.floor((run.from - offset) / width), from)
      const last = Math.min(from + Math.ceil((run.to - offset) / width), from + length)
      if (flag !== 0) flags.fill(flag, first, last)
      if (symbol !== null) symbols.set(first, symbol)
    }
  }
  return { flags, symbols }
}

function lookOf(changes: Buffer, styles: DocStyles): { flag: number; symbol: number | null } {
  let flag = 0
  let symbol: number | null = null
  for (const { code, value } of sprmsOf(changes)) {
    const byte = value[0] ?? 0
    if (code === sprm.bold)
      flag = (flag & ~look.boldMask) | (byte === 0 ? look.off : byte === 1 ? look.on : byte === 129 ? look.opposite : 0)
    else if (code === sprm.hidden || code === sprm.deleted) flag |= byte === 1 || byte === 129 ? look.gone : 0
    else if (code === sprm.special) flag |= byte === 1 ? look.special : 0
    else if (code === sprm.symbol) symbol = value.readUInt16LE(2)
    else if (code === sprm.styleOfRun && styles.bold(value.readUInt16LE(0))) flag |= look.styleBold
  }
  return { flag, symbol }
}

/** Properties of the paragraph that ends with a character; the style's number and its own changes. */
export class ParagraphLooks {
  private readonly runs: readonly Run[]
  private readonly data: Buffer
  private piece = 0

  constructor(
    file: DocFile,
    private readonly text: DocText,
  ) {
    this.runs = runsOf(file, parts.paragraphs, paragraphChanges)
    this.data = file.data
  }

  /** `at` is where its mark stands; paragraphs are asked for in order. */
  of(at: number): { style: number; changes: readonly Sprm[] } {
    const { pieces } = this.text
    if ((pieces[this.piece]?.from ?? 0) > at) this.piece = 0
    while (this.piece + 1 < pieces.length && (pieces[this.piece + 1]?.from ?? 0) <= at) this.piece++
    const piece = pieces[this.piece]
    const offset = piece ? piece.offset + (at - piece.from) * piece.width : 0
    const run = this.runs[runAt(this.runs, offset)]
    if (!run || run.from > offset || run.changes.length < 2) return { style: 0, changes: [] }
    return { style: run.changes.readUInt16LE(0), changes: this.all(run.changes.subarray(2)) }
  }

  /** With those that lie in the stream of data. */
  private all(changes: Buffer): Sprm[] {
    return [...sprmsOf(changes)].flatMap((change) => {
      if (change.code !== sprm.far && change.code !== sprm.farRow) return [change]
      const at = change.value.readUInt32LE(0)
      const size = at + 2 <= this.data.length ? this.data.readUInt16LE(at) : 0
      return [...sprmsOf(this.data.subarray(at + 2, at + 2 + size))]
    })
  }
}
