import type { Profile } from '../../contract/app'
import type { AttendanceEntry, MeetingRecord } from '../../contract/meetings'
import { plural } from '../../domain/text/plural'
import { attribute } from '../block-makers'
import type { Block } from '../model'
import { personText } from './people'

/** Who was there: by head-count with a description, or by roster — named in the paper, or in its annex when many. */

export interface Attendance {
  /** Null: nobody has counted. */
  count: number | null
  /** «педагоги-библиотекари, руководители ИБЦ». */
  text: string
  present: AttendanceEntry[]
  away: AttendanceEntry[]
  /** The roster is printed on a sheet of its own: «список прилагается». */
  annex: boolean
}

export function attendanceOf(record: MeetingRecord, profile: Profile): Attendance {
  const { mode, count, text, roster } = record.meeting.attendance
  if (mode === 'count') return { count, text: text.trim(), present: [], away: [], annex: false }
  const present = roster.filter((entry) => entry.state === 'present')
  const away = roster.filter((entry) => entry.state !== 'present')
  const annex = present.length > profile.papers.rosterAnnexOver
  return { count: roster.length === 0 ? count : present.length, text: text.trim(), present, away, annex }
}

/** «29 человек», «21 человек (педагоги-библиотекари, руководители ИБЦ)», «29 педагогов-библиотекарей района». */
export function headCount({ count, text }: Pick<Attendance, 'count' | 'text'>): string {
  if (count === null) return text
  if (text === '') return people(count)
  if (new RegExp(`^${count}(?!\\d)`, 'u').test(text)) return text
  return countsOn(text) ? `${count} ${text}` : `${people(count)} (${text})`
}

export function people(count: number): string {
  return `${count} ${plural(count, ['человек', 'человека', 'человек'])}`
}

/** Whether the text goes on after a number: «педагогов-библиотекарей района», «чел. (…)», «человек, из них…». */
function countsOn(text: string): boolean {
  const first = /^[\p{L}-]+/u.exec(text.toLowerCase())?.[0] ?? ''
  if (/^чел(?:овека?)?$/u.test(first)) return true
  return /(?:ов|ев|ёв|ей|ий|их|ых|ниц|рей)$/u.test(first)
}

/** «Иванова А.А., педагог-библиотекарь, МБОУ СОШ № 3 (курсы)». */
function entryText(entry: AttendanceEntry, remark: string): string {
  const about = [personText(entry.person), entry.school.trim()].filter((part) => part !== '').join(', ')
  const remarks = [remark, entry.note.trim()].filter((part) => part !== '').join(': ')
  return remarks === '' ? about : `${about} (${remarks})`
}

function entriesText(entries: readonly AttendanceEntry[]): string {
  return entries.map((entry) => entryText(entry, entry.state === 'excused' ? 'по уважительной причине' : '')).join('; ')
}

/** «29 человек (список прилагается)»; no second pair of brackets after a first. */
function listEnclosed(text: string): string {
  return text.endsWith(')') ? `${text}, список прилагается` : `${text} (список прилагается)`
}

/** Head-count and names in one line, as the full and the short protocol say it. */
export function presentLines(attendance: Attendance): Block[] {
  const counted = headCount(attendance)
  if (attendance.annex) return attribute('Присутствовали', listEnclosed(counted))
  if (attendance.present.length === 0) return attribute('Присутствовали', counted)
  return attribute('Присутствовали', `${counted}: ${entriesText(attendance.present)}`)
}

/** Head-count and names apart, as the programme says it: «Присутствовало: 17 человек», «Участники: …». */
export function participantLines(attendance: Attendance): Block[] {
  const { count, text, present, annex } = attendance
  const who = annex ? 'список прилагается' : entriesText(present)
  const participants = [text, who].filter((part) => part !== '')
  return [
    ...attribute('Присутствовало', count === null ? '' : people(count)),
    ...attribute('Участники', annex && text !== '' ? listEnclosed(text) : participants.join(': ')),
  ]
}

export function awayInAnnex({ away, annex }: Attendance, limit: number): boolean {
  return annex && away.length > limit
}

/** Those away are named beside the present, or in the annex with them. */
export function awayLines(attendance: Attendance, limit: number): Block[] {
  const { away } = attendance
  if (away.length === 0) return []
  if (awayInAnnex(attendance, limit)) return attribute('Отсутствовали', people(away.length))
  return attribute('Отсутствовали', `${people(away.length)}: ${entriesText(away)}`)
}
