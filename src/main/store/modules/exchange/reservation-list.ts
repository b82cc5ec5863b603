import { type ReservationRow, reservationList } from '@shared/contract/exchange'
import { sql } from 'kysely'
import type { ListSource } from '../../lists/list'

export const reservationSource: ListSource<ReservationRow> = {
  spec: reservationList,
  sorted: ['from', 'to', 'textbook'],
  normed: ['from', 'to', 'textbook'],
  keys: ['surplusId', 'needId'],
  filled: ['from', 'to', 'textbook', 'copies', 'madeOn', 'expiresOn', 'state'],
  select: (context) => sql`
    select reservation.id, reservation.surplusId, reservation.needId,
      giver.shortName as "from", giver.sortKey as "from$sort", giver.nameKey as "from$norm",
      taker.shortName as "to", taker.sortKey as "to$sort", taker.nameKey as "to$norm",
      given.label as textbook, given.nameSort as "textbook$sort", given.nameKey as "textbook$norm",
      giver.norm || ' ' || taker.norm || ' ' || given.norm as norm,
      case when need.textbookId <> given.id then asked.label else '' end as forTextbook,
      nullif(lot.publicationYear, 0) as publicationYear, reservation.copies, reservation.madeOn, reservation.expiresOn,
      case when reservation.state = 'active' and reservation.expiresOn < ${context.today()} then 'expired'
        else reservation.state end as state, reservation.note
    from reservation join surplus on surplus.id = surplusId join need on need.id = needId
      join lot on lot.id = surplus.lotId join school as giver on giver.id = lot.schoolId
      join school as taker on taker.id = need.schoolId join textbook as given on given.id = lot.textbookId
      join textbook as asked on asked.id = need.textbookId`,
  row: (raw) => raw as unknown as ReservationRow,
}
