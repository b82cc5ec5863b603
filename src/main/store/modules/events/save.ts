import type { SavedRecord } from '@shared/contract/core'
import type { Event, EventParticipant } from '@shared/contract/events'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'
import { prepared } from '../../database/prepared'
import { refuseWrongEvent } from './check'
import { readEvent } from './read'

/** Makes (`id` null) or changes an event. @throws AppError as `refuseWrongEvent`, `conflict`, `not-found` */
export function saveEvent(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  event: Event,
): SavedRecord {
  const { raw } = context
  const { participants, ...own } = event
  context.describe(own.name)
  refuseWrongEvent(context, event)
  const saved = saveRoot(raw, 'event', id, revision, derive('event', own))
  syncRows(
    raw,
    'eventParticipant',
    { column: 'eventId', id: saved.id },
    participants.map((one) => ({ ...one, name: printedName(context, one) })),
  )
  return bumpRevision(raw, 'event', 'event', saved, id === null)
}

/** Someone of the bank is printed by her name there unless another was written. */
function printedName({ raw }: QueryContext, { librarianId, name }: EventParticipant): string {
  if (name !== '' || librarianId === null) return name
  return (
    prepared<[number], { name: string }>(
      raw,
      `SELECT trim(surname || ' ' || given || ' ' || patronymic) AS name FROM librarian WHERE id = ?`,
    ).get(librarianId)?.name ?? ''
  )
}

/** Links of road-map items to it stay and say nothing while it is gone: by undo it comes back with them. @throws AppError `not-found` */
export function removeEvent(context: CommandContext, id: number): void {
  const { event } = readEvent(context.raw, id)
  context.describe(event.name)
  removeRecord(
    context.raw,
    'event',
    ['eventParticipant'],
    'eventId',
    id,
    'Мероприятие нельзя удалить: на него ссылаются другие записи.',
  )
}
