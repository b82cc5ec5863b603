import { maxText, TooMuch } from '../limits'
import { type DocFile, parts, placesOf } from './header'

/** Text that lies together in the file: characters [from, from + length) of the paper at `offset`. */
export interface Piece {
  from: number
  length: number
  offset: number
  /** Bytes of a character. */
  width: 1 | 2
}

export interface DocText {
  text: string
  pieces: readonly Piece[]
}

/** All text of a document, pieced together. */
export function textOfDoc(file: DocFile): DocText {
  const { places, data } = placesOf(pieceTable(file.part(parts.pieces)), 8)
  const latin = new TextDecoder('windows-1252')
  const pieces: Piece[] = []
  let text = ''
  for (const [index, piece] of data.entries()) {
    const length = (places[index + 1] ?? 0) - (places[index] ?? 0)
    if (length <= 0) throw new Error('Pieces do not follow')
    if (text.length + length > maxText) throw new TooMuch('в нём слишком много текста')
    const place = piece.readUInt32LE(2)
    const narrow = (place & 0x40000000) !== 0
    const offset = narrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff
    const width = narrow ? 1 : 2
    const bytes = file.main.subarray(offset, offset + length * width)
    if (bytes.length < length * width) throw new Error('Text is cut')
    pieces.push({ from: text.length, length, offset, width })
    text += narrow ? latin.decode(bytes) : bytes.toString('utf16le')
  }
  return { text, pieces }
}

/** Past changes of look that a hasty saving left before the table. */
function pieceTable(clx: Buffer): Buffer {
  let at = 0
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1)
  if (clx[at] !== 2) throw new Error('No pieces')
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
}
