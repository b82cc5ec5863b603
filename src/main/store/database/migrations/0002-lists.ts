import { history } from './0002/history'
import { imports } from './0002/imports'
import { mark } from './0002/mark'
import { records } from './0002/records'
import { regionalLists } from './0002/regional-lists'
import { views } from './0002/views'

/** Lists one can type into, their saved views, and files coming in. */
export const lists = {
  version: 2,
  name: 'lists',
  sql: [records, views, regionalLists, imports, mark, history].join('\n'),
} as const
