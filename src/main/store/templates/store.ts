import { createHash } from 'node:crypto'
import type { TemplateKind, TemplateRecord, TemplateReport } from '@shared/contract/templates'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { readSetting } from '../database/settings'

/** Templates and their files: the row is journaled, the file lies beside it under its hash. */

export interface TemplateRowKept {
  id: number
  revision: number
  name: string
  kind: TemplateKind
  note: string
  file: string
  hash: string
  bytes: number
  addedAt: string
  reportJson: string
}

/** @throws AppError `not-found` */
export function templateRow(raw: Sqlite, id: number): TemplateRowKept {
  const row = prepared<[number], TemplateRowKept>(raw, 'SELECT * FROM paperTemplate WHERE id = ?').get(id)
  if (row) return row
  throw new AppError('not-found', 'Этого шаблона больше нет. Выберите другой или печатайте без него.', 'templateId')
}

export function readTemplate(raw: Sqlite, id: number): TemplateRecord {
  const { revision, name, kind, note, file, bytes, addedAt, reportJson } = templateRow(raw, id)
  return {
    id,
    revision,
    template: { name, kind, note },
    file,
    bytes,
    addedAt,
    byDefault: defaultTemplate(raw, kind) === id,
    report: JSON.parse(reportJson) as TemplateReport,
  }
}

/** The setting that keeps which one of its kind is the default. One that is gone, or of another kind by now, is none (decision 124). */
export const DEFAULT_TEMPLATES = 'defaultTemplates'
export interface DefaultTemplates {
  letterheadId?: number
  coverId?: number
}

/** Where the default of this kind is kept; null: papers are not put on templates of this kind. */
export function defaultKey(kind: TemplateKind): keyof DefaultTemplates | null {
  return kind === 'letterhead' ? 'letterheadId' : kind === 'cover' ? 'coverId' : null
}

/** The template of this kind papers are put on unless she says otherwise. */
export function defaultTemplate(raw: Sqlite, kind: TemplateKind): number | null {
  const key = defaultKey(kind)
  const id = key === null ? undefined : readSetting<DefaultTemplates>(raw, DEFAULT_TEMPLATES, {})[key]
  if (id === undefined) return null
  return prepared(raw, 'SELECT 1 FROM paperTemplate WHERE id = ? AND kind = ?').get(id, kind) ? id : null
}

export interface KeptTemplate {
  kind: TemplateKind
  name: string
  content: Buffer
  /** It has `{документ}`: our paper is put there. */
  hasPlace: boolean
  /** It goes through lists. */
  loops: boolean
}

/** @throws AppError `not-found` */
export function templateFile(raw: Sqlite, id: number): KeptTemplate {
  const { hash, kind, name, reportJson } = templateRow(raw, id)
  const blob = prepared<[string], { content: Buffer }>(raw, 'SELECT content FROM templateBlob WHERE hash = ?').get(hash)
  if (!blob) {
    throw new AppError(
      'not-found',
      `Файла шаблона «${name}» в данных нет. Загрузите его заново в «Письма → Бланки и шаблоны».`,
    )
  }
  const report = JSON.parse(reportJson) as TemplateReport
  return {
    kind,
    name,
    content: blob.content,
    hasPlace: report.fields.some((field) => field.name.toLowerCase() === 'документ'),
    loops: report.fields.some((field) => field.loop),
  }
}

/** Keeps a file; answers its hash. Files nobody can come back to any more go. */
export function keepBlob(raw: Sqlite, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex')
  prepared<[string, Buffer]>(
    raw,
    'INSERT INTO templateBlob (hash, content) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING',
  ).run(hash, content)
  return hash
}

/** History remembers old files of templates as long as it remembers their rows. */
export function dropUnusedBlobs(raw: Sqlite): void {
  prepared(
    raw,
    `DELETE FROM templateBlob WHERE NOT EXISTS (SELECT 1 FROM paperTemplate WHERE paperTemplate.hash = templateBlob.hash)
       AND NOT EXISTS (SELECT 1 FROM change WHERE change.tableName = 'paperTemplate' AND change.before IS NOT NULL
         AND json_extract(change.before, '$.hash') = templateBlob.hash)`,
  ).run()
}
