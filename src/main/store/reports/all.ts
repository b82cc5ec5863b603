import type { ReportSectionSource } from './section'
import { meetingsSection } from './sections/meetings'
import { ownSection } from './sections/own'

/** Every section there is, in the usual order of a report (FORMS §11). */
export const reportSections: readonly ReportSectionSource[] = [meetingsSection, ownSection]

const byKind = new Map(reportSections.map((section) => [section.spec.kind, section]))

/** Undefined: a section of a kind this program does not know. */
export function reportSection(kind: string): ReportSectionSource | undefined {
  return byKind.get(kind)
}
