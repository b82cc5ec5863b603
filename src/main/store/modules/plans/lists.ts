import { type PlanLineRow, type PlanUnmetRow, planLineList, planUnmetList } from '@shared/contract/plans'
import { sql } from 'kysely'
import type { ListSource } from '../../lists/list'
import { textbookDetailColumns } from '../../lists/textbooks'
import { acceptedLine } from './read'

/** Sums are at the catalogue's price of the edition asked for: what buying it would cost. */
export const planLineSource: ListSource<PlanLineRow> = {
  spec: planLineList,
  sorted: ['from', 'to', 'textbook', 'subject'],
  normed: ['from', 'to', 'textbook', 'subject'],
  filled: ['from', 'to', 'textbook', 'subject', 'copies', 'sum', 'planId', 'state', 'locked'],
  select: () => sql`
    select planLine.id, planLine.planId, planLine.surplusId, planLine.needId, lot.schoolId as fromSchoolId,
      giver.shortName as "from", giver.sortKey as "from$sort", giver.nameKey as "from$norm", planLine.toSchoolId,
      taker.shortName as "to", taker.sortKey as "to$sort", taker.nameKey as "to$norm", ${textbookDetailColumns},
      giver.norm || ' ' || taker.norm || ' ' || textbook.norm as norm,
      nullif(lot.publicationYear, 0) as publicationYear, asked.price, planLine.forTextbookId,
      case when asked.id = textbook.id then '' else asked.label end as forTextbook, planLine.copies,
      planLine.copies * coalesce(asked.price, 0) as sum, planLine.reason, planLine.locked,
      case when ${sql.raw(acceptedLine)} then 'accepted' when planLine.rejected then 'rejected' else 'proposed' end as state,
      (select transferId from transferLine join transfer on transfer.id = transferId
        where transferLine.planLineId = planLine.id and transfer.state <> 'cancelled') as transferId
    from planLine join lot on lot.id = planLine.lotId join school as giver on giver.id = lot.schoolId
      join school as taker on taker.id = planLine.toSchoolId join textbook on textbook.id = lot.textbookId
      join subject on subject.id = textbook.subjectId join textbook as asked on asked.id = planLine.forTextbookId`,
  row: (raw) => ({ ...(raw as unknown as PlanLineRow), locked: raw.locked === 1 }),
}

export const planUnmetSource: ListSource<PlanUnmetRow> = {
  spec: planUnmetList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'copies', 'planId'],
  select: () => sql`
    select planUnmet.id, planUnmet.planId, planUnmet.needId, planUnmet.schoolId, school.shortName as school,
      school.sortKey as "school$sort", school.nameKey as "school$norm", ${textbookDetailColumns},
      school.norm || ' ' || textbook.norm as norm, planUnmet.copies, planUnmet.reason
    from planUnmet join school on school.id = planUnmet.schoolId join textbook on textbook.id = planUnmet.textbookId
      join subject on subject.id = textbook.subjectId`,
  row: (raw) => raw as unknown as PlanUnmetRow,
}
