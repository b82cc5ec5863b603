import type { Profile } from '@shared/contract/app'
import { participantRoles } from '@shared/contract/events'
import type { Mailing, MailingValues } from '@shared/contract/mailings'
import { formatDate } from '@shared/domain/dates'
import { type KnownRecipient, type MailingFacts, valuesOf } from '@shared/papers/mailing/values'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'

type Written = Omit<Mailing, 'title'> & { title: string }

/** What of each recipient goes into a letter: of her own words, her card, her school's and the event. */
export async function mailingValues(
  context: QueryContext,
  mailing: Written,
  profile: Profile,
): Promise<MailingValues[]> {
  const { raw } = context
  const event =
    mailing.eventId === null
      ? null
      : (prepared<[number], { name: string; from: string; to: string }>(
          raw,
          'SELECT name, "from", "to" FROM event WHERE id = ?',
        ).get(mailing.eventId) ?? null)
  const facts: MailingFacts = { mailing, profile, event }
  const tasks = await openTasks(context, mailing)
  return mailing.recipients.map((recipient) => {
    const known: KnownRecipient = {
      recipient,
      school: recipient.schoolId === null ? null : schoolOf(context, recipient.schoolId),
      librarian:
        recipient.librarianId === null ? null : librarianOf(context, recipient.librarianId, recipient.schoolId),
      result: mailing.eventId === null ? '' : resultOf(context, mailing.eventId, recipient),
      tasks: (recipient.schoolId === null ? undefined : tasks.get(recipient.schoolId)) ?? [],
    }
    return valuesOf(known, facts)
  })
}

function schoolOf({ raw }: QueryContext, id: number): KnownRecipient['school'] {
  return (
    prepared<[number], NonNullable<KnownRecipient['school']>>(
      raw,
      'SELECT shortName, fullName, director, locality, address, phone, email FROM school WHERE id = ?',
    ).get(id) ?? null
  )
}

/** Her position at that school, else at the main place. */
function librarianOf({ raw, today }: QueryContext, id: number, schoolId: number | null): KnownRecipient['librarian'] {
  return (
    prepared<[{ id: number; school: number | null; today: string }], { name: string; position: string }>(
      raw,
      `SELECT trim(surname || ' ' || given || ' ' || patronymic) AS name, coalesce((SELECT position FROM employment
         WHERE librarianId = librarian.id AND ("to" IS NULL OR "to" >= @today)
         ORDER BY schoolId IS @school DESC, main DESC, ord LIMIT 1), '') AS position
       FROM librarian WHERE id = @id`,
    ).get({ id, school: schoolId, today: today() }) ?? null
  )
}

function resultOf(
  { raw }: QueryContext,
  eventId: number,
  { librarianId, schoolId, name }: Mailing['recipients'][number],
): string {
  const row = prepared<
    [{ event: number; librarian: number | null; school: number | null; name: string }],
    { role: keyof typeof participantRoles; result: string }
  >(
    raw,
    `SELECT role, result FROM eventParticipant WHERE eventId = @event
       AND (librarianId = @librarian OR (@librarian IS NULL AND librarianId IS NULL AND schoolId IS @school AND (@name = '' OR name = @name)))
     ORDER BY role IN ('winner', 'runnerUp') DESC, ord LIMIT 1`,
  ).get({ event: eventId, librarian: librarianId, school: schoolId, name })
  if (!row) return ''
  return row.result === '' ? participantRoles[row.role] : row.result
}

/** Unfulfilled decisions given to each of the schools by name. */
async function openTasks(context: QueryContext, mailing: Written): Promise<Map<number, MailingValues['tasks']>> {
  const ids = [...new Set(mailing.recipients.flatMap(({ schoolId }) => schoolId ?? []))]
  const found = new Map<number, MailingValues['tasks']>()
  if (ids.length === 0) return found
  const { rows } = await sql<{
    schoolId: number
    number: string
    text: string
    due: string
    meetingNumber: string
    meetingDate: string
  }>`
    select distinct addressee.schoolId, task.number, task.text, task.due, meeting.number as meetingNumber, task.meetingDate, task.id
    from (${decisionSource.select(context, wholeList)}) as task
    join decisionAddressee as addressee on addressee.decisionUid = task.uid and addressee.meetingId = task.meetingId
    join meeting on meeting.id = task.meetingId
    where task.state in ('overdue', 'soon', 'open', 'partial') and addressee.schoolId in (select value from json_each(${JSON.stringify(ids)}))
    order by task.meetingDate, task.id`.execute(context.trx)
  for (const row of rows) {
    const list = found.get(row.schoolId) ?? []
    list.push({
      '№': String(list.length + 1),
      'номер решения': row.number,
      решение: row.text,
      поручение: row.text,
      срок: row.due,
      протокол: `№ ${row.meetingNumber} от ${formatDate(row.meetingDate, 'digits')}`,
    })
    found.set(row.schoolId, list)
  }
  return found
}
