import type { Output } from '@shared/contract'
import type { Flow } from '@shared/contract/transfers'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { readPlan } from './read'

/** Who gives to whom by the plan, rejected lines left out. */
export function planFlows({ raw }: QueryContext, id: number): Flow[] {
  readPlan(raw, id)
  return prepared<[number], Flow>(
    raw,
    `SELECT giver.id AS fromSchoolId, giver.shortName AS "from", taker.id AS toSchoolId, taker.shortName AS "to",
       sum(planLine.copies) AS copies, count(DISTINCT lot.textbookId) AS titles
     FROM planLine JOIN lot ON lot.id = lotId JOIN school AS giver ON giver.id = lot.schoolId
     JOIN school AS taker ON taker.id = toSchoolId WHERE planId = ? AND rejected = 0
     GROUP BY giver.id, taker.id ORDER BY giver.sortKey, giver.id, taker.sortKey, taker.id`,
  ).all(id)
}

interface Share {
  gets: number
  gives: number
  trips: number
}

/** Per school what it gets, gives and how many trips it makes in each plan. A school that is in none is not told of. */
export function comparePlans(context: QueryContext, ids: readonly number[]): Output<'plans.compare'> {
  const plans = ids.map((id) => readPlan(context.raw, id))
  const schools = new Map<number, { schoolId: number; school: string; plans: Share[] }>()
  const shareOf = (schoolId: number, school: string, index: number): Share => {
    const row = schools.get(schoolId) ?? { schoolId, school, plans: ids.map(() => ({ gets: 0, gives: 0, trips: 0 })) }
    schools.set(schoolId, row)
    return row.plans[index] as Share
  }
  for (const [index, id] of ids.entries()) {
    for (const flow of planFlows(context, id)) {
      const giver = shareOf(flow.fromSchoolId, flow.from, index)
      giver.gives += flow.copies
      giver.trips++
      shareOf(flow.toSchoolId, flow.to, index).gets += flow.copies
    }
  }
  const order = prepared<[], { id: number }>(context.raw, 'SELECT id FROM school ORDER BY sortKey, id').all()
  return { plans, schools: order.flatMap(({ id }) => schools.get(id) ?? []) }
}
