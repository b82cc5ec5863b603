import type { Parsed } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { insertRow } from '../../database/aggregate'
import { prepared } from '../../database/prepared'
import { newestChange, readPlan } from './read'

/** Writes a plan that has been worked out. Lines whose surplus or need has gone meanwhile are left out. */
export function keepPlan(context: CommandContext, plan: Parsed<'plans.keep'>): { id: number } {
  const { raw } = context
  const sinceGroup = plan.sinceGroup ?? newestChange(raw)
  const id = insertRow(raw, 'exchangePlan', {
    name: plan.name,
    madeAt: context.now().toISOString(),
    optionsJson: JSON.stringify(plan.options),
    outcomeJson: JSON.stringify(plan.outcome),
    sinceGroup,
  })
  // One statement over all lines: tens of thousands are written in a fraction of a second.
  prepared<[{ plan: number; lines: string }]>(
    raw,
    `INSERT INTO planLine (planId, surplusId, needId, lotId, toSchoolId, forTextbookId, copies, reason, locked)
     SELECT @plan, surplus.id, need.id, surplus.lotId, need.schoolId, need.textbookId,
       line.value ->> 'copies', line.value ->> 'reason', line.value ->> 'locked'
     FROM json_each(@lines) AS line JOIN surplus ON surplus.id = line.value ->> 'surplusId'
       JOIN need ON need.id = line.value ->> 'needId' ORDER BY line.key`,
  ).run({ plan: id, lines: JSON.stringify(plan.lines) })
  prepared<[{ plan: number; unmet: string }]>(
    raw,
    `INSERT INTO planUnmet (planId, needId, schoolId, textbookId, copies, reason)
     SELECT @plan, need.id, need.schoolId, need.textbookId, one.value ->> 'copies', one.value ->> 'reason'
     FROM json_each(@unmet) AS one JOIN need ON need.id = one.value ->> 'needId' ORDER BY one.key`,
  ).run({ plan: id, unmet: JSON.stringify(plan.unmet) })
  context.touch(['plan'])
  return { id }
}

export function renamePlan(context: CommandContext, id: number, name: string): void {
  readPlan(context.raw, id)
  prepared<[string, number]>(context.raw, 'UPDATE exchangePlan SET name = ? WHERE id = ?').run(name, id)
  context.touch(['plan'])
}

export function removePlan(context: CommandContext, id: number): void {
  readPlan(context.raw, id)
  prepared<[number]>(context.raw, 'DELETE FROM exchangePlan WHERE id = ?').run(id)
  context.touch(['plan'])
}

/** @throws AppError `not-found`, `invalid-input` when a line is of another plan */
export function markLines(context: CommandContext, { planId, ids, locked, rejected }: Parsed<'plans.mark'>): void {
  const { raw } = context
  readPlan(raw, planId)
  const mark = prepared<[{ id: number; planId: number; locked: number | null; rejected: number | null }]>(
    raw,
    `UPDATE planLine SET locked = coalesce(@locked, locked), rejected = coalesce(@rejected, rejected)
     WHERE id = @id AND planId = @planId`,
  )
  const flag = (value: boolean | null): number | null => (value === null ? null : Number(value))
  for (const id of ids) {
    const { changes } = mark.run({ id, planId, locked: flag(locked), rejected: flag(rejected) })
    if (changes === 0) {
      throw new AppError('invalid-input', `В этом плане нет строки № ${id}. Обновите план и повторите.`, 'ids')
    }
  }
  context.touch(['plan'])
}
