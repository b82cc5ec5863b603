import { z } from 'zod'
import { job, query } from './core'
import { FilledLine, Id, OnTemplate, SchoolYear } from './fields'
import { ListQuery } from './lists'

/** Papers over a school year: the register of decisions, the plan of work, the calendar of meetings. */

export const YearEntry = z.object({
  kind: z.enum(['meeting', 'event', 'item']),
  /** First day; null: through the year. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  time: z.string().nullable(),
  title: z.string(),
  /** Due as written, of an item. */
  due: z.string(),
  /** Series of the meeting, kind of the event, title of the plan. */
  group: z.string(),
  number: z.string(),
  theme: z.string(),
  place: z.string(),
  responsible: z.string(),
  state: z.string(),
})
export type YearEntry = z.infer<typeof YearEntry>

const year = { schoolYear: SchoolYear, associationId: Id.nullable().default(null) }
const file = { out: FilledLine, templateId: OnTemplate }
const Written = z.object({ file: z.string(), rows: z.int() })

export const yearPapersContract = {
  /** Meetings, events and items of plans and road maps of a year, by day; those without a day last. */
  'year.entries': query(z.object(year), z.array(YearEntry), ['meeting', 'event', 'roadmap', 'association']),
  /** What the query of the list of decisions finds. */
  'papers.decisions': job('Реестр решений', z.object({ query: ListQuery.prefault({}), ...file }), Written),
  'papers.yearPlan': job('План работы на год', z.object({ ...year, ...file }), Written),
  'papers.meetingCalendar': job('Календарь заседаний', z.object({ ...year, ...file }), Written),
} as const
