import type { ProtocolLayout } from '@shared/contract/associations'
import type { PersonRef } from '@shared/contract/fields'
import type { Decision, MeetingRecord } from '@shared/contract/meetings'

/** What a person typed into a meeting and must find in its paper, per layout. Written from FORMS §2, not from the builders. */
export function factsOf(record: MeetingRecord, layout: ProtocolLayout): string[] {
  const { meeting } = record
  const facts = [
    meeting.number,
    meeting.place,
    meeting.theme,
    meeting.time ?? '',
    meeting.attendance.text,
    ...[...meeting.chairs, ...meeting.invited].flatMap(person),
    ...(meeting.secretary === null ? [] : person(meeting.secretary)),
    ...meeting.agenda.flatMap((item) => [item.title, ...item.speakers.flatMap(person)]),
    ...[...meeting.agenda.flatMap((item) => item.decisions), ...meeting.decisions].flatMap(decision),
    ...(meeting.attendance.mode === 'roster' ? roster(record) : [String(meeting.attendance.count ?? '')]),
  ]
  // A short protocol records what was decided, not what was said.
  const speeches = [...meeting.agenda.flatMap((item) => item.speeches), ...meeting.speeches]
  if (layout !== 'decisions') facts.push(...speeches.flatMap((speech) => [...person(speech.speaker), speech.text]))
  for (const { vote } of meeting.agenda) {
    for (const count of [vote.for, vote.against, vote.abstained])
      if (count !== null && count > 0) facts.push(String(count))
    if (vote.unanimous) facts.push('единогласно')
  }
  return facts.flatMap((fact) => fact.split('\n')).filter((fact) => fact.trim() !== '')
}

function person(who: PersonRef): string[] {
  return [who.name, who.position]
}

function decision({ text, addressees, dues }: Decision): string[] {
  return [text, ...addressees.flatMap((addressee) => stems(addressee.text)), ...dues.map((due) => due.text)]
}

/** An addressee may stand in the decision in another case: «Синицына О.Д.» — «Синицыной О.Д.». */
function stems(text: string): string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => (word.length > 4 ? word.slice(0, -2) : word))
}

function roster(record: MeetingRecord): string[] {
  const entries = record.meeting.attendance.roster
  return entries.flatMap((entry) => [...person(entry.person), entry.school, entry.note])
}
