import type { SectionContent } from '@shared/contract/report-content'
import type { Report, ReportData } from '@shared/contract/reports'
import type { JobContext, QueryContext } from '../context'
import { listDay } from '../lists/day'
import { reportSection } from './all'
import { ReportReader } from './reader'

/** What the data say for a section; of an unknown kind nothing. */
export async function sectionContent(
  context: QueryContext,
  kind: string,
  { schoolYear, associationId, compare }: Pick<Report, 'schoolYear' | 'associationId' | 'compare'>,
): Promise<SectionContent> {
  const reader = new ReportReader(context, schoolYear, associationId, compare)
  return { kind, on: reader.on, parts: (await reportSection(kind)?.compose(reader)) ?? [] }
}

/** Everything the report's paper is made of, in one state of the data; the parts of hidden sections are not asked for. */
export async function gatherReport(context: JobContext, report: Report): Promise<ReportData> {
  const shown = report.sections.filter((section) => !section.hidden)
  const contents: ReportData['contents'] = {}
  for (const [index, section] of shown.entries()) {
    context.progress(index, shown.length, section.title)
    contents[section.uid] = await sectionContent(context, section.kind, report)
  }
  const profile = await context.query('profile.get', {})
  const association =
    report.associationId === null
      ? ''
      : (await context.query('associations.get', { id: report.associationId })).association.name
  return {
    report,
    contents,
    head: {
      municipality: profile.municipality,
      authority: profile.authority,
      association,
      on: listDay(context, report.schoolYear),
    },
  }
}
