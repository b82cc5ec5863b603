import { addDays } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import type { DeskEntry, DeskSource } from '../../desk/source'

/** Days a reservation has left when it is told. */
const soon = 3

/** Promises about to lapse. */
export const exchangeDesk: DeskSource = {
  kinds: ['reservation-expiring'],
  items: (context) => lapsing(context),
}

interface Lapsing {
  id: number
  book: string
  from: string
  to: string
  expiresOn: string
  copies: number
}

function lapsing({ raw, today }: QueryContext): DeskEntry[] {
  const day = today()
  const found = prepared<[string, string], Lapsing>(
    raw,
    `SELECT reservation.id, textbook.label AS book, giver.shortName AS "from", taker.shortName AS "to", expiresOn,
       reservation.copies
     FROM reservation JOIN surplus ON surplus.id = surplusId JOIN need ON need.id = needId
     JOIN lot ON lot.id = lotId JOIN textbook ON textbook.id = lot.textbookId
     JOIN school AS giver ON giver.id = lot.schoolId JOIN school AS taker ON taker.id = need.schoolId
     WHERE reservation.state = 'active' AND expiresOn BETWEEN ? AND ? ORDER BY expiresOn, reservation.id`,
  ).all(day, addDays(day, soon))
  return found.map((one) => ({
    kind: 'reservation-expiring',
    record: 'reservation',
    id: one.id,
    uid: null,
    title: one.book,
    detail: `${counted(one.copies, ['экземпляр', 'экземпляра', 'экземпляров'])}, ${one.from} → ${one.to}`,
    date: one.expiresOn,
  }))
}
