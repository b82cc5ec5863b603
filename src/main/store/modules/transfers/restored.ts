import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { refuseOverPromised } from '../../ledger/fund-check'
import { readTransfer } from './read'
import { takeReservations } from './reservations'
import { saveTransfer } from './save'

const fixed = ['fromSchoolId', 'toSchoolId', 'term', 'viaSchoolId'] as const

/**
 * Judges a transfer whose rows history has put back: past the draft its books are the ledger's, and copies it would promise
 * again may have been promised since. @throws AppError `locked`, `not-enough`
 */
export function saveRestored(context: CommandContext, id: number): { id: number; revision: number } {
  const { raw } = context
  const { state, transfer } = readTransfer(raw, id)
  if (state !== 'drafted' && booksChanged(context, id)) {
    throw new AppError(
      'locked',
      'Школы, срок и список книг меняются только в черновике: из истории их в этом состоянии не вернуть.',
    )
  }
  if (state !== 'cancelled') {
    takeReservations(context, [], transfer.lines)
    const sum = (side: 'surplusId' | 'needId', of: number): number =>
      transfer.lines.reduce((total, line) => total + (line[side] === of ? line.copies : 0), 0)
    for (const one of new Set(transfer.lines.flatMap((line) => line.surplusId ?? []))) {
      refuseOverPromised(raw, context.today(), 'surplus', one, sum('surplusId', one), undefined)
    }
    for (const one of new Set(transfer.lines.flatMap((line) => line.needId ?? []))) {
      refuseOverPromised(raw, context.today(), 'need', one, sum('needId', one), undefined)
    }
  }
  return saveTransfer(context, id, null, transfer)
}

/** Whether the running step has changed what is given, by whom or to whom; a row that was not there has no books in the ledger. */
function booksChanged({ raw }: CommandContext, id: number): boolean {
  const changes = prepared<[number], { tableName: string; op: string; before: string | null }>(
    raw,
    `SELECT tableName, op, before FROM change
     WHERE groupId = (SELECT groupId FROM changeContext WHERE id = 1) AND record = 'transfer' AND recordId = ?`,
  ).all(id)
  if (changes.some(({ tableName, op }) => tableName === 'transfer' && op === 'I')) return false
  const now = prepared<[number], Record<string, unknown>>(raw, 'SELECT * FROM transfer WHERE id = ?').get(id) ?? {}
  return changes.some(({ tableName, before }) => {
    if (tableName === 'transferLine') return true
    const old = JSON.parse(before ?? '{}') as Record<string, unknown>
    return fixed.some((name) => old[name] !== now[name])
  })
}
