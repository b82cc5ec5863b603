import type { CellValue, ColumnSpec } from '@shared/contract/lists'

/**
 * The hidden key column of our own Excel files. Its head names the database, the list and the columns as exported; each
 * row has its id and a short hash of every one of these cells. So a file that comes back is compared three ways: a cell
 * whose hash still fits was not touched in the file, whatever the data have become meanwhile.
 */
const word = 'Ключ'
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Characters of base64url a cell's hash has: 24 bits. */
const hashLength = 4
/** Excel keeps no more characters in a cell: what is cut there must not look changed. */
export const excelTextLimit = 32_767

export interface RowKeyHead {
  databaseId: string
  list: string
  /** Keys of the columns whose hashes follow in each row, in order. */
  columns: readonly string[]
}

export interface RowKey {
  id: number
  /** Hash of the cell as it was exported, by column key. */
  hashes: ReadonlyMap<string, string>
}

type KeyColumn = Pick<ColumnSpec, 'key' | 'type'>

/** Text of the head of the key column. */
export function keyHeading(databaseId: string, list: string, columns: readonly KeyColumn[]): string {
  return [word, databaseId, list, columns.map((column) => column.key).join(',')].join(' ')
}

/** Null where the text is no head of a key column. */
export function parseKeyHeading(text: string): RowKeyHead | null {
  const [first, databaseId, list, columns, ...rest] = text.trim().split(/\s+/u)
  if (first !== word || !databaseId || !list || rest.length > 0) return null
  return { databaseId, list, columns: columns === undefined || columns === '' ? [] : columns.split(',') }
}

/** Text of a row's key cell; `values` are stored values in the order of the head's columns. */
export function rowKey(id: number, values: readonly CellValue[]): string {
  let key = `${id}:`
  for (const value of values) key += cellHash(value)
  return key
}

/** Null where the text is no key, or of another number of columns than its head. */
export function parseRowKey(head: RowKeyHead, text: string): RowKey | null {
  const match = /^(\d{1,15}):([A-Za-z0-9_-]*)$/.exec(text.trim())
  const hashes = match?.[2] ?? ''
  if (!match || hashes.length !== head.columns.length * hashLength) return null
  return {
    id: Number(match[1]),
    hashes: new Map(
      head.columns.map((column, index) => [column, hashes.slice(index * hashLength, (index + 1) * hashLength)]),
    ),
  }
}

/**
 * The text two cell values share when a person would call them the same after Excel or LibreOffice has saved the file
 * again: line breaks, spaces at the ends, unprintable characters and the kind of emptiness make no difference.
 */
export function canonicalText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return String(value)
  if (value.length <= excelTextLimit && plain.test(value)) return value
  return value
    .replace(/\r\n?/g, '\n')
    .replace(unprintable, '')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .slice(0, excelTextLimit)
    .replace(/[^\S\n]+(?=\n)/gu, '')
    .trim()
    .normalize('NFC')
}

/** Nearly all texts: nothing in them that the rules below would change. */
const plain = /^(?:[!-~А-яЁё№«»–—](?:[ -~А-яЁё№«»–—]*[!-~А-яЁё№«»–—])?)?$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Four characters by which a cell's content is known again; not against forgery. */
export function cellHash(value: CellValue): string {
  const text = canonicalText(value)
  // FNV-1a over UTF-16 units, then murmur's finaliser: short and near texts must not fall together.
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash = (hash ^ (hash >>> 16)) >>> 0
  let out = ''
  for (let shift = 0; shift < hashLength; shift++) out += alphabet[(hash >>> (shift * 6)) & 63]
  return out
}
