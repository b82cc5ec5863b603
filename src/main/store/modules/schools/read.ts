import type { SavedRecord } from '@shared/contract/core'
import type { School } from '@shared/contract/schools'
import { School as SchoolSchema } from '@shared/contract/schools'
import { AppError } from '@shared/errors'
import type { Kysely } from 'kysely'
import { parseRow } from '../../database/rows'
import type { Database } from '../../database/schema'

/** A school with everything of its card. @throws AppError `not-found` */
export async function readSchool(trx: Kysely<Database>, id: number): Promise<SavedRecord & { school: School }> {
  const row = await trx.selectFrom('school').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', `Школы с номером ${id} нет.`)
  const rows = <T extends 'schoolStatus' | 'schoolConnection' | 'schoolFund' | 'contingent' | 'schoolDocument'>(
    table: T,
  ) =>
    trx
      .selectFrom(table as 'schoolStatus')
      .selectAll()
      .where('schoolId', '=', id)
      .orderBy('ord')
      .execute()
  const school = parseRow(SchoolSchema, {
    ...row,
    library: row,
    statuses: await rows('schoolStatus'),
    connections: await rows('schoolConnection'),
    funds: await rows('schoolFund'),
    contingent: await rows('contingent'),
    documents: await rows('schoolDocument'),
  })
  return { id, revision: row.revision, school }
}
