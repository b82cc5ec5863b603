import { Event, EventParticipant, type EventRecord } from '@shared/contract/events'
import { schoolYearOf } from '@shared/domain/school-year'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../../database/prepared'
import { parseRow } from '../../database/rows'

type Row = Record<string, string | number | null>

/** An event with its participants and the items it fulfils. @throws AppError `not-found` */
export function readEvent(raw: Sqlite, id: number): EventRecord {
  const row = prepared<[number], Row>(raw, 'SELECT * FROM event WHERE id = ?').get(id)
  if (!row) throw new AppError('not-found', `Мероприятия с номером записи ${id} нет.`)
  const participants = prepared<[number], Row>(
    raw,
    'SELECT * FROM eventParticipant WHERE eventId = ? ORDER BY ord',
  ).all(id)
  return {
    id,
    revision: Number(row.revision),
    event: parseRow(Event, { ...row, participants: participants.map((one) => parseRow(EventParticipant, one)) }),
    schoolYear: schoolYearOf(String(row.from)),
    roadmapItems: fulfilledItems(raw, id),
  }
}

function fulfilledItems(raw: Sqlite, id: number): EventRecord['roadmapItems'] {
  return prepared<[number], EventRecord['roadmapItems'][number]>(
    raw,
    `SELECT DISTINCT roadmapItem.uid AS itemUid, roadmap.id AS roadmapId, roadmap.title AS roadmap, roadmapItem.number,
       roadmapItem.title
     FROM roadmapLink JOIN roadmapItem ON roadmapItem.uid = roadmapLink.itemUid
     JOIN roadmap ON roadmap.id = roadmapItem.roadmapId
     WHERE roadmapLink.kind = 'event' AND roadmapLink.eventId = ? ORDER BY roadmap."from", roadmap.id, roadmapItem.ord`,
  ).all(id)
}
