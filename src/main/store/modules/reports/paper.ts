import type { Parsed } from '@shared/contract'
import { listSpecs } from '@shared/contract/list-specs'
import type { ReportData } from '@shared/contract/reports'
import { writeFileAtomically } from '../../../files/atomic-file'
import type { JobContext } from '../../context'
import { inOneState } from '../../documents/list-windows'
import type { AskedList, ListAnswer } from '../../documents/report/annex-lists'
import { listSource } from '../../lists/all'
import { wholeList as everything } from '../../lists/list'
import { wholeList } from '../../lists/whole'
import { gatherReport } from '../../reports/gather'
import { onTemplate } from '../../templates/save-paper'
import { frozenFile } from './frozen'

/**
 * The report in Word, or its annexes in Excel by the name of the file. A submitted one is the very file that was submitted; without a
 * record, a report of the year is begun and written as it is.
 * @param personal annexes with telephones, birth dates and other personal data
 */
export async function reportPaper(
  context: JobContext,
  { reportId, schoolYear, personal, templateId, out }: Parsed<'papers.report'>,
): Promise<{ file: string }> {
  const isSheet = /\.xlsx$/iu.test(out)
  const kept = reportId === null || isSheet ? null : frozenFile(context.raw, reportId)
  const plain =
    kept ??
    (isSheet ? await annexes(context, reportId, schoolYear, personal) : await word(context, reportId, schoolYear))
  const file =
    isSheet || templateId === null
      ? plain
      : await onTemplate(context, await titleOf(context, reportId, schoolYear), plain, templateId)
  context.checkCancelled()
  await writeFileAtomically(out, file)
  return { file: out }
}

async function titleOf(context: JobContext, reportId: number | null, schoolYear: string | null): Promise<string> {
  if (reportId === null) return (await context.query('reports.blank', { schoolYear })).title
  return (await context.query('reports.get', { id: reportId })).report.title
}

async function word(context: JobContext, reportId: number | null, schoolYear: string | null): Promise<Buffer> {
  const data = await dataOf(context, reportId, schoolYear)
  context.checkCancelled()
  const { reportDocx } = await import('../../documents/report/docx')
  return reportDocx(data, await context.query('profile.get', {}))
}

/** Figures and the rows they count are of one moment. */
function annexes(
  context: JobContext,
  reportId: number | null,
  schoolYear: string | null,
  personal: boolean,
): Promise<Buffer> {
  return inOneState(context, async () => {
    const data = await dataOf(context, reportId, schoolYear)
    const { annexLists, MOST_ANNEX_ROWS } = await import('../../documents/report/annex-lists')
    const { reportAnnexes } = await import('../../documents/report/annexes')
    const read = async ({ list, schoolYear: year, on }: AskedList, columns: readonly string[]): Promise<ListAnswer> => {
      context.checkCancelled()
      const whole = await wholeList(context, listSource(list), { ...everything, schoolYear: year, on })
      if (whole.count > MOST_ANNEX_ROWS) return { count: whole.count, rows: null }
      const rows: ListAnswer['rows'][] = []
      for await (const portion of whole.portions(columns)) rows.push(portion)
      return { count: whole.count, rows: rows.flatMap((portion) => portion ?? []) }
    }
    const { lists, left } = await annexLists(data, listSpecs, personal, read)
    return reportAnnexes(data, lists, left)
  })
}

/** Kept, of a submitted report; gathered now, of any other; of no record, a report of the year as it would be begun. */
export async function dataOf(
  context: JobContext,
  reportId: number | null,
  schoolYear: string | null,
): Promise<ReportData> {
  if (reportId === null) return gatherReport(context, await context.query('reports.blank', { schoolYear }))
  const { report, state } = await context.query('reports.get', { id: reportId })
  return state === 'submitted'
    ? (await context.query('reports.frozen', { id: reportId })).data
    : gatherReport(context, report)
}
