import { associations } from './0001/associations'
import { journal } from './0001/journal'
import { librarians } from './0001/librarians'
import { meetings } from './0001/meetings'
import { schools } from './0001/schools'

/**
 * The ground: journal, settings, drafts; schools, librarians, associations; meetings.
 * Columns are named as the fields of the contract, so that a thing has one name in every layer. `norm` and `sortKey`
 * are computed by `derived.ts`, their only writer.
 * Ids are never used again (AUTOINCREMENT): the history of a removed record must not become that of a new one.
 */
export const ground = {
  version: 1,
  name: 'ground',
  sql: [journal, schools, librarians, associations, meetings].join('\n'),
} as const
