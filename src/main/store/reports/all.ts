import type { ReportSectionSource } from './section'
import { contestsSection } from './sections/contests'
import { eventsSection } from './sections/events'
import { exchangeSection } from './sections/exchange'
import { holdingsSection } from './sections/holdings'
import { librariesSection } from './sections/libraries'
import { meetingsSection } from './sections/meetings'
import { ownSection } from './sections/own'
import { provisionSection } from './sections/provision'
import { roadmapsSection } from './sections/roadmaps'
import { writeOffSection } from './sections/writeoff'

/** Every section there is, in the usual order of a report (FORMS §11). */
export const reportSections: readonly ReportSectionSource[] = [
  meetingsSection,
  eventsSection,
  contestsSection,
  roadmapsSection,
  exchangeSection,
  provisionSection,
  holdingsSection,
  writeOffSection,
  librariesSection,
  ownSection,
]

const byKind = new Map(reportSections.map((section) => [section.spec.kind, section]))

/** Undefined: a section of a kind this program does not know. */
export function reportSection(kind: string): ReportSectionSource | undefined {
  return byKind.get(kind)
}
