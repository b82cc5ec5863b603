import { todayIso } from '@shared/domain/dates'
import { call } from '../../../app/api'
import type { BulkWork } from '../../../components/BulkDialog'

/** Steps of several transfers at once, each by its own rules. */

const today = () => todayIso(new Date())
const note = 'Каждая передача — отдельное действие: отменить можно по одной, Ctrl+Z.'

async function nameOf(id: number): Promise<string> {
  const { from, to } = await call('transfers.get', { id })
  return `${from} → ${to}`
}

export const bulkAgree = (ids: readonly number[]): BulkWork => ({
  title: 'Согласование передач',
  done: 'Согласовано',
  ids,
  each: async (id) => void (await call('transfers.agree', { id, on: today() })),
  nameOf,
  note,
})

export const bulkHand = (ids: readonly number[]): BulkWork => ({
  title: 'Выдача книг',
  done: 'Выдано',
  ids,
  each: async (id) => void (await call('transfers.hand', { id, on: today() })),
  nameOf,
  note,
})

/** Everything that was handed over; where fewer came, the transfer is opened and received line by line. */
export const bulkReceive = (ids: readonly number[]): BulkWork => ({
  title: 'Получение книг',
  done: 'Принято',
  ids,
  each: async (id) => void (await call('transfers.receive', { id, on: today() })),
  nameOf,
  note,
})
