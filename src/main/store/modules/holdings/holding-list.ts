import { type HoldingRow, holdingList } from '@shared/contract/holdings'
import type { ListQuery } from '@shared/contract/lists'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import type { QueryContext } from '../../context'
import type { ListSource } from '../../lists/list'
import { lotColumns, lotJoins, ofSchoolOrTextbook, promised } from './rows'

/** Day of the past the list is of; null: as things stand now. */
export function dayOf(context: QueryContext, query: Pick<ListQuery, 'on' | 'schoolYear'>): string | null {
  if (query.on !== null) return query.on
  if (query.schoolYear === null) return null
  const { to } = schoolYearBounds(query.schoolYear)
  return to < context.today() ? to : null
}

const balance = (on: string | null): RawBuilder<unknown> =>
  on === null
    ? sql`lot.copies`
    : sql`coalesce((select sum(movement.copies) from movement where movement.lotId = lot.id and movement.date <= ${on}), 0)`

/** Lots that anything has happened to by the day, those that have come to nothing too. */
const known = (on: string | null): RawBuilder<unknown> =>
  on === null
    ? sql`lot.movements > 0`
    : sql`exists (select 1 from movement where movement.lotId = lot.id and movement.date <= ${on})`

export const holdingSource: ListSource<HoldingRow> = {
  spec: holdingList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'sum', 'usable', 'promised'],
  select(context, query) {
    const on = dayOf(context, query)
    return sql`
      select lot.id, ${lotColumns}, '' as norm, ${balance(on)} as copies, ${balance(on)} * lot.price as sum,
        (textbook.usableUntil is null or textbook.usableUntil >= ${on ?? context.today()}) as usable,
        ${promised} as promised, textbook.level, textbook.isbn
      from lot ${lotJoins} where ${known(on)}`
  },
  beside: (like) => ofSchoolOrTextbook(like),
  row: (raw) => ({ ...(raw as unknown as HoldingRow), usable: raw.usable === 1 }),
}
