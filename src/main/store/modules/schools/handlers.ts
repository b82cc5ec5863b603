import type { School } from '@shared/contract/schools'
import { normKey } from '@shared/domain/text/norm'
import { sql } from 'kysely'
import { readSetting, writeSetting } from '../../database/settings'
import { childListHandlers } from '../../lists/child-record'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { contingentSource } from './contingent'
import { schoolSource } from './list'
import { schoolChildren } from './lists'
import { readSchool } from './read'
import { removeSchool, saveSchool } from './save'

export const schoolHandlers = {
  ...childListHandlers(schoolChildren),
  'schools.list': (context, query) => listWindow(context, schoolSource, query),
  'schools.get': (context, { id }) => readSchool(context.trx, id),
  'schools.save': (context, { id, revision, school }) => saveSchool(context, id, revision, school),

  'schools.remove': (context, { id }) => {
    removeSchool(context, id)
    return {}
  },

  'contingent.list': (context, query) => listWindow(context, contingentSource, query),

  'schools.options': async ({ trx }, { search, limit }) => {
    const rows = await trx
      .selectFrom('school')
      .select(['id', 'shortName as name', 'state'])
      .where('norm', 'like', `%${normKey(search)}%`)
      .orderBy(sql`state <> 'active'`)
      .orderBy('sortKey')
      .limit(limit)
      .execute()
    return rows.map((row) => ({ ...row, state: row.state as School['state'] }))
  },

  'schools.connectionNames': ({ raw }) => readSetting(raw, 'connectionNames', defaultConnections),
  'schools.saveConnectionNames': ({ raw }, { names }) => {
    writeSetting(raw, 'connectionNames', names)
    return {}
  },
} satisfies Handlers

const defaultConnections: string[] = [
  'НЭБ',
  'НЭБ Дети',
  'ЛитРес:Школа',
  'Библиошкола',
  'Президентская библиотека',
  'АИС «Книгозаказ»',
]
