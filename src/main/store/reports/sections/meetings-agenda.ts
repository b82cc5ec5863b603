import type { ReportPart, ReportTableRow, Said } from '@shared/contract/report-content'
import { formatDate } from '@shared/domain/dates'
import { yearAfterIn } from '@shared/papers/report/words'
import { prepared } from '../../database/prepared'
import { FigureSet } from '../figure-set'
import { center, groupRow, left, row, tablePart } from '../parts'
import type { ReportReader } from '../reader'

/** What was on the agendas of the year and what was decided on it, meeting by meeting. It counts nothing: only tells. */

type Rows = readonly Readonly<Record<string, unknown>>[]

interface Item {
  meetingId: number
  uid: string
  title: string
  speakers: string
}
interface Decided {
  meetingId: number
  itemUid: string | null
  text: string
}

/** A year with more questions than these is told by its figures. */
const MOST_ITEMS = 150

export function agendaTable(reader: ReportReader, meetings: Rows): ReportPart[] {
  const { raw } = reader.context
  const ids = JSON.stringify(meetings.map((one) => one.id))
  const items = prepared<[string], Item>(
    raw,
    `SELECT agendaItem.meetingId, uid, title, coalesce((SELECT group_concat(name, ', ' ORDER BY ord) FROM agendaSpeaker
       WHERE itemUid = agendaItem.uid AND agendaSpeaker.meetingId = agendaItem.meetingId), '') AS speakers
     FROM agendaItem WHERE meetingId IN (SELECT value FROM json_each(?)) ORDER BY meetingId, ord`,
  ).all(ids)
  if (items.length === 0 || items.length > MOST_ITEMS) return []
  const decided = prepared<[string], Decided>(
    raw,
    'SELECT meetingId, itemUid, text FROM decision WHERE meetingId IN (SELECT value FROM json_each(?)) ORDER BY meetingId, ord',
  ).all(ids)
  return tablePart(
    'agenda',
    `Вопросы, рассмотренные на заседаниях в ${yearAfterIn(reader.schoolYear)}`,
    new FigureSet(),
    [center('№', 6), left('Вопрос повестки дня', 34), left('Докладчик', 20), left('Решение', 40)],
    meetings.flatMap((meeting) => {
      const own = items.filter((one) => one.meetingId === meeting.id)
      const decisions = decided.filter((one) => one.meetingId === meeting.id)
      return own.length === 0 ? [] : [heading(meeting), ...itemRows(Number(meeting.id), own, decisions)]
    }),
  )
}

function heading(meeting: Rows[number]): ReportTableRow {
  const number = meeting.number === '' ? '' : ` № ${meeting.number}`
  const theme = meeting.theme === '' ? '' : `. ${meeting.theme}`
  const text = `${meeting.series}${number} от ${formatDate(String(meeting.date), 'digits')}${theme}`
  return groupRow({ text, opens: { record: 'meeting', id: Number(meeting.id) } })
}

/** Decisions tied to no item stand in a row of their own after the items. */
function itemRows(meetingId: number, items: readonly Item[], decisions: readonly Decided[]): ReportTableRow[] {
  const said = (text: string): Said => ({ text: text === '' ? '—' : text, opens: { record: 'meeting', id: meetingId } })
  const texts = (of: readonly Decided[]): string => of.map(({ text }) => text.trim()).join('\n')
  const loose = decisions.filter((one) => !items.some((item) => item.uid === one.itemUid))
  return [
    ...items.map(({ uid, title, speakers }, index) =>
      row(String(index + 1), said(title), said(speakers), said(texts(decisions.filter((one) => one.itemUid === uid)))),
    ),
    ...(loose.length === 0 ? [] : [row('', said('По итогам заседания'), said(''), said(texts(loose)))]),
  ]
}
