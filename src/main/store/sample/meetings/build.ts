import { type AttendanceEntry, type Decision, type Due, Meeting, type Speech } from '@shared/contract/meetings'
import { parseDues } from '@shared/domain/due/parse'
import type { SeriesKey } from '../associations'
import { type NextUid, uidCounter } from '../marks'
import type { DecisionScript, ItemScript, MarkScript, MeetingScript, Said, Who } from './script'

/** What the bank tells a meeting of a day. */
export interface Directory {
  seriesId(key: SeriesKey): number
  schoolId(shortName: string): number
  /** As printed in a protocol: initials, post and school of that day. @throws Error when nobody is called so */
  person(surname: string, on: string): { librarianId: number; name: string; position: string }
  /** Members of the series' association on that day, in the order of the bank. */
  roster(key: SeriesKey, on: string): readonly (Omit<AttendanceEntry, 'uid' | 'state' | 'note'> & { surname: string })[]
}

export interface BuiltMeeting {
  meeting: Meeting
  signedOn: string | null
  /** Marks by the decision's key, in the order of the protocol. */
  marks: { decisionUid: string; addresseeUid: string | null; mark: MarkScript }[]
}

/** Turns scripts into meetings, in their order: a decision carried over must have been taken before. */
export function meetingBuilder(directory: Directory): (script: MeetingScript) => BuiltMeeting {
  const next = uidCounter('demo-meet')
  const keys = new Map<string, string>()
  return (script) => buildMeeting(script, directory, next, keys)
}

function buildMeeting(
  script: MeetingScript,
  directory: Directory,
  next: NextUid,
  keys: Map<string, string>,
): BuiltMeeting {
  const marks: BuiltMeeting['marks'] = []
  const ref = (who: Who) =>
    typeof who === 'string'
      ? directory.person(who, script.date)
      : { librarianId: null, name: who.name, position: who.position }
  const keyed = (who: Who) => ({ uid: next(), ...ref(who) })
  const speech =
    (kind: Speech['kind']) =>
    ([who, text]: Said): Speech => ({ uid: next(), kind, speaker: ref(who), text })
  const decision = (one: DecisionScript): Decision => {
    const made = buildDecision(one, script.date, directory, next, keys)
    for (const mark of one.marks) {
      const addresseeUid = mark.of === null ? null : (made.addressees[mark.of]?.uid ?? null)
      marks.push({ decisionUid: made.uid, addresseeUid, mark })
    }
    return made
  }
  const attendance = attendanceOf(script, directory, next)
  const present =
    attendance.mode === 'count' ? attendance.count : attendance.roster.filter((one) => one.state === 'present').length
  const item = (one: ItemScript): Meeting['agenda'][number] => ({
    uid: next(),
    title: one.title,
    speakers: (one.speakers ?? []).map(keyed),
    speeches: [...(one.heard ?? []).map(speech('report')), ...(one.said ?? []).map(speech('remark'))],
    vote: voteOf(one.vote, present),
    decisions: (one.decided ?? []).map(decision),
  })
  const series = {
    rmo: { layout: 'full', place: 'МКУ «Информационно-методический центр», методический кабинет' },
    ibc: { layout: 'decisions', place: 'МБОУ СОШ № 3, муниципальный ИБЦ' },
    group: { layout: 'programme', place: '' },
  } as const
  const meeting = Meeting.parse({
    seriesId: directory.seriesId(script.series),
    number: script.number,
    date: script.date,
    time: script.time,
    place: script.place ?? series[script.series].place,
    format: script.format,
    theme: script.theme,
    layout: series[script.series].layout,
    decisionLabel: '',
    chairs: script.chairs.map(keyed),
    secretary: script.secretary === null ? null : ref(script.secretary),
    invited: (script.invited ?? []).map(keyed),
    attendance,
    agenda: script.agenda.map(item),
    speeches: [...(script.heard ?? []).map(speech('report')), ...(script.said ?? []).map(speech('remark'))],
    decisions: (script.decided ?? []).map(decision),
    note: script.note ?? '',
  })
  return { meeting, signedOn: script.signedOn, marks }
}

function buildDecision(
  script: DecisionScript,
  date: string,
  directory: Directory,
  next: NextUid,
  keys: Map<string, string>,
): Decision {
  const uid = next()
  if (script.key !== undefined) keys.set(script.key, uid)
  const carriedFrom = script.carries === undefined ? null : keys.get(script.carries)
  if (carriedFrom === undefined) throw new Error(`No decision called ${script.carries} before ${date}`)
  return {
    uid,
    text: script.text,
    addressees: script.to.map((one) => ({
      uid: next(),
      kind: one.kind,
      text: one.text,
      librarianId: one.kind === 'person' ? directory.person(one.surname, date).librarianId : null,
      schoolId: one.kind === 'school' ? directory.schoolId(one.school) : null,
    })),
    dues: duesOf(script, date),
    carriedFrom,
  }
}

/** Dues in the text keep their place in it; those given beside it have none. */
function duesOf({ text, due }: DecisionScript, date: string): Due[] {
  const inside = parseDues(text, { date, mode: 'sentence' })
  const apart = due === undefined ? [] : parseDues(due, { date, mode: 'field' }).map((one) => ({ ...one, range: null }))
  return [...inside, ...apart]
}

function attendanceOf(script: MeetingScript, directory: Directory, next: NextUid): Meeting['attendance'] {
  if ('count' in script.attendance) return { mode: 'count', ...script.attendance, roster: [] }
  const { away } = script.attendance
  const roster = directory.roster(script.series, script.date).map(({ surname, ...entry }): AttendanceEntry => {
    const reason = Object.hasOwn(away, surname) ? away[surname] : undefined
    const state = reason === undefined ? 'present' : reason === null ? 'absent' : 'excused'
    return { uid: next(), ...entry, state, note: reason ?? '' }
  })
  return { mode: 'roster', count: null, text: '', roster }
}

function voteOf(vote: ItemScript['vote'], present: number | null): Meeting['agenda'][number]['vote'] {
  if (vote === undefined) return { for: null, against: null, abstained: null, unanimous: false }
  if (vote === 'all')
    return {
      for: present,
      against: present === null ? null : 0,
      abstained: present === null ? null : 0,
      unanimous: true,
    }
  const [votesFor, against, abstained] = vote
  return { for: votesFor, against, abstained, unanimous: false }
}
