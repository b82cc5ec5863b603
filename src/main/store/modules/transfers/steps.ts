import { type TransferState, transferStates } from '@shared/contract/transfers'
import { formatDate } from '@shared/domain/dates'
import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { bumpRevision, updateRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { nextActNumber, refuseTakenNumber } from '../../ledger/act-numbers'
import { holdFund } from './hold'
import { lastMoved, linesOf, moveBack, moveIn, moveOut, takeInBack, takeOutBack, takeReturnBack } from './moves'
import { type StoredTransfer, storedTransfer, transferTitle } from './read'
import { takeReservations } from './reservations'

/** States of a transfer: drafted → agreed → handed → received (→ returned), each with its day, and one back. */

interface Step {
  id: number
  revision: number | null
}
type Saved = { id: number; revision: number }

/** @throws AppError `not-found`, `conflict`, `locked` */
function begin(
  context: CommandContext,
  { id, revision }: Step,
  from: readonly TransferState[],
  does: string,
): StoredTransfer {
  const transfer = storedTransfer(context.raw, id)
  context.describe(transferTitle(transfer))
  if (revision !== null && revision !== transfer.revision) {
    throw new AppError('conflict', 'Передачу тем временем изменили. Откройте её снова, проверьте и повторите.')
  }
  if (!from.includes(transfer.state)) {
    throw new AppError('locked', `Передача сейчас в состоянии «${transferStates[transfer.state]}»: ${does} нельзя.`)
  }
  return transfer
}

function finish({ raw }: CommandContext, transfer: StoredTransfer, row: Partial<StoredTransfer>): Saved {
  updateRow(raw, 'transfer', { column: 'id', value: transfer.id }, row)
  return bumpRevision(raw, 'transfer', 'transfer', transfer, false)
}

const day = (iso: string): string => formatDate(iso, 'digits')

/** @throws AppError `invalid-input` when the day lies before what has been or after today */
function refuseDay(
  context: CommandContext,
  transfer: StoredTransfer,
  on: string,
  ...after: readonly (readonly [day: string | null, what: string])[]
): void {
  const moved = lastMoved(context.raw, transfer.id)
  for (const [earliest, what] of [...after, [moved, 'последнего движения книг по ней'] as const]) {
    if (earliest !== null && on < earliest) {
      throw new AppError('invalid-input', `Дата: ${day(on)} раньше ${what} (${day(earliest)}). Исправьте дату.`, 'on')
    }
  }
  if (on > context.today()) {
    throw new AppError('invalid-input', `Дата: ${day(on)} ещё не наступило. Впишите день не позже сегодняшнего.`, 'on')
  }
}

export function agree(context: CommandContext, step: Step & { on: string }): Saved {
  const { raw } = context
  const transfer = begin(context, step, ['drafted'], 'согласовать её')
  const { on } = step
  if (on > context.today()) refuseDay(context, transfer, on)
  if (linesOf(raw, transfer.id).length === 0) {
    throw new AppError(
      'invalid-input',
      'В передаче нет ни одной книги. Добавьте строки и согласуйте снова.',
      'transfer.lines',
    )
  }
  if (transfer.term === 'temporary' && transfer.dueBack === null) {
    throw new AppError(
      'invalid-input',
      'Вернуть до: не заполнено. У временной передачи нужен срок возврата.',
      'transfer.dueBack',
    )
  }
  if (transfer.dueBack !== null && transfer.dueBack < on) {
    throw new AppError(
      'invalid-input',
      `Вернуть до: ${day(transfer.dueBack)} раньше согласования. Исправьте срок.`,
      'on',
    )
  }
  const actNumber = transfer.actNumber === '' ? nextActNumber(raw, transfer.fromSchoolId) : transfer.actNumber
  refuseTakenNumber(raw, transfer.fromSchoolId, actNumber, { kind: 'transfer', id: transfer.id }, 'transfer.actNumber')
  // What is entered late has been in the fund since its own days.
  const draftedOn = on < transfer.draftedOn ? on : transfer.draftedOn
  return finish(context, transfer, {
    state: 'agreed',
    agreedOn: on,
    draftedOn,
    actNumber,
    actDate: transfer.actDate ?? on,
  })
}

export function hand(context: CommandContext, step: Step & { on: string; correct: boolean }): Saved {
  const transfer = begin(context, step, ['agreed'], 'передать книги')
  refuseDay(context, transfer, step.on, [transfer.agreedOn, 'согласования'])
  moveOut(context.raw, transfer, step.on, step.correct)
  return finish(context, transfer, { state: 'handed', handedOn: step.on })
}

export function receive(
  context: CommandContext,
  step: Step & { on: string; received: readonly { uid: string; copies: number }[] },
): Saved {
  const { raw } = context
  const transfer = begin(context, step, ['handed'], 'получить книги')
  refuseDay(context, transfer, step.on, [transfer.handedOn, 'передачи'])
  const came = byUid(raw, transfer, step.received, 'received', (line) => line.copies, 'передано')
  moveIn(raw, transfer, step.on, came)
  return finish(context, transfer, { state: 'received', receivedOn: step.on })
}

export function giveBack(
  context: CommandContext,
  step: Step & { on: string; lines: readonly { uid: string; copies: number }[] },
): Saved {
  const { raw } = context
  const transfer = begin(context, step, ['received'], 'вернуть книги')
  if (transfer.term === 'permanent') {
    throw new AppError(
      'locked',
      'Книги переданы постоянно: возврата у такой передачи нет. Составьте обратную передачу.',
    )
  }
  refuseDay(context, transfer, step.on, [transfer.receivedOn, 'получения'])
  const rest = (line: { received: number | null; returned: number }): number => (line.received ?? 0) - line.returned
  const named = byUid(raw, transfer, step.lines, 'lines', rest, 'осталось вернуть')
  const all = new Map(linesOf(raw, transfer.id).map((line) => [line.uid, rest(line)]))
  moveBack(raw, transfer, step.on, step.lines.length === 0 ? all : named)
  const isWhole = linesOf(raw, transfer.id).every((line) => rest(line) === 0)
  return finish(context, transfer, isWhole ? { state: 'returned', returnedOn: step.on } : {})
}

type Line = ReturnType<typeof linesOf>[number]

/** @throws AppError `invalid-input` for a line that is not there, named twice or given more than it can have */
function byUid(
  raw: CommandContext['raw'],
  transfer: StoredTransfer,
  given: readonly { uid: string; copies: number }[],
  field: string,
  most: (line: Line) => number,
  what: string,
): Map<string, number> {
  const lines = new Map(linesOf(raw, transfer.id).map((line) => [line.uid, line]))
  const found = new Map<string, number>()
  for (const [index, { uid, copies }] of given.entries()) {
    const line = lines.get(uid)
    const path = `${field}.${index}.copies`
    if (!line || found.has(uid)) {
      throw new AppError(
        'invalid-input',
        'Такой строки в передаче нет или она указана дважды. Откройте передачу снова.',
        path,
      )
    }
    if (copies > most(line)) {
      throw new AppError(
        'invalid-input',
        `Экземпляров: ${formatNumber(copies)} — больше, чем ${what} (${formatNumber(most(line))}). Исправьте число.`,
        path,
      )
    }
    found.set(uid, copies)
  }
  return found
}

export function cancel(context: CommandContext, step: Step): Saved {
  const transfer = begin(context, step, ['drafted', 'agreed'], 'отменить её')
  const saved = finish(context, transfer, { state: 'cancelled', cancelledOn: context.today() })
  takeReservations(context, linesOf(context.raw, transfer.id), [])
  return saved
}

export function issue(context: CommandContext, step: Step & { on: string }): Saved {
  const transfer = begin(context, step, ['agreed', 'handed', 'received', 'returned'], 'выдать акт')
  if (transfer.issuedOn !== null) {
    throw new AppError('locked', `Акт уже выдан ${day(transfer.issuedOn)}.`)
  }
  if (step.on > context.today() || (transfer.agreedOn !== null && step.on < transfer.agreedOn)) {
    const why = step.on > context.today() ? 'ещё не наступило' : 'раньше согласования'
    throw new AppError('invalid-input', `Дата: ${day(step.on)} ${why}. Исправьте дату.`, 'on')
  }
  return finish(context, transfer, { issuedOn: step.on })
}

/** One state back; of returns those of the last day. @throws AppError `locked`, `not-enough` when the books have gone on since */
export function back(context: CommandContext, step: Step & { on: string }): Saved {
  const { raw } = context
  const states = ['agreed', 'handed', 'received', 'returned', 'cancelled'] as const
  const transfer = begin(context, step, states, 'вернуть её на шаг назад')
  const { on } = step
  if (transfer.state === 'agreed' || transfer.state === 'cancelled') return reopen(context, transfer)
  if (transfer.issuedOn !== null) refuseDay(context, transfer, on)
  const lines = linesOf(raw, transfer.id)
  // What had come back, or not come at all, may have been promised to others since.
  const hold = holdFund(context, lines, lines)
  const saved = stepBack(context, transfer, on, lines)
  hold.check()
  return saved
}

function stepBack(context: CommandContext, transfer: StoredTransfer, on: string, lines: readonly Line[]): Saved {
  const { raw } = context
  if (transfer.state === 'handed') {
    takeOutBack(raw, transfer, on)
    return finish(context, transfer, { state: 'agreed', handedOn: null })
  }
  if (lines.some((line) => line.returned > 0)) {
    takeReturnBack(raw, transfer, on)
    return finish(context, transfer, { state: 'received', returnedOn: null })
  }
  takeInBack(raw, transfer, on)
  return finish(context, transfer, { state: 'handed', receivedOn: null })
}

/** agreed → drafted; cancelled → what it was, if its copies are still to be had. @throws AppError `locked`, `not-enough` */
function reopen(context: CommandContext, transfer: StoredTransfer): Saved {
  const { raw } = context
  if (transfer.state === 'agreed') {
    if (transfer.issuedOn !== null) {
      throw new AppError('locked', 'Акт уже выдан: в черновик передачу не вернуть. Отмените её и составьте новую.')
    }
    return finish(context, transfer, { state: 'drafted', agreedOn: null })
  }
  const lines = linesOf(raw, transfer.id)
  const hold = holdFund(context, [], lines)
  const saved = finish(context, transfer, {
    state: transfer.agreedOn === null ? 'drafted' : 'agreed',
    cancelledOn: null,
  })
  takeReservations(context, [], lines)
  hold.check()
  return saved
}

export function linkMeeting(context: CommandContext, ids: readonly number[], meetingId: number | null): void {
  const { raw } = context
  if (meetingId !== null && !prepared(raw, 'SELECT 1 FROM meeting WHERE id = ?').get(meetingId)) {
    throw new AppError('not-found', 'Этой встречи больше нет. Выберите другую.', 'meetingId')
  }
  for (const id of new Set(ids)) {
    const transfer = storedTransfer(raw, id)
    finish(context, transfer, { meetingId })
  }
}
