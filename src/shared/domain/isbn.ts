import { parse } from 'isbn3'

/** Figures and X only, as ISBN-10 or ISBN-13 has them; spaces, hyphens and the word «ISBN» are passed over. */
function bare(text: string): string {
  return text
    .toUpperCase()
    .replace(/ISBN(?:[-\u2010-\u2015]?1[03](?=\s*:|\s))?\s*:?/gu, '')
    .replace(/[\s\-\u2010-\u2015]/gu, '')
    .replace(/\u0425/gu, 'X')
}

/** ISBN-10 or ISBN-13 with right check digits, as its 13 digits; null otherwise. */
export function isbn13(text: string): string | null {
  const plain = bare(text)
  if (faultOf(plain) !== null) return null
  if (plain.length === 13) return plain
  const body = `978${plain.slice(0, 9)}`
  return body + lastOf13(body)
}

/** What equal ISBNs share, however written; empty where there is none or it is wrong. */
export const isbnKey = (text: string): string => isbn13(text) ?? ''

/** With the hyphens of its group and publisher, of 10 or 13 digits as it was given; the text itself where it is wrong. */
export function formatIsbn(text: string): string {
  const plain = bare(text)
  if (faultOf(plain) !== null) return text.trim()
  const found = parse(plain)
  return (plain.length === 13 ? found?.isbn13h : found?.isbn10h) ?? plain
}

/** What is wrong with an ISBN and what to do, as the end of a sentence; null: nothing, or there is none. */
export function isbnFault(text: string): string | null {
  return text.trim() === '' ? null : faultOf(bare(text))
}

function faultOf(plain: string): string | null {
  const strange = /[^\dX]|X(?!$)/u.exec(plain)?.[0]
  if (strange !== undefined) {
    return `знака «${strange}» в ISBN быть не может: в нём 13 цифр (в старых книгах 10, последней бывает X). Впишите один номер, без пояснений`
  }
  if (plain.length !== 13 && plain.length !== 10) {
    return `в ISBN 13 цифр (в старых книгах 10), а здесь ${plain.length}. Сверьте номер с книгой`
  }
  if (plain.length === 13 && !/^97[89]/u.test(plain)) {
    return `ISBN из 13 цифр начинается с 978 или 979, а здесь — с ${plain.slice(0, 3)}. Сверьте номер с книгой`
  }
  if (plain.length === 13 && plain.endsWith('X')) return 'в ISBN из 13 знаков все — цифры. Сверьте номер с книгой'
  const expected = plain.length === 13 ? lastOf13(plain.slice(0, 12)) : lastOf10(plain.slice(0, 9))
  if (plain.endsWith(expected)) return null
  return `последняя, контрольная цифра должна быть ${expected}, а стоит ${plain.slice(-1)}: где-то в номере опечатка. Сверьте его с книгой`
}

/** Weights 1 and 3 by turns, to a multiple of 10 (ISO 2108). */
function lastOf13(body: string): string {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

/** Weights 10 to 2, to a multiple of 11; X is ten. */
function lastOf10(body: string): string {
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0)
  const last = (11 - (sum % 11)) % 11
  return last === 10 ? 'X' : String(last)
}
