import type { CellValue } from 'exceljs'
import { excelTextLimit } from './row-key'

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const special = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\ud800-\udfff]|_x[0-9a-fA-F]{4}_/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** A text as a cell can hold it: what XML cannot is left out (a file with it does not open at all), the rest is cut. */
function excelText(text: string): string {
  const fits = text.length > excelTextLimit ? text.slice(0, excelTextLimit) : text
  if (!special.test(fits)) return fits
  return (
    fits
      .replace(/\r\n?/g, '\n')
      .replace(unwritable, '')
      .replace(loneSurrogate, '\ufffd')
      // Excel would read such text of a person as a character's number.
      .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
  )
}

/**
 * A text as the value of a cell. One that reads like a character's number is written as rich text of one piece:
 * LibreOffice undoes the escape only there and in shared strings.
 */
export function textValue(text: string): CellValue {
  const written = excelText(text)
  return written.includes('_x005F_') ? { richText: [{ text: written }] } : written
}

/** «A», «AB»; 0 is A. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter
}

/** A name Excel takes for a sheet: no `[]:*?/\`, at most 31 characters, no apostrophe at its ends. */
export function sheetName(title: string): string {
  const clean = title
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...clean]
    .slice(0, 31)
    .join('')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim()
  // Excel keeps «History» for itself.
  return short === '' || /^(history|журнал)$/i.test(short) ? `Список ${short}`.trim() : short
}
