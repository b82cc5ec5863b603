import { isDeepStrictEqual } from 'node:util'
import { blankMeeting } from '@shared/contract/blank'
import { type Meeting, type MeetingRecord, Meeting as MeetingSchema } from '@shared/contract/meetings'
import { parseTime } from '@shared/domain/dates'
import { nextNumber } from '@shared/domain/numbering'
import { schoolYearOf } from '@shared/domain/school-year'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import type { ListRecord, Setter } from '../../lists/record'
import { parseAs } from '../../validation'
import { meetingSource } from './list'
import { readMeeting } from './read'
import { refuseSigned, removeMeeting } from './remove'
import { meetingTitle, refuseImpossible, writeMeeting } from './write'

/** The heading of a protocol as typed into the list; what was said and decided is its editor's. */
interface Draft {
  before: MeetingRecord | null
  typed: Partial<Pick<Meeting, 'number' | 'date' | 'time' | 'theme' | 'place' | 'format'>>
  /** Words that name the series, and its association where several have one called so. */
  series?: string
  association?: string
}

type Header = keyof Draft['typed']

const own =
  (name: Header): Setter<Draft> =>
  (draft, value) => ({ ...draft, typed: { ...draft.typed, [name]: value } })

const line = (value: unknown): string =>
  String(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim()

const time: Setter<Draft> = (draft, value) => {
  const text = line(value)
  const read = text === '' ? null : parseTime(text)
  if (text !== '' && read === null) {
    throw new AppError('invalid-input', `Время: «${text}» — нужно время, например 14:30.`)
  }
  return { ...draft, typed: { ...draft.typed, time: read } }
}

interface Series {
  id: number
  name: string
  association: string
  place: string
  layout: Meeting['layout']
}

/** @throws AppError `not-found` */
function seriesOf({ raw }: QueryContext, { before, series, association }: Draft): Series {
  const all = prepared<[], Series>(
    raw,
    `SELECT meetingSeries.id, meetingSeries.name, association.shortName AS association, place, layout
     FROM meetingSeries JOIN association ON association.id = associationId ORDER BY association.sortKey, meetingSeries.ord`,
  ).all()
  const now = all.find((one) => one.id === before?.meeting.seriesId)
  const key = normKey(series ?? now?.name ?? '')
  const named = all.filter((one) => normKey(one.name) === key)
  const holder = association ?? now?.association
  const fitting = holder === undefined ? named : named.filter((one) => normKey(one.association) === normKey(holder))
  const [only] = association === undefined && fitting.length === 0 ? named : fitting
  const count = association === undefined && fitting.length === 0 ? named.length : fitting.length
  if (only && count === 1) return only
  const name = series ?? now?.name ?? ''
  if (named.length === 0) {
    const known = [...new Set(all.map((one) => `«${one.name}»`))].join(', ')
    throw new AppError('not-found', `Заседание: ряда «${name}» нет. Есть: ${known}.`, 'series')
  }
  const holders = named.map((one) => `«${one.association}»`).join(', ')
  throw new AppError('not-found', `Объединение: ряд «${name}» есть у ${holders}. Впишите одно из них.`, 'association')
}

function freshMeeting(context: QueryContext, { id, layout, place }: Series, date: string): Meeting {
  const numbers = prepared<[number, string], { number: string }>(
    context.raw,
    'SELECT number FROM meeting WHERE seriesId = ? AND schoolYear = ?',
  ).all(id, schoolYearOf(date))
  return { ...blankMeeting(id, date), number: nextNumber(numbers.map((row) => row.number)), place, layout }
}

/** The whole meeting, or null when the cells change nothing of it. @throws AppError as the editor */
function settled(context: QueryContext, id: number | null, draft: Draft): Meeting | null {
  const series = seriesOf(context, draft)
  const date = draft.typed.date ?? draft.before?.meeting.date
  if (date === undefined || draft.typed.date === null) {
    throw new AppError('invalid-input', 'Дата: не заполнено. Впишите день заседания.', 'date')
  }
  const start = draft.before?.meeting ?? freshMeeting(context, series, parseAs(MeetingSchema.shape.date, date, 'Дата'))
  const meeting = parseAs(MeetingSchema, { ...start, ...draft.typed, seriesId: series.id }, 'Заседание')
  if (draft.before) {
    if (isDeepStrictEqual(meeting, draft.before.meeting)) return null
    refuseSigned(draft.before)
  }
  refuseImpossible(context, id, meeting)
  return meeting
}

/** A meeting typed into the list: a new one is an empty draft of its series. */
export const meetingRecord: ListRecord<Draft> = {
  source: meetingSource,
  blank: () => ({ before: null, typed: {} }),
  read: async ({ trx }, id) => ({ before: await readMeeting(trx, id), typed: {} }),
  set: {
    number: own('number'),
    date: own('date'),
    time,
    series: (draft, value) => ({ ...draft, series: line(value) }),
    association: (draft, value) => ({ ...draft, association: line(value) }),
    theme: own('theme'),
    place: own('place'),
    format: (draft, value, context) => own('format')(draft, value ?? 'none', context),
  },
  check(context, id, draft) {
    settled(context, id, draft)
  },
  save(context, id, draft) {
    const meeting = settled(context, id, draft)
    if (meeting === null) return id ?? 0
    context.describe(meetingTitle(meeting))
    return writeMeeting(context, id, null, meeting).id
  },
  remove: (context, id) => removeMeeting(context, id),
  columnOf: (path) => (path.endsWith('seriesId') ? 'series' : null),
}
