import { type RoadmapItemRow, type RoadmapRow, roadmapItemList, roadmapList } from '@shared/contract/roadmaps'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../context'
import { decisionSource } from './decisions'
import { type ListSource, wholeList } from './list'

/**
 * Road maps and their rows. States are the domain's (`domain/roadmap-state`), called from SQL with the facts of an item as
 * JSON, so that one can filter and sort by them.
 */

type Sql = RawBuilder<unknown>

const within = (schoolYear: string | null): Sql => {
  if (schoolYear === null) return sql`1`
  const { from, to } = schoolYearBounds(schoolYear)
  return sql`roadmap."from" <= ${to} and roadmap."to" >= ${from}`
}

/** What rows are linked with, while it is there; a condition picks the rows of `roadmapLink`. */
export function linkedThings(context: QueryContext, where: Sql): Sql {
  return sql`
    select link.uid, link.itemUid, link.ord, link.kind, link.decisionUid, link.eventId, decision.text as title,
      decision.meetingDate as date, decision.state, decision.doneOn as doneOn, decision.meetingId,
      decision.meeting as named, decision.meetingDate as namedOn,
      case when decision.number = '' then '' else ', решение ' || decision.number end as namedFurther
    from roadmapLink as link join (${decisionSource.select(context, wholeList)}) as decision on decision.uid = link.decisionUid
    where link.kind = 'decision' and ${where}
    union all
    select link.uid, link.itemUid, link.ord, link.kind, link.decisionUid, link.eventId, event.name, event."from", event.state,
      event."to", null, event.name, null, ''
    from roadmapLink as link join event on event.id = link.eventId
    where link.kind = 'event' and ${where}`
}

const duesOf = (uid: Sql): Sql => sql`
  (select json_group_array(json_object('text', text, 'from', "from", 'to', "to", 'recurrence', recurrence) order by ord)
    from roadmapDue where itemUid = ${uid})`

const factsOf = (context: QueryContext, uid: Sql): Sql => sql`
  'uid', ${uid}, 'dues', json(${duesOf(uid)}),
  'marks', json((select json_group_array(json_object('state', state, 'on', "on", 'movedTo', movedTo, 'evidence', evidence,
    'note', note) order by ord) from roadmapMark where itemUid = ${uid})),
  'links', case when exists (select 1 from roadmapLink where itemUid = ${uid}) then
    json((select json_group_array(json_object('state', state, 'on', doneOn, 'text', named, 'date', namedOn, 'further', namedFurther) order by ord)
      from (${linkedThings(context, sql`link.itemUid = ${uid}`)}))) else json('[]') end`

/** JSON of the state of a row `item`: of a sub-event it needs those of its item. Rows of one paper are found by it; by their parent, by nothing. */
const stateOf = (context: QueryContext, item: Sql, uid: Sql, day: string = context.today()): Sql => sql`
  roadmap_state(json_object(${factsOf(context, item)}, 'parts', json((
    select json_group_array(json_object(${factsOf(context, sql`part.uid`)}) order by part.ord)
    from roadmapItem as part where part.roadmapId = item.roadmapId and part.parentUid = ${item}))), ${uid}, ${day})`

/** As `domain/roadmap-numbers` counts. */
const numberOf = (item: string): Sql => {
  const row = sql.raw(item)
  return sql`case when ${row}.number <> '' then ${row}.number when roadmap.numbering = 'none' then '' else '' || (
    select count(*) from roadmapItem as earlier where earlier.roadmapId = ${row}.roadmapId and earlier.parentUid is null
      and earlier.number not glob '*[^0-9]*' and earlier.ord <= ${row}.ord
      and (roadmap.numbering = 'through' or earlier.sectionUid = ${row}.sectionUid)) end`
}

const executorsOf = (role: 'main' | 'co'): Sql => sql`
  coalesce((select group_concat(text, '; ' order by ord) from roadmapExecutor where itemUid = item.uid and role = ${role}), '')`

const sectionOf = sql`case when section.number = '' or trim(section.title) = '' then section.number || section.title
  else section.number || case when substr(section.number, -1) in ('.', ':', ')') then ' ' else '. ' end || section.title end`

/**
 * What a report says of a row by its state and its last mark by the day; taken off as `isTakenOff` says. What repeats goes on, however
 * near its next day is.
 */
const outcomeOf = sql`
  case when json_extract(status, '$.state') = 'done' then case when json_extract(status, '$.doneOn') is null
      and instr(char(10) || json_extract(status, '$.words'), char(10) || 'Снято') > 0 then 'cancelled' else 'done' end
    when json_extract(status, '$.state') = 'overdue' then 'overdue' when lastMark = 'moved' then 'moved'
    when json_extract(status, '$.state') = 'partial' then 'partial'
    when repeats or json_extract(status, '$.state') = 'standing' then 'standing' else 'ahead' end`

