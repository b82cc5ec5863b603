import type {
  AgendaItem,
  AttendanceEntry,
  Decision,
  Due,
  Meeting,
  MeetingRecord,
  Speech,
} from '@shared/contract/meetings'
import { AppError } from '@shared/errors'
import type { Kysely } from 'kysely'
import type { Database } from '../../database/schema'

/** A meeting with everything said and decided at it. @throws AppError `not-found` */
export async function readMeeting(trx: Kysely<Database>, id: number): Promise<MeetingRecord> {
  const row = await trx
    .selectFrom('meeting')
    .innerJoin('meetingSeries', 'meetingSeries.id', 'meeting.seriesId')
    .innerJoin('association', 'association.id', 'meetingSeries.associationId')
    .selectAll('meeting')
    .select([
      'meetingSeries.name as seriesName',
      'meetingSeries.heading as heading',
      'meetingSeries.decisionLabel as seriesLabel',
      'association.shortName as association',
    ])
    .where('meeting.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', `Заседания с номером ${id} нет.`)
  const parts = await readParts(trx, id)
  const persons = await trx.selectFrom('meetingPerson').selectAll().where('meetingId', '=', id).orderBy('ord').execute()
  const personsOf = (role: string) =>
    persons
      .filter((one) => one.role === role)
      .map(({ uid, librarianId, name, position }) => ({ uid, librarianId, name, position }))
  const roster = await trx.selectFrom('attendance').selectAll().where('meetingId', '=', id).orderBy('ord').execute()
  const corrections = await trx.selectFrom('correction').selectAll().where('meetingId', '=', id).orderBy('id').execute()
  const meeting: Meeting = {
    seriesId: row.seriesId,
    number: row.number,
    date: row.date,
    time: row.time,
    place: row.place,
    format: row.format as Meeting['format'],
    theme: row.theme,
    layout: row.layout as Meeting['layout'],
    decisionLabel: row.decisionLabel,
    chairs: personsOf('chair'),
    secretary:
      row.secretaryName === null
        ? null
        : { librarianId: row.secretaryId, name: row.secretaryName, position: row.secretaryPosition },
    invited: personsOf('invited'),
    attendance: {
      mode: row.attendanceMode as Meeting['attendance']['mode'],
      count: row.attendanceCount,
      text: row.attendanceText,
      roster: roster.map(
        (entry): AttendanceEntry => ({
          uid: entry.uid,
          person: { librarianId: entry.librarianId, name: entry.name, position: entry.position },
          schoolId: entry.schoolId,
          school: entry.school,
          state: entry.state as AttendanceEntry['state'],
          note: entry.note,
        }),
      ),
    },
    ...parts,
    note: row.note,
  }
  return {
    id,
    revision: row.revision,
    meeting,
    state: row.state as MeetingRecord['state'],
    signedOn: row.signedOn,
    schoolYear: row.schoolYear,
    corrections: corrections.map((one) => ({
      ...one,
      changes: JSON.parse(one.changes) as MeetingRecord['corrections'][number]['changes'],
    })),
    series: {
      id: row.seriesId,
      name: row.seriesName,
      heading: row.heading,
      decisionLabel: row.seriesLabel,
      association: row.association,
    },
  }
}

async function readParts(
  trx: Kysely<Database>,
  id: number,
): Promise<Pick<Meeting, 'agenda' | 'speeches' | 'decisions'>> {
  const items = await trx.selectFrom('agendaItem').selectAll().where('meetingId', '=', id).orderBy('ord').execute()
  const speakers = await trx
    .selectFrom('agendaSpeaker')
    .selectAll()
    .where('meetingId', '=', id)
    .orderBy('ord')
    .execute()
  const speeches = await trx.selectFrom('speech').selectAll().where('meetingId', '=', id).orderBy('ord').execute()
  const decisions = await readDecisions(trx, id)
  const speechesOf = (itemUid: string | null): Speech[] =>
    speeches
      .filter((speech) => speech.itemUid === itemUid)
      .map(({ uid, kind, librarianId, name, position, text }) => ({
        uid,
        kind: kind as Speech['kind'],
        speaker: { librarianId, name, position },
        text,
      }))
  const decisionsOf = (itemUid: string | null): Decision[] =>
    decisions.filter((one) => one.itemUid === itemUid).map((one) => one.decision)
  const agenda = items.map(
    (item): AgendaItem => ({
      uid: item.uid,
      title: item.title,
      speakers: speakers
        .filter((speaker) => speaker.itemUid === item.uid)
        .map(({ uid, librarianId, name, position }) => ({ uid, librarianId, name, position })),
      speeches: speechesOf(item.uid),
      vote: {
        for: item.voteFor,
        against: item.voteAgainst,
        abstained: item.voteAbstained,
        unanimous: item.unanimous === 1,
      },
      decisions: decisionsOf(item.uid),
    }),
  )
  return { agenda, speeches: speechesOf(null), decisions: decisionsOf(null) }
}

/** Decisions of a meeting in their order, with the row's number and item. */
export async function readDecisions(
  trx: Kysely<Database>,
  meetingId: number,
): Promise<{ id: number; itemUid: string | null; decision: Decision }[]> {
  const rows = await trx.selectFrom('decision').selectAll().where('meetingId', '=', meetingId).orderBy('ord').execute()
  const addressees = await trx
    .selectFrom('decisionAddressee')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('ord')
    .execute()
  const dues = await trx
    .selectFrom('decisionDue')
    .selectAll()
    .where('meetingId', '=', meetingId)
    .orderBy('ord')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    itemUid: row.itemUid,
    decision: {
      uid: row.uid,
      text: row.text,
      carriedFrom: row.carriedFrom,
      addressees: addressees
        .filter((one) => one.decisionUid === row.uid)
        .map(({ uid, kind, text, librarianId, schoolId }) => ({
          uid,
          kind: kind as Decision['addressees'][number]['kind'],
          text,
          librarianId,
          schoolId,
        })),
      dues: dues
        .filter((one) => one.decisionUid === row.uid)
        .map(
          (due): Due => ({
            text: due.text,
            range: due.rangeStart === null || due.rangeEnd === null ? null : [due.rangeStart, due.rangeEnd],
            from: due.from,
            to: due.to,
            recurrence: due.recurrence as Due['recurrence'],
          }),
        ),
    },
  }))
}
