import type { AttendanceEntry, MeetingRecord } from '../contract/meetings'
import { attendanceStates } from '../contract/meetings'
import { cell, line, row, signed } from './block-makers'
import { type Block, type Cell, columnsOf, type Paper, type Row, type Table } from './model'
import { attendanceOf, awayInAnnex } from './protocol/attendance'
import {
  dateOf,
  heading,
  type MeetingPaperContext,
  meetingPaper,
  pageOf,
  protocolTitle,
  subheading,
  theme,
} from './protocol/context'
import { chairSignatures, presiding, secretarySignature } from './protocol/people'

/** Список присутствующих (FORMS §2): №, ФИО, должность, школа, подпись. Alone, or as the annex of a protocol. */

/** Lines to sign on when nobody is listed and nobody counted. */
const EMPTY_ROWS = 25
const PRESENT = { shares: [10, 52, 46, 44, 28], last: 'Подпись' } as const
const AWAY = { shares: [10, 49, 43, 42, 36], last: 'Причина' } as const
/** Room to sign in. */
const ROW_MM = 8

export function buildAttendanceSheet(record: MeetingRecord, context: MeetingPaperContext): Paper {
  const signatures = secretarySignature(record, 'name-only')
  const blocks = signed(
    [...sheetBlocks(record, context), ...awayBlocks(record, context)],
    signatures.length > 0 ? signatures : chairSignatures(record.meeting.chairs, presiding),
  )
  return meetingPaper(record, context, protocolTitle(record, 'Список присутствующих. Протокол'), { blocks, lists: [] })
}

/** The sheet as the last page of a protocol, with those away where the protocol itself only counts them. */
export function attendanceAnnex(record: MeetingRecord, context: MeetingPaperContext): Block[] {
  const attendance = attendanceOf(record, context.profile)
  const away = awayInAnnex(attendance, context.profile.papers.rosterAnnexOver) ? awayBlocks(record, context) : []
  return attendance.annex ? [{ kind: 'page-break' }, ...sheetBlocks(record, context), ...away] : []
}

function sheetBlocks(record: MeetingRecord, context: MeetingPaperContext): Block[] {
  const { roster, count } = record.meeting.attendance
  const present = roster.filter((entry) => entry.state === 'present')
  const listed = roster.length > 0 ? present.map(entryRow) : emptyRows(count ?? EMPTY_ROWS)
  const occasion = theme(record)
  return [
    line('corner', 'Приложение'),
    line('corner', `к ${heading('протоколу', record)} от ${dateOf(record, context.profile)}`),
    { kind: 'spacer', heightPt: 14 },
    line('title', 'СПИСОК ПРИСУТСТВУЮЩИХ'),
    line('subtitle', onOccasion(subheading(record))),
    ...(occasion === '' ? [] : [line('subtitle', occasion)]),
    { kind: 'spacer', heightPt: 10 },
    ...(listed.length > 0 ? [sheetTable(context, listed, PRESENT)] : []),
  ]
}

/** «заседания районного МО» → «на заседании районного МО»; a heading that begins otherwise stays as it is. */
function onOccasion(text: string): string {
  const forms: [RegExp, string][] = [
    [/^заседания(?!\p{L})/iu, 'на заседании'],
    [/^совещания(?!\p{L})/iu, 'на совещании'],
    [/^собрания(?!\p{L})/iu, 'на собрании'],
    [/^семинара(?!\p{L})/iu, 'на семинаре'],
    [/^конференции(?!\p{L})/iu, 'на конференции'],
  ]
  const found = forms.find(([pattern]) => pattern.test(text.trim()))
  return found === undefined ? text : text.trim().replace(found[0], found[1])
}

function sheetTable(context: MeetingPaperContext, rows: Row[], { shares, last }: typeof PRESENT | typeof AWAY): Table {
  const heads = ['№ п/п', 'Фамилия, имя, отчество', 'Должность', 'Школа', last]
  return {
    kind: 'table',
    columnsDxa: columnsOf(pageOf(context.profile), shares),
    headRows: [row(heads.map((text) => cell('cell-head', [text])))],
    rows,
    borders: 'all',
  }
}

function entryRow(entry: AttendanceEntry, index: number): Row {
  return personRow(entry, index, entry.note.trim() === '' ? [] : [`(${entry.note})`], '')
}

function personRow(entry: AttendanceEntry, index: number, remark: string[], last: string): Row {
  return signingRow([
    number(index),
    cell('cell', [entry.person.name, ...remark]),
    cell('cell', [entry.person.position]),
    cell('cell', [entry.school]),
    cell('cell', [last]),
  ])
}

function emptyRows(count: number): Row[] {
  const rows = Math.min(Math.max(count, 1), 300)
  return Array.from({ length: rows }, (_, index) =>
    signingRow([number(index), ...['', '', '', ''].map((text) => cell('cell', [text]))]),
  )
}

function signingRow(cells: Cell[]): Row {
  return { cells, heightMm: ROW_MM }
}

function number(index: number): Cell {
  const made = cell('cell', [`${index + 1}.`])
  return { ...made, blocks: made.blocks.map((block) => ({ ...block, align: 'center' as const })) }
}

function awayBlocks(record: MeetingRecord, context: MeetingPaperContext): Block[] {
  const away = record.meeting.attendance.roster.filter((entry) => entry.state !== 'present')
  if (away.length === 0) return []
  const rows = away.map((entry, index) =>
    personRow(entry, index, [], [attendanceStates[entry.state], entry.note.trim()].filter(Boolean).join(': ')),
  )
  return [line('section', 'Отсутствовали'), sheetTable(context, rows, AWAY)]
}
