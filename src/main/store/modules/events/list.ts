import { type EventParticipantRow, type EventRow, eventList, eventParticipantList } from '@shared/contract/events'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import type { ListSource } from '../../lists/list'

/** Any day of it is in the school year. */
function within(schoolYear: string | null): RawBuilder<unknown> {
  if (schoolYear === null) return sql`1`
  const { from, to } = schoolYearBounds(schoolYear)
  return sql`event."from" <= ${to} and event."to" >= ${from}`
}

const participants = (what: string, where = '1'): RawBuilder<unknown> =>
  sql.raw(`(select ${what} from eventParticipant as part where part.eventId = event.id and ${where})`)

export const eventSource: ListSource<EventRow> = {
  spec: eventList,
  sorted: ['name'],
  normed: ['name'],
  filled: ['name', 'kind', 'level', 'from', 'to', 'state'],
  select: (_, query) => sql`
    select event.id, event.name, event.sortKey as "name$sort", event.nameKey as "name$norm", event.kind, event.level,
      event."from", event."to", event.state, event.organiser, event.place, nullif(event.format, 'none') as format,
      ${participants('count(distinct part.schoolId)')} as schools,
      ${participants('count(distinct part.librarianId)')} as librarians, event.people,
      ${participants('count(*)', "part.role in ('winner', 'runnerUp')")} as winners,
      (select count(distinct itemUid) from roadmapLink
        where roadmapLink.eventId = event.id and roadmapLink.kind = 'event'
          and exists (select 1 from roadmapItem where roadmapItem.uid = roadmapLink.itemUid)) as roadmapItems,
      event.results, event.students, event.norm,
      coalesce((select shortName from association where association.id = event.associationId), '') as association
    from event where ${within(query.schoolYear)}`,
  row: (raw) => raw as unknown as EventRow,
}

/** Who took part in what. Of a school without named people the name is empty. */
export const eventParticipantSource: ListSource<EventParticipantRow> = {
  spec: eventParticipantList,
  sorted: ['event', 'school'],
  normed: ['event', 'school'],
  keys: ['librarianId', 'schoolId', 'eventId'],
  filled: ['event', 'from', 'role', 'kind', 'level', 'state'],
  select: (_, query) => sql`
    select part.id, part.eventId, event.name as event, event.sortKey as "event$sort", event.nameKey as "event$norm",
      event.kind, event.level, event."from", part.name, coalesce(school.shortName, '') as school,
      coalesce(school.sortKey, '') as "school$sort", coalesce(school.nameKey, '') as "school$norm", part.role, part.count,
      part.result, part.librarianId, part.schoolId, event.state,
      coalesce((select shortName from association where association.id = event.associationId), '') as association,
      event.norm || ' ' || coalesce(school.norm, '') || ' ' || ru_norm(part.name || ' ' || part.result) as norm
    from eventParticipant as part
    join event on event.id = part.eventId
    left join school on school.id = part.schoolId
    where ${within(query.schoolYear)}`,
  row: (raw) => raw as unknown as EventParticipantRow,
}
