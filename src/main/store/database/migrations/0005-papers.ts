import { mailings } from './0005/mailings'
import { reports } from './0005/reports'
import { search } from './0005/search'

/** Annual reports, letters and templates of papers, words of everything for search. */
export const papers = {
  version: 5,
  name: 'papers',
  sql: [reports, mailings, search].join('\n'),
} as const
