import {
  schoolConnectionList,
  schoolDocumentList,
  schoolFundList,
  schoolStatusList,
} from '@shared/contract/school-lists'
import { fundCategories, School } from '@shared/contract/schools'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import { prepared } from '../../database/prepared'
import type { ChildRows, RowOwner } from '../../lists/child-record'
import { schoolByName } from '../../lists/references'

const owner: RowOwner = {
  table: 'school',
  column: 'schoolId',
  cell: 'school',
  name: sql`school.shortName`,
  find: schoolByName,
}

const { statuses, connections, funds, documents } = School.shape

export const schoolChildren: readonly ChildRows[] = [
  {
    spec: schoolConnectionList,
    table: 'schoolConnection',
    owner,
    schema: connections.element.omit({ uid: true }),
    blank: { name: '', state: 'active', date: null, note: '' },
    within: ({ to }) => sql`(schoolConnection.date is null or schoolConnection.date <= ${to})`,
  },
  {
    spec: schoolStatusList,
    table: 'schoolStatus',
    owner,
    schema: statuses.element.omit({ uid: true }),
    blank: { status: 'shb', since: null, order: '' },
    within: ({ to }) => sql`(schoolStatus.since is null or schoolStatus.since <= ${to})`,
  },
  {
    spec: schoolFundList,
    table: 'schoolFund',
    owner,
    schema: funds.element.omit({ uid: true }),
    blank: { year: null, category: 'total', received: 0, disposed: 0, held: 0 },
    refuse({ raw }, id, row, schoolId) {
      const { year, category } = row as { year: number; category: keyof typeof fundCategories }
      const twin = prepared<unknown[], { name: string }>(
        raw,
        `SELECT school.shortName AS name FROM schoolFund JOIN school ON school.id = schoolId
         WHERE schoolId = ? AND year = ? AND category = ? AND schoolFund.id <> ?`,
      ).get(schoolId, year, category, id ?? 0)
      if (!twin) return
      throw new AppError(
        'duplicate',
        `Фонды: у школы «${twin.name}» за ${year} год строка «${fundCategories[category]}» уже есть. Исправьте ту строку.`,
        'category',
      )
    },
  },
  {
    spec: schoolDocumentList,
    table: 'schoolDocument',
    owner,
    schema: documents.element.omit({ uid: true }),
    blank: { name: '', number: '', date: null, note: '' },
  },
]
