import type { SavedRecord } from '@shared/contract/core'
import type { CellValue } from '@shared/contract/lists'
import { Subject, type Subject as SubjectRecord } from '@shared/contract/textbooks'
import { subjectNature } from '@shared/domain/subjects'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, insertRow, removeRecord, saveRoot } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'
import { field, type ListRecord, type Setter } from '../../lists/record'
import { parseAs } from '../../validation'
import { subjectSource } from './list'

type Saved = SavedRecord

/** @throws AppError `not-found` */
export function readSubject({ raw }: QueryContext, id: number): Saved & { subject: SubjectRecord } {
  const row = prepared<[number], { revision: number }>(raw, 'SELECT * FROM subject WHERE id = ?').get(id)
  if (!row) throw new AppError('not-found', `Предмета с номером ${id} нет.`)
  return { id, revision: row.revision, subject: parseRow(Subject, row) }
}

const idOf = (raw: Sqlite, name: string): number | undefined =>
  prepared<[string], { id: number }>(raw, 'SELECT id FROM subject WHERE nameKey = ?').get(normKey(name))?.id

/** The subject of this name; one not known yet is added with what is known of it. */
export function ensureSubject(raw: Sqlite, name: string): number {
  const known = idOf(raw, name)
  if (known !== undefined) return known
  return insertRow(raw, 'subject', derive('subject', { name, ...subjectNature(name), note: '' }))
}

/** @throws AppError `duplicate`, `invalid-input` */
function refuse({ raw }: QueryContext, id: number | null, subject: SubjectRecord): void {
  if (subject.gradeTo < subject.gradeFrom) {
    throw new AppError(
      'invalid-input',
      `Класс по: ${subject.gradeTo} меньше, чем «Класс с» (${subject.gradeFrom}). Поменяйте их местами.`,
      'subject.gradeTo',
    )
  }
  const twin = idOf(raw, subject.name)
  if (twin !== undefined && twin !== id) {
    throw new AppError(
      'duplicate',
      `Предмет: «${subject.name}» уже есть в списке. Откройте его или назовите этот иначе.`,
      'subject.name',
    )
  }
}

/** @throws AppError as `refuse`, `conflict`, `not-found` */
export function saveSubject(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  subject: SubjectRecord,
): Saved {
  const { raw } = context
  context.describe(subject.name)
  refuse(context, id, subject)
  const saved = saveRoot(raw, 'subject', id, revision, derive('subject', { ...subject }))
  return bumpRevision(raw, 'subject', 'subject', saved, id === null)
}

/** @throws AppError `in-use`, `not-found` */
export function removeSubject(context: CommandContext, id: number): void {
  const { raw } = context
  context.describe(
    prepared<[number], { name: string }>(raw, 'SELECT name FROM subject WHERE id = ?').get(id)?.name ?? '',
  )
  removeRecord(
    raw,
    'subject',
    [],
    'id',
    id,
    'Предмет нельзя удалить: по нему есть учебники или записано, сколько человек его изучает. Сначала укажите у них другой предмет.',
  )
}

const own = field<SubjectRecord>

/** A name typed first brings what is known of the subject; grades typed in the same row go over it. */
const name: Setter<SubjectRecord> = (subject, value) => {
  const text = String(value ?? '')
  return subject.name === '' ? { ...subject, ...subjectNature(text), name: text } : { ...subject, name: text }
}

const grade =
  (column: 'gradeFrom' | 'gradeTo'): Setter<SubjectRecord> =>
  (subject, value: CellValue) => ({ ...subject, [column]: value ?? subjectNature(subject.name)[column] })

export const subjectRecord: ListRecord<SubjectRecord> = {
  source: subjectSource,
  blank: () => ({ name: '', obligatory: false, gradeFrom: 1, gradeTo: 11, note: '' }),
  read: (context, id) => readSubject(context, id).subject,
  set: {
    name,
    obligatory: (subject, value) => ({ ...subject, obligatory: value === true }),
    gradeFrom: grade('gradeFrom'),
    gradeTo: grade('gradeTo'),
    note: own('note'),
  },
  check: (context, id, subject) => refuse(context, id, parseAs(Subject, subject, 'Предмет')),
  save: (context, id, subject) => saveSubject(context, id, null, parseAs(Subject, subject, 'Предмет')).id,
  remove: removeSubject,
}
