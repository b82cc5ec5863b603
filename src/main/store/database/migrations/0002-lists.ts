import { imports } from './0002/imports'
import { records } from './0002/records'
import { views } from './0002/views'

/** Lists one can type into, their saved views, and files coming in. */
export const lists = {
  version: 2,
  name: 'lists',
  sql: [records, views, imports].join('\n'),
} as const
