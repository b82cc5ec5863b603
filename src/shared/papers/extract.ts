import type { ProtocolLayout } from '../contract/associations'
import type { AgendaItem, Decision, MeetingRecord } from '../contract/meetings'
import { decisionNumbers } from '../domain/numbering'
import { AppError } from '../errors'
import { attribute, line, signature, signed } from './block-makers'
import type { Block, ListDefinition, Paper } from './model'
import { attendanceOf, headCount } from './protocol/attendance'
import { decisionLabel, type MeetingPaperContext, meetingPaper, protocolTitle } from './protocol/context'
import { protocolHead } from './protocol/full'
import { chairLines, chairSignatures, presiding, secretaryLine, secretarySignature } from './protocol/people'
import { allDecisions, decisionItem } from './protocol/running-decisions'
import { voteLine } from './protocol/vote-line'

/** Выписка из протокола: one decision to one school (FORMS §2). */

export interface ExtractOptions {
  /** As printed in the protocol: «1.2» or «3». */
  number: string
  /** Null: to the addressees of the decision. */
  schoolName: string | null
}

/** Throws AppError `not-found` when the protocol has no decision of that number. */
export function buildExtract(record: MeetingRecord, context: MeetingPaperContext, options: ExtractOptions): Paper {
  const { decision, item, number } = findDecision(record, options.number)
  const list = oneNumber(number)
  const attendance = attendanceOf(record, context.profile)
  const blocks: Block[] = [
    ...recipient(decision, options.schoolName),
    ...protocolHead('ВЫПИСКА ИЗ ПРОТОКОЛА', record, context),
    ...chairLines(record.meeting.chairs, presiding),
    ...secretaryLine(record),
    ...attribute('Присутствовали', headCount(attendance)),
    ...question(record, item),
    ...(item === null ? [] : voteLine(item.vote)),
    line('label', decisionLabel(record, context.profile, record.meeting.layout)),
    ...decisionItem(list.id, 0, decision),
  ]
  const signatures = [...chairSignatures(record.meeting.chairs, presiding), ...secretarySignature(record, 'name-only')]
  return meetingPaper(record, context, protocolTitle(record, 'Выписка из протокола'), {
    blocks: [...signed(blocks, signatures), ...certified(context)],
    lists: [list],
  })
}

interface Found {
  decision: Decision
  item: AgendaItem | null
  number: string
}

function findDecision(record: MeetingRecord, wanted: string): Found {
  const { agenda, layout } = record.meeting
  const numbers = numbersIn(record, layout)
  const number = wanted.trim().replace(/\.$/u, '')
  // The protocol may have been printed in another layout than its own: its numbers are looked up too.
  const index = [numbers, ...otherNumbers(record)].map((known) => known.indexOf(number)).find((place) => place >= 0)
  const decision = index === undefined ? undefined : allDecisions(record)[index]
  if (decision === undefined) {
    const known = numbers.length === 0 ? 'В протоколе нет решений.' : `Есть решения: ${numbers.join(', ')}.`
    throw new AppError('not-found', `В протоколе нет решения № ${number}. ${known}`, 'number')
  }
  return { decision, item: agenda.find((item) => item.decisions.includes(decision)) ?? null, number }
}

function numbersIn(record: MeetingRecord, layout: ProtocolLayout): string[] {
  const { agenda, decisions } = record.meeting
  return decisionNumbers(
    layout,
    agenda.map((item) => item.decisions.length),
    decisions.length,
  )
}

function otherNumbers(record: MeetingRecord): string[][] {
  return (['full', 'decisions'] as const).map((layout) => numbersIn(record, layout))
}

/** A list that begins at the decision's own number: «1.2» is Word's pattern `1.%1.` from 2. */
function oneNumber(number: string): ListDefinition {
  const parts = number.split('.')
  const last = Number(parts.pop() ?? '1')
  const prefix = parts.map((part) => `${part}.`).join('')
  return { id: 'decisions', levels: [{ pattern: `${prefix}%1.`, start: last }] }
}

function recipient(decision: Decision, schoolName: string | null): Block[] {
  const names = schoolName === null ? decision.addressees.map((addressee) => addressee.text) : [schoolName]
  const lines = names.filter((name) => name.trim() !== '').map((name) => line('corner', name))
  return lines.length === 0 ? [] : [...lines, { kind: 'spacer', heightPt: 14 }]
}

function question(record: MeetingRecord, item: AgendaItem | null): Block[] {
  if (item === null) return []
  const place = record.meeting.agenda.indexOf(item) + 1
  return attribute('Вопрос повестки дня', `${place}. ${item.title}`)
}

/** The line that makes a copy an extract; the one who sends it signs. */
function certified({ profile }: MeetingPaperContext): Block[] {
  return [
    { kind: 'spacer', heightPt: 20 },
    line('attribute', 'Выписка верна.', { keepNext: true }),
    signature('Методист', [profile.methodologist]),
    { kind: 'spacer', heightPt: 14 },
    line('attribute', '«____» ______________ 20___ г.'),
  ]
}
