import type { MeetingRecord } from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { removeRecord } from '../../database/aggregate'
import { readMeeting } from './read'
import { meetingTitle } from './write'

const children = [
  'execution',
  'decisionDue',
  'decisionAddressee',
  'decision',
  'speech',
  'agendaSpeaker',
  'agendaItem',
  'attendance',
  'meetingPerson',
  'correction',
] as const

/** Deletes a draft. @throws AppError `locked` for a signed protocol, `not-found` */
export async function removeMeeting(context: CommandContext, id: number): Promise<void> {
  const record = await readMeeting(context.trx, id)
  refuseSigned(record)
  context.describe(meetingTitle(record.meeting))
  removeRecord(
    context.raw,
    'meeting',
    children,
    'meetingId',
    id,
    'Заседание нельзя удалить: на него ссылаются другие записи.',
  )
}

/** @throws AppError `locked` */
export function refuseSigned(record: MeetingRecord): void {
  if (record.state !== 'signed') return
  throw new AppError(
    'locked',
    `Протокол ${meetingTitle(record.meeting)} подписан и закрыт от изменений. Нажмите «Исправить», чтобы записать исправление с причиной.`,
  )
}
