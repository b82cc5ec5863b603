import { type SurplusRow, surplusList } from '@shared/contract/exchange'
import { type RawBuilder, sql } from 'kysely'
import { ofSchoolOrTextbook } from '../../ledger/book-search'
import { inFund, left, reserved, transferred, wholeFund } from '../../ledger/fund'
import { atDay, fundJoins, fundOnDay, inFundOnDay, leftOnDay, wasLive } from '../../ledger/fund-day'
import type { ListSource } from '../../lists/list'
import { textbookDetailColumns } from '../../lists/textbooks'

const own = sql`
  surplus.id, lot.schoolId, school.shortName as school, school.sortKey as "school$sort",
  school.nameKey as "school$norm", '' as norm, surplus.lotId, ${textbookDetailColumns},
  nullif(lot.publicationYear, 0) as publicationYear, nullif(lot.price, 0) as price, lot.source,
  surplus.copies, surplus.condition, surplus.since, surplus.until, surplus.note`

const joins = sql`
  join lot on lot.id = surplus.lotId join school on school.id = lot.schoolId
  join textbook on textbook.id = lot.textbookId join subject on subject.id = textbook.subjectId`

const now = (today: string): RawBuilder<unknown> => sql`
  select ${own}, surplus.state, ${reserved('surplus', today)} as reserved, ${transferred('surplus')} as transferred,
    ${left('surplus', today)} as free, lot.copies as held, ${inFund('surplus', today)} as inFund,
    case when surplus.state <> 'open' then null when surplus.until < ${today} then 'past'
      when ${left('surplus', today)} + ${reserved('surplus', today)} > lot.copies then 'over'
      when ${left('surplus', today)} = 0 then 'used' end as remark
  from surplus ${joins}`

/** Those declared by the day, with what was free of them at its end. */
const atEndOf = (day: string): RawBuilder<unknown> => sql`
  with ${atDay(fundOnDay('surplus'), day)}
  select ${own}, case when surplus.withdrawnOn > ${day} then 'open' else surplus.state end as state,
    coalesce(reserved.copies, 0) as reserved, coalesce(moved.copies, 0) as transferred,
    ${atDay(`CASE WHEN ${wasLive('surplus')} THEN ${leftOnDay('surplus')} ELSE 0 END`, day)} as free,
    coalesce((select sum(movement.copies) from movement where movement.lotId = lot.id and movement.date <= ${day}), 0) as held,
    ${atDay(`CASE WHEN ${wasLive('surplus')} THEN ${inFundOnDay('surplus')} ELSE 0 END`, day)} as inFund,
    ${atDay(
      `CASE WHEN surplus.state <> 'open' AND (surplus.withdrawnOn IS NULL OR surplus.withdrawnOn <= @on) THEN NULL
         WHEN surplus.until < @on THEN 'past' WHEN ${leftOnDay('surplus')} = 0 THEN 'used' END`,
      day,
    )} as remark
  from surplus ${joins} ${sql.raw(fundJoins('surplus'))} where surplus.since <= ${day}`

export const surplusSource: ListSource<SurplusRow> = {
  spec: surplusList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'reserved', 'transferred', 'free', 'held', 'inFund', 'since'],
  keys: ['schoolId', 'textbookId'],
  select: (context, { on }) => (on === null ? now(context.today()) : atEndOf(on)),
  beside: ofSchoolOrTextbook,
  whole: (context, { on }) =>
    on === null
      ? wholeFund('surplus', context.today())
      : sql`select count(*) as "$count", sum(copies) as copies, sum(reserved) as reserved, sum(transferred) as transferred,
          sum(free) as free, sum(held) as held, sum(inFund) as inFund from (${atEndOf(on)})`,
  row: (raw) => raw as unknown as SurplusRow,
}
