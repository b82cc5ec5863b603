import type { ReportSectionSource } from './section'
import { awardsSection } from './sections/awards'
import { contestsSection } from './sections/contests'
import { decisionsSection } from './sections/decisions'
import { eventsSection } from './sections/events'
import { exchangeSection } from './sections/exchange'
import { holdingsSection } from './sections/holdings'
import { librariesSection } from './sections/libraries'
import { meetingsSection } from './sections/meetings'
import { ownSection } from './sections/own'
import { passportSection } from './sections/passport'
import { problemsSection } from './sections/problems'
import { provisionSection } from './sections/provision'
import { roadmapsSection } from './sections/roadmaps'
import { staffingSection } from './sections/staffing'
import { tasksSection } from './sections/tasks'
import { themeSection } from './sections/theme'
import { trainingSection } from './sections/training'
import { writeOffSection } from './sections/writeoff'

/** Every section there is, in the usual order of a report (FORMS §11). */
export const reportSections: readonly ReportSectionSource[] = [
  passportSection,
  themeSection,
  meetingsSection,
  decisionsSection,
  staffingSection,
  trainingSection,
  eventsSection,
  contestsSection,
  awardsSection,
  roadmapsSection,
  exchangeSection,
  provisionSection,
  holdingsSection,
  writeOffSection,
  librariesSection,
  problemsSection,
  tasksSection,
  ownSection,
]

const byKind = new Map(reportSections.map((section) => [section.spec.kind, section]))

/** Undefined: a section of a kind this program does not know. */
export function reportSection(kind: string): ReportSectionSource | undefined {
  return byKind.get(kind)
}
