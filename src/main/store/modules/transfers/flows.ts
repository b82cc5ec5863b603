import type { Flow } from '@shared/contract/transfers'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'

/** By pair of schools; of what was received only what really came counts. */
export function flows({ raw }: QueryContext, from: string | null, to: string | null): Flow[] {
  return prepared<[{ from: string | null; to: string | null }], Flow>(
    raw,
    `SELECT fromSchoolId, giver.shortName AS "from", toSchoolId, taker.shortName AS "to",
       sum(coalesce(line.received, line.copies)) AS copies, count(DISTINCT lot.textbookId) AS titles
     FROM transfer JOIN transferLine AS line ON line.transferId = transfer.id JOIN lot ON lot.id = line.lotId
     JOIN school AS giver ON giver.id = fromSchoolId JOIN school AS taker ON taker.id = toSchoolId
     WHERE transfer.state <> 'cancelled' AND (@from IS NULL OR draftedOn >= @from) AND (@to IS NULL OR draftedOn <= @to)
     GROUP BY fromSchoolId, toSchoolId HAVING sum(coalesce(line.received, line.copies)) > 0
     ORDER BY giver.sortKey, fromSchoolId, taker.sortKey, toSchoolId`,
  ).all({ from, to })
}
