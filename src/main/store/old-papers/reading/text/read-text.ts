import type { Original } from '@shared/contract/old-papers'
import { decodeText } from '../../../foreign/decode-text'
import type { Block } from '../blocks'
import { layOut } from '../lay-out'
import { maxText, TooMuch } from '../limits'
import { textBlocks } from './tables'

/** A text file, line by line. */
export function readText(bytes: Buffer): Original {
  const { text, encoding } = decodeText(bytes)
  if (text.length > maxText) throw new TooMuch('в нём слишком много текста')
  return { format: 'text', encoding, ...layOut(blocksOf(text)) }
}

/** Marks of places that some programs write into the text. */
const noise = /\[bookmark: [^\]\n]{0,80}\]/g

/** Lines of a text, with tables where Word has saved some. */
export function blocksOf(text: string): Block[] {
  const lines = text
    .replace(noise, '')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll('\u2011', '-')
    .split(/\r\n|[\n\r\f\v\u2028\u2029\u0085]/)
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  return textBlocks(lines)
}
