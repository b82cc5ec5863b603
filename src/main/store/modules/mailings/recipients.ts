import type { participantRoles } from '@shared/contract/events'
import { newUid } from '@shared/contract/fields'
import type { MailingRecipient, RecipientSource } from '@shared/contract/mailings'
import { formatDate } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { assertNever } from '@shared/errors'
import { quoted } from '@shared/papers/text'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'

const blank = { schoolId: null, librarianId: null, name: '', position: '', organisation: '', reason: '' } as const

const one = (fields: Partial<MailingRecipient>): MailingRecipient => ({ ...blank, ...fields, uid: newUid() })

/** Those whom a list names, as rows of recipients. */
export async function recipientsFrom(context: QueryContext, source: RecipientSource): Promise<MailingRecipient[]> {
  switch (source.from) {
    case 'schools':
      return schools(context, source.associationId).map(({ id }) => one({ schoolId: id }))
    case 'overdue':
      return (await overdue(context)).map(({ id, count }) =>
        one({
          schoolId: id,
          reason: counted(count, ['просроченное поручение', 'просроченных поручения', 'просроченных поручений']),
        }),
      )
    case 'event':
      return ofEvent(context, source.eventId, source.winnersOnly)
    case 'librarians':
      return librarians(context, source.associationId).map(({ id, schoolId }) => one({ librarianId: id, schoolId }))
    case 'anniversaries':
      return anniversaries(context, source.year)
    case 'meeting':
      return ofMeeting(context, source.meetingId)
    default:
      return assertNever(source)
  }
}

function schools({ raw }: QueryContext, associationId: number | null): { id: number }[] {
  return prepared<[{ association: number | null }], { id: number }>(
    raw,
    `SELECT id FROM school WHERE state = 'active' AND (@association IS NULL
       OR id IN (SELECT schoolId FROM associationSchool WHERE associationId = @association)) ORDER BY sortKey, id`,
  ).all({ association: associationId })
}

async function overdue(context: QueryContext): Promise<{ id: number; count: number }[]> {
  const { rows } = await sql<{ id: number; count: number }>`
    select school.id, count(distinct late.uid) as count from (${decisionSource.select(context, wholeList)}) as late
    join decisionAddressee on decisionAddressee.decisionUid = late.uid and decisionAddressee.meetingId = late.meetingId
    join school on school.id = decisionAddressee.schoolId
    where late.state = 'overdue' and school.state = 'active' group by school.id order by school.sortKey, school.id`.execute(
    context.trx,
  )
  return rows
}

interface Participant {
  librarianId: number | null
  schoolId: number | null
  name: string
  role: keyof typeof participantRoles
  result: string
  event: string
}

function ofEvent({ raw }: QueryContext, eventId: number, winnersOnly: boolean): MailingRecipient[] {
  const rows = prepared<[number], Participant>(
    raw,
    `SELECT part.librarianId, part.schoolId, part.name, part.role, part.result, event.name AS event
     FROM eventParticipant AS part JOIN event ON event.id = part.eventId WHERE part.eventId = ? ORDER BY part.ord`,
  ).all(eventId)
  return rows
    .filter((row) => !winnersOnly || row.role === 'winner' || row.role === 'runnerUp')
    .map(({ event, role, result, ...who }) => one({ ...who, reason: thanksFor(role, result, event) }))
}

/** «за победу в мероприятии «Живая страница»». */
function thanksFor(role: keyof typeof participantRoles, result: string, event: string): string {
  const what = {
    winner: 'победу',
    runnerUp: result === '' ? 'призовое место' : '',
    speaker: 'выступление',
    organiser: 'помощь в проведении',
    expert: 'работу в жюри',
    participant: 'участие',
  }[role]
  const tie = role === 'organiser' || role === 'expert' ? '' : 'в мероприятии '
  const place = result === '' ? '' : role === 'winner' ? ` (${result})` : what === '' ? result : ` (${result})`
  const words = `за ${what}${place} ${tie}${quoted(event)}`
  return role === 'organiser'
    ? `за помощь в проведении мероприятия ${quoted(event)}`
    : role === 'expert'
      ? `за работу в жюри мероприятия ${quoted(event)}`
      : words
}

interface Working {
  id: number
  schoolId: number | null
}

function librarians({ raw, today }: QueryContext, associationId: number | null): Working[] {
  return prepared<[{ association: number | null; today: string }], Working>(
    raw,
    `SELECT librarian.id, (SELECT schoolId FROM employment WHERE librarianId = librarian.id
         AND ("to" IS NULL OR "to" >= @today) AND ("from" IS NULL OR "from" <= @today) ORDER BY main DESC, ord LIMIT 1) AS schoolId
     FROM librarian WHERE erased = 0 AND EXISTS (SELECT 1 FROM employment WHERE librarianId = librarian.id
         AND ("to" IS NULL OR "to" >= @today) AND ("from" IS NULL OR "from" <= @today))
       AND (@association IS NULL OR id IN (SELECT librarianId FROM associationMember WHERE associationId = @association
         AND ("to" IS NULL OR "to" >= @today)))
     ORDER BY sortKey, id`,
  ).all({ association: associationId, today: today() })
}

/** 50, 55, 60… years old in that year, or ten, twenty… years in libraries. */
function anniversaries(context: QueryContext, year: number): MailingRecipient[] {
  const people = new Map(librarians(context, null).map((row) => [row.id, row]))
  const rows = prepared<[], { id: number; birthDate: string | null; since: string | null }>(
    context.raw,
    `SELECT id, birthDate, libraryWorkSince AS since FROM librarian WHERE erased = 0 AND (birthDate IS NOT NULL OR libraryWorkSince IS NOT NULL)
     ORDER BY sortKey, id`,
  ).all()
  return rows.flatMap(({ id, birthDate, since }) => {
    const person = people.get(id)
    if (!person) return []
    const age = birthDate === null ? 0 : year - Number(birthDate.slice(0, 4))
    const service = since === null ? 0 : year - Number(since.slice(0, 4))
    const reasons = [
      ...(age >= 50 && age % 5 === 0
        ? [
            `${age} лет со дня рождения, ${formatDate(`${year}${birthDate?.slice(4).replace('-02-29', '-02-28') ?? ''}`, 'digits')}`,
          ]
        : []),
      ...(service >= 10 && service % 10 === 0
        ? [`${counted(service, ['год', 'года', 'лет'])} работы в библиотеке`]
        : []),
    ]
    return reasons.length === 0 ? [] : [one({ librarianId: id, schoolId: person.schoolId, reason: reasons.join('; ') })]
  })
}

/** Addressees of a meeting's decisions, each once. */
function ofMeeting({ raw }: QueryContext, meetingId: number): MailingRecipient[] {
  const rows = prepared<[number], { text: string; kind: string; librarianId: number | null; schoolId: number | null }>(
    raw,
    `SELECT text, kind, librarianId, schoolId FROM decisionAddressee WHERE meetingId = ? ORDER BY decisionUid, ord`,
  ).all(meetingId)
  const seen = new Set<string>()
  return rows.flatMap(({ text, kind, librarianId, schoolId }) => {
    const key = librarianId === null && schoolId === null ? text.toLowerCase() : `${librarianId}|${schoolId}`
    if (seen.has(key)) return []
    seen.add(key)
    const isBody = librarianId === null && schoolId === null
    return [
      one({ librarianId, schoolId, ...(isBody ? (kind === 'person' ? { name: text } : { organisation: text }) : {}) }),
    ]
  })
}
