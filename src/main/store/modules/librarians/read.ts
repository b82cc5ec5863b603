import type { SavedRecord } from '@shared/contract/core'
import { type Librarian, Librarian as LibrarianSchema } from '@shared/contract/librarians'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'

type Child = 'employment' | 'education' | 'course' | 'award' | 'publication' | 'contestResult'

/** A librarian with everything of the card. @throws AppError `not-found` */
export function readLibrarian(raw: Sqlite, id: number): SavedRecord & { librarian: Librarian } {
  const row = prepared<[number], { revision: number }>(raw, 'SELECT * FROM librarian WHERE id = ?').get(id)
  if (!row) throw new AppError('not-found', `Библиотекаря с номером ${id} нет.`)
  const rows = (table: Child): unknown[] =>
    prepared<[number]>(raw, `SELECT * FROM "${table}" WHERE librarianId = ? ORDER BY ord`).all(id)
  const librarian = parseRow(LibrarianSchema, {
    ...row,
    employments: rows('employment'),
    educations: rows('education'),
    courses: rows('course'),
    awards: rows('award'),
    publications: rows('publication'),
    contests: rows('contestResult'),
  })
  return { id, revision: row.revision, librarian }
}
