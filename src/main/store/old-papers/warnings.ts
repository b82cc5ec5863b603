import type { Meeting } from '@shared/contract/meetings'
import type { PaperWarning, ProtocolDraft, Understood } from '@shared/contract/old-papers'
import type { IsoDate } from '@shared/domain/dates'
import { type MeetingWarning, meetingWarnings } from '@shared/domain/meeting-warnings'
import { roadmapWarnings } from '@shared/domain/roadmap-warnings'

/** Slips of a paper under review, as the editor would tell of them. `today` stands in where the paper has no date. */
export function paperWarnings(understood: Understood, today: IsoDate): PaperWarning[] {
  if (understood.kind === 'roadmap') return roadmapWarnings(understood.roadmap)
  const { protocol } = understood
  const warnings = meetingWarnings(meetingOf(protocol, today))
  return warnings.map((warning) => ({
    code: warning.code,
    text: warning.text,
    where: placeOf(protocol, warning),
    path: pathOf(warning),
  }))
}

/** The draft as the rules of meetings see it. */
export function meetingOf(protocol: ProtocolDraft, date: IsoDate, seriesId = 0): Meeting {
  const { series: _, ...meeting } = protocol
  return { ...meeting, seriesId: meeting.seriesId ?? seriesId, date: meeting.date ?? date }
}

function placeOf({ agenda, decisions }: ProtocolDraft, { where }: MeetingWarning): string {
  const item = agenda.findIndex(
    (one) =>
      one.uid === where.id ||
      one.decisions.some(({ uid }) => uid === where.id) ||
      one.speeches.some(({ uid }) => uid === where.id),
  )
  const loose = decisions.findIndex(({ uid }) => uid === where.id)
  if (where.kind === 'decision') {
    const at = agenda[item]?.decisions.findIndex(({ uid }) => uid === where.id) ?? -1
    return item < 0 ? `решение ${loose + 1}` : `решение ${item + 1}.${at + 1}`
  }
  if (where.kind === 'item' || (where.kind === 'speech' && item >= 0)) return `вопрос ${item + 1}`
  return where.kind === 'speech' ? 'выступления' : 'шапка протокола'
}

function pathOf({ where }: MeetingWarning): string {
  if (where.kind === 'meeting') return ''
  return `${{ item: 'agenda', decision: 'decisions', speech: 'speeches' }[where.kind]}/${where.id}`
}
