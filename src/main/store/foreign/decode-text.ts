import { isUtf8 } from 'node:buffer'
import { cyrillicEncoding } from './cyrillic'

export interface DecodedText {
  text: string
  encoding: string
}

/**
 * UTF-8 and UTF-16 by their marks or their look; CP866 of old DOS programs and KOI8-R where the letters are surely theirs;
 * else Windows-1251: what Russian Excel writes by itself.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const as = (encoding: string, from: number, name: string): DecodedText => ({
    text: new TextDecoder(encoding).decode(bytes.subarray(from)),
    encoding: name,
  })
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return as('utf-8', 3, 'UTF-8')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return as('utf-16le', 2, 'UTF-16')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return as('utf-16be', 2, 'UTF-16')
  const wide = wideness(bytes)
  if (wide !== null) return as(wide, 0, 'UTF-16')
  if (isUtf8(bytes)) return as('utf-8', 0, 'UTF-8')
  const { label, name } = cyrillicEncoding(bytes)
  return as(label, 0, name)
}

/** UTF-16 without a mark: every other byte of a Russian or Latin text is 0 or 4. */
function wideness(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 4000) & ~1
  if (length < 4) return null
  const high = [0, 0]
  for (let at = 0; at < length; at++) {
    const byte = bytes[at]
    if (byte === 0 || byte === 4) high[at & 1] = (high[at & 1] ?? 0) + 1
  }
  const [even = 0, odd = 0] = high
  if (odd > length * 0.4 && even < length * 0.1) return 'utf-16le'
  if (even > length * 0.4 && odd < length * 0.1) return 'utf-16be'
  return null
}

/** A text has no control characters but breaks and tabs; in UTF-16 every other byte is 0 or 4. */
export function looksLikeText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  const wide = head.filter((byte) => byte === 0 || byte === 4).length
  // «№» of UTF-16 has a byte that looks like a control character.
  return controls === 0 || (wide > head.length * 0.4 && controls - wide < head.length * 0.02)
}
