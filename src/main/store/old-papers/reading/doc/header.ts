import type { Compound } from './compound'

/** The streams of a document and where things lie in them. */
export interface DocFile {
  main: Buffer
  /** What is too large for the other streams. */
  data: Buffer
  table: Buffer
  /** Lengths of the texts that follow each other: the paper's, of footnotes, headers, comments, endnotes and text boxes. */
  lengths: {
    text: number
    footnotes: number
    headers: number
    macros: number
    comments: number
    endnotes: number
    boxes: number
  }
  /** A structure of the table stream by its index; empty where there is none. */
  part(index: number): Buffer
  /** The same with all that follows it. */
  from(index: number): { bytes: Buffer; size: number }
}

export const parts = {
  styles: 1,
  footnoteTexts: 3,
  sections: 6,
  runs: 12,
  paragraphs: 13,
  pieces: 33,
  shapes: 40,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listFormats: 74,
} as const

export class OldDocument extends Error {}
export class LockedDocument extends Error {}

const word97 = 0xc1

/** @throws OldDocument before Word 97, LockedDocument with a password, RangeError or Error when it is damaged */
export function openDoc(compound: Compound): DocFile {
  const main = compound.stream('WordDocument')
  if (!main) throw new Error('No text')
  if (main.readUInt16LE(0) !== 0xa5ec || main.readUInt16LE(2) < word97) throw new OldDocument()
  const flags = main.readUInt16LE(10)
  if ((flags & 0x0100) !== 0) throw new LockedDocument()
  const table = compound.stream((flags & 0x0200) === 0 ? '0Table' : '1Table')
  if (!table) throw new Error('No table')
  const length = (at: number): number => Math.max(main.readInt32LE(at), 0)
  const place = (index: number): { at: number; size: number } => ({
    at: main.readUInt32LE(154 + 8 * index),
    size: main.readUInt32LE(158 + 8 * index),
  })
  return {
    main,
    data: compound.stream('Data') ?? Buffer.alloc(0),
    table,
    lengths: {
      text: length(76),
      footnotes: length(80),
      headers: length(84),
      macros: length(88),
      comments: length(92),
      endnotes: length(96),
      boxes: length(100),
    },
    part(index) {
      const { at, size } = place(index)
      return table.subarray(at, at + size)
    },
    from(index) {
      const { at, size } = place(index)
      return { bytes: size === 0 ? Buffer.alloc(0) : table.subarray(at), size }
    },
  }
}

/** Places of a list of places, and what stands with each: `size` bytes. */
export function placesOf(bytes: Buffer, size: number): { places: number[]; data: Buffer[] } {
  const count = Math.max(Math.floor((bytes.length - 4) / (4 + size)), 0)
  const places: number[] = []
  const data: Buffer[] = []
  if (bytes.length < 4) return { places, data }
  for (let index = 0; index <= count; index++) places.push(bytes.readUInt32LE(4 * index))
  for (let index = 0; index < count; index++) {
    const at = 4 * (count + 1) + index * size
    data.push(bytes.subarray(at, at + size))
  }
  return { places, data }
}
