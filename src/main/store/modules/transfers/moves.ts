import { formatDate } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { book, reverse, unbook } from '../../ledger/book'
import { availableOn, ensureLot, lotById } from '../../ledger/lots'
import { documentOf, type StoredLine, type StoredTransfer } from './read'

/** What each state of a transfer does to the ledger. Every copy that leaves a lot is either in another or on the way. */

export function linesOf(raw: Sqlite, transferId: number): StoredLine[] {
  return prepared<[number], StoredLine>(raw, 'SELECT * FROM transferLine WHERE transferId = ? ORDER BY ord').all(
    transferId,
  )
}

/** The same lot of another school. */
function lotAt(raw: Sqlite, lotId: number, schoolId: number): number {
  const lot = lotById(raw, lotId)
  if (!lot) throw new AppError('not-found', 'Этих книг в остатках больше нет.')
  return ensureLot(raw, { ...lot, schoolId })
}

/** Copies leave the giver. @param correct the missing are first booked as found by inventory. @throws AppError `not-enough` */
export function moveOut(raw: Sqlite, transfer: StoredTransfer, date: string, correct: boolean): void {
  const document = documentOf(transfer)
  const lines = linesOf(raw, transfer.id)
  if (!correct) refuseMissingLines(raw, lines, date)
  for (const line of lines) {
    const missing = correct ? line.copies - availableOn(raw, line.lotId, date) : 0
    if (missing > 0) {
      const note = 'Найдено при передаче книг'
      book(raw, {
        lotId: line.lotId,
        date,
        kind: 'correction',
        copies: missing,
        document,
        note,
        transferLineId: line.id,
      })
    }
    const kind = transfer.term === 'permanent' ? 'transfer-out' : 'loan-out'
    book(raw, { lotId: line.lotId, date, kind, copies: -line.copies, document, transferLineId: line.id })
  }
}

/** All that is missing in one sentence. @throws AppError `not-enough` */
function refuseMissingLines(raw: Sqlite, lines: readonly StoredLine[], date: string): void {
  const wanted = new Map<number, number>()
  for (const line of lines) wanted.set(line.lotId, (wanted.get(line.lotId) ?? 0) + line.copies)
  const missing = [...wanted].flatMap(([lotId, copies]) => {
    const there = availableOn(raw, lotId, date)
    return there < copies ? [{ lotId, copies, there }] : []
  })
  if (missing.length === 0) return
  const named = missing.slice(0, 3).map(({ lotId, copies, there }) => {
    const { label } = prepared<[number], { label: string }>(
      raw,
      'SELECT label FROM lot JOIN textbook ON textbook.id = textbookId WHERE lot.id = ?',
    ).get(lotId) ?? { label: '' }
    return `«${label}» — есть ${formatNumber(there)}, нужно ${formatNumber(copies)}`
  })
  const more = missing.length > named.length ? ` и ещё ${missing.length - named.length}` : ''
  throw new AppError(
    'not-enough',
    `На ${formatDate(date, 'digits')} в остатках школы нет стольких книг: ${named.join('; ')}${more}. Внесите поступление, уменьшите число в черновике или передайте с инвентаризацией недостающих.`,
  )
}

/** Copies come to the receiver; what did not come goes back to the giver. */
export function moveIn(
  raw: Sqlite,
  transfer: StoredTransfer,
  date: string,
  received: ReadonlyMap<string, number>,
): void {
  const document = documentOf(transfer)
  for (const line of linesOf(raw, transfer.id)) {
    const came = received.get(line.uid) ?? line.copies
    const common = { date, document, transferLineId: line.id }
    if (came > 0) {
      const kind = transfer.term === 'permanent' ? 'transfer-in' : 'loan-in'
      book(raw, { ...common, lotId: lotAt(raw, line.lotId, transfer.toSchoolId), kind, copies: came })
    }
    if (came < line.copies) {
      const note = 'Не дошло до получателя'
      book(raw, { ...common, lotId: line.lotId, kind: 'return-in', copies: line.copies - came, note })
    }
    updateRow(raw, 'transferLine', { column: 'id', value: line.id }, { received: came })
  }
}

