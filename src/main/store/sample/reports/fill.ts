import type { Report, ReportPiece, ReportSection } from '@shared/contract/reports'
import { seenNow } from '@shared/papers/report/figures'
import type { CommandContext } from '../../context'
import { reportHandlers } from '../../modules/reports/handlers'
import { type NextUid, uidCounter } from '../marks'
import { closingSection, reportTexts } from './texts'

const schoolYear = '2025-2026'

/** A report nearly ready: her texts stand around the parts, and the numbers they were written beside are those of the data. */
export async function fillReports(context: CommandContext): Promise<void> {
  const next = uidCounter('demo-report')
  const blank = await reportHandlers['reports.blank'](context, {
    schoolYear,
    associationId: null,
    templateId: null,
    reportId: null,
  })
  const sections: ReportSection[] = []
  for (const section of blank.sections) sections.push(await written(context, section, blank, next))
  sections.push({
    uid: next(),
    kind: 'own',
    title: closingSection.title,
    hidden: false,
    newPage: false,
    pieces: [own(closingSection.text, null, next)],
  })
  reportHandlers['reports.save'](context, { id: null, revision: null, report: { ...blank, sections } })
}

async function written(
  context: CommandContext,
  section: ReportSection,
  { associationId, compare }: Report,
  next: NextUid,
): Promise<ReportSection> {
  const { before, after } = reportTexts[section.kind] ?? {}
  const uid = next()
  const parts = section.pieces.map((piece) => ({ ...piece, uid: next() }))
  if (before === undefined && after === undefined) return { ...section, uid, pieces: parts }
  const asked = { kind: section.kind, schoolYear, associationId, compare }
  const seen = seenNow(await reportHandlers['reports.section'](context, asked), null)
  return {
    ...section,
    uid,
    pieces: [
      ...(before === undefined ? [] : [own(before, seen, next)]),
      ...parts,
      ...(after === undefined ? [] : [own(after, seen, next)]),
    ],
  }
}

function own(text: string, seen: ReportPiece['seen'], next: NextUid): ReportPiece {
  return { uid: next(), part: '', hidden: false, title: '', text, seen }
}
