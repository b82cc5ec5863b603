import { type MovementRow, movementList } from '@shared/contract/holdings'
import { schoolYearBounds } from '@shared/domain/school-year'
import { sql } from 'kysely'
import type { ListSource } from '../../lists/list'
import { lotColumns, lotJoins, ofSchoolOrTextbook } from './rows'

export const movementSource: ListSource<MovementRow> = {
  spec: movementList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['date', 'school', 'textbook', 'subject', 'copies', 'sum'],
  select(_context, query) {
    const year = query.schoolYear === null ? null : schoolYearBounds(query.schoolYear)
    const words = sql`ru_norm(movement.document || ' ' || movement.note)`
    return sql`
      select movement.id, movement.lotId, movement.date, movement.kind, movement.copies, ${lotColumns},
        ${query.search === '' ? sql`''` : words} as norm, movement.copies * lot.price as sum,
        movement.document, movement.note,
        (select transferId from transferLine where id = movement.transferLineId) as transferId,
        (select writeOffId from writeOffLine where id = movement.writeOffLineId) as writeOffId
      from movement join lot on lot.id = movement.lotId ${lotJoins}
      ${year === null ? sql`` : sql`where movement.date between ${year.from} and ${year.to}`}`
  },
  beside: (like) => ofSchoolOrTextbook(like),
  row: (raw) => raw as unknown as MovementRow,
}
