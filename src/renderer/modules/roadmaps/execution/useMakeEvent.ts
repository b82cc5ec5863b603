import { newUid } from '@shared/contract/fields'
import type { RoadmapLink } from '@shared/contract/roadmaps'
import { useRef } from 'react'
import { call } from '../../../app/api'
import { flushAll } from '../../../app/flush'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { showDone, showError } from '../../../app/toasts'

/** Makes an event of what the row says, links it with the row and opens its card. `links`: those the row has now. */
export function useMakeEvent(roadmapId: number, itemUid: string, links: readonly RoadmapLink[]): () => void {
  const go = useGo()
  const isBusy = useRef(false)
  const make = async () => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      // What was just typed into the row is the name of the event.
      await flushAll()
      const event = await call('events.blank', { itemUid })
      const { id: eventId } = await call('events.save', { id: null, revision: null, event })
      const link: RoadmapLink = { uid: newUid(), itemUid, kind: 'event', decisionUid: null, eventId }
      await call('roadmaps.link', { id: roadmapId, itemUid, links: [...links, link] })
      const place = placeOf('event', eventId)
      if (place !== null) go(place)
      showDone('Мероприятие создано и связано с пунктом')
    } catch (error) {
      showError(error)
    } finally {
      isBusy.current = false
    }
  }
  return () => void make()
}
