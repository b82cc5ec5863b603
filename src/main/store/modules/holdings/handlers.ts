import { AppError } from '@shared/errors'
import { prepared } from '../../database/prepared'
import { book, booksOf, reverse } from '../../ledger/book'
import { balanceOn, ensureLot, lotById } from '../../ledger/lots'
import { listWindow } from '../../lists/list'
import type { Handlers } from '../../module'
import { holdingSource } from './holding-list'
import { movementSource } from './movement-list'
import { checkedMovement, readMovement, refuseOfAct, removeMovement } from './movement-record'
import { readHolding, readLots } from './read'

export const holdingHandlers = {
  'holdings.list': (context, query) => listWindow(context, holdingSource, query),
  'holdings.get': (context, { id }) => readHolding(context, id),
  'holdings.lots': (context, input) => readLots(context, input),
  'holdings.correct': (context, { lotId, date, copies, document, note }) => {
    const { raw } = context
    const lot = lotById(raw, lotId)
    if (!lot) throw new AppError('not-found', 'Этого остатка больше нет. Обновите список.')
    context.describe(booksOf(raw, lot))
    const difference = copies - balanceOn(raw, lotId, date)
    if (difference !== 0) book(raw, { lotId, date, kind: 'correction', copies: difference, document, note })
    return { difference }
  },

  'movements.list': (context, query) => listWindow(context, movementSource, query),
  'movements.add': (context, { movement }) => {
    const { raw } = context
    const { schoolId, textbookId, publicationYear, price, source, ...rest } = checkedMovement(movement)
    refuseUnknown(raw, 'school', schoolId)
    refuseUnknown(raw, 'textbook', textbookId)
    context.describe(booksOf(raw, { schoolId, textbookId }))
    const lotId = ensureLot(raw, { schoolId, textbookId, publicationYear, price, source })
    return { id: book(raw, { ...rest, lotId }), lotId }
  },
  'movements.remove': (context, { id }) => {
    context.describe(booksOf(context.raw, readMovement(context, id)))
    removeMovement(context, id)
    return {}
  },
  'movements.reverse': (context, { id, date, note }) => {
    const movement = readMovement(context, id)
    context.describe(booksOf(context.raw, movement))
    refuseOfAct(movement)
    return { id: reverse(context.raw, id, date, note) }
  },
} satisfies Handlers

function refuseUnknown(raw: Parameters<typeof lotById>[0], table: 'school' | 'textbook', id: number): void {
  if (prepared<[number]>(raw, `SELECT 1 FROM ${table} WHERE id = ?`).get(id)) return
  const sentence =
    table === 'school'
      ? 'Школа: такой школы больше нет. Выберите другую.'
      : 'Учебник: такого учебника больше нет. Выберите другой.'
  throw new AppError('not-found', sentence, `movement.${table}Id`)
}
