import { isDeepStrictEqual } from 'node:util'
import { newUid } from '@shared/contract/fields'
import {
  type Addressee,
  type Decision,
  type Due,
  type Meeting,
  type MeetingRecord,
  Meeting as MeetingSchema,
} from '@shared/contract/meetings'
import { formatDate } from '@shared/domain/dates'
import { parseDues } from '@shared/domain/due/parse'
import { normKey } from '@shared/domain/text/norm'
import { AppError } from '@shared/errors'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { decisionSource } from '../../lists/decisions'
import type { ListRecord } from '../../lists/record'
import { librarianByName, split } from '../../lists/references'
import { parseAs } from '../../validation'
import { readMeeting } from './read'
import { refuseSigned } from './remove'
import { writeMeeting } from './write'

/** A decision as typed into the register; marks of execution are its panel's. */
interface Draft {
  before: { record: MeetingRecord; decision: Decision } | null
  text?: string
  addressees?: string
  due?: string
  meeting?: string
  meetingDate?: string | null
}

const uidOf = (context: QueryContext, id: number): { uid: string; meetingId: number } => {
  const row = prepared<[number], { uid: string; meetingId: number }>(
    context.raw,
    'SELECT uid, meetingId FROM decision WHERE id = ?',
  ).get(id)
  if (!row) throw new AppError('not-found', `Решения с номером ${id} нет.`)
  return row
}

const decisionsOf = (meeting: Meeting): Decision[] => [
  ...meeting.agenda.flatMap((item) => item.decisions),
  ...meeting.decisions,
]

function withDecision(meeting: Meeting, uid: string, change: (decision: Decision) => Decision[]): Meeting {
  const changed = (all: readonly Decision[]): Decision[] =>
    all.flatMap((one) => (one.uid === uid ? change(one) : [one]))
  return {
    ...meeting,
    agenda: meeting.agenda.map((item) => ({ ...item, decisions: changed(item.decisions) })),
    decisions: changed(meeting.decisions),
  }
}

interface Named {
  id: number
  name: string
  number: string
  date: string
}

const titleOf = (one: { name: string; number: string }): string => `${one.name}, протокол № ${one.number}`

/** The protocol a cell names, «Заседания РМО, протокол № 2», of the day where it is given. @throws AppError `not-found` */
function meetingNamed({ raw }: QueryContext, text: string, date: string | null): number {
  const found = prepared<[], Named>(
    raw,
    `SELECT meeting.id, meetingSeries.name, number, date FROM meeting
     JOIN meetingSeries ON meetingSeries.id = seriesId ORDER BY date DESC`,
  )
    .all()
    .filter((one) => normKey(titleOf(one)) === normKey(text))
  const fitting = date === null ? found : found.filter((one) => one.date === date)
  const [only] = fitting
  if (only && fitting.length === 1) return only.id
  const days = found.slice(0, 4).map((one) => formatDate(one.date, 'digits'))
  throw new AppError(
    'not-found',
    found.length === 0
      ? `Протокол: «${text}» нет. Впишите как в списке решений: «Заседания РМО, протокол № 2», или сначала создайте заседание.`
      : `Протокол: «${text}» есть от ${days.join(', ')}. Впишите дату заседания — одну из этих.`,
    'meeting',
  )
}

const joined = (parts: readonly { text: string }[]): string => parts.map((one) => one.text).join(', ')

/** Whom the words name: a school by its short name, a person of the bank, else a group. */
function addresseeOf(context: QueryContext, text: string): Addressee {
  const uid = newUid()
  const school = prepared<[string], { id: number }>(context.raw, 'SELECT id FROM school WHERE nameKey = ?').get(
    normKey(text),
  )
  if (school) return { uid, kind: 'school', text, librarianId: null, schoolId: school.id }
  try {
    return { uid, kind: 'person', text, librarianId: librarianByName(context, text), schoolId: null }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { uid, kind: 'group', text, librarianId: null, schoolId: null }
  }
}

function addresseesOf(context: QueryContext, before: readonly Addressee[], text: string): Addressee[] {
  if (text === joined(before)) return [...before]
  return split(text, /[,;\n]/u).map((part) => before.find((one) => one.text === part) ?? addresseeOf(context, part))
}

