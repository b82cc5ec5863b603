import { type Movement, Movement as MovementSchema, movementKinds } from '@shared/contract/holdings'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { amend, refuseAmendment } from '../../ledger/amend'
import { book, unbook } from '../../ledger/book'
import { ensureLot } from '../../ledger/lots'
import { listDay } from '../../lists/day'
import { field, type ListRecord } from '../../lists/record'
import { schoolByName, textbookByName } from '../../lists/references'
import { parseAs } from '../../validation'
import { lotsNamed } from './alike'
import { movementSource } from './movement-list'

/** School and textbook 0 are «not named yet»; `kind` may be one no person can enter. */
type Line = Omit<Movement, 'kind'> & { kind: string }

interface Stored extends Line {
  lotId: number
  transferLineId: number | null
  writeOffLineId: number | null
}

/** @throws AppError `not-found` */
export function readMovement({ raw }: QueryContext, id: number): Stored {
  const row = prepared<[number], Stored>(
    raw,
    `SELECT schoolId, textbookId, publicationYear, price, source, date, kind, movement.copies, document, note, lotId,
       transferLineId, writeOffLineId
     FROM movement JOIN lot ON lot.id = lotId WHERE movement.id = ?`,
  ).get(id)
  if (!row) throw new AppError('not-found', 'Этого движения уже нет. Обновите список.')
  return row
}

/**
 * What came by an act, or takes another movement back, stays as it is; as does what has been taken back.
 * @throws AppError `in-use`
 */
export function refuseFixed(context: QueryContext, id: number, stored: Stored): void {
  const kind = movementKinds[stored.kind as keyof typeof movementKinds]
  if (stored.kind !== 'receipt' && stored.kind !== 'correction') {
    const where =
      stored.kind === 'reversal'
        ? 'Это сторно: им отменили другое движение.'
        : `Движение «${kind}» занесено ${stored.kind === 'write-off' ? 'актом о списании' : 'передачей'}.`
    const advice =
      stored.kind === 'reversal' ? 'Если книги есть, внесите поступление или инвентаризацию.' : 'Отмените его там.'
    throw new AppError('in-use', `${where} Его нельзя исправить или удалить. ${advice}`)
  }
  refuseOfAct(stored)
  const taken = prepared<[number], { id: number }>(context.raw, 'SELECT id FROM movement WHERE reversesId = ?').get(id)
  if (taken) throw new AppError('in-use', 'Это движение сторнировано, исправить или удалить его нельзя.')
}

/** Movements of a transfer or an act of write-off go back by its own steps: else its state would tell of books that are elsewhere. @throws AppError `in-use` */
export function refuseOfAct({ transferLineId, writeOffLineId }: Stored): void {
  if (transferLineId === null && writeOffLineId === null) return
  const where = transferLineId === null ? 'актом о списании' : 'передачей'
  const advice =
    transferLineId === null
      ? 'Откройте акт и сторнируйте его.'
      : 'Откройте передачу и верните её на шаг назад: после выдачи акта это сделает сторно.'
  throw new AppError('in-use', `Это движение занесено ${where}. ${advice}`)
}

/** @throws AppError `invalid-input` */
function judged(line: Line): Movement {
  if (line.schoolId === 0)
    throw new AppError('invalid-input', 'Школа: не заполнено. Впишите название из списка.', 'school')
  if (line.textbookId === 0) {
    throw new AppError('invalid-input', 'Учебник: не заполнено. Впишите название из каталога.', 'textbook')
  }
  return checkedMovement(parseAs(MovementSchema, line, 'Движение'))
}

/** @throws AppError `invalid-input` */
export function checkedMovement(movement: Movement): Movement {
  if (movement.kind === 'receipt' && movement.copies < 0) {
    throw new AppError(
      'invalid-input',
      'Экземпляров: в поступлении нужно число больше нуля. Если книг стало меньше, выберите «инвентаризация».',
      'copies',
    )
  }
  return movement
}

const keys = ['schoolId', 'textbookId', 'publicationYear', 'price', 'source'] as const
const contents = ['date', 'kind', 'copies', 'document', 'note'] as const

const isSame = (one: Line, other: Line): boolean => [...keys, ...contents].every((name) => one[name] === other[name])

export const movementRecord: ListRecord<Line> = {
  source: movementSource,
  blank: (context) => ({
    schoolId: 0,
    textbookId: 0,
    publicationYear: 0,
    price: 0,
    source: 'unknown',
    date: listDay(context, context.viewed ?? null),
    kind: 'receipt',
    copies: 0,
    document: '',
    note: '',
  }),
  read(context, id) {
    const { lotId: _lot, transferLineId: _transfer, writeOffLineId: _writeOff, ...line } = readMovement(context, id)
    return line
  },
  set: {
    date: field<Line>('date'),
    school: (line, value, context) => ({ ...line, schoolId: schoolByName(context, String(value)) }),
    kind: (line, value) => ({ ...line, kind: String(value ?? 'receipt') }),
    textbook: (line, value, context) => ({ ...line, textbookId: textbookByName(context, String(value)) }),
    publicationYear: (line, value) => ({ ...line, publicationYear: Number(value ?? 0) }),
    price: (line, value) => ({ ...line, price: Number(value ?? 0) }),
    source: (line, value) => ({ ...line, source: (value ?? 'unknown') as Line['source'] }),
    copies: (line, value) => ({ ...line, copies: Number(value ?? 0) }),
    document: field<Line>('document'),
    note: field<Line>('note'),
  },
  check(context, id, line) {
    write(context, id, line, false)
  },
  save: (context, id, line) => write(context, id, line, true),
  remove: removeMovement,
  alike: (context, rows) => sql`lotId in (${lotsNamed(context, rows)})`,
  columnOf: (path) => ({ schoolId: 'school', textbookId: 'textbook' })[path] ?? null,
}

/** @throws AppError `in-use`, `not-enough`, `not-found` */
export function removeMovement(context: QueryContext, id: number): void {
  refuseFixed(context, id, readMovement(context, id))
  unbook(context.raw, id)
}

/** Checks a movement, new (`id` null) or changed, and with `really` books it; answers its id. */
function write(context: QueryContext, id: number | null, line: Line, really: boolean): number {
  const { raw } = context
  const before = id === null ? null : readMovement(context, id)
  if (id !== null && before !== null) {
    if (isSame(before, line)) return id
    refuseFixed(context, id, before)
  }
  const { date, kind, copies, document, note, ...key } = judged(line)
  const movement = { date, kind, copies, document, note }
  if (!really) {
    refuseAmendment(raw, id, key, movement)
    return id ?? 0
  }
  if (id === null) return book(raw, { ...movement, lotId: ensureLot(raw, key) })
  amend(raw, id, key, movement)
  return id
}
