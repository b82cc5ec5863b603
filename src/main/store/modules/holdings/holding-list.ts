import { type HoldingRow, holdingList } from '@shared/contract/holdings'
import type { ListQuery } from '@shared/contract/lists'
import { schoolYearBounds } from '@shared/domain/school-year'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { ofSchoolOrTextbook } from '../../ledger/book-search'
import { promisedByLot } from '../../ledger/promised'
import type { Expression, ListSource } from '../../lists/list'
import { lotColumns, lotJoins, promised, throughLot, usable } from './rows'

/** Day of the past the list is of; null: as things stand now. */
export function dayOf(context: QueryContext, query: Pick<ListQuery, 'on' | 'schoolYear'>): string | null {
  if (query.on !== null) return query.on
  if (query.schoolYear === null) return null
  const { to } = schoolYearBounds(query.schoolYear)
  return to < context.today() ? to : null
}

const balance = (on: string | null): Expression =>
  on === null
    ? sql`lot.copies`
    : sql`(select sum(movement.copies) from movement where movement.lotId = lot.id and movement.date <= ${on})`

/** Lots that anything has happened to by the day, those that have come to nothing too. */
const known = (on: string | null): Expression =>
  on === null ? sql`lot.movements > 0` : sql`lot.since <> '' and lot.since <= ${on}`

/** All of it in the order it is first shown in: school by school, so that the first window ends the reading. */
const isWalked = ({ filters, search, group, sort }: ListQuery): boolean =>
  filters.length === 0 && search === '' && group === null && (sort.length === 0 || sort[0]?.column === 'school')

export const holdingSource: ListSource<HoldingRow> = {
  spec: holdingList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'sum', 'usable', 'promised'],
  keys: ['schoolId', 'textbookId'],
  select(context, query) {
    const on = dayOf(context, query)
    const from = isWalked(query)
      ? sql`school cross join lot on lot.schoolId = school.id left join textbook on textbook.id = lot.textbookId
          left join subject on subject.id = textbook.subjectId`
      : sql`lot ${lotJoins}`
    return sql`
      select lot.id, ${lotColumns}, '' as norm, ${balance(on)} as copies, ${balance(on)} * lot.price as sum,
        ${usable(on ?? context.today())} as usable, ${promised} as promised, textbook.level, textbook.isbn
      from ${from} where ${known(on)}`
  },
  through: (context, query) => throughLot(dayOf(context, query) ?? context.today()),
  wordless: true,
  beside: (like) => ofSchoolOrTextbook(like),
  whole(context, query) {
    const on = dayOf(context, query)
    return sql`
      select coalesce(sum(lots), 0) as "$count", sum(copies) as copies, sum(sum) as sum,
        (select sum(spoken.copies) from (${sql.raw(promisedByLot)}) as spoken join lot on lot.id = lotId where ${known(on)})
          as promised
      from ledgerDay ${on === null ? sql`` : sql`where date <= ${on}`}`
  },
  row: (raw) => ({ ...(raw as unknown as HoldingRow), usable: raw.usable === 1 }),
}
