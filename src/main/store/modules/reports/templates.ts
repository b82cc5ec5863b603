import { ReportSection, type ReportTemplate } from '@shared/contract/reports'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext } from '../../context'
import { insertRow, removeRecord, updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'

/** Sections in their order, with or without texts: what the next report can begin with. */

export function listTemplates(raw: Sqlite): ReportTemplate[] {
  return prepared<[], { id: number; name: string; sections: number }>(
    raw,
    'SELECT id, name, json_array_length(contentJson) AS sections FROM reportTemplate ORDER BY nameKey',
  ).all()
}

/** @throws AppError `not-found` */
export function templateSections(raw: Sqlite, id: number): ReportSection[] {
  const row = prepared<[number], { contentJson: string }>(
    raw,
    'SELECT contentJson FROM reportTemplate WHERE id = ?',
  ).get(id)
  if (!row) throw new AppError('not-found', 'Такого шаблона отчёта уже нет. Выберите другой.', 'templateId')
  return ReportSection.array().parse(JSON.parse(row.contentJson))
}

/** One of the same name, in any case of letters, is replaced. */
export function saveTemplate(
  context: CommandContext,
  name: string,
  sections: readonly ReportSection[],
  texts: boolean,
): { id: number } {
  const { raw } = context
  context.describe(name)
  const nameKey = normKey(name)
  const kept = sections.map((section) => ({
    ...section,
    pieces: section.pieces
      .filter((piece) => texts || piece.part !== '')
      .map((piece) => ({ ...piece, text: texts ? piece.text : '', seen: null })),
  }))
  const row = { name, contentJson: JSON.stringify(kept), nameKey }
  const twin = prepared<[string], { id: number }>(raw, 'SELECT id FROM reportTemplate WHERE nameKey = ?').get(nameKey)
  if (!twin) return { id: insertRow(raw, 'reportTemplate', row) }
  updateRow(raw, 'reportTemplate', { column: 'id', value: twin.id }, row)
  return { id: twin.id }
}

export function removeTemplate(context: CommandContext, id: number): void {
  const row = prepared<[number], { name: string }>(context.raw, 'SELECT name FROM reportTemplate WHERE id = ?').get(id)
  context.describe(row?.name ?? '')
  removeRecord(context.raw, 'reportTemplate', [], 'id', id, '')
}
