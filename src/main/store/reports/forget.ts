import { createHash } from 'node:crypto'
import { FrozenReport } from '@shared/contract/reports'
import { namePattern } from '@shared/domain/text/name-pattern'
import type { PersonName } from '@shared/domain/text/names'
import type { Database as Sqlite } from 'better-sqlite3'
import { updateRow } from '../database/aggregate'
import { prepared } from '../database/prepared'

const mark = '[данные удалены]'

/**
 * Takes a person out of reports, in whatever case they name her: out of texts, their history, and what was submitted, whose file is made
 * anew from its data.
 */
export async function forgetInReports(raw: Sqlite, name: PersonName): Promise<void> {
  const pattern = namePattern(name)
  const blot = (text: string): string => text.replace(pattern, mark)
  forgetInTexts(raw, blot)
  const rows = prepared<[], { reportId: number; frozenJson: string }>(
    raw,
    'SELECT reportId, frozenJson FROM reportFrozen',
  ).all()
  for (const { reportId, frozenJson } of rows) {
    const blotted = blot(frozenJson)
    if (blotted === frozenJson) continue
    const { data, profile } = FrozenReport.pick({ data: true, profile: true }).parse(JSON.parse(blotted))
    const { reportDocx } = await import('../documents/report/docx')
    const file = await reportDocx(data, profile)
    const hash = createHash('sha256').update(file).digest('hex')
    updateRow(raw, 'reportFrozen', { column: 'reportId', value: reportId }, { frozenJson: blotted })
    prepared(raw, 'UPDATE reportFrozen SET file = ?, hash = ? WHERE reportId = ?').run(file, hash, reportId)
  }
}

function forgetInTexts(raw: Sqlite, blot: (text: string) => string): void {
  const pieces = prepared<[], { uid: string; title: string; text: string }>(
    raw,
    'SELECT uid, title, text FROM reportPiece',
  ).all()
  for (const { uid, title, text } of pieces) {
    updateChanged(raw, 'reportPiece', 'uid', uid, { title, text }, blot)
  }
  const reports = prepared<[], { id: number; addressee: string; signerName: string; note: string }>(
    raw,
    'SELECT id, addressee, signerName, note FROM report',
  ).all()
  for (const { id, ...texts } of reports) updateChanged(raw, 'report', 'id', id, texts, blot)
  const images = prepared<[], { id: number; before: string }>(
    raw,
    `SELECT id, before FROM change WHERE record = 'report' AND before IS NOT NULL`,
  ).all()
  for (const { id, before } of images) {
    const blotted = blot(before)
    if (blotted !== before) prepared(raw, 'UPDATE change SET before = ? WHERE id = ?').run(blotted, id)
  }
  const templates = prepared<[], { id: number; contentJson: string }>(
    raw,
    'SELECT id, contentJson FROM reportTemplate',
  ).all()
  for (const { id, ...texts } of templates) updateChanged(raw, 'reportTemplate', 'id', id, texts, blot)
}

function updateChanged(
  raw: Sqlite,
  table: 'report' | 'reportPiece' | 'reportTemplate',
  column: 'id' | 'uid',
  value: number | string,
  texts: Readonly<Record<string, string>>,
  blot: (text: string) => string,
): void {
  const changed = Object.entries(texts).flatMap(([key, text]) => {
    const blotted = blot(text)
    return blotted === text ? [] : [[key, blotted] as const]
  })
  if (changed.length > 0) updateRow(raw, table, { column, value }, Object.fromEntries(changed))
}
