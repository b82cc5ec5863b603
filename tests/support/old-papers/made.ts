import { newUid } from '@shared/contract/fields'
import type { Original, OriginalLine, PaperMark, ProtocolDraft, Understood } from '@shared/contract/old-papers'
import { meeting } from '../records'

/** Papers made in a test, as a reader and a parser would have answered them. */

export const line = (text: string, over: Partial<OriginalLine> = {}): OriginalLine => ({
  text,
  label: '',
  level: null,
  list: null,
  heading: false,
  centred: false,
  bold: [],
  part: 'body',
  cell: null,
  ...over,
})

export const original = (...texts: readonly string[]): Original => ({
  format: 'text',
  encoding: 'UTF-8',
  lines: texts.map((text) => line(text)),
  tables: [],
})

export function protocol(over: Partial<ProtocolDraft> = {}): ProtocolDraft {
  const { seriesId: _, ...own } = meeting(0)
  return { ...own, seriesId: null, series: 'заседания РМО педагогов-библиотекарей', ...over }
}

export function understood(
  draft: ProtocolDraft,
  over: { marks?: PaperMark[]; unrecognised?: { line: number; text: string }[] } = {},
): Extract<Understood, { kind: 'protocol' }> {
  return { kind: 'protocol', protocol: draft, marks: [], unrecognised: [], ...over }
}

export const person = (name: string, position = '') => ({ uid: newUid(), librarianId: null, name, position })
