import type { Parsed } from '@shared/contract'
import type { EventPersonRow } from '@shared/contract/events'
import { buildEventSheet } from '@shared/papers/event/participants'
import type { JobContext, QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { savePaper } from '../../templates/save-paper'
import { readEvent } from './read'

/** Participants as a paper names them: the school in short, of people of the bank the position they held there on the first day. */
export function eventPeople({ raw }: QueryContext, id: number): EventPersonRow[] {
  const { event } = readEvent(raw, id)
  return prepared<[{ event: number; day: string }], EventPersonRow>(
    raw,
    `SELECT part.uid, part.name, coalesce(school.shortName, '') AS school, part.role, part.count, part.result,
       coalesce((SELECT position FROM employment WHERE librarianId = part.librarianId
         AND ("from" IS NULL OR "from" <= @day) AND ("to" IS NULL OR "to" >= @day)
         ORDER BY schoolId IS part.schoolId DESC, main DESC, ord LIMIT 1), '') AS position
     FROM eventParticipant AS part LEFT JOIN school ON school.id = part.schoolId
     WHERE part.eventId = @event ORDER BY part.ord`,
  ).all({ event: id, day: event.from })
}

/** The list of participants or the sheet they sign, in Word. */
export async function writeEventSheet(
  context: JobContext,
  { id, layout, signatures, ...file }: Parsed<'papers.eventParticipants'>,
): Promise<{ file: string; rows: number }> {
  const { event } = await context.query('events.get', { id })
  const people = await context.query('events.people', { id })
  const profile = await context.query('profile.get', {})
  const paper = buildEventSheet(event, people, { profile, layout, signatures })
  return { ...(await savePaper(context, paper, file)), rows: people.length }
}
