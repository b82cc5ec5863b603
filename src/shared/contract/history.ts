import { z } from 'zod'
import { command, Nothing, query, SavedRecord } from './core'
import { Id, IsoDate } from './fields'

/** History of everything, of a list and of a record; bringing back values, rows and records; undo and redo. */

export const HistoryField = z.object({
  column: z.string(),
  /** «Телефон». */
  title: z.string(),
  /** As people read them: choices, references and dates in words. */
  before: z.string(),
  after: z.string(),
  /** `history.restoreField` can put `before` back; what is kept by a command of its own (a signature) cannot. */
  canRestore: z.boolean(),
})
export type HistoryField = z.infer<typeof HistoryField>

/** What happened to one row of a record in one step: of the record itself («Школа») or inside it («Место работы»). */
export const HistoryChange = z.object({
  table: z.string(),
  rowKey: z.string(),
  /** Russian name of what changed: «Школа», «Решение». */
  what: z.string(),
  /** Which of them: «СОШ № 3, библиотекарь»; empty for the record's own row. */
  name: z.string(),
  op: z.enum(['added', 'changed', 'removed']),
  fields: z.array(HistoryField),
  /** A removed row inside the record: `history.restoreField` with no column brings it back. */
  canRestore: z.boolean(),
})
export type HistoryChange = z.infer<typeof HistoryChange>

const Head = z.object({
  groupId: z.int(),
  at: z.string(),
  author: z.string(),
  /** «Школа: СОШ № 3», «Отменено: …». */
  title: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  /** Taken back since by Ctrl+Z. */
  undone: z.boolean(),
})

export const HistoryEntry = Head.extend({ changes: z.array(HistoryChange) })
export type HistoryEntry = z.infer<typeof HistoryEntry>

const RecordName = z.object({
  record: z.string(),
  id: z.int(),
  /** «Школа «СОШ № 3»», also of what is not there any more. */
  name: z.string(),
  exists: z.boolean(),
})
export type RecordName = z.infer<typeof RecordName>

export const FeedEntry = Head.extend({
  /** How many records it touched, and the first of them by name. */
  records: z.int(),
  touched: z.array(RecordName),
})
export type FeedEntry = z.infer<typeof FeedEntry>

export const TouchedRecord = RecordName.extend({ changes: z.array(HistoryChange) })
export type TouchedRecord = z.infer<typeof TouchedRecord>

export const RemovedRecord = z.object({
  record: z.string(),
  id: z.int(),
  name: z.string(),
  groupId: z.int(),
  at: z.string(),
  author: z.string(),
  /** The step that removed it. */
  title: z.string(),
  /** What it held: its filled fields, and rows by kind: «Контингент», 11. */
  fields: z.array(z.object({ title: z.string(), value: z.string() })),
  rows: z.array(z.object({ what: z.string(), count: z.int() })),
})
export type RemovedRecord = z.infer<typeof RemovedRecord>

const UndoStep = z.object({ groupId: z.int(), title: z.string(), at: z.string() })
const ListedStep = UndoStep.extend({ author: z.string(), records: z.int() })
export type ListedStep = z.infer<typeof ListedStep>

const RecordAt = z.object({
  record: z.string(),
  id: Id,
  groupId: Id,
  /** As it was before the step of this number, or right after it. */
  moment: z.enum(['before', 'after']),
})
/** A namesake is refused (`duplicate`) as when saving, unless the person says it is another one. */
const allowDuplicate = z.boolean().default(false)
const Done = z.object({ title: z.string() })
const Many = z.object({
  groupId: Id,
  /** Steps the person has seen they would be; another number now is refused (`conflict`). Null: not asked. */
  count: z.int().min(1).nullable().default(null),
})

