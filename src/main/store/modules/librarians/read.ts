import type { SavedRecord } from '@shared/contract/core'
import { type Librarian, Librarian as LibrarianSchema } from '@shared/contract/librarians'
import { AppError } from '@shared/errors'
import type { Kysely } from 'kysely'
import { parseRow } from '../../database/rows'
import type { Database } from '../../database/schema'

type Child = 'employment' | 'education' | 'course' | 'award' | 'publication' | 'contestResult'

/** A librarian with everything of the card. @throws AppError `not-found` */
export async function readLibrarian(
  trx: Kysely<Database>,
  id: number,
): Promise<SavedRecord & { librarian: Librarian }> {
  const row = await trx.selectFrom('librarian').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', `Библиотекаря с номером ${id} нет.`)
  const rows = (table: Child) =>
    trx
      .selectFrom(table as 'employment')
      .selectAll()
      .where('librarianId', '=', id)
      .orderBy('ord')
      .execute()
  const librarian = parseRow(LibrarianSchema, {
    ...row,
    employments: await rows('employment'),
    educations: await rows('education'),
    courses: await rows('course'),
    awards: await rows('award'),
    publications: await rows('publication'),
    contests: await rows('contestResult'),
  })
  return { id, revision: row.revision, librarian }
}
