import { z } from 'zod'
import { command, Nothing, query } from './core'

/** History, undo and redo: of every record, by whole commands. */

export const HistoryEntry = z.object({
  groupId: z.int(),
  at: z.string(),
  author: z.string(),
  /** «Изменение: Школа», «Отменено: …». */
  title: z.string(),
  changes: z.array(
    z.object({
      /** Russian name of what changed: «Школа», «Решение». */
      what: z.string(),
      rowKey: z.string(),
      op: z.enum(['added', 'changed', 'removed']),
      fields: z.array(z.object({ title: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

const UndoStep = z.object({ groupId: z.int(), title: z.string(), at: z.string() })

export const historyContract = {
  'history.record': query(
    z.object({ record: z.string(), id: z.int(), limit: z.int().max(1000).default(200) }),
    z.array(HistoryEntry),
    ['*'],
  ),
  /** What Ctrl+Z and Ctrl+Y would do now; `blocked` says why undo cannot go further back. */
  'history.stack': query(
    Nothing,
    z.object({ undo: UndoStep.nullable(), redo: UndoStep.nullable(), blocked: z.string().nullable() }),
    ['*'],
  ),
  'history.undo': command('Отмена', Nothing, z.object({ title: z.string() }), 'none'),
  'history.redo': command('Повтор', Nothing, z.object({ title: z.string() }), 'none'),
} as const
