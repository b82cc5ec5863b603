import type { Report } from '@shared/contract/reports'
import { changesSince, type FigureChange, seenNow } from '@shared/papers/report/figures'
import type { Contents } from './marks'

/** What the data say otherwise than the report that was submitted. */
export interface SectionDifference {
  section: string
  title: string
  changes: readonly FigureChange[]
}

/** @param kept as submitted @param now of the same sections, those that have come */
export function differencesOf(report: Report, kept: Contents, now: Contents): SectionDifference[] {
  return report.sections.flatMap((section) => {
    const before = kept.get(section.uid)
    const after = now.get(section.uid)
    if (section.hidden || !before || !after) return []
    // The same number may be said in words and in a table: a list names it once.
    const changes = new Map(
      changesSince(seenNow(before, null), after)
        .filter((change) => isShown(report, section.uid, change.part))
        .map((change) => [`${change.title}\n${change.before}\n${change.after}`, change]),
    )
    return changes.size === 0 ? [] : [{ section: section.uid, title: section.title, changes: [...changes.values()] }]
  })
}

function isShown(report: Report, uid: string, part: string): boolean {
  const pieces = report.sections.find((section) => section.uid === uid)?.pieces ?? []
  return pieces.some((piece) => piece.part === part && !piece.hidden)
}
