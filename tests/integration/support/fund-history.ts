import { newUid } from '@shared/contract/fields'
import type { TransferLine } from '@shared/contract/transfers'
import { addDays } from '@shared/domain/dates'

/** A random history of a district's fund: every operation there is, on guessed records, many of them to be refused. */

export interface Work {
  name: string
  input: unknown
}

export interface Known {
  schools: readonly number[]
  books: readonly number[]
  today: string
  /** What there is now, to guess from; a wrong guess is a test too. */
  rows: Readonly<
    Record<'lot' | 'surplus' | 'need' | 'reservation' | 'transfer' | 'writeOff' | 'movement', readonly Row[]>
  >
  lines: readonly (Row & { uid: string; transferId: number })[]
}

export interface Row {
  id: number
  [column: string]: string | number | null
}

type Next = () => number
const pick = <T>(next: Next, from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)]
const between = (next: Next, least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
const some = (next: Next, from: readonly Row[]): number => pick(next, from)?.id ?? 1

const years = [2019, 2021]
const price = (next: Next): number => (next() < 0.5 ? 300_00 : 450_00)
const day = (next: Next, today: string): string => addDays(today, -between(next, 0, 40))
/** Mostly today: histories of days that always run backwards come to nothing. */
const stepDay = (next: Next, today: string): string => (next() < 0.8 ? today : day(next, today))

const key = (next: Next, known: Known) => ({
  schoolId: pick(next, known.schools) ?? 1,
  textbookId: pick(next, known.books) ?? 1,
  publicationYear: pick(next, years) ?? 2019,
  price: price(next),
  source: 'federal' as const,
})

function line(next: Next, known: Known, from: number, to: number): TransferLine {
  const own = known.rows.lot.filter((lot) => lot.schoolId === from)
  const filled = own.filter((lot) => Number(lot.copies) > 0)
  const lots = filled.length > 0 && next() < 0.8 ? filled : own
  const lot = pick(next, lots)
  const surplus = next() < 0.7 ? known.rows.surplus.find((one) => one.lotId === lot?.id) : undefined
  const need =
    next() < 0.7 ? known.rows.need.find((one) => one.schoolId === to && one.textbookId === lot?.textbookId) : undefined
  return {
    uid: newUid(),
    lotId: lot?.id ?? 1,
    copies: between(next, 1, 6),
    condition: 'good',
    accounted: true,
    surplusId: surplus?.id ?? null,
    needId: need?.id ?? null,
    reservationId: null,
    planLineId: null,
    forTextbookId: null,
  }
}

const nobody = { name: '', position: '', attorney: '' }

function saveTransfer(next: Next, known: Known): Work {
  const holder = pick(
    next,
    known.rows.lot.filter((lot) => Number(lot.copies) > 0),
  )?.schoolId
  const from = next() < 0.9 && typeof holder === 'number' ? holder : (pick(next, known.schools) ?? 1)
  const to = pick(next, known.schools) ?? 1
  const id = next() < 0.25 ? some(next, known.rows.transfer) : null
  return {
    name: 'transfers.save',
    input: {
      id,
      revision: null,
      transfer: {
        fromSchoolId: from,
        toSchoolId: to,
        term: next() < 0.5 ? 'permanent' : 'temporary',
        dueBack: addDays(known.today, between(next, 0, 60)),
        actNumber: next() < 0.1 ? String(between(next, 1, 4)) : '',
        actDate: null,
        giver: nobody,
        receiver: nobody,
        viaSchoolId: null,
        meetingId: null,
        note: '',
        lines: Array.from({ length: between(next, 1, 2) }, () => line(next, known, from, to)),
      },
    },
  }
}

/** A transfer somewhere on its way is more often taken a step on than not. */
function step(next: Next, known: Known): Work {
  const transfer = pick(next, known.rows.transfer)
  const id = transfer?.id ?? 1
  const on = stepDay(next, known.today)
  const own = known.lines.filter((one) => one.transferId === id)
  const parts = own
    .filter(() => next() < 0.6)
    .map(({ uid, copies }) => ({ uid, copies: between(next, 0, Number(copies)) }))
  const forward: Readonly<Record<string, Work>> = {
    drafted: { name: 'transfers.agree', input: { id, on } },
    agreed: { name: 'transfers.hand', input: { id, on, correct: next() < 0.4 } },
    handed: { name: 'transfers.receive', input: { id, on, received: next() < 0.4 ? [] : parts } },
    received: {
      name: 'transfers.return',
      input: { id, on, lines: next() < 0.4 ? [] : parts.filter((one) => one.copies > 0) },
    },
  }
  const dice = next()
  if (dice < 0.6) return forward[String(transfer?.state)] ?? { name: 'transfers.back', input: { id, on } }
  if (dice < 0.8) return { name: 'transfers.back', input: { id, on } }
  if (dice < 0.88) return { name: 'transfers.issue', input: { id, on: known.today } }
  if (dice < 0.94) return { name: 'transfers.cancel', input: { id } }
  return pick(next, Object.values(forward)) ?? { name: 'transfers.remove', input: { id } }
}

function reservation(next: Next, known: Known): Work {
  const id = some(next, known.rows.reservation)
  const expiresOn = addDays(known.today, between(next, -1, 6))
  const dice = next()
  if (dice < 0.5) {
    const surplusId = some(next, known.rows.surplus)
    const needId = some(next, known.rows.need)
    return { name: 'reservations.make', input: { surplusId, needId, copies: between(next, 1, 6), expiresOn } }
  }
  if (dice < 0.65) return { name: 'reservations.cancel', input: { ids: [id] } }
  if (dice < 0.8) return { name: 'reservations.extend', input: { id, expiresOn } }
  return { name: 'reservations.transfer', input: { ids: [id, some(next, known.rows.reservation)] } }
}

function offer(next: Next, known: Known): Work {
  const common = {
    copies: between(next, 1, 15),
    since: day(next, known.today),
    until: next() < 0.2 ? addDays(known.today, between(next, -3, 5)) : null,
    state: next() < 0.9 ? 'open' : 'withdrawn',
    note: '',
  }
  const isSurplus = next() < 0.5
  if (next() < 0.1) {
    return isSurplus
      ? { name: 'surpluses.remove', input: { id: some(next, known.rows.surplus) } }
      : { name: 'needs.remove', input: { id: some(next, known.rows.need) } }
  }
  const isNew = next() < 0.7
  if (isSurplus) {
    // Of books there are, more often than not.
    const lot = next() < 0.7 ? pick(next, known.rows.lot) : undefined
    const of = lot ? { ...key(next, known), ...pickKey(lot) } : key(next, known)
    const surplus = { ...of, ...common, condition: 'good' }
    return {
      name: 'surpluses.save',
      input: { id: isNew ? null : some(next, known.rows.surplus), revision: null, surplus },
    }
  }
  const { schoolId, textbookId } = key(next, known)
  const need = { schoolId, textbookId, ...common, substitutes: next() < 0.7, priority: 'usual' }
  return { name: 'needs.save', input: { id: isNew ? null : some(next, known.rows.need), revision: null, need } }
}

const pickKey = ({ schoolId, textbookId, publicationYear, price: paid }: Row): object => ({
  schoolId,
  textbookId,
  publicationYear,
  price: paid,
})

function ledger(next: Next, known: Known): Work {
  const dice = next()
  const date = day(next, known.today)
  if (dice < 0.5) {
    const kind = next() < 0.8 ? 'receipt' : 'correction'
    const copies = kind === 'receipt' ? between(next, 1, 20) : between(next, -8, 8)
    return {
      name: 'movements.add',
      input: { movement: { ...key(next, known), date, kind, copies, document: '', note: '' } },
    }
  }
  const lotId = some(next, known.rows.lot)
  if (dice < 0.65) {
    return { name: 'holdings.correct', input: { lotId, date, copies: between(next, 0, 20), document: '', note: '' } }
  }
  if (dice < 0.8) return { name: 'movements.remove', input: { id: some(next, known.rows.movement) } }
  if (dice < 0.9) {
    return { name: 'movements.reverse', input: { id: some(next, known.rows.movement), date: known.today, note: '' } }
  }
  // As an import of a school's count is booked.
  return {
    name: 'lists.edit',
    input: { list: 'holdings', rows: [{ id: lotId, cells: { copies: between(next, 0, 20) } }] },
  }
}

function writeOff(next: Next, known: Known): Work {
  const id = some(next, known.rows.writeOff)
  const dice = next()
  if (dice < 0.45) {
    const lot = pick(next, known.rows.lot)
    return {
      name: 'writeOffs.save',
      input: {
        id: null,
        revision: null,
        writeOff: {
          schoolId: lot?.schoolId ?? 1,
          campaignId: null,
          reason: 'worn',
          reasonText: '',
          number: '',
          date: day(next, known.today),
          okpo: '',
          unit: '',
          debit: '',
          credit: '',
          order: '',
          disposal: 'none',
          note: '',
          commission: [],
          lines: [{ uid: newUid(), lotId: lot?.id ?? 1, copies: between(next, 1, 8), inventoryNumbers: '' }],
        },
      },
    }
  }
  if (dice < 0.8) return { name: 'writeOffs.book', input: { id } }
  if (dice < 0.9) return { name: 'writeOffs.reverse', input: { id, on: known.today } }
  return { name: 'writeOffs.remove', input: { id } }
}

export function randomWork(next: Next, known: Known): Work {
  const dice = next()
  if (dice < 0.16) return ledger(next, known)
  if (dice < 0.3) return offer(next, known)
  if (dice < 0.4) return reservation(next, known)
  if (dice < 0.53) return saveTransfer(next, known)
  if (dice < 0.85) return step(next, known)
  if (dice < 0.92) return writeOff(next, known)
  return { name: dice < 0.97 ? 'history.undo' : 'history.redo', input: {} }
}
