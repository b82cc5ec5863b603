import type { AgendaItem, Decision, MeetingRecord } from '../../contract/meetings'
import { attendanceAnnex } from '../attendance-sheet'
import { line, lineOf, signed, twoEnds } from '../block-makers'
import { type Block, columnsOf, type ListDefinition, type Paper } from '../model'
import { paragraphs } from '../text'
import { AGENDA_LIST, agendaItems } from './agenda'
import { attendanceOf, awayLines, presentLines } from './attendance'
import {
  decisionLabel,
  heading,
  type MeetingPaperContext,
  meetingPaper,
  pageOf,
  protocolTitle,
  subheading,
  theme,
  whenOf,
} from './context'
import { chairLines, chairSignatures, invitedLine, presiding, secretaryLine, secretarySignature } from './people'
import { decisionItem, RUNNING_LIST } from './running-decisions'
import { groups, isEmpty, minutes, speechLabels } from './speeches'
import { voteLine } from './vote-line'

/** The full protocol: item by item — слушали, выступили, голосовали, решили (FORMS §2). */

/** Items and, a level deeper, their decisions: «1.», «1.1.» as one multi-level list of Word. */
const COURSE: ListDefinition = {
  id: 'course',
  levels: [
    { pattern: '%1.', start: 1, bold: true },
    { pattern: '%1.%2.', start: 1 },
  ],
}

/** Decisions tied to no item go on counting after all those of the items (`domain/numbering`). */
function looseList(record: MeetingRecord): ListDefinition {
  const before = record.meeting.agenda.reduce((count, item) => count + item.decisions.length, 0)
  return { ...RUNNING_LIST, levels: [{ pattern: '%1.', start: before + 1 }] }
}

export function fullProtocol(record: MeetingRecord, context: MeetingPaperContext): Paper {
  const attendance = attendanceOf(record, context.profile)
  const label = decisionLabel(record, context.profile, 'full')
  const blocks: Block[] = [
    ...protocolHead('ПРОТОКОЛ', record, context),
    ...chairLines(record.meeting.chairs, presiding),
    ...secretaryLine(record),
    ...presentLines(attendance),
    ...awayLines(attendance, context.profile.papers.rosterAnnexOver),
    ...invitedLine(record),
    ...agenda(record),
    ...course(record, label),
  ]
  const signatures = [...chairSignatures(record.meeting.chairs, presiding), ...secretarySignature(record, 'name-only')]
  return meetingPaper(record, context, protocolTitle(record), {
    blocks: [...signed(blocks, signatures), ...attendanceAnnex(record, context)],
    lists: [AGENDA_LIST, COURSE, looseList(record)],
  })
}

/** «ПРОТОКОЛ № 1», what of, the theme, date at the left and place at the right. */
export function protocolHead(word: string, record: MeetingRecord, context: MeetingPaperContext): Block[] {
  const about = theme(record)
  const place = record.meeting.place.trim()
  const when = whenOf(record, context.profile)
  const columns = columnsOf(pageOf(context.profile), [9, 11])
  return [
    line('title', heading(word, record)),
    line('subtitle', subheading(record)),
    ...(about === '' ? [] : [line('subtitle', `Тема: ${about}`)]),
    { kind: 'spacer', heightPt: 10 },
    place === '' ? line('attribute', when) : twoEnds([columns[0] ?? 0, columns[1] ?? 0], [when], [place]),
    { kind: 'spacer', heightPt: 10 },
  ]
}

function agenda(record: MeetingRecord): Block[] {
  return record.meeting.agenda.length === 0 ? [] : [line('section', 'ПОВЕСТКА ДНЯ:'), ...agendaItems(record)]
}

/** Nothing at all while nothing was said or decided: then the paper is an agenda sent out beforehand. */
function course(record: MeetingRecord, label: string): Block[] {
  const { agenda: items, speeches, decisions } = record.meeting
  // Items at the end on which nothing is recorded would only stand over what belongs to no item.
  const last = items.findLastIndex(isHeld)
  const blocks = [
    ...items.slice(0, last + 1).flatMap((item) => itemCourse(item, label)),
    ...groups(speeches).flatMap(({ kind, speeches: said }) => [
      line('label', speechLabels[kind]),
      ...said.flatMap(minutes),
    ]),
    ...looseDecisions(decisions, label),
  ]
  return blocks.length === 0 ? [] : [{ kind: 'spacer', heightPt: 6 }, ...blocks]
}

function isHeld(item: AgendaItem): boolean {
  return groups(item.speeches).length > 0 || item.decisions.length > 0 || voteLine(item.vote).length > 0
}

function itemCourse(item: AgendaItem, label: string): Block[] {
  const said = groups(item.speeches)
  const heard = said[0]?.kind === 'report'
  const blocks: Block[] = heard ? [] : [titleLine(item)]
  said.forEach(({ kind, speeches }, index) => {
    const number = index === 0 && heard ? { number: { list: COURSE.id, level: 0 } } : {}
    blocks.push(
      line('label', speechLabels[kind], number),
      ...speeches.filter((speech) => !isEmpty(speech)).flatMap(minutes),
    )
  })
  blocks.push(...voteLine(item.vote))
  if (item.decisions.length > 0) blocks.push(line('label', label))
  blocks.push(...item.decisions.flatMap((decision) => decisionItem(COURSE.id, 1, decision)))
  return blocks
}

/** An item on which nobody reported is named by its own words: the number must not go missing. */
function titleLine(item: AgendaItem): Block {
  const number = { list: COURSE.id, level: 0 }
  const text = paragraphs(item.title).join(' ')
  return text === '' ? lineOf('label', [], { number }) : line('label', text, { number, align: 'justify' })
}

function looseDecisions(decisions: readonly Decision[], label: string): Block[] {
  if (decisions.length === 0) return []
  return [line('label', label), ...decisions.flatMap((decision) => decisionItem(RUNNING_LIST.id, 0, decision))]
}
