import { type MovementRow, movementList } from '@shared/contract/holdings'
import type { ListQuery } from '@shared/contract/lists'
import { schoolYearBounds } from '@shared/domain/school-year'
import { sql } from 'kysely'
import { ofSchoolOrTextbook } from '../../ledger/book-search'
import type { Expression, ListSource } from '../../lists/list'
import { lotColumns, lotJoins, throughLot } from './rows'

const within = (column: Expression, { schoolYear }: ListQuery): Expression => {
  if (schoolYear === null) return sql``
  const { from, to } = schoolYearBounds(schoolYear)
  return sql`where ${column} between ${from} and ${to}`
}

export const movementSource: ListSource<MovementRow> = {
  spec: movementList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['date', 'school', 'textbook', 'subject', 'copies', 'sum'],
  keys: ['schoolId', 'textbookId', 'lotId'],
  select(_context, query) {
    const words = sql`ru_norm(movement.document || ' ' || movement.note)`
    return sql`
      select movement.id, movement.lotId, movement.date, movement.kind, movement.copies, ${lotColumns},
        ${query.search === '' ? sql`''` : words} as norm, movement.copies * lot.price as sum,
        movement.document, movement.note,
        (select transferId from transferLine where id = movement.transferLineId) as transferId,
        (select writeOffId from writeOffLine where id = movement.writeOffLineId) as writeOffId
      from movement join lot on lot.id = movement.lotId ${lotJoins}
      ${within(sql`movement.date`, query)}`
  },
  through: (context) => throughLot(context.today()),
  beside: (like) => ofSchoolOrTextbook(like),
  whole: (_context, query) => sql`
    select coalesce(sum(movements), 0) as "$count", sum(copies) as copies, sum(sum) as sum
    from ledgerDay ${within(sql`date`, query)}`,
  row: (raw) => raw as unknown as MovementRow,
}
