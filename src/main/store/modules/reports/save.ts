import type { SavedRecord } from '@shared/contract/core'
import type { Report } from '@shared/contract/reports'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { readReport } from './read'

/** Makes (`id` null) or changes a report. @throws AppError `not-found`, `conflict`, `locked` when it is submitted */
export function saveReport(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  report: Report,
): SavedRecord {
  const { raw } = context
  context.describe(report.title)
  if (id !== null) refuseSubmitted(raw, id)
  if (
    report.associationId !== null &&
    !prepared(raw, 'SELECT 1 FROM association WHERE id = ?').get(report.associationId)
  ) {
    throw new AppError(
      'not-found',
      'Объединение: такого уже нет. Выберите другое или составьте отчёт по всему муниципалитету.',
      'report.associationId',
    )
  }
  const { sections, signer, ...own } = report
  const saved = saveRoot(
    raw,
    'report',
    id,
    revision,
    derive('report', { ...own, signerPosition: signer.position, signerName: signer.name }),
  )
  const parent = { column: 'reportId', id: saved.id }
  syncRows(
    raw,
    'reportSection',
    parent,
    sections.map(({ pieces: _, ...section }) => section),
  )
  syncRows(
    raw,
    'reportPiece',
    parent,
    sections.flatMap(({ uid, pieces }) =>
      pieces.map(({ seen, ...piece }) => ({
        ...piece,
        sectionUid: uid,
        seenJson: seen === null ? null : JSON.stringify(seen),
      })),
    ),
  )
  return bumpRevision(raw, 'report', 'report', saved, id === null)
}

/** @throws AppError `not-found`, `locked` */
export function removeReport(context: CommandContext, id: number): void {
  const { report } = readReport(context.raw, id)
  refuseSubmitted(context.raw, id)
  context.describe(report.title)
  removeRecord(
    context.raw,
    'report',
    ['reportPiece', 'reportSection'],
    'reportId',
    id,
    'Отчёт нельзя удалить: на него ссылаются другие записи.',
  )
}

/** @throws AppError `locked` */
function refuseSubmitted(raw: Sqlite, id: number): void {
  const row = prepared<[number], { state: string }>(raw, 'SELECT state FROM report WHERE id = ?').get(id)
  if (row?.state !== 'submitted') return
  throw new AppError(
    'locked',
    'Отчёт сдан, и его текст больше не меняется. Чтобы исправить его, верните отчёт в работу.',
  )
}
