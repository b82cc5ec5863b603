import { newUid } from '@shared/contract/fields'
import type { Original, Place, ProtocolDraft } from '@shared/contract/old-papers'
import { parseDate, parseTime } from '@shared/domain/dates'
import { AppError } from '@shared/errors'
import {
  general,
  holderAt,
  insertAfter,
  insertItem,
  type Place as MeetingPlace,
  placeOfLine,
  placesOf,
  updateDecision,
  updateHolder,
} from '../../meetings/model/agenda'
import { newAddressee, newAttendance, newDecision, newItem, newSpeech } from '../../meetings/model/blank'
import { addDueApart, retype } from '../../meetings/model/decision-text'
import { personOfText } from '../../meetings/model/people'
import type { Of } from '../review/ReviewContext'
import type { Assignment } from './assignment'
import { readerOn } from './dues'
import { textOf, withoutPlaces } from './lines'
import { comparePlaces, handMark, withMark, withPlaces } from './marks'

/** What words of a protocol can be made by hand. */
export const protocolAssignments: readonly Assignment[] = [
  { id: 'decision', title: 'решением' },
  { id: 'item', title: 'вопросом' },
  { id: 'report', title: '«слушали»' },
  { id: 'remark', title: 'выступлением' },
  { id: 'due', title: 'сроком решения' },
  { id: 'addressee', title: 'адресатом решения' },
  { id: 'attendance', title: 'присутствующими' },
  { id: 'attendee', title: 'человеком в списке' },
  { id: 'invited', title: 'приглашённым' },
  { id: 'chair', title: 'председателем' },
  { id: 'secretary', title: 'секретарём' },
  { id: 'number', title: 'номером' },
  { id: 'date', title: 'датой' },
  { id: 'time', title: 'временем' },
  { id: 'place', title: 'местом' },
  { id: 'theme', title: 'темой' },
  { id: 'series', title: 'названием заседания' },
  { id: 'note', title: 'заметкой' },
]

type Paper = Of<'protocol'>

export interface Assigned<P> {
  paper: P
  /** The field made. */
  path: string
}

/** Makes a field of words of the original. @throws AppError when the words cannot be that */
export function assignProtocol(
  paper: Paper,
  original: Original,
  assignment: string,
  places: readonly Place[],
): Assigned<Paper> {
  const lines = textOf(original, places)
  const made = makeField(paper, assignment, lines, places)
  const left = withoutPlaces(original, paper, places)
  return { path: made.path, paper: { ...made.paper, unrecognised: left } }
}

function makeField(
  paper: Paper,
  assignment: string,
  lines: readonly string[],
  places: readonly Place[],
): Assigned<Paper> {
  const { protocol } = paper
  const line = lines.join(' ').replace(/\s+/gu, ' ')
  const put = (path: string, part: Partial<ProtocolDraft>): Assigned<Paper> => ({
    path,
    paper: withMark({ ...paper, protocol: { ...protocol, ...part } }, handMark(path, places)),
  })
  const person = personOfText(line)
  switch (assignment) {
    case 'number':
      return put('number', { number: line.replace(/^.*?№\s*/u, '').trim() })
    case 'date':
      return put('date', { date: found(within(line, DAY, parseDate), line, 'дату заседания') })
    case 'time':
      return put('time', { time: found(within(line, TIME, parseTime), line, 'время') })
    case 'place':
      return put('place', { place: line })
    case 'theme':
      return put('theme', { theme: line.replace(/^«(.*)»\.?$/u, '$1') })
    case 'series':
      return put('series', { series: line })
    case 'note':
      return put('note', { note: [protocol.note, ...lines].filter((text) => text !== '').join('\n') })
    case 'secretary':
      return put('secretary', { secretary: person })
    case 'chair': {
      const uid = newUid()
      return put(`chairs/${uid}`, { chairs: [...protocol.chairs, { uid, ...person }] })
    }
    case 'invited': {
      const uid = newUid()
      return put(`invited/${uid}`, { invited: [...protocol.invited, { uid, ...person }] })
    }
    case 'attendee': {
      const entries = lines.map((text) => newAttendance(personOfText(text.replace(/^\d+[.)]\s*/u, ''))))
      const roster = [...protocol.attendance.roster, ...entries]
      return put(`roster/${entries[0]?.uid ?? ''}`, {
        attendance: { ...protocol.attendance, mode: 'roster', roster },
      })
    }
    case 'attendance':
      return put('attendance', { attendance: { ...protocol.attendance, ...attendanceOf(line, protocol) } })
    case 'item': {
      const item = newItem(lines.join('\n').replace(/^\d+[.)]\s*/u, ''))
      const before = lastBefore(paper, places, (path) => /^agenda\/[^/]+\/title$/u.test(path))
      const made = insertItem(asMeeting(protocol), item, before?.split('/')[1] ?? null)
      return put(`agenda/${item.uid}/title`, { agenda: made.agenda })
    }
    case 'report':
    case 'remark': {
      const speech = { ...newSpeech(assignment), text: lines.join('\n') }
      const { place, after } = whereTo(paper, places, 'speech')
      const next = updateHolder(asMeeting(protocol), place, (holder) => ({
        speeches: insertAt(holder.speeches, speech, after),
      }))
      return put(`speeches/${speech.uid}`, { agenda: next.agenda, speeches: next.speeches })
    }
    case 'decision': {
      const text = lines.join('\n').replace(/^\d+(?:\.\d+)*[.)]?\s+/u, '')
      const decision = retype(newDecision(), text, readerOn(protocol.date))
      const { place, after } = whereTo(paper, places, 'decision')
      const next = updateHolder(asMeeting(protocol), place, (holder) => ({
        decisions: insertAt(holder.decisions, decision, after),
      }))
      return put(`decisions/${decision.uid}/text`, { agenda: next.agenda, decisions: next.decisions })
    }
    case 'due':
    case 'addressee':
      return toDecision(paper, assignment, line, places)
    default:
      return { paper, path: '' }
  }
}

