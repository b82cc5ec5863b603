import type { SavedRecord } from '@shared/contract/core'
import { newUid } from '@shared/contract/fields'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { eventToFill } from './blank'

/** An event made of what an item says and linked with it; the item's other links stay. @throws AppError `not-found` */
export async function eventOfItem(context: CommandContext, itemUid: string): Promise<SavedRecord> {
  const item = prepared<[string], { roadmapId: number }>(
    context.raw,
    'SELECT roadmapId FROM roadmapItem WHERE uid = ?',
  ).get(itemUid)
  if (!item) throw new AppError('not-found', 'Пункта дорожной карты больше нет. Откройте карту заново.', 'itemUid')
  const event = eventToFill(context, itemUid, null)
  const saved = await context.run('events.save', { id: null, revision: null, event })
  const { links } = await context.ask('roadmaps.get', { id: item.roadmapId })
  const own = links.filter((link) => link.itemUid === itemUid)
  await context.run('roadmaps.link', {
    id: item.roadmapId,
    itemUid,
    links: [...own, { uid: newUid(), itemUid, kind: 'event', decisionUid: null, eventId: saved.id }],
  })
  context.describe(`«${event.name}»`)
  return saved
}
