import { basename } from 'node:path'
import type { ColumnMatch, FileInspection } from '@shared/contract/imports'
import { listSpecs } from '@shared/contract/list-specs'
import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { databaseId } from '../../database/database-id'
import { parseKeyHeading, type RowKeyHead } from '../../documents/xlsx/row-key'
import { listRecord, writableLists } from '../../lists/all'
import { cellText } from '../cells/cell-text'
import { letterOf } from '../reading/formats'
import { type Head, headingText, headOf, headsOf, rowsBelow, sourceOf } from './head'
import { leastLikeness } from './headings'
import { type Matching, matchColumns } from './match'
import { isNamed, wordsOver } from './named'
import type { Preview, SheetPreview } from './preview'

export interface Wanted {
  sheet: string | null
  list: string | null
  headRow: number | null
}

const writable = (): ListSpec[] => writableLists.flatMap((name) => listSpecs[name] ?? [])

/** Our own key column in a head: where, and of what. */
export function ownKeyOf(head: Head): { index: number; key: RowKeyHead } | null {
  for (const [index, parts] of head.parts.entries()) {
    const key = parts.length === 1 ? parseKeyHeading(parts[0] ?? '') : null
    if (key) return { index, key }
  }
  return null
}

/** What a list's name over the table is worth, beside columns that are worth up to 1 each. */
const nameWeight = 0.5

/** The surest list and head of a sheet. */
function bestOf(file: string, sheet: SheetPreview, wanted: Pick<Wanted, 'list' | 'headRow'>): Matching | null {
  const lists = wanted.list === null ? writable() : [listRecord(wanted.list).source.spec]
  const heads = wanted.headRow === null ? headsOf(sheet) : [headOf(sheet, wanted.headRow)]
  let best: Matching | null = null
  for (const head of heads) {
    const own = ownKeyOf(head)
    const over = wordsOver(file, sheet, head.top)
    for (const list of own && wanted.list === null ? lists.filter(({ name }) => name === own.key.list) : lists) {
      const matched = matchColumns(sheet, head, list)
      const found = isNamed(list, over) ? { ...matched, score: matched.score + nameWeight } : matched
      // One column is a list only where it is all there is.
      const enough = found.columns.size >= 2 || head.parts.filter((parts) => parts.length > 0).length === 1
      if (matched.score >= leastLikeness && enough && (best === null || found.score > best.score + 0.01)) best = found
      else if (best === null && wanted.headRow !== null && wanted.list !== null) best = found
    }
  }
  return best
}

/** Which sheet, which list, where the head is, and which columns are which. */
export function inspect(context: QueryContext, preview: Preview, wanted: Wanted): FileInspection {
  if (wanted.sheet !== null && !preview.sheets.some((sheet) => sheet.name === wanted.sheet)) {
    throw new AppError(
      'invalid-input',
      `В файле «${basename(preview.file)}» нет листа «${wanted.sheet}». Есть: ${preview.sheets.map((one) => `«${one.name}»`).join(', ')}.`,
      'sheet',
    )
  }
  if (wanted.list !== null) listRecord(wanted.list)
  const looked = preview.sheets.map((sheet) => {
    const asked = wanted.sheet === null || sheet.name === wanted.sheet
    return {
      sheet,
      best: bestOf(preview.file, sheet, {
        list: wanted.list,
        headRow: asked && wanted.sheet !== null ? wanted.headRow : null,
      }),
    }
  })
  // Hidden sheets hold lists to choose from and what was put aside; more rows are more likely the list.
  const weight = ({ sheet, best }: (typeof looked)[number]): number =>
    (best?.score ?? 0) * (sheet.hidden ? 0.3 : 1) + Math.min(sheet.rows, 50) / 100
  const [first] = looked
  if (!first) throw new Error('A file without sheets')
  let chosen = wanted.sheet === null ? looked.reduce((a, b) => (weight(b) > weight(a) ? b : a), first) : first
  if (wanted.sheet !== null) chosen = looked.find(({ sheet }) => sheet.name === wanted.sheet) ?? first
  if (wanted.headRow !== null && wanted.sheet === null) {
    chosen = { sheet: chosen.sheet, best: bestOf(preview.file, chosen.sheet, wanted) }
  }
  const { sheet, best } = chosen
  const own = best ? ownKeyOf(best.head) : null
  const list = wanted.list ?? best?.list.name ?? null
  const head = best?.head ?? (wanted.headRow === null ? null : headOf(sheet, wanted.headRow))
  return {
    file: preview.file,
    format: preview.format,
    encoding: preview.encoding,
    delimiter: preview.delimiter,
    sheets: looked.map((one) => ({
      name: one.sheet.name,
      rows: one.sheet.rows,
      headRow: one.best?.head.bottom ?? null,
      list: one.best?.list.name ?? null,
      hidden: one.sheet.hidden,
    })),
    sheet: sheet.name,
    list,
    headRow: head?.bottom ?? null,
    columns: columnsOf(context, sheet, head, best),
    ownKeys: own !== null && own.key.list === list && own.key.databaseId === databaseId(context.raw),
    notes: notesOf(preview, sheet),
  }
}

