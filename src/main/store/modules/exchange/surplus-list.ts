import { type SurplusRow, surplusList } from '@shared/contract/exchange'
import { sql } from 'kysely'
import { ofSchoolOrTextbook } from '../../ledger/book-search'
import { left, reserved, transferred, wholeFund } from '../../ledger/fund'
import type { ListSource } from '../../lists/list'
import { textbookDetailColumns } from '../../lists/textbooks'

export const surplusSource: ListSource<SurplusRow> = {
  spec: surplusList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'reserved', 'transferred', 'free', 'held', 'since'],
  select(context) {
    const today = context.today()
    return sql`
      select surplus.id, lot.schoolId, school.shortName as school, school.sortKey as "school$sort",
        school.nameKey as "school$norm", '' as norm, surplus.lotId, ${textbookDetailColumns},
        nullif(lot.publicationYear, 0) as publicationYear, nullif(lot.price, 0) as price, lot.source,
        surplus.copies, surplus.condition, surplus.since, surplus.until, surplus.state, surplus.note,
        ${reserved('surplus', today)} as reserved, ${transferred('surplus')} as transferred,
        ${left('surplus', today)} as free, lot.copies as held,
        case when surplus.state <> 'open' then null when surplus.until < ${today} then 'past'
          when ${left('surplus', today)} + ${reserved('surplus', today)} > lot.copies then 'over'
          when ${left('surplus', today)} = 0 then 'used' end as remark
      from surplus join lot on lot.id = surplus.lotId join school on school.id = lot.schoolId
        join textbook on textbook.id = lot.textbookId join subject on subject.id = textbook.subjectId`
  },
  beside: ofSchoolOrTextbook,
  whole: (context) => wholeFund('surplus', context.today()),
  row: (raw) => raw as unknown as SurplusRow,
}
