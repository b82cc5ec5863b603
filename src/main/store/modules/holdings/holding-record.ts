import { type LotKey, LotKey as LotKeySchema, MOST_COPIES } from '@shared/contract/holdings'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { refuseAmendment } from '../../ledger/amend'
import { book, booksOf } from '../../ledger/book'
import { ensureLot, findLot, lotById } from '../../ledger/lots'
import type { ListRecord } from '../../lists/record'
import { schoolByName, textbookByName } from '../../lists/references'
import { parseAs } from '../../validation'
import { lotsNamed } from './alike'
import { holdingSource } from './holding-list'

/** What a school counted. School and textbook 0 are «not named yet». */
interface Counted extends LotKey {
  copies: number
}

const Schema = LotKeySchema.extend({})
const keys = ['schoolId', 'textbookId', 'publicationYear', 'price', 'source'] as const

export const holdingRecord: ListRecord<Counted> = {
  source: holdingSource,
  blank: () => ({ schoolId: 0, textbookId: 0, publicationYear: 0, price: 0, source: 'unknown', copies: 0 }),
  read({ raw }, id) {
    const lot = lotById(raw, id)
    if (!lot) throw new AppError('not-found', 'Этого остатка больше нет. Обновите список.')
    const { id: _id, ...counted } = lot
    return counted
  },
  set: {
    school: (one, value, context) => ({ ...one, schoolId: schoolByName(context, String(value)) }),
    textbook: (one, value, context) => ({ ...one, textbookId: textbookByName(context, String(value)) }),
    publicationYear: (one, value) => ({ ...one, publicationYear: Number(value ?? 0) }),
    price: (one, value) => ({ ...one, price: Number(value ?? 0) }),
    source: (one, value) => ({ ...one, source: (value ?? 'unknown') as LotKey['source'] }),
    copies: (one, value) => ({ ...one, copies: Number(value ?? 0) }),
  },
  check(context, id, counted) {
    write(context, id, counted, false)
  },
  save: (context, id, counted) => write(context, id, counted, true),
  remove() {
    throw new AppError(
      'in-use',
      'Остаток — это итог движений, его нельзя удалить. Откройте его и удалите движения или внесите инвентаризацию.',
    )
  },
  alike: (context, rows) => sql`id in (${lotsNamed(context, rows)})`,
  passedOver: (values) => (values.copies === 0 ? '0 экземпляров, и в программе их нет' : null),
  columnOf: (path) => ({ schoolId: 'school', textbookId: 'textbook' })[path] ?? null,
}

const isKnown = (raw: QueryContext['raw'], lotId: number): boolean =>
  prepared<[number]>(raw, 'SELECT 1 FROM lot WHERE id = ? AND movements > 0').get(lotId) !== undefined

/** Books the difference as a correction of today; answers the lot's id. */
function write(context: QueryContext, id: number | null, counted: Counted, really: boolean): number {
  const { raw } = context
  const { copies, ...key } = counted
  if (key.schoolId === 0) throw new AppError('invalid-input', 'Школа: не заполнено.', 'school')
  if (key.textbookId === 0) throw new AppError('invalid-input', 'Учебник: не заполнено.', 'textbook')
  parseAs(Schema, key, 'Остаток')
  if (!Number.isInteger(copies) || copies < 0 || copies > MOST_COPIES) {
    throw new AppError('invalid-input', 'Экземпляров: нужно целое число от 0 до 1 000 000.', 'copies')
  }
  const before = id === null ? findLot(raw, key) : lotById(raw, id)
  if (id !== null && before && keys.some((name) => before[name] !== key[name])) {
    throw new AppError(
      'invalid-input',
      'Школа, учебник, год издания, цена и источник у остатка не меняются: это другая партия книг. Исправьте движение, которым книги поступили.',
    )
  }
  if (id === null && before && isKnown(raw, before.id)) {
    throw new AppError(
      'duplicate',
      `${booksOf(raw, key)}: остаток с таким годом издания, ценой и источником уже есть (${before.copies} экз.). Исправьте ту строку.`,
      'textbook',
    )
  }
  const difference = copies - (before?.copies ?? 0)
  if (difference === 0 && before && id !== null) return before.id
  if (difference === 0) {
    throw new AppError('invalid-input', 'Экземпляров: в новой строке нужно число больше нуля.', 'copies')
  }
  const correction = {
    date: context.today(),
    kind: 'correction' as const,
    copies: difference,
    document: 'Инвентаризация',
    note: '',
  }
  if (really) {
    const lotId = before?.id ?? ensureLot(raw, key)
    book(raw, { lotId, ...correction })
    return lotId
  }
  refuseAmendment(raw, null, key, correction)
  return before?.id ?? 0
}
