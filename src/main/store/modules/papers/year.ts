import type { Parsed } from '@shared/contract'
import { eventKinds } from '@shared/contract/events'
import type { DecisionRow } from '@shared/contract/meetings'
import type { YearEntry } from '@shared/contract/year-papers'
import { schoolYearBounds } from '@shared/domain/school-year'
import { buildDecisionRegister } from '@shared/papers/year/decisions'
import { buildMeetingCalendar, buildYearPlan } from '@shared/papers/year/plan'
import type { JobContext, QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import type { Handlers } from '../../module'
import { savePaper } from '../../templates/save-paper'

/** Papers over a school year. */
export const yearPaperHandlers = {
  'year.entries': (context, { schoolYear, associationId }) => yearEntries(context, schoolYear, associationId),
  'papers.decisions': async (context, { query, ...file }) => {
    const rows = await everyDecision(context, query)
    const profile = await context.query('profile.get', {})
    const paper = buildDecisionRegister(rows, { profile, on: context.today(), schoolYear: query.schoolYear })
    return { ...(await savePaper(context, paper, file)), rows: rows.length }
  },
  'papers.yearPlan': (context, input) => yearPaper(context, input, buildYearPlan),
  'papers.meetingCalendar': (context, input) => yearPaper(context, input, buildMeetingCalendar),
} satisfies Handlers

async function yearPaper(
  context: JobContext,
  { schoolYear, associationId, ...file }: Parsed<'papers.yearPlan'>,
  build: typeof buildYearPlan,
): Promise<{ file: string; rows: number }> {
  const entries = await context.query('year.entries', { schoolYear, associationId })
  const profile = await context.query('profile.get', {})
  const association =
    associationId === null ? null : (await context.query('associations.get', { id: associationId })).association.name
  const paper = build(entries, { profile, schoolYear, association })
  return { ...(await savePaper(context, paper, file)), rows: entries.length }
}

async function everyDecision(context: JobContext, query: Parsed<'papers.decisions'>['query']): Promise<DecisionRow[]> {
  const rows: DecisionRow[] = []
  for (;;) {
    const page = await context.query('decisions.list', { ...query, after: null, offset: rows.length, limit: 1000 })
    rows.push(...page.rows)
    context.progress(rows.length, page.total, 'Решения')
    if (page.rows.length < 1000) return rows
  }
}

interface Asked {
  from: string
  to: string
  association: number | null
}

function yearEntries({ raw }: QueryContext, schoolYear: string, associationId: number | null): YearEntry[] {
  const asked: Asked = { ...schoolYearBounds(schoolYear), association: associationId }
  const meetings = prepared<[Asked], YearEntry>(
    raw,
    `SELECT 'meeting' AS kind, meeting.date AS "from", meeting.date AS "to", meeting.time, meetingSeries.name AS title, '' AS due,
       meetingSeries.name AS "group", meeting.number, meeting.theme, meeting.place,
       coalesce((SELECT group_concat(name, ', ') FROM meetingPerson WHERE meetingId = meeting.id AND role = 'chair'), association.headName) AS responsible,
       meeting.state AS state
     FROM meeting JOIN meetingSeries ON meetingSeries.id = meeting.seriesId JOIN association ON association.id = meetingSeries.associationId
     WHERE meeting.date BETWEEN @from AND @to AND (@association IS NULL OR association.id = @association)
     ORDER BY meeting.date, meeting.time, meeting.id`,
  ).all(asked)
  const events = prepared<[Asked], YearEntry & { group: keyof typeof eventKinds }>(
    raw,
    `SELECT 'event' AS kind, "from", "to", NULL AS time, name AS title, '' AS due, kind AS "group", '' AS number, '' AS theme, place,
       organiser AS responsible, state
     FROM event WHERE "from" <= @to AND "to" >= @from AND state <> 'cancelled' AND (@association IS NULL OR associationId = @association)
     ORDER BY "from", id`,
  ).all(asked)
  const items = prepared<[Asked], YearEntry>(
    raw,
    `SELECT 'item' AS kind, due."from", due."to", NULL AS time,
       CASE WHEN item.title = '' THEN coalesce(parent.title, '') ELSE item.title END AS title, due.text AS due, roadmap.title AS "group",
       item.number, '' AS theme, '' AS place,
       coalesce((SELECT group_concat(text, ', ') FROM roadmapExecutor WHERE itemUid IN (item.uid, item.parentUid)), '') AS responsible, '' AS state
     FROM roadmapItem AS item JOIN roadmap ON roadmap.id = item.roadmapId JOIN roadmapDue AS due ON due.itemUid = item.uid
     LEFT JOIN roadmapItem AS parent ON parent.uid = item.parentUid
     WHERE (@association IS NULL OR roadmap.associationId = @association)
       AND coalesce(due."from", due."to", roadmap."from") <= @to AND coalesce(due."to", roadmap."to") >= @from
     ORDER BY coalesce(due."from", due."to", '9'), roadmap.id, item.ord`,
  ).all(asked)
  const all = [...meetings, ...events.map((one) => ({ ...one, group: eventKinds[one.group] })), ...items]
  return all.sort((a, b) => dayOf(a).localeCompare(dayOf(b)))
}

const dayOf = ({ from, to }: YearEntry): string => from ?? to ?? '9'
