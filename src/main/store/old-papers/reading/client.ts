import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Original, OriginalLine, PaperKind, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { understand } from '../understand'

const plain = (text: string): OriginalLine => ({
  text,
  label: '',
  level: null,
  list: null,
  heading: false,
  centred: false,
  bold: [],
  part: 'body',
  cell: null,
})

/** Only texts for now: the reader of Word and its thread come with `reading`. */
export async function readPaper(
  file: string,
  as: PaperKind | null,
  today: IsoDate,
): Promise<{ original: Original; understood: Understood | null; hash: string }> {
  const bytes = await readFile(file)
  const lines = bytes.toString('utf8').split(/\r?\n/u).map(plain)
  const original: Original = { format: 'text', encoding: 'UTF-8', lines, tables: [] }
  return {
    original,
    understood: understand(original, as, today),
    hash: createHash('sha256').update(bytes).digest('hex'),
  }
}
