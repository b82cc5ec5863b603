import { type Association, Association as AssociationSchema } from '@shared/contract/associations'
import type { SavedRecord } from '@shared/contract/core'
import { AppError } from '@shared/errors'
import type { Kysely } from 'kysely'
import { parseRow } from '../../database/rows'
import type { Database } from '../../database/schema'

type Child = 'associationTheme' | 'associationMember' | 'meetingSeries'

/** An association with everything of its card. @throws AppError `not-found` */
export async function readAssociation(
  trx: Kysely<Database>,
  id: number,
): Promise<SavedRecord & { association: Association }> {
  const row = await trx.selectFrom('association').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', `Объединения с номером ${id} нет.`)
  const of = (table: Child) =>
    trx
      .selectFrom(table as 'associationMember')
      .selectAll()
      .where('associationId', '=', id)
      .orderBy('ord')
      .execute()
  const schools = await trx
    .selectFrom('associationSchool')
    .select('schoolId')
    .where('associationId', '=', id)
    .orderBy('ord')
    .execute()
  const association = parseRow(AssociationSchema, {
    ...row,
    head: { librarianId: row.headId, name: row.headName, position: row.headPosition },
    secretary: { librarianId: row.secretaryId, name: row.secretaryName, position: row.secretaryPosition },
    themes: await of('associationTheme'),
    schoolIds: schools.map((school) => school.schoolId),
    members: await of('associationMember'),
    series: await of('meetingSeries'),
  })
  return { id, revision: row.revision, association }
}
