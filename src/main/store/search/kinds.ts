import type { SearchKind } from './kind'
import { subjectKind, textbookKind, transferKind, writeOffCampaignKind, writeOffKind } from './kinds/books'
import { agendaTemplateKind, decisionKind, meetingKind, phraseKind } from './kinds/meetings'
import { mailingKind, paperTemplateKind, reportKind } from './kinds/papers'
import { associationKind, librarianKind, schoolKind } from './kinds/people'
import { eventKind, oldPaperKind, roadmapItemKind, roadmapKind } from './kinds/work'

/**
 * Everything that is searched. A new kind is one declaration, added here: the triggers that note its changes and its words
 * come from it by themselves when the program opens the file.
 */
export const searchKinds: readonly SearchKind[] = [
  schoolKind,
  librarianKind,
  associationKind,
  meetingKind,
  roadmapKind,
  eventKind,
  reportKind,
  writeOffCampaignKind,
  subjectKind,
  agendaTemplateKind,
  oldPaperKind,
  writeOffKind,
  transferKind,
  mailingKind,
  paperTemplateKind,
  decisionKind,
  roadmapItemKind,
  textbookKind,
  phraseKind,
]

const byPlace = new Map(searchKinds.map((kind) => [kind.place, kind]))
const byRecord = new Map(searchKinds.map((kind) => [kind.record, kind]))
if (byPlace.size !== searchKinds.length || byRecord.size !== searchKinds.length) {
  throw new Error('Two kinds of search have one place or one record')
}

export const kindAt = (place: number): SearchKind | undefined => byPlace.get(place)
export const kindOf = (record: string): SearchKind | undefined => byRecord.get(record)
