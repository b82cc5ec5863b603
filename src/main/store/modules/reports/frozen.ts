import { createHash } from 'node:crypto'
import type { Parsed } from '@shared/contract'
import { FrozenReport } from '@shared/contract/reports'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext, JobContext } from '../../context'
import { insertRow, updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { gatherReport } from '../../reports/gather'
import { readReport } from './read'

/** A submitted report keeps its data and its file (decision 112). */

interface Kept {
  at: string
  author: string
  frozenJson: string
}

/** @throws AppError `not-found`, `conflict`, `locked` */
export async function submitReport(context: JobContext, id: number, revision: number): Promise<{ at: string }> {
  const { report } = await context.query('reports.get', { id })
  const data = await gatherReport(context, report)
  const { reportDocx } = await import('../../documents/report/docx')
  context.checkCancelled()
  const profile = await context.query('profile.get', {})
  const file = await reportDocx(data, profile)
  const kept = await context.command('reports.keep', {
    id,
    revision,
    data,
    profile,
    file: file.toString('base64'),
    on: context.today(),
  })
  return kept as { at: string }
}

/** @throws AppError `not-found`, `conflict`, `locked` */
export function keepReport(
  context: CommandContext,
  { id, revision, data, profile, file, on }: Parsed<'reports.keep'>,
): { at: string } {
  const { raw } = context
  const now = readReport(raw, id)
  if (now.state === 'submitted') throw new AppError('locked', 'Отчёт уже сдан.')
  if (now.revision !== revision) {
    throw new AppError('conflict', 'Отчёт тем временем изменили. Посмотрите его ещё раз и сдайте снова.')
  }
  context.describe(now.report.title)
  const bytes = Buffer.from(file, 'base64')
  const at = context.now().toISOString()
  prepared<[number]>(raw, 'DELETE FROM reportFrozen WHERE reportId = ?').run(id)
  insertRow(raw, 'reportFrozen', {
    reportId: id,
    at,
    author: context.author,
    frozenJson: JSON.stringify({ data, profile }),
    file: bytes,
    hash: createHash('sha256').update(bytes).digest('hex'),
  })
  updateRow(
    raw,
    'report',
    { column: 'id', value: id },
    { state: 'submitted', submittedOn: on, revision: now.revision + 1 },
  )
  return { at }
}

/** @throws AppError `not-found`, `invalid-input` when it is not submitted */
export function reopenReport(context: CommandContext, id: number): void {
  const { raw } = context
  const { report, state, revision } = readReport(raw, id)
  if (state !== 'submitted') throw new AppError('invalid-input', 'Отчёт не сдан: его можно править и так.')
  context.describe(report.title)
  prepared<[number]>(raw, 'DELETE FROM reportFrozen WHERE reportId = ?').run(id)
  updateRow(raw, 'report', { column: 'id', value: id }, { state: 'draft', submittedOn: null, revision: revision + 1 })
}

/** @throws AppError `not-found` */
export function frozenReport(raw: Sqlite, id: number): FrozenReport {
  const row = prepared<[number], Kept>(raw, 'SELECT at, author, frozenJson FROM reportFrozen WHERE reportId = ?').get(
    id,
  )
  if (!row) throw new AppError('not-found', 'Этот отчёт ещё не сдан: сданного текста у него нет.')
  return FrozenReport.parse({ at: row.at, author: row.author, ...JSON.parse(row.frozenJson) })
}

/** The file as it was submitted. */
export function frozenFile(raw: Sqlite, id: number): Buffer | null {
  return (
    prepared<[number], { file: Buffer }>(raw, 'SELECT file FROM reportFrozen WHERE reportId = ?').get(id)?.file ?? null
  )
}
