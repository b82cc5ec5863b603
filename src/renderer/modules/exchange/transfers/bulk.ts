import { todayIso } from '@shared/domain/dates'
import type { Paper } from '@shared/papers/model'
import { call } from '../../../app/api'
import type { BulkWork } from '../../../components/BulkDialog'
import { printPaper } from '../../../components/paper/files'
import { actPaper, joinPapers } from './actPaper'

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

/** The acts are made one after another and printed together: one window of the printer for all. */
export function bulkPrint(ids: readonly number[]): BulkWork {
  const papers: Paper[] = []
  return {
    title: 'Печать актов',
    done: 'Отправлено на печать',
    ids,
    each: async (id) => void papers.push(await actPaper(id)),
    nameOf,
    finish: async () => {
      const paper = joinPapers(papers, 'Акты приёма-передачи')
      if (paper) await printPaper(paper, 'printer')
    },
  }
}
