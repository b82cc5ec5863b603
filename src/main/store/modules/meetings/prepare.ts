import type { Parsed } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { AgendaItem, AttendanceEntry, Decision, Meeting } from '@shared/contract/meetings'
import { nextNumber } from '@shared/domain/numbering'
import { findSchoolYears, formatSchoolYear, schoolYearOf } from '@shared/domain/school-year'
import { AppError } from '@shared/errors'
import { sql } from 'kysely'
import type { QueryContext } from '../../context'
import { readDecisions, readMeeting } from './read'

/** A draft of a meeting: from nothing, from a template, or as an earlier one was; never written by this function. */
export async function prepareMeeting(context: QueryContext, input: Parsed<'meetings.prepare'>): Promise<Meeting> {
  const { trx } = context
  const series = await trx
    .selectFrom('meetingSeries')
    .innerJoin('association', 'association.id', 'meetingSeries.associationId')
    .selectAll('meetingSeries')
    .select(['headId', 'headName', 'headPosition', 'secretaryId', 'secretaryName', 'secretaryPosition'])
    .where('meetingSeries.id', '=', input.seriesId)
    .executeTakeFirst()
  if (!series) throw new AppError('not-found', 'Ряд заседаний: такого нет. Выберите, чьё это заседание.', 'seriesId')
  const schoolYear = schoolYearOf(input.date)
  const numbers = await trx
    .selectFrom('meeting')
    .select('number')
    .where('seriesId', '=', input.seriesId)
    .where('schoolYear', '=', schoolYear)
    .execute()
  const blank: Meeting = {
    seriesId: input.seriesId,
    number: nextNumber(numbers.map((row) => row.number)),
    date: input.date,
    time: null,
    place: series.place,
    format: 'in-person',
    theme: '',
    layout: series.layout as Meeting['layout'],
    decisionLabel: '',
    chairs:
      series.headName === ''
        ? []
        : [{ uid: newUid(), librarianId: series.headId, name: series.headName, position: series.headPosition }],
    secretary:
      series.secretaryName === ''
        ? null
        : { librarianId: series.secretaryId, name: series.secretaryName, position: series.secretaryPosition },
    invited: [],
    attendance: {
      mode: 'roster',
      count: null,
      text: '',
      roster: await rosterOf(context, series.associationId, input.date),
    },
    agenda: [],
    speeches: [],
    decisions: [],
    note: '',
  }
  const carried = await carriedItem(context, input.carryOver)
  const shaped =
    input.fromMeetingId !== null
      ? await repeat(context, blank, input.fromMeetingId)
      : await fromTemplate(context, blank, input.templateId)
  return { ...shaped, agenda: [...(carried ? [carried] : []), ...shaped.agenda] }
}

const noVote = { for: null, against: null, abstained: null, unanimous: false }

export function emptyItem(title: string): AgendaItem {
  return { uid: newUid(), title, speakers: [], speeches: [], vote: { ...noVote }, decisions: [] }
}

async function fromTemplate(context: QueryContext, blank: Meeting, templateId: number | null): Promise<Meeting> {
  if (templateId === null) return blank
  const row = await context.trx.selectFrom('agendaTemplate').selectAll().where('id', '=', templateId).executeTakeFirst()
  if (!row) throw new AppError('not-found', 'Шаблона повестки нет: его удалили.', 'templateId')
  const items = JSON.parse(row.items) as { title: string; decision: string }[]
  const shift = yearShift(schoolYearOf(blank.date))
  return {
    ...blank,
    agenda: items.map(({ title, decision }) => ({
      ...emptyItem(shift(title)),
      decisions:
        decision === '' ? [] : [{ uid: newUid(), text: shift(decision), addressees: [], dues: [], carriedFrom: null }],
    })),
  }
}

