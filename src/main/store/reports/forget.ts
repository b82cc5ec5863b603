import { createHash } from 'node:crypto'
import { FrozenReport } from '@shared/contract/reports'
import type { Database as Sqlite } from 'better-sqlite3'
import { updateRow } from '../database/aggregate'
import { prepared } from '../database/prepared'

/** Takes a person out of what was submitted; its file is made anew from its data. @param blot answers the text without her */
export async function forgetInReports(raw: Sqlite, blot: (text: string) => string): Promise<void> {
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
