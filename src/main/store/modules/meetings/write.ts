import type { SavedRecord } from '@shared/contract/core'
import type { Decision, Meeting, Speech } from '@shared/contract/meetings'
import { schoolYearOf } from '@shared/domain/school-year'
import { AppError } from '@shared/errors'
import type { CommandContext, QueryContext } from '../../context'
import { bumpRevision, saveRoot, syncRows } from '../../database/aggregate'
import { derive } from '../../database/derived'

/** What the protocol is called in history and messages: «№ 2 от 14.11.2026». */
export function meetingTitle(meeting: Pick<Meeting, 'number' | 'date'>): string {
  const [year, month, day] = meeting.date.split('-')
  return `${meeting.number === '' ? 'без номера' : `№ ${meeting.number}`} от ${day}.${month}.${year}`
}

/** Writes a meeting and all its rows; only what differs reaches the journal. */
export function writeMeeting(
  context: CommandContext,
  id: number | null,
  revision: number | null,
  meeting: Meeting,
): SavedRecord {
  const { raw } = context
  const schoolYear = schoolYearOf(meeting.date)
  refuseImpossible(context, id, meeting)
  const counted = countPresent(meeting)
  const row = derive('meeting', {
    seriesId: meeting.seriesId,
    schoolYear,
    number: meeting.number,
    date: meeting.date,
    time: meeting.time,
    place: meeting.place,
    format: meeting.format,
    theme: meeting.theme,
    layout: meeting.layout,
    decisionLabel: meeting.decisionLabel,
    secretaryId: meeting.secretary?.librarianId ?? null,
    secretaryName: meeting.secretary?.name ?? null,
    secretaryPosition: meeting.secretary?.position ?? '',
    attendanceMode: meeting.attendance.mode,
    attendanceCount: counted,
    attendanceText: meeting.attendance.text,
    note: meeting.note,
    ...(id === null ? { state: 'draft', signedOn: null } : {}),
  })
  const saved = saveRoot(raw, 'meeting', id, revision, row)
  writeParts(context, saved.id, meeting)
  return bumpRevision(raw, 'meeting', 'meeting', saved, id === null)
}

/** People present: from the roster, or as typed; null when unknown. */
export function countPresent(meeting: Meeting): number | null {
  if (meeting.attendance.mode === 'count') return meeting.attendance.count
  return meeting.attendance.roster.filter((entry) => entry.state === 'present').length
}

function writeParts(context: CommandContext, meetingId: number, meeting: Meeting): void {
  const { raw } = context
  const parent = { column: 'meetingId', id: meetingId }
  syncRows(raw, 'meetingPerson', parent, [
    ...meeting.chairs.map((one) => ({ ...one, role: 'chair' })),
    ...meeting.invited.map((one) => ({ ...one, role: 'invited' })),
  ])
  syncRows(
    raw,
    'attendance',
    parent,
    meeting.attendance.roster.map(({ person, ...entry }) => ({ ...entry, ...person })),
  )
  syncRows(
    raw,
    'agendaItem',
    parent,
    meeting.agenda.map(({ uid, title, vote }) => ({
      uid,
      title,
      voteFor: vote.for,
      voteAgainst: vote.against,
      voteAbstained: vote.abstained,
      unanimous: vote.unanimous,
    })),
  )
  syncRows(
    raw,
    'agendaSpeaker',
    parent,
    meeting.agenda.flatMap((item) => item.speakers.map((speaker) => ({ ...speaker, itemUid: item.uid }))),
  )
  const speech = (itemUid: string | null) => (one: Speech) => ({
    uid: one.uid,
    kind: one.kind,
    text: one.text,
    ...one.speaker,
    itemUid,
  })
  syncRows(raw, 'speech', parent, [
    ...meeting.agenda.flatMap((item) => item.speeches.map(speech(item.uid))),
    ...meeting.speeches.map(speech(null)),
  ])
  writeDecisions(context, parent, meeting)
}

function writeDecisions(context: CommandContext, parent: { column: string; id: number }, meeting: Meeting): void {
  const { raw } = context
  const all: { itemUid: string | null; decision: Decision }[] = [
    ...meeting.agenda.flatMap((item) => item.decisions.map((decision) => ({ itemUid: item.uid, decision }))),
    ...meeting.decisions.map((decision) => ({ itemUid: null, decision })),
  ]
  // Marks of execution belong to decisions; they go with the ones that go.
  const kept = new Set(all.map((one) => one.decision.uid))
  const marks = raw
    .prepare<[number], { uid: string; decisionUid: string }>(
      'SELECT uid, decisionUid FROM execution WHERE meetingId = ?',
    )
    .all(parent.id)
  for (const mark of marks) {
    if (!kept.has(mark.decisionUid)) raw.prepare('DELETE FROM execution WHERE uid = ?').run(mark.uid)
  }
  syncRows(
    raw,
    'decision',
    parent,
    all.map(({ itemUid, decision }) =>
      derive('decision', { uid: decision.uid, itemUid, text: decision.text, carriedFrom: decision.carriedFrom }),
    ),
  )
  syncRows(
    raw,
    'decisionAddressee',
    parent,
    all.flatMap(({ decision }) =>
      decision.addressees.map((addressee) => ({ ...addressee, decisionUid: decision.uid })),
    ),
  )
  syncRows(
    raw,
    'decisionDue',
    parent,
    all.flatMap(({ decision }) =>
      decision.dues.map((due, index) => ({
        uid: `${decision.uid}.${index}`,
        decisionUid: decision.uid,
        text: due.text,
        rangeStart: due.range?.[0] ?? null,
        rangeEnd: due.range?.[1] ?? null,
        from: due.from,
        to: due.to,
        recurrence: due.recurrence,
      })),
    ),
  )
}

/** What no paper can bear; all else is a warning beside its place. */
export function refuseImpossible(context: QueryContext, id: number | null, meeting: Meeting): void {
  const { raw } = context
  const schoolYear = schoolYearOf(meeting.date)
  if (!raw.prepare('SELECT 1 FROM meetingSeries WHERE id = ?').get(meeting.seriesId)) {
    throw new AppError('not-found', 'Ряд заседаний: такого нет. Выберите, чьё это заседание.', 'meeting.seriesId')
  }
  if (meeting.number !== '') {
    const twin = raw
      .prepare<[number, string, string, number], { date: string }>(
        'SELECT date FROM meeting WHERE seriesId = ? AND schoolYear = ? AND number = ? AND id <> ?',
      )
      .get(meeting.seriesId, schoolYear, meeting.number, id ?? 0)
    if (twin) {
      throw new AppError(
        'duplicate',
        `Номер: протокол ${meetingTitle({ number: meeting.number, date: twin.date })} в этом учебном году уже есть. Поставьте другой номер.`,
        'meeting.number',
      )
    }
  }
  const present = countPresent(meeting)
  for (const [index, item] of meeting.agenda.entries()) {
    const cast = (item.vote.for ?? 0) + (item.vote.against ?? 0) + (item.vote.abstained ?? 0)
    if (present !== null && cast > present) {
      throw new AppError(
        'invalid-input',
        `Вопрос ${index + 1}, голосование: голосов ${cast}, а присутствовали ${present}. Исправьте голоса или число присутствующих.`,
        `meeting.agenda.${index}.vote`,
      )
    }
  }
}
