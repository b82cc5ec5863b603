import { z } from 'zod'
import { command, query } from './core'
import { FilledLine, Id, SchoolYear } from './fields'
import { DecisionState } from './meetings'

/** The desk: what is due, overdue, expiring and unanswered (PRODUCT, module 13). Kinds are named by the modules that bring them. */

export const DeskItem = z.object({
  /** Kind of the record that opens, and which. */
  record: z.string(),
  id: z.int(),
  /** A row inside that record (an item of a road map); null: the record itself. */
  uid: z.string().nullable(),
  title: z.string(),
  detail: z.string(),
  date: z.string().nullable(),
})
export type DeskItem = z.infer<typeof DeskItem>

export const DeskGroup = z.object({
  kind: z.string(),
  /** Of all there are, not of those shown. */
  count: z.int(),
  /** The most pressing first. */
  items: z.array(DeskItem),
})
export type DeskGroup = z.infer<typeof DeskGroup>

const Progress = z.object({ total: z.int(), done: z.int(), overdue: z.int() })

export const deskContract = {
  /** Everything that waits, in groups with at least one entry; `shown` entries of each. */
  'desk.overview': query(
    z.object({ shown: z.int().min(1).max(1000).default(6) }),
    z.object({
      groups: z.array(DeskGroup),
      counts: z.object({ schools: z.int(), librarians: z.int(), meetings: z.int() }),
    }),
    ['*'],
  ),
  /** The next meeting from today on, with what of earlier decisions comes to it. */
  'desk.meeting': query(
    z.object({}),
    z
      .object({
        id: z.int(),
        title: z.string(),
        date: z.string(),
        time: z.string().nullable(),
        place: z.string(),
        /** Days from today; 0 is today. */
        days: z.int(),
        agenda: z.array(z.string()),
        /** Unfinished decisions of earlier meetings of its series. */
        unfinished: z.object({
          count: z.int(),
          items: z.array(z.object({ id: z.int(), text: z.string(), state: DecisionState })),
        }),
      })
      .nullable(),
    ['meeting', 'association'],
  ),
  /** How far the year has come: decisions of its meetings, items of its road maps (without their sub-events). */
  'desk.year': query(z.object({ schoolYear: SchoolYear }), z.object({ decisions: Progress, roadmaps: Progress }), [
    'meeting',
    'roadmap',
    'event',
  ]),
  /** Marks an entry done today, as its own card would. @throws `invalid-input` where that takes more than one step, `not-found` */
  'desk.done': command(
    'Отметка с рабочего стола',
    z.object({ kind: FilledLine, id: Id, uid: z.string().nullable().default(null) }),
    z.object({}),
  ),
} as const
