import type { SavedRecord } from '@shared/contract/core'
import { Textbook } from '@shared/contract/textbooks'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'

/** @throws AppError `not-found` */
export function readTextbook({ raw }: QueryContext, id: number): SavedRecord & { textbook: Textbook } {
  const row = prepared<[number], { revision: number }>(
    raw,
    `SELECT textbook.*, subject.name AS subject FROM textbook JOIN subject ON subject.id = subjectId WHERE textbook.id = ?`,
  ).get(id)
  if (!row) throw new AppError('not-found', `Учебника с номером ${id} нет.`)
  return { id, revision: row.revision, textbook: parseRow(Textbook, row) }
}
