import type { PlanLineRow, PlanUnmetRow } from '@shared/contract/plans'
import { buildFlows } from '@shared/papers/flows/paper'
import type { Paper } from '@shared/papers/model'
import { buildPlan } from '@shared/papers/plan/plan'
import type { JobContext } from '../../context'

const PORTION = 1000

/** The plan by school with the map of flows, in Word. Throws AppError (`writeFileAtomically`). */
export async function writePlanPaper(
  context: JobContext,
  { id, out }: { id: number; out: string },
): Promise<{ file: string }> {
  const plan = await context.query('plans.get', { id })
  const lines = await rowsOf<PlanLineRow>(context, 'planLines.list', id)
  const unmet = await rowsOf<PlanUnmetRow>(context, 'planUnmet.list', id)
  const flows = await context.query('plans.flows', { id })
  const names = new Map(
    (await context.query('schools.options', { limit: 2000 })).map((school) => [school.id, school.name]),
  )
  const schoolName = (schoolId: number): string => names.get(schoolId) ?? `школа № ${schoolId}`
  return written(
    context,
    buildPlan({ plan, lines, unmet, flows, schoolName }, await context.query('profile.get', {})),
    out,
  )
}

/** Who gave what to whom within some days, in Word. */
export async function writeFlowsPaper(
  context: JobContext,
  { from, to, out }: { from: string | null; to: string | null; out: string },
): Promise<{ file: string }> {
  const flows = await context.query('transfers.flows', { from, to })
  return written(context, buildFlows(flows, { from, to }, await context.query('profile.get', {})), out)
}

async function written(context: JobContext, paper: Paper, out: string): Promise<{ file: string }> {
  context.checkCancelled()
  // Writers of files are loaded with the first paper: the store starts without them.
  const { writePaper } = await import('../../documents/docx/writer')
  await writePaper(paper, out)
  return { file: out }
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
