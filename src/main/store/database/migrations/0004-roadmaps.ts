import { events } from './0004/events'
import { oldPapers } from './0004/old-papers'
import { roadmaps as tables } from './0004/roadmaps'

/** Road maps, events, and old papers coming in. */
export const roadmaps = {
  version: 4,
  name: 'roadmaps',
  sql: [tables, events, oldPapers].join('\n'),
} as const
