import { parse } from 'isbn3'

/** ISBN-10 or ISBN-13 with right check digits, as its 13 digits; null otherwise. Spaces, hyphens and «ISBN» are passed over. */
export function isbn13(text: string): string | null {
  const plain = text
    .toUpperCase()
    .replace(/ISBN(?:-1[03])?:?/gu, '')
    .replace(/[\s\-\u2010-\u2015]/gu, '')
    .replace(/\u0425/gu, 'X')
  if (!/^(?:\d{9}[\dX]|97[89]\d{10})$/.test(plain)) return null
  return parse(plain)?.isbn13 ?? null
}

/** What equal ISBNs share, however written; empty where there is none or it is wrong. */
export const isbnKey = (text: string): string => isbn13(text) ?? ''