function notesOf(preview: Preview, sheet: SheetPreview): string[] {
  const hidden = sheet.top.filter((row) => row.hidden).length
  const others = preview.sheets.filter((one) => one !== sheet && one.rows > 1)
  return [
    ...(hidden > 0 ? ['На листе есть скрытые строки, например спрятанные фильтром: они тоже будут прочитаны.'] : []),
    ...(others.length > 0
      ? [
          `В файле есть и другие листы со строками: ${others.map((one) => `«${one.name}» (${counted(one.rows, ['строка', 'строки', 'строк'])})`).join(', ')}. Каждый загружается отдельно.`,
        ]
      : []),
  ]
}

const rowNumber = /^(№|no|n)?\s*(п\s*[/.]?\s*п)?\.?$/iu

function columnsOf(
  context: QueryContext,
  sheet: SheetPreview,
  head: Head | null,
  best: Matching | null,
): ColumnMatch[] {
  const below = head ? rowsBelow(sheet, head) : sheet.top
  const width = Math.max(0, ...below.map((row) => row.cells.length), head?.parts.length ?? 0)
  const remembered = head && best ? rememberedMatch(context, best.list.name, sourceOf(head)) : null
  const columns: ColumnMatch[] = []
  for (let index = 0; index < width; index++) {
    const heading = headingText(head?.parts[index])
    const samples = below
      .map((row) => cellText(row.cells[index]).trim())
      .filter((text) => text !== '')
      .slice(0, 5)
      .map((text) => (text.length > 200 ? `${text.slice(0, 199)}…` : text))
    if (heading === '' && samples.length === 0) continue
    columns.push({ index, letter: letterOf(index), heading, samples, ...takenFor(best, remembered, index, heading) })
  }
  return columns
}

function takenFor(
  best: Matching | null,
  remembered: readonly (string | null)[] | null,
  index: number,
  heading: string,
): Pick<ColumnMatch, 'column' | 'how' | 'note'> {
  if (best && parseKeyHeading(heading)) {
    return { column: '$key', how: 'heading', note: 'ключи строк этой программы' }
  }
  const matched = best?.columns.get(index)
  if (remembered) {
    const column = remembered[index] ?? null
    return { column, how: column === null ? null : 'remembered', note: column === null ? noteOf(matched, heading) : '' }
  }
  if (!matched || !isTaken(matched)) return { column: null, how: null, note: noteOf(matched, heading) }
  return { column: matched.key, how: 'heading', note: '' }
}

/** Written, or a help in finding what is. */
const isTaken = (column: ColumnSpec): boolean => column.edit !== undefined || column.tells !== undefined

function noteOf(matched: ColumnSpec | undefined, heading: string): string {
  if (matched && !isTaken(matched)) return `«${matched.title}» считается по другим данным и не загружается`
  return heading !== '' && rowNumber.test(heading.trim()) ? 'номер строки' : ''
}

/** Columns as they were matched the last time a file with such heads came. */
function rememberedMatch(context: QueryContext, list: string, source: string): (string | null)[] | null {
  const row = context.raw
    .prepare<[string, string], { columns: string }>('SELECT columns FROM importMatch WHERE list = ? AND source = ?')
    .get(list, source)
  if (!row) return null
  const editable = new Set(
    listRecord(list).source.spec.columns.flatMap((column) => (isTaken(column) ? [column.key] : [])),
  )
  const columns = JSON.parse(row.columns) as (string | null)[]
  // A column the list no longer has is not taken.
  return columns.map((column) => (column !== null && (column === '$key' || editable.has(column)) ? column : null))
}
