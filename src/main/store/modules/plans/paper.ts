import type { PlanLineRow, PlanUnmetRow } from '@shared/contract/plans'
import { buildFlows } from '@shared/papers/flows/paper'
import { buildPlan } from '@shared/papers/plan/plan'
import type { JobContext } from '../../context'
import { type PaperFile, savePaper } from '../../templates/save-paper'

const PORTION = 1000

/** The plan by school with the map of flows, in Word. Throws AppError (`writeFileAtomically`). */
export async function writePlanPaper(
  context: JobContext,
  { id, ...file }: { id: number } & PaperFile,
): Promise<{ file: string }> {
  const plan = await context.query('plans.get', { id })
  const lines = await rowsOf<PlanLineRow>(context, 'planLines.list', id)
  const unmet = await rowsOf<PlanUnmetRow>(context, 'planUnmet.list', id)
  const flows = await context.query('plans.flows', { id })
  const names = new Map(
    (await context.query('schools.options', { limit: 2000 })).map((school) => [school.id, school.name]),
  )
  const schoolName = (schoolId: number): string => names.get(schoolId) ?? `школа № ${schoolId}`
  return savePaper(
    context,
    buildPlan({ plan, lines, unmet, flows, schoolName }, await context.query('profile.get', {})),
    file,
  )
}

/** Who gave what to whom within some days, in Word. */
export async function writeFlowsPaper(
  context: JobContext,
  { from, to, ...file }: { from: string | null; to: string | null } & PaperFile,
): Promise<{ file: string }> {
  const flows = await context.query('transfers.flows', { from, to })
  return savePaper(context, buildFlows(flows, { from, to }, await context.query('profile.get', {})), file)
}

async function rowsOf<Row>(
  context: JobContext,
  list: 'planLines.list' | 'planUnmet.list',
  planId: number,
): Promise<Row[]> {
  const rows: Row[] = []
  for (;;) {
    const page = await context.query(list, {
      filters: [{ op: 'equals', column: 'planId', value: planId }],
      offset: rows.length,
      limit: PORTION,
    })
    rows.push(...(page.rows as Row[]))
    context.progress(rows.length, page.total, 'Строки плана')
    if (page.rows.length < PORTION) return rows
  }
}
