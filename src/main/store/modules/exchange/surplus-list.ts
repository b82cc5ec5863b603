import { type SurplusRow, surplusList } from '@shared/contract/exchange'
import { sql } from 'kysely'
import { left, reserved, transferred, wholeFund } from '../../ledger/fund'
import { ofSchoolOrTextbook, subjectJoin, textbookColumns, textbookSorted } from '../../ledger/textbook-columns'
import type { ListSource } from '../../lists/list'

export const surplusSource: ListSource<SurplusRow> = {
  spec: surplusList,
  sorted: ['school', ...textbookSorted],
  normed: ['school', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'reserved', 'transferred', 'free', 'held', 'since'],
  select(context) {
    const today = context.today()
    return sql`
      select surplus.id, lot.schoolId, school.shortName as school, school.sortKey as "school$sort",
        school.nameKey as "school$norm", '' as norm, surplus.lotId, ${textbookColumns},
        nullif(lot.publicationYear, 0) as publicationYear, nullif(lot.price, 0) as price, lot.source,
        surplus.copies, surplus.condition, surplus.since, surplus.until, surplus.state, surplus.note,
        ${reserved('surplus', today)} as reserved, ${transferred('surplus')} as transferred,
        ${left('surplus', today)} as free, lot.copies as held
      from surplus join lot on lot.id = surplus.lotId join school on school.id = lot.schoolId
        join textbook on textbook.id = lot.textbookId ${subjectJoin}`
  },
  beside: ofSchoolOrTextbook(sql`schoolId`),
  whole: (context) => wholeFund('surplus', context.today()),
  row: (raw) => raw as unknown as SurplusRow,
}
