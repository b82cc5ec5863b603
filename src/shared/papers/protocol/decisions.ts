import type { MeetingRecord } from '../../contract/meetings'
import { attendanceAnnex } from '../attendance-sheet'
import { attribute, line, signed } from '../block-makers'
import type { Block, Paper } from '../model'
import { AGENDA_LIST, shortAgendaItems } from './agenda'
import { attendanceOf, awayLines, presentLines } from './attendance'
import {
  decisionLabel,
  heading,
  type MeetingPaperContext,
  meetingPaper,
  protocolTitle,
  subheading,
  theme,
  whenOf,
} from './context'
import { chairLines, chairSignatures, invitedLine, presiding, secretarySignature } from './people'
import { RUNNING_LIST, runningDecisions } from './running-decisions'
import { votesOf } from './vote-line'

/** The short protocol: head, agenda, one numbered list of decisions, the secretary's signature (FORMS §2). */
export function decisionsProtocol(record: MeetingRecord, context: MeetingPaperContext): Paper {
  const attendance = attendanceOf(record, context.profile)
  const blocks: Block[] = [
    ...head(record),
    ...attribute('Дата проведения', whenOf(record, context.profile), { bold: true }),
    ...attribute('Место проведения', record.meeting.place),
    ...chairLines(record.meeting.chairs, presiding),
    ...presentLines(attendance),
    ...awayLines(attendance, context.profile.papers.rosterAnnexOver),
    ...invitedLine(record),
    ...(record.meeting.agenda.length === 0 ? [] : [line('label', 'Повестка дня:'), ...shortAgendaItems(record)]),
    ...runningDecisions(record, decisionLabel(record, context.profile, 'decisions')),
    ...votesOf(record),
  ]
  const secretary = secretarySignature(record, 'with-position')
  const signatures = secretary.length > 0 ? secretary : chairSignatures(record.meeting.chairs, presiding)
  return meetingPaper(record, context, protocolTitle(record), {
    blocks: [...signed(blocks, signatures), ...attendanceAnnex(record, context)],
    lists: [AGENDA_LIST, RUNNING_LIST],
  })
}

function head(record: MeetingRecord): Block[] {
  const about = theme(record)
  return [
    line('title', heading('ПРОТОКОЛ', record)),
    line('subtitle', subheading(record)),
    ...(about === '' ? [] : [line('subtitle', about)]),
    { kind: 'spacer', heightPt: 14 },
  ]
}
