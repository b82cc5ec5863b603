import { parseDues } from '@shared/domain/due/parse'
import { schoolYearOf } from '@shared/domain/school-year'
import type { Database as Sqlite } from 'better-sqlite3'
import { derive } from '../../database/derived'
import type { Inserter } from './insert'
import type { Random } from './random'
import { groups, months, subjects, verbs } from './words'

/** Schools of one made association: a large region has many. */
const perAssociation = 40
/** Days of meetings in a school year, from its first September. */
const days = ['09-10', '11-14', '01-16', '03-13', '05-28'] as const

interface Person {
  librarianId: number
  name: string
  position: string
}

/** Associations with their meetings of three school years; answers how many of each were made. */
export function makeMeetings(
  raw: Sqlite,
  schoolIds: readonly number[],
  random: Random,
  inserts: Inserter,
): { associations: number; meetings: number; decisions: number } {
  const made = { associations: 0, meetings: 0, decisions: 0 }
  const people = raw.prepare<[number], Person & { schoolId: number }>(
    `SELECT librarian.id AS librarianId, surname || ' ' || substr(given, 1, 1) || '.' || substr(patronymic, 1, 1) || '.' AS name, position, schoolId
     FROM employment JOIN librarian ON librarian.id = librarianId WHERE schoolId = ? ORDER BY librarian.id`,
  )
  for (let start = 0; start < schoolIds.length; start += perAssociation) {
    const own = schoolIds.slice(start, start + perAssociation)
    const members = own.flatMap((id) => people.all(id))
    const seriesId = makeAssociation(++made.associations, own, members, inserts)
    for (const year of [2024, 2025, 2026]) {
      for (const [index, day] of days.entries()) {
        const date = `${index < 2 ? year : year + 1}-${day}`
        // 2026–2027 has only begun.
        if (date > '2026-11-14') continue
        made.decisions += makeMeeting(seriesId, String(index + 1), date, members, random, inserts)
        made.meetings++
      }
    }
  }
  return made
}

function makeAssociation(
  place: number,
  schoolIds: readonly number[],
  members: readonly Person[],
  { insert, uid }: Inserter,
): number {
  const [head, secretary] = members
  const associationId = insert(
    'association',
    derive('association', {
      name: `Методическое объединение педагогов-библиотекарей № ${place}`,
      shortName: `МО № ${place}`,
      kind: 'rmo',
      headId: head?.librarianId ?? null,
      headName: head?.name ?? '',
      headPosition: 'руководитель МО',
      secretaryId: secretary?.librarianId ?? null,
      secretaryName: secretary?.name ?? '',
      secretaryPosition: 'секретарь',
      note: '',
    }),
  )
  for (const [ord, schoolId] of schoolIds.entries())
    insert('associationSchool', { uid: `school-${associationId}-${schoolId}`, associationId, ord, schoolId })
  for (const [ord, { librarianId }] of members.entries()) {
    insert('associationMember', {
      uid: uid(),
      associationId,
      ord,
      librarianId,
      role: 'участник',
      from: '2020-09-01',
      to: null,
    })
  }
  return insert('meetingSeries', {
    uid: uid(),
    associationId,
    ord: 0,
    name: 'Заседание МО',
    heading: 'заседания методического объединения педагогов-библиотекарей',
    place: 'Методический центр',
    layout: 'full',
    decisionLabel: '',
  })
}

function makeMeeting(
  seriesId: number,
  number: string,
  date: string,
  members: readonly Person[],
  random: Random,
  inserts: Inserter,
): number {
  const { insert, uid } = inserts
  const [head, secretary] = members
  const present = Math.max(1, members.length - random.int(0, 5))
  const meetingId = insert(
    'meeting',
    derive('meeting', {
      seriesId,
      schoolYear: schoolYearOf(date),
      number,
      date,
      time: '10:00',
      place: 'Методический центр',
      format: 'in-person',
      theme: `О ${random.pick(subjects)}`,
      layout: 'full',
      decisionLabel: '',
      secretaryId: secretary?.librarianId ?? null,
      secretaryName: secretary?.name ?? null,
      secretaryPosition: secretary ? 'секретарь' : '',
      attendanceMode: 'count',
      attendanceCount: present,
      attendanceText: 'педагоги-библиотекари',
      note: '',
      state: 'signed',
      signedOn: date,
    }),
  )
  if (head) {
    insert('meetingPerson', {
      uid: uid(),
      meetingId,
      ord: 0,
      role: 'chair',
      librarianId: head.librarianId,
      name: head.name,
      position: 'руководитель МО',
    })
  }
  let decisions = 0
  for (let ord = 0; ord < 5; ord++) {
    const itemUid = uid()
    const subject = random.pick(subjects)
    insert('agendaItem', {
      uid: itemUid,
      meetingId,
      ord,
      title: `О ${subject}`,
      voteFor: present,
      voteAgainst: 0,
      voteAbstained: 0,
      unanimous: 1,
    })
    const speaker = random.pick(members)
    insert('speech', {
      uid: uid(),
      meetingId,
      itemUid,
      ord,
      kind: 'report',
      librarianId: speaker.librarianId,
      name: speaker.name,
      position: speaker.position,
      text: `Рассказала о ${subject}, назвала трудности и предложила порядок работы на полугодие.`,
    })
    const count = random.int(1, 2)
    for (let n = 0; n < count; n++) makeDecision(meetingId, itemUid, decisions++, date, subject, random, inserts)
  }
  return decisions
}

function makeDecision(
  meetingId: number,
  itemUid: string,
  ord: number,
  date: string,
  subject: string,
  random: Random,
  { insert, uid }: Inserter,
): void {
  const decisionUid = uid()
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + random.int(10, 120))
  const due =
    random.next() < 0.1
      ? '(постоянно)'
      : `до ${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()} года`
  const text = `${random.pick(verbs)} ${subject} ${due}.`
  insert('decision', derive('decision', { uid: decisionUid, meetingId, itemUid, ord, text, carriedFrom: null }))
  insert('decisionAddressee', {
    uid: uid(),
    meetingId,
    decisionUid,
    ord: 0,
    kind: 'group',
    text: random.pick(groups),
    librarianId: null,
    schoolId: null,
  })
  for (const [place, one] of parseDues(text, { date }).entries()) {
    insert('decisionDue', {
      uid: `${decisionUid}.${place}`,
      meetingId,
      decisionUid,
      ord: place,
      text: one.text,
      rangeStart: one.range[0],
      rangeEnd: one.range[1],
      from: one.from,
      to: one.to,
      recurrence: one.recurrence,
    })
  }
  const doneOn = day.toISOString().slice(0, 10)
  if (doneOn < '2026-11-01' && random.next() < 0.97) {
    insert('execution', {
      uid: uid(),
      meetingId,
      decisionUid,
      ord,
      addresseeUid: null,
      state: 'done',
      on: doneOn,
      evidence: '',
      note: '',
    })
  }
}
