import type { MeetingRecord, Speech } from '../../contract/meetings'
import { attendanceAnnex } from '../attendance-sheet'
import { attribute, line, signed } from '../block-makers'
import type { Block, Paper } from '../model'
import { AGENDA_LIST, shortAgendaItems } from './agenda'
import { attendanceOf, awayLines, participantLines } from './attendance'
import {
  dateOf,
  decisionLabel,
  heading,
  type MeetingPaperContext,
  meetingPaper,
  protocolTitle,
  subheading,
  theme,
  timeOf,
  withFormat,
} from './context'
import { chairLines, chairSignatures, invitedLine, leading, secretaryLine, secretarySignature } from './people'
import { RUNNING_LIST, runningDecisions } from './running-decisions'
import { isEmpty, speakerAndText } from './speeches'
import { votesOf } from './vote-line'

/** The programme of a working group or a city association: speeches as running text under their speakers (FORMS §2). */
export function programmeProtocol(record: MeetingRecord, context: MeetingPaperContext): Paper {
  const attendance = attendanceOf(record, context.profile)
  const role = leading(record)
  const blocks: Block[] = [
    line('title', heading('ПРОТОКОЛ', record)),
    line('subtitle', subheading(record)),
    { kind: 'spacer', heightPt: 14 },
    ...attribute('Тема', theme(record), { bold: true }),
    ...whenLines(record, context),
    ...attribute('Место проведения', record.meeting.place),
    ...participantLines(attendance),
    ...awayLines(attendance, context.profile.papers.rosterAnnexOver),
    ...chairLines(record.meeting.chairs, role),
    ...secretaryLine(record),
    ...invitedLine(record),
    ...(record.meeting.agenda.length === 0 ? [] : [line('section', 'Повестка дня'), ...shortAgendaItems(record)]),
    ...speeches(record),
    ...runningDecisions(record, decisionLabel(record, context.profile, 'programme')),
    ...votesOf(record),
  ]
  const signatures = [...chairSignatures(record.meeting.chairs, role), ...secretarySignature(record, 'name-only')]
  return meetingPaper(record, context, protocolTitle(record), {
    blocks: [...signed(blocks, signatures), ...attendanceAnnex(record, context)],
    lists: [AGENDA_LIST, RUNNING_LIST],
  })
}

function whenLines(record: MeetingRecord, context: MeetingPaperContext): Block[] {
  const date = dateOf(record, context.profile)
  const time = timeOf(record)
  if (time === '') return attribute('Дата', withFormat(date, record))
  return [...attribute('Дата', date), ...attribute('Время', withFormat(time, record))]
}

/** In the order of the agenda, then those tied to no question. */
function speeches(record: MeetingRecord): Block[] {
  const said: Speech[] = [...record.meeting.agenda.flatMap((item) => item.speeches), ...record.meeting.speeches]
  const heard = said.filter((speech) => !isEmpty(speech))
  return heard.length === 0 ? [] : [line('section', 'Выступления'), ...heard.flatMap(speakerAndText)]
}