/** Dues of a cell stand apart from the text; those inside it are found again where they now are. */
function duesOf(before: Decision | null, text: string, due: string | undefined, date: string): Due[] {
  if (due !== undefined && due !== joined(before?.dues ?? [])) {
    return parseDues(due, { date, mode: 'field' }).map((one) => ({ ...one, range: null }))
  }
  if (due === undefined && before === null) return parseDues(text, { date })
  return (before?.dues ?? []).map((one) => {
    if (one.range === null || text === before?.text) return one
    const at = text.indexOf(one.text)
    return { ...one, range: at < 0 ? null : [at, at + one.text.length] }
  })
}

/** The meeting with the decision in it, or null when the cells change nothing. @throws AppError as the editor */
async function settled(
  context: QueryContext,
  draft: Draft,
): Promise<{ record: MeetingRecord; meeting: Meeting; uid: string } | null> {
  const { before } = draft
  const record =
    before?.record ??
    (await readMeeting(context.trx, meetingNamed(context, draft.meeting ?? '', draft.meetingDate ?? null)))
  const { series, meeting } = record
  if (before) refuseMoved(draft, { name: series.name, number: meeting.number }, meeting.date)
  const text = draft.text ?? before?.decision.text ?? ''
  if (text.trim() === '') throw new AppError('invalid-input', 'Решение: не заполнено. Впишите текст решения.', 'text')
  const decision: Decision = {
    uid: before?.decision.uid ?? newUid(),
    text,
    addressees: addresseesOf(
      context,
      before?.decision.addressees ?? [],
      draft.addressees ?? joined(before?.decision.addressees ?? []),
    ),
    dues: duesOf(before?.decision ?? null, text, draft.due, meeting.date),
    carriedFrom: before?.decision.carriedFrom ?? null,
  }
  if (before && isDeepStrictEqual(decision, before.decision)) return null
  refuseSigned(record)
  const next = before
    ? withDecision(meeting, decision.uid, () => [decision])
    : { ...meeting, decisions: [...meeting.decisions, decision] }
  return { record, meeting: parseAs(MeetingSchema, next, 'Протокол'), uid: decision.uid }
}

function refuseMoved(draft: Draft, own: { name: string; number: string }, date: string): void {
  const isMoved = draft.meeting !== undefined && normKey(draft.meeting) !== normKey(titleOf(own))
  if (!isMoved && (draft.meetingDate === undefined || draft.meetingDate === date)) return
  throw new AppError(
    'invalid-input',
    'Протокол: решение остаётся в своём протоколе. Удалите его здесь и впишите новой строкой в другой.',
    isMoved ? 'meeting' : 'meetingDate',
  )
}

const words = (value: unknown): string =>
  String(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim()

/** A decision typed into the register; a new one stands at the end of a draft. */
export const decisionRecord: ListRecord<Draft> = {
  source: decisionSource,
  blank: () => ({ before: null }),
  async read(context, id) {
    const { uid, meetingId } = uidOf(context, id)
    const record = await readMeeting(context.trx, meetingId)
    const decision = decisionsOf(record.meeting).find((one) => one.uid === uid)
    if (!decision) throw new Error(`Decision ${id} is not in its meeting`)
    return { before: { record, decision } }
  },
  set: {
    text: (draft, value) => ({ ...draft, text: String(value ?? '') }),
    addressees: (draft, value) => ({ ...draft, addressees: words(value) }),
    due: (draft, value) => ({ ...draft, due: words(value) }),
    meeting: (draft, value) => ({ ...draft, meeting: words(value) }),
    meetingDate: (draft, value) => ({ ...draft, meetingDate: value as string | null }),
  },
  async check(context, _id, draft) {
    await settled(context, draft)
  },
  async save(context, id, draft) {
    const next = await settled(context, draft)
    if (next === null) return id ?? 0
    writeMeeting(context, next.record.id, null, next.meeting)
    if (id !== null) return id
    const row = prepared<[string], { id: number }>(context.raw, 'SELECT id FROM decision WHERE uid = ?').get(next.uid)
    if (!row) throw new Error('The decision was not written')
    return row.id
  },
  async remove(context, id) {
    const { uid, meetingId } = uidOf(context, id)
    const record = await readMeeting(context.trx, meetingId)
    refuseSigned(record)
    writeMeeting(
      context,
      meetingId,
      null,
      withDecision(record.meeting, uid, () => []),
    )
  },
}
