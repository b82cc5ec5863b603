import { type NeedRow, needList } from '@shared/contract/exchange'
import { sql } from 'kysely'
import { ofSchoolOrTextbook } from '../../ledger/book-search'
import { left, offered, offeredToAll, reserved, transferred, wholeFund } from '../../ledger/fund'
import type { ListSource } from '../../lists/list'
import { textbookDetailColumns } from '../../lists/textbooks'

export const needSource: ListSource<NeedRow> = {
  spec: needList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'reserved', 'transferred', 'unmet', 'offered', 'since'],
  select(context, query) {
    const today = context.today()
    const asked = [...query.filters, ...query.sort].some((one) => one.column === 'offered') || query.group === 'offered'
    const all = asked ? offeredToAll(today) : { ctes: sql``, joins: sql``, figure: offered(today) }
    return sql`${all.ctes}
      select need.id, need.schoolId, school.shortName as school, school.sortKey as "school$sort",
        school.nameKey as "school$norm", '' as norm, ${textbookDetailColumns},
        need.copies, need.substitutes, need.priority, need.since, need.until, need.state, need.note,
        ${reserved('need', today)} as reserved, ${transferred('need')} as transferred,
        ${left('need', today)} as unmet, ${all.figure} as offered,
        case when need.state <> 'open' then null when need.until < ${today} then 'past'
          when ${left('need', today)} = 0 then 'met' end as remark
      from need join school on school.id = need.schoolId
        join textbook on textbook.id = need.textbookId join subject on subject.id = textbook.subjectId ${all.joins}`
  },
  beside: ofSchoolOrTextbook,
  whole: (context) => wholeFund('need', context.today()),
  row: (raw) => ({ ...(raw as unknown as NeedRow), substitutes: raw.substitutes === 1 }),
}