/** All its dues repeat or go on. */
const repeatsOf = (uid: Sql): Sql => sql`
  exists (select 1 from roadmapDue where itemUid = ${uid})
    and not exists (select 1 from roadmapDue where itemUid = ${uid} and recurrence is null)`

/** Items and sub-events; a part's number is its item's with its own behind it. */
export const roadmapItemSource: ListSource<RoadmapItemRow & { ord?: number; words?: string }> = {
  spec: roadmapItemList,
  sorted: [],
  keys: ['roadmapId'],
  filled: ['roadmap', 'state', 'outcome', 'part'],
  select: (context, query) => sql`
    select *, json_extract(status, '$.state') as state, json_extract(status, '$.deadline') as deadline,
      json_extract(status, '$.doneOn') as doneOn, json_extract(status, '$.words') as words,
      case when typed = '' or typed = json_extract(status, '$.words') then json_extract(status, '$.words')
        else trim(typed || char(10) || json_extract(status, '$.words'), char(10)) end as execution, ${outcomeOf} as outcome
    from (
      select item.id, item.uid, item.roadmapId, roadmap.title as roadmap, item.ord, item.parentUid, item.title,
        item.document, item.results, ${sectionOf} as section,
        case when item.parentUid is null then ${numberOf('item')}
          when ${numberOf('parent')} = '' then ''
          else rtrim(${numberOf('parent')}, '.') || '.' || (select count(*) from roadmapItem as earlier
            where earlier.parentUid = item.parentUid and earlier.roadmapId = item.roadmapId and earlier.ord <= item.ord) end as number,
        due_summary(${duesOf(sql`item.uid`)}) as due,
        ${executorsOf('main')} as executors, ${executorsOf('co')} as coExecutors,
        (select count(*) from (${linkedThings(context, sql`link.itemUid = item.uid`)})) as links,
        coalesce((select group_concat(cell.text, char(10) order by cell.ord) from roadmapCell as cell
          join roadmapColumn as own on own.uid = cell.columnUid
          where cell.itemUid = item.uid and own.role = 'execution' and trim(cell.text) <> ''), '') as typed,
        item.norm || ' ' || roadmap.norm || ' ' || ru_norm(${executorsOf('main')}) as norm,
        item.parentUid is not null as part, (${repeatsOf(sql`item.uid`)}) as repeats,
        coalesce((select shortName from association where association.id = roadmap.associationId), '') as association,
        (select state from roadmapMark where itemUid = item.uid and "on" <= ${query.on ?? context.today()}
          order by "on" desc, ord desc limit 1) as lastMark,
        ${stateOf(context, sql`coalesce(item.parentUid, item.uid)`, sql`item.uid`, query.on ?? context.today())} as status
      from roadmapItem as item
      join roadmap on roadmap.id = item.roadmapId
      left join roadmapSection as section on section.uid = item.sectionUid
      left join roadmapItem as parent on parent.uid = item.parentUid
      where ${within(query.schoolYear)}
    )`,
  row: (raw) => ({ ...(raw as unknown as RoadmapItemRow), part: raw.part === 1 }),
}

/** Road maps any day of whose period is in the school year; items are counted without their sub-events. */
export const roadmapSource: ListSource<RoadmapRow> = {
  spec: roadmapList,
  sorted: ['title'],
  normed: ['title'],
  filled: ['title', 'kind', 'from', 'to'],
  select(context, query) {
    const own = sql`from roadmapItem as item where item.roadmapId = roadmap.id and item.parentUid is null`
    const inState = (state: string): Sql => sql`(select count(*) ${own}
      and json_extract(${stateOf(context, sql`item.uid`, sql`item.uid`)}, '$.state') = ${state})`
    return sql`
      select roadmap.id, roadmap.kind, roadmap.title, roadmap.sortKey as "title$sort", roadmap.nameKey as "title$norm",
        roadmap."from", roadmap."to", coalesce(association.shortName, '') as association,
        (select count(*) from roadmapSection where roadmapId = roadmap.id) as sections,
        (select count(*) ${own}) as items, ${inState('done')} as done, ${inState('overdue')} as overdue,
        ${inState('soon')} as soon, roadmap.approvalText as approval,
        roadmap.norm || ' ' || coalesce(association.norm, '') as norm
      from roadmap left join association on association.id = roadmap.associationId
      where ${within(query.schoolYear)}`
  },
  row: (raw) => raw as unknown as RoadmapRow,
}
