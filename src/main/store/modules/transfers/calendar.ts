import { counted } from '@shared/domain/text/plural'
import type { CalendarSource } from '../../calendar/source'
import { prepared } from '../../database/prepared'

interface Lent {
  id: number
  from: string
  to: string
  dueBack: string
  state: string
  copies: number
}

/** Days by which what was lent goes back. */
export const transferCalendar: CalendarSource = {
  'transfer-return': ({ raw, today }, { from, to }) =>
    prepared<[string, string], Lent>(
      raw,
      `SELECT transfer.id, giver.shortName AS "from", taker.shortName AS "to", dueBack, transfer.state,
         sum(coalesce(line.received, line.copies)) AS copies
       FROM transfer JOIN transferLine AS line ON line.transferId = transfer.id
       JOIN school AS giver ON giver.id = fromSchoolId JOIN school AS taker ON taker.id = toSchoolId
       WHERE term = 'temporary' AND transfer.state <> 'cancelled' AND dueBack BETWEEN ? AND ?
       GROUP BY transfer.id ORDER BY dueBack, transfer.id`,
    )
      .all(from, to)
      .map((one) => ({
        record: 'transfer',
        id: one.id,
        uid: null,
        title: `${one.to} → ${one.from}`,
        detail: `вернуть ${counted(one.copies, ['экземпляр', 'экземпляра', 'экземпляров'])}`,
        from: one.dueBack,
        to: one.dueBack,
        time: null,
        state: one.state === 'returned' ? 'done' : one.dueBack < today() ? 'late' : 'ahead',
      })),
}
