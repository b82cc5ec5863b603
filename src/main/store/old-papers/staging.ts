import type { Parsed } from '@shared/contract'
import type { OldPaper, Original, Understood } from '@shared/contract/old-papers'
import { formatDate } from '@shared/domain/dates'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext, QueryContext } from '../context'
import { insertRow, updateRow } from '../database/aggregate'
import { derive } from '../database/derived'
import { prepared } from '../database/prepared'
import { duplicateSql } from './duplicates'
import { readBank } from './matching/bank'
import { matchNames } from './matching/match'
import { understand } from './understand'
import { paperWarnings } from './warnings'

/** Papers read and waiting for review: their originals, drafts and what became of them. */

interface PaperRow {
  id: number
  revision: number
  file: string
  folder: string
  readAt: string
  kind: OldPaper['understood']['kind'] | null
  original: string | null
  understood: string | null
  failure: string
  dismissed: number
  record: 'meeting' | 'roadmap' | null
  recordId: number | null
  duplicate: string
  duplicateId: number | null
}

/** @throws AppError `not-found`, `file-unreadable` when the file could not be read */
export function findPaper(raw: Sqlite, id: number): PaperRow & { original: string; understood: string } {
  const row = prepared<[number], PaperRow>(
    raw,
    `SELECT oldPaper.*, ${duplicateSql} FROM oldPaper WHERE oldPaper.id = ?`,
  ).get(id)
  if (!row) throw new AppError('not-found', 'Этого документа среди загруженных нет. Загрузите файл снова.', 'id')
  if (row.original === null || row.understood === null) throw new AppError('file-unreadable', row.failure, 'id')
  return { ...row, original: row.original, understood: row.understood }
}

export function readPaper({ raw, today }: QueryContext, id: number): OldPaper {
  const row = findPaper(raw, id)
  const understood = JSON.parse(row.understood) as Understood
  const recordId = recordOf(raw, row)
  return {
    id,
    revision: row.revision,
    file: row.file,
    readAt: row.readAt,
    state: recordId !== null ? 'saved' : row.dismissed === 1 ? 'dismissed' : 'review',
    original: JSON.parse(row.original) as Original,
    understood,
    warnings: paperWarnings(understood, today()),
    record: recordId === null ? null : row.record,
    recordId,
    duplicate: row.duplicate,
    duplicateId: row.duplicateId,
  }
}

/** Whether the record it was saved as is still there: undo takes it away, and the paper is back in review. */
export function recordOf(raw: Sqlite, row: Pick<PaperRow, 'record' | 'recordId'>): number | null {
  if (row.record === null || row.recordId === null) return null
  return (
    prepared<[number], { id: number }>(raw, `SELECT id FROM "${row.record}" WHERE id = ?`).get(row.recordId)?.id ?? null
  )
}

/** Writes down what the job has read; names are tied to the bank as it is now. */
export function stagePaper(
  context: CommandContext,
  input: Parsed<'oldPapers.stage'>,
): { id: number; duplicate: string } {
  const { raw } = context
  const understood = input.understood === null ? null : matchNames(input.understood, readBank(context))
  // The file is read again: what could not be read of it before is no news any more.
  prepared<[string, string]>(raw, "DELETE FROM oldPaper WHERE failure <> '' AND file = ? AND folder = ?").run(
    input.file,
    input.folder,
  )
  const id = insertRow(raw, 'oldPaper', {
    ...derive('oldPaper', { file: input.file, folder: input.folder, ...summaryOf(understood) }),
    hash: input.hash,
    readAt: context.now().toISOString(),
    original: input.original === null ? null : JSON.stringify(input.original),
    understood: understood === null ? null : JSON.stringify(understood),
    failure: input.failure,
    dismissed: 0,
    record: null,
    recordId: null,
  })
  context.touch(['old-paper'])
  const { duplicate } = prepared<[number], { duplicate: string }>(
    raw,
    `SELECT ${duplicateSql} FROM oldPaper WHERE oldPaper.id = ?`,
  ).get(id) ?? { duplicate: '' }
  return { id, duplicate }
}