/** Copies of a temporary transfer go back. @throws AppError `not-enough` */
export function moveBack(
  raw: Sqlite,
  transfer: StoredTransfer,
  date: string,
  copies: ReadonlyMap<string, number>,
): void {
  const document = documentOf(transfer)
  for (const line of linesOf(raw, transfer.id)) {
    const back = copies.get(line.uid) ?? 0
    if (back === 0) continue
    const common = { date, document, transferLineId: line.id }
    const lotId = lotAt(raw, line.lotId, transfer.toSchoolId)
    book(raw, { ...common, lotId, kind: 'return-out', copies: -back })
    book(raw, { ...common, lotId: line.lotId, kind: 'return-in', copies: back })
    updateRow(raw, 'transferLine', { column: 'id', value: line.id }, { returned: line.returned + back })
  }
}

interface Move {
  id: number
  transferLineId: number
  date: string
  kind: string
  copies: number
}

/** Movements of a transfer that nothing has taken back, last first. */
function liveMoves(raw: Sqlite, transferId: number): Move[] {
  return prepared<[number], Move>(
    raw,
    `SELECT movement.id, transferLineId, movement.date, kind, movement.copies FROM movement
     JOIN transferLine ON transferLine.id = transferLineId
     WHERE transferId = ? AND kind <> 'reversal'
       AND NOT EXISTS (SELECT 1 FROM movement AS twin WHERE twin.reversesId = movement.id)
     ORDER BY movement.id DESC`,
  ).all(transferId)
}

/** Day of the last movement, those that take back included; null: there was none. */
export function lastMoved(raw: Sqlite, transferId: number): string | null {
  return (
    prepared<[number], { date: string | null }>(
      raw,
      `SELECT max(date) AS date FROM movement
       WHERE transferLineId IN (SELECT id FROM transferLine WHERE transferId = ?)`,
    ).get(transferId)?.date ?? null
  )
}

/** Before the act was given out a movement is removed, after it a reversing one is booked. @throws AppError `not-enough` */
function takeBack(raw: Sqlite, transfer: StoredTransfer, moves: readonly Move[], date: string): void {
  for (const { id } of moves) {
    if (transfer.issuedOn === null) unbook(raw, id)
    else reverse(raw, id, date, 'Шаг передачи отменён')
  }
}

export function takeOutBack(raw: Sqlite, transfer: StoredTransfer, date: string): void {
  takeBack(raw, transfer, liveMoves(raw, transfer.id), date)
}

/** @throws AppError `not-enough` when what came has since gone */
export function takeInBack(raw: Sqlite, transfer: StoredTransfer, date: string): void {
  const moves = liveMoves(raw, transfer.id).filter(({ kind }) => arrivals.has(kind))
  takeBack(raw, transfer, moves, date)
  prepared(raw, 'UPDATE transferLine SET received = NULL WHERE transferId = ? AND received IS NOT NULL').run(
    transfer.id,
  )
}

/** Nothing is returned at this point, so a `return-in` is what did not come. */
const arrivals: ReadonlySet<string> = new Set(['transfer-in', 'loan-in', 'return-in'])

/** The returns of the last day there were any. @throws AppError `not-enough` */
export function takeReturnBack(raw: Sqlite, transfer: StoredTransfer, date: string): void {
  const moves = liveMoves(raw, transfer.id)
  const outs = moves.filter(({ kind }) => kind === 'return-out')
  const day = outs.reduce((last, move) => (move.date > last ? move.date : last), '')
  const taken = new Set<Move>()
  for (const out of outs.filter((move) => move.date === day)) {
    // What did not come by the same line on the same day and in the same number is the same movement to everyone.
    const pair = moves.find(
      (move) =>
        !taken.has(move) &&
        move.kind === 'return-in' &&
        move.transferLineId === out.transferLineId &&
        move.date === day &&
        move.copies === -out.copies,
    )
    taken.add(out)
    if (pair) taken.add(pair)
    prepared<[number, number]>(raw, 'UPDATE transferLine SET returned = returned - ? WHERE id = ?').run(
      -out.copies,
      out.transferLineId,
    )
  }
  takeBack(
    raw,
    transfer,
    moves.filter((move) => taken.has(move)),
    date,
  )
}