/** Last year's meeting again: what was planned then, not what was said. School years in the words move to this one. */
async function repeat(context: QueryContext, blank: Meeting, fromId: number): Promise<Meeting> {
  const { meeting: old } = await readMeeting(context.trx, fromId)
  const difference = startYear(schoolYearOf(blank.date)) - startYear(schoolYearOf(old.date))
  const shift = (text: string): string => moveYears(text, difference)
  return {
    ...blank,
    time: old.time,
    place: old.place === '' ? blank.place : old.place,
    format: old.format,
    theme: shift(old.theme),
    layout: old.layout,
    decisionLabel: old.decisionLabel,
    chairs: old.chairs.length > 0 ? old.chairs.map((one) => ({ ...one, uid: newUid() })) : blank.chairs,
    secretary: old.secretary ?? blank.secretary,
    invited: old.invited.map((one) => ({ ...one, uid: newUid() })),
    attendance: { ...blank.attendance, mode: old.attendance.mode, text: old.attendance.text },
    agenda: old.agenda.map((item) => ({
      ...emptyItem(shift(item.title)),
      speakers: item.speakers.map((speaker) => ({ ...speaker, uid: newUid() })),
    })),
  }
}

async function carriedItem(context: QueryContext, uids: readonly string[]): Promise<AgendaItem | null> {
  if (uids.length === 0) return null
  const rows = await context.trx
    .selectFrom('decision')
    .select(['uid', 'meetingId'])
    .where('uid', 'in', [...uids])
    .execute()
  const decisions: Decision[] = []
  for (const row of rows) {
    const own = (await readDecisions(context.trx, row.meetingId)).find((one) => one.decision.uid === row.uid)
    if (!own) continue
    decisions.push({
      ...own.decision,
      uid: newUid(),
      addressees: own.decision.addressees.map((one) => ({ ...one, uid: newUid() })),
      carriedFrom: row.uid,
    })
  }
  return { ...emptyItem('О выполнении решений предыдущих заседаний'), decisions }
}

async function rosterOf(context: QueryContext, associationId: number, on: string): Promise<AttendanceEntry[]> {
  const rows = await sql<{
    id: number
    name: string
    position: string | null
    schoolId: number | null
    school: string | null
  }>`
    select librarian.id, trim(surname || ' ' || given || ' ' || patronymic) as name,
      employment.position, employment.schoolId, school.shortName as school
    from associationMember
    join librarian on librarian.id = associationMember.librarianId
    left join employment on employment.uid = (select uid from employment where librarianId = librarian.id
      order by ("from" is null or "from" <= ${on}) and ("to" is null or "to" >= ${on}) desc, main desc, ord limit 1)
    left join school on school.id = employment.schoolId
    where associationId = ${associationId} and erased = 0
      and (associationMember."from" is null or associationMember."from" <= ${on})
      and (associationMember."to" is null or associationMember."to" >= ${on})
    order by librarian.sortKey, librarian.id`.execute(context.trx)
  return rows.rows.map((row) => ({
    uid: newUid(),
    person: { librarianId: row.id, name: row.name, position: row.position ?? '' },
    schoolId: row.schoolId,
    school: row.school ?? '',
    state: 'present',
    note: '',
  }))
}

const startYear = (schoolYear: string): number => Number(schoolYear.slice(0, 4))

/** Moves every school year named in the text by whole years: «на 2025–2026» of last year's agenda becomes this year's. */
function moveYears(text: string, by: number): string {
  let moved = text
  for (const { range, schoolYear } of findSchoolYears(text).reverse()) {
    const year = startYear(schoolYear) + by
    moved = moved.slice(0, range[0]) + formatSchoolYear(`${year}-${year + 1}`) + moved.slice(range[1])
  }
  return moved
}

/** Templates name years by the year they were written in: all move to the meeting's. */
function yearShift(target: string): (text: string) => string {
  return (text) => {
    const first = findSchoolYears(text)[0]
    return first ? moveYears(text, startYear(target) - startYear(first.schoolYear)) : text
  }
}