/** @throws AppError `conflict`, `locked` when it is saved already */
export function updatePaper(
  context: CommandContext,
  { id, revision, understood }: Parsed<'oldPapers.update'>,
): { revision: number } {
  const { raw } = context
  const row = findPaper(raw, id)
  if (recordOf(raw, row) !== null) {
    throw new AppError(
      'locked',
      `«${row.file}» уже сохранён. Исправьте сам протокол или дорожную карту: откройте запись.`,
    )
  }
  if (revision !== row.revision) {
    throw new AppError('conflict', 'Документ тем временем проверяли в другом окне. Откройте его снова.', 'revision')
  }
  return { revision: write(context, id, row.file, row.folder, revision, understood) }
}

/** @throws AppError `locked`, `not-found` */
export function understandAnew(
  context: CommandContext,
  { id, as }: Parsed<'oldPapers.understand'>,
): { revision: number } {
  const { raw } = context
  const row = findPaper(raw, id)
  if (recordOf(raw, row) !== null)
    throw new AppError('locked', `«${row.file}» уже сохранён: разбирать его заново незачем.`)
  const understood = understand(JSON.parse(row.original) as Original, as, context.today())
  if (understood === null)
    throw new AppError('paper-unrecognised', `«${row.file}» не похож ни на протокол, ни на план.`)
  return { revision: write(context, id, row.file, row.folder, row.revision, matchNames(understood, readBank(context))) }
}

function write(
  context: CommandContext,
  id: number,
  file: string,
  folder: string,
  revision: number,
  understood: Understood,
): number {
  updateRow(
    context.raw,
    'oldPaper',
    { column: 'id', value: id },
    {
      ...derive('oldPaper', { file, folder, ...summaryOf(understood) }),
      understood: JSON.stringify(understood),
      revision: revision + 1,
    },
  )
  context.touch(['old-paper'])
  return revision + 1
}

/** Keeps as what it was saved; the row itself is not journaled. */
export function markSaved(raw: Sqlite, id: number, record: 'meeting' | 'roadmap', recordId: number): void {
  updateRow(raw, 'oldPaper', { column: 'id', value: id }, { record, recordId, dismissed: 0 })
}

export function dismissPapers(context: CommandContext, { ids, dismissed }: Parsed<'oldPapers.dismiss'>): void {
  for (const id of ids) updateRow(context.raw, 'oldPaper', { column: 'id', value: id }, { dismissed })
  context.touch(['old-paper'])
}

/** The original of a saved record is kept with it. */
export function dropPapers(context: CommandContext, ids: readonly number[]): void {
  const { raw } = context
  const find = prepared<[number], Pick<PaperRow, 'record' | 'recordId'>>(
    raw,
    'SELECT record, recordId FROM oldPaper WHERE id = ?',
  )
  for (const id of ids) {
    const row = find.get(id)
    if (row && recordOf(raw, row) === null) prepared<[number]>(raw, 'DELETE FROM oldPaper WHERE id = ?').run(id)
  }
  context.touch(['old-paper'])
}

/** The same bytes read before and not put aside. */
export function sameBytes(raw: Sqlite, hash: string): { id: number; file: string } | null {
  return (
    prepared<[string], { id: number; file: string }>(
      raw,
      "SELECT id, file FROM oldPaper WHERE hash = ? AND failure = '' AND dismissed = 0 ORDER BY id LIMIT 1",
    ).get(hash) ?? null
  )
}

/** What the list of papers shows of a draft. */
function summaryOf(understood: Understood | null) {
  if (understood === null) return { kind: null, title: '', number: '', date: null, unsure: 0, unrecognised: 0 }
  const unsure = understood.marks.filter((mark) => !mark.sure).length
  const rest = { kind: understood.kind, unsure, unrecognised: understood.unrecognised.length }
  if (understood.kind === 'roadmap') {
    const { title, from } = understood.roadmap
    return { ...rest, title: oneLine(title), number: '', date: from }
  }
  const { number, date, series, theme } = understood.protocol
  const name = [
    number === '' ? 'Протокол' : `Протокол № ${number}`,
    ...(date === null ? [] : [`от ${formatDate(date, 'digits')}`]),
    series,
    theme === '' ? '' : `«${theme}»`,
  ]
  return { ...rest, title: oneLine(name.filter((part) => part !== '').join(' ')), number, date }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** The paper a record was read from; null: none. */
export function paperOfRecord(
  raw: Sqlite,
  record: 'meeting' | 'roadmap',
  id: number,
): { id: number; file: string } | null {
  return (
    prepared<[string, number], { id: number; file: string }>(
      raw,
      'SELECT id, file FROM oldPaper WHERE record = ? AND recordId = ? ORDER BY id LIMIT 1',
    ).get(record, id) ?? null
  )
}
