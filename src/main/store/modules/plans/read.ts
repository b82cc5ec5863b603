import type { Plan, PlanOptions, PlanOutcome } from '@shared/contract/plans'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'

interface Row {
  id: number
  name: string
  madeAt: string
  optionsJson: string
  outcomeJson: string
  stale: number
  lines: number
  accepted: number
}

/** Lines that stand in a transfer which is not cancelled. */
export const acceptedLine = `EXISTS (SELECT 1 FROM transferLine JOIN transfer ON transfer.id = transferId
  WHERE transferLine.planLineId = planLine.id AND transfer.state <> 'cancelled')`

/** Anything of the fund changed since, other than by accepting plans. */
const stale = `EXISTS (SELECT 1 FROM changeTouch JOIN changeGroup ON changeGroup.id = changeTouch.groupId
  LEFT JOIN changeGroup AS target ON target.id = changeGroup.targetId
  WHERE changeTouch.groupId > exchangePlan.sinceGroup
    AND changeTouch.record IN ('surplus', 'need', 'reservation', 'transfer')
    AND coalesce(target.command, changeGroup.command) <> 'plans.accept')`

const plans = `SELECT id, name, madeAt, optionsJson, outcomeJson, ${stale} AS stale,
  (SELECT count(*) FROM planLine WHERE planId = exchangePlan.id) AS lines,
  (SELECT count(*) FROM planLine WHERE planId = exchangePlan.id AND ${acceptedLine}) AS accepted FROM exchangePlan`

const planOf = ({ optionsJson, outcomeJson, stale: isStale, ...row }: Row): Plan => ({
  ...row,
  options: JSON.parse(optionsJson) as PlanOptions,
  outcome: JSON.parse(outcomeJson) as PlanOutcome,
  stale: isStale === 1,
})

/** The newest first. */
export function listPlans({ raw }: QueryContext): Plan[] {
  return prepared<[], Row>(raw, `${plans} ORDER BY id DESC`).all().map(planOf)
}

/** @throws AppError `not-found` */
export function readPlan(raw: Sqlite, id: number): Plan {
  const row = prepared<[number], Row>(raw, `${plans} WHERE id = ?`).get(id)
  if (!row) throw new AppError('not-found', 'Этого плана больше нет: его удалили. Составьте новый.')
  return planOf(row)
}

export function newestChange(raw: Sqlite): number {
  return prepared<[], { id: number | null }>(raw, 'SELECT max(id) AS id FROM changeGroup').get()?.id ?? 0
}