export const historyContract = {
  /** Steps over everything, newest first. A step of thousands of records is one entry; `history.entry` opens it. */
  'history.feed': query(
    z.object({
      /** Name of a list (`contingent`), or null. */
      list: z.string().nullable().default(null),
      /** Kind of record (`school`), or null. */
      record: z.string().nullable().default(null),
      from: IsoDate.nullable().default(null),
      to: IsoDate.nullable().default(null),
      author: z.string().nullable().default(null),
      /** Words of the title, or of the name of a record it touched. */
      text: z.string().max(200).default(''),
      /** Only steps older than this one: the next page. */
      before: z.int().nullable().default(null),
      limit: z.int().min(1).max(500).default(50),
    }),
    z.object({ entries: z.array(FeedEntry), more: z.boolean() }),
    ['*'],
  ),
  /** Who has ever changed anything, for choosing from. */
  'history.authors': query(Nothing, z.array(z.string()), ['*']),
  /** Records one step touched, with fields before and after, in pages. */
  'history.entry': query(
    z.object({ groupId: Id, after: z.int().nullable().default(null), limit: z.int().min(1).max(500).default(50) }),
    z.object({ records: z.array(TouchedRecord), next: z.int().nullable() }),
    ['*'],
  ),
  /** Everything that happened to a record and its rows, newest first; `before` gives the next page. */
  'history.record': query(
    z.object({
      record: z.string(),
      id: z.int(),
      before: z.int().nullable().default(null),
      limit: z.int().max(1000).default(200),
    }),
    z.array(HistoryEntry),
    ['*'],
  ),
  /** What `history.restoreRecord` would change. */
  'history.preview': query(RecordAt, z.object({ changes: z.array(HistoryChange) }), ['*']),
  /**
   * Puts a field of a record, or of a row inside it, back to what it was before a step; `column` null brings back a whole
   * removed row. The rules of saving hold: `duplicate`, `locked`, `not-found` for what it refers to and is gone.
   */
  'history.restoreField': command(
    'Возврат',
    z.object({
      record: z.string(),
      id: Id,
      groupId: Id,
      table: z.string(),
      rowKey: z.string(),
      column: z.string().nullable(),
      allowDuplicate,
    }),
    SavedRecord,
  ),
  /** Makes a record, its rows included, what it was at a moment. Refused as `history.restoreField`. */
  'history.restoreRecord': command('Возврат', RecordAt.extend({ allowDuplicate }), SavedRecord),
  /** Records that were removed and are not there now, last removed first; `before` is `groupId` and `id` of the last. */
  'history.deleted': query(
    z.object({
      record: z.string().nullable().default(null),
      text: z.string().max(200).default(''),
      before: z.int().nullable().default(null),
      limit: z.int().min(1).max(500).default(50),
    }),
    z.object({ records: z.array(RemovedRecord), next: z.int().nullable() }),
    ['*'],
  ),
  /** Brings a removed record back with its rows under its old number. Refused as `history.restoreField`. */
  'history.revive': command('Возврат', z.object({ record: z.string(), id: Id, allowDuplicate }), SavedRecord),

  /** What Ctrl+Z and Ctrl+Y would do now; `blocked` says why undo cannot go further back. */
  'history.stack': query(
    Nothing,
    z.object({ undo: UndoStep.nullable(), redo: UndoStep.nullable(), blocked: z.string().nullable() }),
    ['*'],
  ),
  /** The steps Ctrl+Z would take back and Ctrl+Y would return, next first; `blocked`: what stands behind the last. */
  'history.steps': query(
    z.object({ limit: z.int().min(1).max(500).default(50) }),
    z.object({ undo: z.array(ListedStep), redo: z.array(ListedStep), blocked: z.string().nullable() }),
    ['*'],
  ),
  'history.undo': command('Отмена', Nothing, Done, 'none'),
  'history.redo': command('Повтор', Nothing, Done, 'none'),
  /** Takes back every step from the last to this one, all or none. */
  'history.undoTo': command('Отмена', Many, z.object({ steps: z.int() }), 'none'),
  'history.redoTo': command('Повтор', Many, z.object({ steps: z.int() }), 'none'),
} as const
