import { Report, ReportPiece, type ReportRecord, ReportSection, type ReportState } from '@shared/contract/reports'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { z } from 'zod'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'

type Row = Record<string, string | number | null>

/** @throws AppError `not-found` */
export function readReport(raw: Sqlite, id: number): ReportRecord {
  const row = prepared<[number], Row>(raw, 'SELECT * FROM report WHERE id = ?').get(id)
  if (!row) throw new AppError('not-found', `Отчёта с номером ${id} нет. Откройте другой из списка.`)
  const kept = prepared<[number], { at: string; author: string }>(
    raw,
    'SELECT at, author FROM reportFrozen WHERE reportId = ?',
  ).get(id)
  const associationId = row.associationId as number | null
  return {
    id,
    revision: Number(row.revision),
    report: Report.parse({
      title: row.title,
      schoolYear: row.schoolYear,
      associationId,
      addressee: row.addressee,
      signer: { position: row.signerPosition, name: row.signerName },
      compare: row.compare === 1,
      contents: row.contents === 1,
      note: row.note,
      sections: sectionsOf(raw, id),
    }),
    state: row.state as z.infer<typeof ReportState>,
    submittedOn: row.submittedOn as string | null,
    association: associationName(raw, associationId),
    frozen: row.state === 'submitted' && kept ? kept : null,
  }
}

/** '' for the whole municipality. */
export function associationName(raw: Sqlite, id: number | null): string {
  if (id === null) return ''
  return prepared<[number], { name: string }>(raw, 'SELECT name FROM association WHERE id = ?').get(id)?.name ?? ''
}

function sectionsOf(raw: Sqlite, id: number): ReportSection[] {
  const rows = (table: string): Row[] =>
    prepared<[number], Row>(raw, `SELECT * FROM "${table}" WHERE reportId = ? ORDER BY ord`).all(id)
  const pieces = new Map<string, Row[]>()
  for (const piece of rows('reportPiece')) {
    const uid = String(piece.sectionUid)
    pieces.set(uid, [...(pieces.get(uid) ?? []), piece])
  }
  return rows('reportSection').map((section) => ({
    ...parseRow(ReportSection.omit({ pieces: true }), section),
    pieces: (pieces.get(String(section.uid)) ?? []).map(({ seenJson, ...piece }) => ({
      ...parseRow(ReportPiece.omit({ seen: true }), piece),
      seen: typeof seenJson !== 'string' ? null : JSON.parse(seenJson),
    })),
  }))
}
