import { useRef } from 'react'
import { call } from '../../../app/api'
import { flushAll } from '../../../app/flush'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { undoLast } from '../../../app/queries'
import { showDone, showError } from '../../../app/toasts'

/** Makes an event of what the row says, linked with the row, and opens its card. */
export function useMakeEvent(itemUid: string): () => void {
  const go = useGo()
  const isBusy = useRef(false)
  const make = async () => {
    if (isBusy.current) return
    isBusy.current = true
    try {
      // What was just typed into the row is the name of the event.
      await flushAll()
      const { id: eventId } = await call('events.fromItem', { itemUid })
      const place = placeOf('event', eventId)
      if (place !== null) go(place)
      showDone('Мероприятие создано и связано с пунктом.', { label: 'Отменить', run: () => void undoLast() })
    } catch (error) {
      showError(error)
    } finally {
      isBusy.current = false
    }
  }
  return () => void make()
}
