import { catalogue } from './0003/catalogue'
import { exchange } from './0003/exchange'
import { ledger } from './0003/ledger'
import { provision } from './0003/provision'
import { writeoff } from './0003/writeoff'

/** Textbooks, their ledger, the exchange fund and write-off. */
export const textbooks = {
  version: 3,
  name: 'textbooks',
  sql: [catalogue, ledger, exchange, writeoff, provision].join('\n'),
} as const
