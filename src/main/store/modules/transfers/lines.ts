import type { Transfer, TransferLine } from '@shared/contract/transfers'
import { fits } from '@shared/domain/substitutes'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { editionOf } from '../../ledger/fund'
import { lotById } from '../../ledger/lots'

/** What the lines of a transfer must be: books of the giver, of the surplus, for the need and by the reservation they name. */

const wrong = (message: string, index: number, field: keyof TransferLine): AppError =>
  new AppError('invalid-input', message, `transfer.lines.${index}.${field}`)

/** The lines with `forTextbookId` as the need says. @throws AppError `invalid-input`, `not-found` */
export function judgedLines(
  context: QueryContext,
  transfer: Transfer,
  before: ReadonlyMap<string, TransferLine>,
): TransferLine[] {
  return transfer.lines.map((line, index) => judged(context, transfer, line, index, before.get(line.uid)))
}

function judged(
  context: QueryContext,
  transfer: Transfer,
  line: TransferLine,
  index: number,
  before: TransferLine | undefined,
): TransferLine {
  const { raw } = context
  const place = `Строка ${index + 1}`
  const lot = lotById(raw, line.lotId)
  if (!lot)
    throw new AppError('not-found', `${place}: этих книг в остатках больше нет.`, `transfer.lines.${index}.lotId`)
  if (lot.schoolId !== transfer.fromSchoolId) {
    throw wrong(
      `${place}: эти книги не той школы, что передаёт. Уберите строку и выберите книги снова.`,
      index,
      'lotId',
    )
  }
  if (line.surplusId !== null) {
    const surplus = prepared<[number], { lotId: number }>(raw, 'SELECT lotId FROM surplus WHERE id = ?').get(
      line.surplusId,
    )
    if (surplus?.lotId !== line.lotId) {
      throw wrong(`${place}: излишек не этих книг или его больше нет. Выберите излишек снова.`, index, 'surplusId')
    }
  }
  const forTextbookId =
    line.needId === null ? line.forTextbookId : askedOf(context, transfer, line, index, lot.textbookId)
  if (line.reservationId !== null) refuseReservation(context, line, index, before)
  return { ...line, forTextbookId: forTextbookId === lot.textbookId ? null : forTextbookId }
}

function askedOf(
  { raw }: QueryContext,
  transfer: Transfer,
  line: TransferLine,
  index: number,
  textbookId: number,
): number {
  const place = `Строка ${index + 1}`
  const need = prepared<[number | null], { schoolId: number; textbookId: number; substitutes: number }>(
    raw,
    'SELECT schoolId, textbookId, substitutes FROM need WHERE id = ?',
  ).get(line.needId)
  if (need?.schoolId !== transfer.toSchoolId) {
    throw wrong(
      `${place}: потребность не той школы, что получает, или её больше нет. Выберите её снова.`,
      index,
      'needId',
    )
  }
  const given = editionOf(raw, textbookId)
  const asked = editionOf(raw, need.textbookId)
  if (!given || !asked || !fits(given, asked, need.substitutes === 1)) {
    throw wrong(
      `${place}: этот учебник не подходит к потребности. Заменой может быть издание того же кода ФПУ, класса и предмета, и если школа согласна на замену.`,
      index,
      'needId',
    )
  }
  return need.textbookId
}

interface Reservation {
  surplusId: number
  needId: number
  state: string
  expiresOn: string
}

function refuseReservation(
  { raw, today }: QueryContext,
  line: TransferLine,
  index: number,
  before: TransferLine | undefined,
): void {
  const place = `Строка ${index + 1}`
  const found = prepared<[number | null], Reservation>(
    raw,
    'SELECT surplusId, needId, state, expiresOn FROM reservation WHERE id = ?',
  ).get(line.reservationId)
  if (found?.surplusId !== line.surplusId || found?.needId !== line.needId) {
    throw wrong(`${place}: бронь не этого излишка или не этой потребности. Выберите её снова.`, index, 'reservationId')
  }
  if (before?.reservationId === line.reservationId) return
  if (found?.state !== 'active' || found.expiresOn < today()) {
    throw wrong(`${place}: бронь больше не действует. Уберите её из строки или продлите бронь.`, index, 'reservationId')
  }
}
