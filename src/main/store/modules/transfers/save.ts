import { isDeepStrictEqual } from 'node:util'
import type { Transfer, TransferRecord } from '@shared/contract/transfers'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { bumpRevision, removeRecord, saveRoot, syncRows } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { refuseTakenNumber } from '../../ledger/act-numbers'
import { holdFund } from './hold'
import { judgedLines } from './lines'
import { documentOf, readTransfer, storedTransfer, transferTitle } from './read'
import { takeReservations } from './reservations'

/** Makes (`id` null) or changes a transfer. @throws AppError `not-enough`, `locked`, `conflict`, `duplicate`, `invalid-input` */
export function saveTransfer(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  wanted: Transfer,
): { id: number; revision: number } {
  const { raw } = context
  const before = id === null ? null : readTransfer(raw, id)
  const old = new Map(before?.transfer.lines.map((line) => [line.uid, line]))
  // The fields it can have have their say only in a temporary one.
  const given = { ...wanted, dueBack: wanted.term === 'temporary' ? wanted.dueBack : null }
  refuseSchools(context, given)
  const isDraft = before === null || before.state === 'drafted'
  const transfer = isDraft ? { ...given, lines: judgedLines(context, given, old) } : given
  if (!isDraft) refuseLocked(before, transfer)
  refuseTakenNumber(raw, transfer.fromSchoolId, transfer.actNumber, { kind: 'transfer', id }, 'transfer.actNumber')
  const { lines, giver, receiver, ...own } = transfer
  const row = {
    ...own,
    giverName: giver.name,
    giverPosition: giver.position,
    giverAttorney: giver.attorney,
    receiverName: receiver.name,
    receiverPosition: receiver.position,
    receiverAttorney: receiver.attorney,
    ...(id === null ? { state: 'drafted', draftedOn: context.today() } : {}),
  }
  const hold = holdFund(context, before?.transfer.lines ?? [], lines)
  const saved = saveRoot(raw, 'transfer', id, revision, row)
  if (isDraft) {
    syncRows(raw, 'transferLine', { column: 'transferId', id: saved.id }, lines)
    takeReservations(context, before?.transfer.lines ?? [], lines)
    hold.check()
  }
  if (before && (before.transfer.actNumber !== own.actNumber || before.transfer.actDate !== own.actDate)) {
    renameDocument(context, saved.id)
  }
  context.describe(transferTitle(storedTransfer(raw, saved.id)))
  return bumpRevision(raw, 'transfer', 'transfer', saved, id === null)
}

function refuseSchools({ raw }: CommandContext, transfer: Transfer): void {
  if (transfer.fromSchoolId === transfer.toSchoolId) {
    throw new AppError(
      'invalid-input',
      'Получает: школа не может передать книги самой себе. Выберите другую школу.',
      'transfer.toSchoolId',
    )
  }
  for (const name of ['fromSchoolId', 'toSchoolId', 'viaSchoolId'] as const) {
    const id = transfer[name]
    if (id === null || prepared(raw, 'SELECT 1 FROM school WHERE id = ?').get(id)) continue
    throw new AppError('not-found', 'Этой школы больше нет. Выберите другую.', `transfer.${name}`)
  }
  const { meetingId } = transfer
  if (meetingId !== null && !prepared(raw, 'SELECT 1 FROM meeting WHERE id = ?').get(meetingId)) {
    throw new AppError('not-found', 'Этой встречи больше нет. Выберите другую.', 'transfer.meetingId')
  }
}

/** Past the draft only who signs, the act, the meeting, the note and the day to be back by are hers to change. @throws AppError `locked` */
function refuseLocked({ transfer: before, state, issuedOn }: TransferRecord, after: Transfer): void {
  const fixed = ['fromSchoolId', 'toSchoolId', 'term', 'viaSchoolId'] as const
  if (fixed.some((name) => before[name] !== after[name]) || !isDeepStrictEqual(before.lines, after.lines)) {
    throw new AppError(
      'locked',
      'Школы, срок и список книг меняются только в черновике. Верните передачу на шаг назад или отмените её и составьте новую.',
    )
  }
  if (before.dueBack !== after.dueBack && (state === 'returned' || state === 'cancelled' || after.dueBack === null)) {
    throw new AppError('locked', 'Срок возврата этой передачи уже не меняется.', 'transfer.dueBack')
  }
  if (issuedOn !== null && (before.actNumber !== after.actNumber || before.actDate !== after.actDate)) {
    throw new AppError('locked', 'Акт уже выдан: его номер и дата не меняются.', 'transfer.actNumber')
  }
  if (after.actNumber === '' && before.actNumber !== '') {
    throw new AppError(
      'invalid-input',
      'Номер акта: не заполнено. У согласованной передачи номер есть.',
      'transfer.actNumber',
    )
  }
}

/** What the ledger shows of the act follows its number. */
function renameDocument({ raw }: CommandContext, id: number): void {
  prepared<[string, number]>(
    raw,
    'UPDATE movement SET document = ? WHERE transferLineId IN (SELECT id FROM transferLine WHERE transferId = ?)',
  ).run(documentOf(storedTransfer(raw, id)), id)
}

/** Only what never moved a copy. @throws AppError `in-use`, `not-found` */
export function removeTransfer(context: CommandContext, id: number): void {
  const { raw } = context
  const record = readTransfer(raw, id)
  context.describe(transferTitle(storedTransfer(raw, id)))
  if (record.state !== 'drafted' && record.state !== 'cancelled') {
    throw new AppError(
      'in-use',
      'Удалить можно только черновик или отменённую передачу. Отмените её или верните на шаг назад.',
    )
  }
  takeReservations(context, record.transfer.lines, [])
  removeRecord(
    raw,
    'transfer',
    ['transferLine'],
    'transferId',
    id,
    'Передачу нельзя удалить: по ней книги уже передавались, и это осталось в движении фонда.',
  )
}
