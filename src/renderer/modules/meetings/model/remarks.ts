import type { Meeting } from '@shared/contract/meetings'
import { isRealDate } from '@shared/domain/dates'
import { type MeetingWarning, meetingWarnings, type WarningCode } from '@shared/domain/meeting-warnings'
import { decisionNumbers } from '@shared/domain/numbering'
import { type FieldKey, fieldOf, lineOfField } from './fields'

/** What the rules notice, each at its field. */
export interface Remark {
  code: WarningCode
  text: string
  field: FieldKey
}

/** Remarks of the whole protocol from top to bottom; of a meeting whose date is half typed, none. */
export function remarksOf(meeting: Meeting): Remark[] {
  if (!isRealDate(meeting.date)) return []
  return meetingWarnings(meeting).map((warning) => ({
    code: warning.code,
    text: warning.text,
    field: fieldOfWarning(warning),
  }))
}

/** Only worth saying before signing: a protocol is empty for as long as nobody has spoken. */
const onlyAtTheEnd: readonly WarningCode[] = ['empty-item', 'no-agenda', 'empty-decision']
/** What every sentence lacks until it is finished. */
const whileUnfinished: readonly WarningCode[] = ['decision-without-addressee', 'decision-without-due', 'no-chair']

/** Those to show beside a field while the caret is in another (or the same) one. */
export function remarksBeside(remarks: readonly Remark[], field: FieldKey, current: FieldKey | null): string[] {
  const same = current !== null && (current === field || sameLine(current, field))
  return remarks
    .filter((remark) => remark.field === field && !onlyAtTheEnd.includes(remark.code))
    .filter((remark) => !(same && whileUnfinished.includes(remark.code)))
    .map((remark) => remark.text)
}

/** Whether the outline marks the place of this remark. */
export function isMarked(remark: Remark): boolean {
  return !onlyAtTheEnd.includes(remark.code)
}

function sameLine(a: FieldKey, b: FieldKey): boolean {
  const line = lineOfField(a)
  return line !== null && lineOfField(b)?.uid === line.uid
}

function fieldOfWarning({ code, where }: MeetingWarning): FieldKey {
  switch (where.kind) {
    case 'item':
      return code.startsWith('vote-') ? fieldOf.vote(where.id) : fieldOf.title(where.id)
    case 'decision':
      return fieldOf.decision(where.id)
    case 'speech':
      return fieldOf.speech(where.id)
    case 'meeting':
      return headField(code)
  }
}

function headField(code: WarningCode): FieldKey {
  switch (code) {
    case 'no-chair':
      return fieldOf.head('chairs')
    case 'no-secretary':
      return fieldOf.head('secretary')
    case 'no-attendance':
    case 'no-quorum':
      return fieldOf.attendance('roster')
    case 'no-agenda':
      return fieldOf.head('agenda')
    default:
      return fieldOf.head('theme')
  }
}

/** Numbers of decisions as they are printed, by their keys. */
export function decisionNumbersOf(meeting: Meeting): Map<string, string> {
  const numbers = decisionNumbers(
    meeting.layout,
    meeting.agenda.map((item) => item.decisions.length),
    meeting.decisions.length,
  )
  const all = [...meeting.agenda.flatMap((item) => item.decisions), ...meeting.decisions]
  return new Map(all.map((decision, index) => [decision.uid, numbers[index] ?? '']))
}
