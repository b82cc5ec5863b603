import type { TransferRecord, TransferState } from '@shared/contract/transfers'

/** The way of a transfer in steps, and what can be done next. */

export type StepName = 'agree' | 'hand' | 'receive' | 'return'

export interface WayStep {
  state: TransferState
  title: string
  /** ISO day it was done; null while it is ahead. */
  on: string | null
  isDone: boolean
  isNow: boolean
}

const order: readonly TransferState[] = ['drafted', 'agreed', 'handed', 'received', 'returned']
const titles: Readonly<Partial<Record<TransferState, string>>> = {
  drafted: 'Составлена',
  agreed: 'Согласована',
  handed: 'Выдана',
  received: 'Получена',
  returned: 'Возвращена',
}

/** Steps done and to come; returning is a step of a temporary one only. */
export function wayOf(record: TransferRecord): WayStep[] {
  const days: Readonly<Partial<Record<TransferState, string | null>>> = {
    drafted: record.draftedOn,
    agreed: record.agreedOn,
    handed: record.handedOn,
    received: record.receivedOn,
    returned: record.returnedOn,
  }
  const now = order.indexOf(record.state)
  return order
    .filter((state) => state !== 'returned' || record.transfer.term === 'temporary')
    .map((state, index) => ({
      state,
      title: titles[state] ?? '',
      on: days[state] ?? null,
      isDone: index <= now,
      isNow: index === now,
    }))
}

export interface NextStep {
  step: StepName
  /** Verb of the button. */
  verb: string
  /** Label of the day beside it. */
  day: string
}

export function nextStep(record: TransferRecord): NextStep | null {
  switch (record.state) {
    case 'drafted':
      return { step: 'agree', verb: 'Согласовать', day: 'Дата согласования' }
    case 'agreed':
      return { step: 'hand', verb: 'Выдать книги', day: 'Дата выдачи' }
    case 'handed':
      return { step: 'receive', verb: 'Принять книги', day: 'Дата получения' }
    case 'received':
      return record.transfer.term === 'temporary' ? { step: 'return', verb: 'Вернуть', day: 'Дата возврата' } : null
    default:
      return null
  }
}

export const canGoBack = (state: TransferState): boolean => state !== 'drafted'
export const canCancel = (state: TransferState): boolean => state === 'drafted' || state === 'agreed'

/** Copies of a line still at the receiver of a temporary transfer. */
export const outstanding = (line: TransferRecord['lines'][number]): number =>
  Math.max(0, (line.received ?? line.copies) - line.returned)