/** A срок or an addressee goes to the decision before it. */
function toDecision(paper: Paper, what: 'due' | 'addressee', line: string, places: readonly Place[]): Assigned<Paper> {
  const uid = lastBefore(paper, places, (path) => /^decisions\/[^/]+\/text$/u.test(path))?.split('/')[1]
  if (uid === undefined) {
    throw new AppError(
      'invalid-input',
      'Выше этого места нет решения. Сначала сделайте решение, к которому это относится.',
    )
  }
  const meeting = asMeeting(paper.protocol)
  const place = placeOfLine(meeting, { kind: 'decision', uid }) ?? general
  const before = holderAt(meeting, place).decisions.find((one) => one.uid === uid)
  const addressee = newAddressee('group', line)
  const path =
    what === 'due'
      ? `decisions/${uid}/dues/${before?.dues.length ?? 0}`
      : `decisions/${uid}/addressees/${addressee.uid}`
  const next = updateDecision(meeting, uid, (decision) =>
    what === 'due'
      ? addDueApart(decision, line, readerOn(paper.protocol.date))
      : { ...decision, addressees: [...decision.addressees, addressee] },
  )
  const protocol = { ...paper.protocol, agenda: next.agenda, decisions: next.decisions }
  return { path, paper: withPlaces({ ...paper, protocol }, path, places) }
}

const DAY = /(?<!\d)\d{1,2}\s?(?:\.\s?\d{1,2}\s?\.|\s\p{L}+)\s?\d{2,4}(?!\d)/u
const TIME = /(?<![\d.])\d{1,2}\s?(?:[-:.]|ч\S*)\s?\d{2}(?![\d.])/u

/** All of the words, or the first of them that look so: a whole line is selected more easily than a part. */
function within<T>(line: string, looks: RegExp, read: (text: string) => T | null): T | null {
  return read(line) ?? read(looks.exec(line)?.[0] ?? '')
}

function found<T>(value: T | null, line: string, what: string): T {
  if (value !== null) return value
  throw new AppError('invalid-input', `«${line}» — не похоже на ${what}. Выделите точнее или впишите в поле справа.`)
}

function attendanceOf(line: string, { attendance }: ProtocolDraft): Partial<ProtocolDraft['attendance']> {
  const count = /\d+/u.exec(line)?.[0]
  const words = line
    .replace(/^.*?присутств\S*\s*[:–—-]?\s*/iu, '')
    .replace(/^\d+\s*(?:чел(?:овека|овек|\.)?)?\s*[,:(–—-]?\s*/iu, '')
    .trim()
  return { count: count === undefined ? attendance.count : Number(count), text: words === '' ? attendance.text : words }
}

/** The rules of agendas look at neither the series nor the day. */
function asMeeting(protocol: ProtocolDraft) {
  return { ...protocol, seriesId: protocol.seriesId ?? 0, date: protocol.date ?? '' }
}

/** The field of a kind that stands last before these places. */
function lastBefore(paper: Paper, places: readonly Place[], fits: (path: string) => boolean): string | undefined {
  return paper.marks
    .filter((mark) => fits(mark.path) && mark.places.length > 0 && comparePlaces(mark.places, places) < 0)
    .sort((a, b) => comparePlaces(a.places, b.places))
    .at(-1)?.path
}

/** Where a line of the minutes belongs by its place in the paper: with what stands before it there. */
function whereTo(
  paper: Paper,
  places: readonly Place[],
  kind: 'speech' | 'decision',
): { place: MeetingPlace; after: string | null } {
  const meeting = asMeeting(paper.protocol)
  const path = lastBefore(paper, places, (one) =>
    /^(?:speeches\/[^/]+|decisions\/[^/]+\/text|agenda\/[^/]+\/vote)$/u.test(one),
  )
  const [room = '', uid = ''] = path?.split('/') ?? []
  if (room === 'agenda') return { place: { at: 'item', uid }, after: lastOf(meeting, { at: 'item', uid }, kind) }
  const line = { kind: room === 'decisions' ? ('decision' as const) : ('speech' as const), uid }
  const place = placeOfLine(meeting, line)
  if (!place) {
    const first = meeting.decisions.length > 0 ? general : (placesOf(meeting)[0] ?? general)
    return { place: first, after: null }
  }
  return { place, after: line.kind === kind ? uid : kind === 'speech' ? lastOf(meeting, place, kind) : null }
}

function lastOf(
  meeting: ReturnType<typeof asMeeting>,
  place: MeetingPlace,
  kind: 'speech' | 'decision',
): string | null {
  const holder = holderAt(meeting, place)
  return (kind === 'speech' ? holder.speeches : holder.decisions).at(-1)?.uid ?? null
}

/** After the row named; first when none is. */
function insertAt<T extends { uid: string }>(rows: readonly T[], row: T, after: string | null): T[] {
  return after === null ? [row, ...rows] : insertAfter(rows, row, after)
}
