import { normKey } from '@shared/domain/text/norm'
import { sql } from 'kysely'
import { childListHandlers } from '../../lists/child-record'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { eraseLibrarian } from './erase'
import { librarianSource } from './list'
import { librarianChildren } from './lists'
import { readLibrarian } from './read'
import { removeLibrarian, saveLibrarian } from './save'

export const librarianHandlers = {
  ...childListHandlers(librarianChildren),
  'librarians.list': (context, query) => listWindow(context, librarianSource, query),
  'librarians.get': ({ raw }, { id }) => readLibrarian(raw, id),
  'librarians.save': (context, input) =>
    saveLibrarian(context, input.id, input.revision, input.librarian, input.allowDuplicate),
  'librarians.erase': (context, { id }) => eraseLibrarian(context, id),

  'librarians.remove': (context, { id }) => {
    removeLibrarian(context, id)
    return {}
  },

  'librarians.options': async ({ trx, today }, { search, on, limit }) => {
    const day = on ?? today()
    const words = normKey(search)
      .split(' ')
      .filter((word) => word !== '')
    const rows = await sql<{ id: number; name: string; position: string | null; school: string | null }>`
      select librarian.id, trim(surname || ' ' || given || ' ' || patronymic) as name,
        employment.position, school.shortName as school
      from librarian
      left join employment on employment.uid = (
        select uid from employment where librarianId = librarian.id
        order by ("from" is null or "from" <= ${day}) and ("to" is null or "to" >= ${day}) desc, main desc, ord limit 1)
      left join school on school.id = employment.schoolId
      where erased = 0 ${
        words.length === 0
          ? sql``
          : sql`and ${sql.join(
              words.map((word) => sql`(librarian.norm like ${`%${word}%`} or school.norm like ${`%${word}%`})`),
              sql` and `,
            )}`
      }
      order by librarian.sortKey, librarian.id limit ${limit}
    `.execute(trx)
    return rows.rows.map((row) => ({ ...row, position: row.position ?? '', school: row.school ?? '' }))
  },
} satisfies Handlers
