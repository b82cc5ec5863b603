import type { Due } from '@shared/contract/meetings'
import type { RoadmapDraft } from '@shared/contract/old-papers'
import { plain } from './score'

/** What a road map says; its typography (quotes, dashes, spaces) is no fact. */

const due = ({ text, from, to, recurrence }: Due) => [printed(text), from, to, recurrence]

/** «2024г.» is set as «2024 г.», «№3» as «№ 3». */
export const printed = (text: string): string => plain(text).replace(/(?<=\d) (?=гг?(?!\p{L}))|(?<=№) /gu, '')

export function roadmapFacts(roadmap: RoadmapDraft) {
  const headings = new Map(roadmap.columns.map(({ uid, title }) => [uid, title]))
  const { approval } = roadmap
  return {
    title: printed(roadmap.title),
    period: [roadmap.from, roadmap.to],
    approval: [printed(approval.text), approval.number, approval.date, approval.annex],
    sections: roadmap.sections.map(({ number, title }) => [number, printed(title)]),
    items: roadmap.sections.flatMap(({ items }) =>
      items.map((item) => ({
        number: item.number,
        title: printed(item.title),
        parts: item.parts.map(({ title, dues }) => [printed(title), dues.map(due)]),
        dues: item.dues.map(due),
        executors: item.executors.map(({ text }) => printed(text)),
        document: printed(item.document),
        results: printed(item.results),
        cells: item.cells.map(({ columnUid, text }) => [printed(headings.get(columnUid) ?? ''), printed(text)]),
      })),
    ),
  }
}
