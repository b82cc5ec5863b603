import type { ReportData } from '@shared/contract/reports'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { JobContext } from '../../context'
import { gatherReport } from '../../reports/gather'
import { frozenFile } from './frozen'

/**
 * The report in Word, or its annexes in Excel by the name of the file. A submitted one is the very file that was submitted; without a
 * record, a report of the year is begun and written as it is.
 */
export async function reportPaper(
  context: JobContext,
  reportId: number | null,
  schoolYear: string | null,
  out: string,
): Promise<{ file: string }> {
  const isSheet = /\.xlsx$/iu.test(out)
  const kept = reportId === null || isSheet ? null : frozenFile(context.raw, reportId)
  if (kept) {
    await writeFileAtomically(out, kept)
    return { file: out }
  }
  const data = await dataOf(context, reportId, schoolYear)
  context.checkCancelled()
  const { reportDocx } = await import('../../documents/report/docx')
  await writeFileAtomically(out, await reportDocx(data, await context.query('profile.get', {})))
  return { file: out }
}

async function dataOf(context: JobContext, reportId: number | null, schoolYear: string | null): Promise<ReportData> {
  if (reportId !== null)
    return (await context.query('reports.get', { id: reportId })).state === 'submitted'
      ? (await context.query('reports.frozen', { id: reportId })).data
      : gatherReport(context, (await context.query('reports.get', { id: reportId })).report)
  return gatherReport(context, await context.query('reports.blank', { schoolYear }))
}
