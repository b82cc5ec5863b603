import { type NeedRow, needList } from '@shared/contract/exchange'
import type { ListQuery } from '@shared/contract/lists'
import { type RawBuilder, sql } from 'kysely'
import { ofSchoolOrTextbook } from '../../ledger/book-search'
import { inFund, left, offered, offeredToAll, reserved, transferred, wholeFund } from '../../ledger/fund'
import { atDay, fundJoins, fundOnDay, inFundOnDay, leftOnDay, wasLive } from '../../ledger/fund-day'
import type { ListSource } from '../../lists/list'
import { textbookDetailColumns } from '../../lists/textbooks'

const own = sql`
  need.id, need.schoolId, school.shortName as school, school.sortKey as "school$sort",
  school.nameKey as "school$norm", '' as norm, ${textbookDetailColumns},
  need.copies, need.substitutes, need.priority, need.since, need.until, need.note`

const joins = sql`
  join school on school.id = need.schoolId
  join textbook on textbook.id = need.textbookId join subject on subject.id = textbook.subjectId`

function now(today: string, query: ListQuery): RawBuilder<unknown> {
  const asked = [...query.filters, ...query.sort].some((one) => one.column === 'offered') || query.group === 'offered'
  const all = asked ? offeredToAll(today) : { ctes: sql``, joins: sql``, figure: offered(today) }
  return sql`${all.ctes}
    select ${own}, need.state, ${reserved('need', today)} as reserved, ${transferred('need')} as transferred,
      ${left('need', today)} as unmet, ${all.figure} as offered, ${inFund('need', today)} as inFund,
      case when need.state <> 'open' then null when need.until < ${today} then 'past'
        when ${left('need', today)} = 0 then 'met' end as remark
    from need ${joins} ${all.joins}`
}

/** Those declared by the day, with what was unmet of them at its end; what the fund has for them is told of today. */
const atEndOf = (day: string, today: string): RawBuilder<unknown> => sql`
  with ${atDay(fundOnDay('need'), day)}
  select ${own}, case when need.withdrawnOn > ${day} then 'open' else need.state end as state,
    coalesce(reserved.copies, 0) as reserved, coalesce(moved.copies, 0) as transferred,
    ${atDay(`CASE WHEN ${wasLive('need')} THEN ${leftOnDay('need')} ELSE 0 END`, day)} as unmet, ${offered(today)} as offered,
    ${atDay(`CASE WHEN ${wasLive('need')} THEN ${inFundOnDay('need')} ELSE 0 END`, day)} as inFund,
    ${atDay(
      `CASE WHEN need.state <> 'open' AND (need.withdrawnOn IS NULL OR need.withdrawnOn <= @on) THEN NULL
         WHEN need.until < @on THEN 'past' WHEN ${leftOnDay('need')} = 0 THEN 'met' END`,
      day,
    )} as remark
  from need ${joins} ${sql.raw(fundJoins('need'))} where need.since <= ${day}`

export const needSource: ListSource<NeedRow> = {
  spec: needList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'reserved', 'transferred', 'unmet', 'offered', 'inFund', 'since'],
  keys: ['schoolId', 'textbookId'],
  select: (context, query) => (query.on === null ? now(context.today(), query) : atEndOf(query.on, context.today())),
  beside: ofSchoolOrTextbook,
  whole: (context, { on }) =>
    on === null
      ? wholeFund('need', context.today())
      : sql`select count(*) as "$count", sum(copies) as copies, sum(reserved) as reserved, sum(transferred) as transferred,
          sum(unmet) as unmet, sum(inFund) as inFund from (${atEndOf(on, context.today())})`,
  row: (raw) => ({ ...(raw as unknown as NeedRow), substitutes: raw.substitutes === 1 }),
}
