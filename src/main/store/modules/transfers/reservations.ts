import type { TransferLine } from '@shared/contract/transfers'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'

/** A reservation a line has taken is used; one whose line is gone is cancelled, and its copies are free. */
export function takeReservations(
  context: CommandContext,
  before: readonly TransferLine[],
  after: readonly TransferLine[],
): void {
  const ids = (lines: readonly TransferLine[]): (number | null)[] => lines.map((line) => line.reservationId)
  const now = ids(after)
  for (const id of new Set(ids(before))) if (id !== null && !now.includes(id)) setReservation(context, id, 'cancelled')
  const seen = new Set<number>()
  for (const id of now) {
    if (id === null) continue
    if (seen.has(id)) throw new AppError('invalid-input', 'Одна бронь указана в двух строках передачи. Уберите одну.')
    seen.add(id)
    setReservation(context, id, 'used')
  }
}

function setReservation({ raw, today }: CommandContext, id: number, state: 'used' | 'cancelled'): void {
  const now = prepared<[number], { state: string; revision: number }>(
    raw,
    'SELECT state, revision FROM reservation WHERE id = ?',
  ).get(id)
  if (!now || now.state === state) return
  updateRow(raw, 'reservation', { column: 'id', value: id }, { state, closedOn: today(), revision: now.revision + 1 })
}
