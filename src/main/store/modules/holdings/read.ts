import type { LotKey, MovementRow } from '@shared/contract/holdings'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { availableOn, balanceOn, lotById } from '../../ledger/lots'
import { promisedNow } from '../../ledger/promised'
import { wholeList } from '../../lists/list'
import { movementSource } from './movement-list'
import { promised } from './rows'

/** A lot with its movements and the balance after each, oldest first. @throws AppError `not-found` */
export async function readHolding(context: QueryContext, id: number) {
  const { trx, raw } = context
  const lot = lotById(raw, id)
  if (!lot) throw new AppError('not-found', 'Этого остатка больше нет. Обновите список.')
  const { id: _id, copies, ...key } = lot
  const { rows } = await sql<Record<string, unknown>>`
    select * from (${movementSource.select(context, wholeList)}) as list where lotId = ${id} order by date, id`.execute(
    trx,
  )
  const reversed = new Set(
    prepared<[number], { id: number }>(
      raw,
      'SELECT reversesId AS id FROM movement WHERE lotId = ? AND reversesId IS NOT NULL',
    )
      .all(id)
      .map((row) => row.id),
  )
  let balance = 0
  const movements = rows.map((found) => {
    const row = movementSource.row(found) as MovementRow
    balance += row.copies
    return {
      ...row,
      balance,
      removable: (row.kind === 'receipt' || row.kind === 'correction') && !reversed.has(row.id),
    }
  })
  const names = prepared<[number, number], { school: string; textbook: string }>(
    raw,
    'SELECT shortName AS school, label AS textbook FROM school, textbook WHERE school.id = ? AND textbook.id = ?',
  ).get(key.schoolId, key.textbookId)
  return {
    id,
    key,
    school: names?.school ?? '',
    textbook: names?.textbook ?? '',
    copies,
    promised: promisedNow(context.raw, id),
    movements,
  }
}

interface LotAsked {
  schoolId: number | null
  textbookId: number | null
  on: string | null
  search: string
}

/** Most lots answered: more are not looked through by eye. */
const most = 5000

/** Lots that have copies on the day, with how many of them can go: not promised, and not gone later. */
export async function readLots(context: QueryContext, { schoolId, textbookId, on, search }: LotAsked) {
  if (schoolId === null && textbookId === null) {
    throw new AppError('invalid-input', 'Выберите школу или учебник.', 'schoolId')
  }
  const words = normKey(search)
    .split(' ')
    .filter((word) => word !== '')
  const conditions: RawBuilder<unknown>[] = [
    sql`lot.movements > 0`,
    ...(schoolId === null ? [] : [sql`lot.schoolId = ${schoolId}`]),
    ...(textbookId === null ? [] : [sql`lot.textbookId = ${textbookId}`]),
    ...words.map(
      (word) => sql`(textbook.norm like ${like(word)} escape '\\' or school.norm like ${like(word)} escape '\\')`,
    ),
  ]
  const { rows } = await sql<
    LotKey & {
      id: number
      school: string
      textbook: string
      usableUntil: string | null
      copies: number
      promised: number
    }
  >`
    select lot.id, lot.schoolId, lot.textbookId, lot.publicationYear, lot.price, lot.source, lot.copies,
      school.shortName as school, textbook.label as textbook, textbook.usableUntil, ${promised} as promised
    from lot join school on school.id = lot.schoolId join textbook on textbook.id = lot.textbookId
    where ${sql.join(conditions, sql` and `)}
    order by school.sortKey, textbook.nameSort, lot.publicationYear, lot.id limit ${most}`.execute(context.trx)
  return rows
    .map(({ promised: held, ...lot }) => {
      const copies = on === null ? lot.copies : balanceOn(context.raw, lot.id, on)
      const available = on === null ? lot.copies : availableOn(context.raw, lot.id, on)
      return { ...lot, copies, free: Math.max(0, available - held) }
    })
    .filter((lot) => lot.copies > 0)
}

const like = (word: string): string => `%${word.replace(/[\\%_]/g, (char) => `\\${char}`)}%`
