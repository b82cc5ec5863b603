import type { DeskItem } from '@shared/contract/papers'
import { addDays, addMonths, formatDate } from '@shared/domain/dates'
import { type Kysely, sql } from 'kysely'
import type { QueryContext } from '../../context'
import type { Database } from '../../database/schema'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'
import type { Handlers } from '../../module'

/** How far ahead the desk looks, days; and how old a course may be (FORMS §8: older than three years is overdue). */
const expiringWithin = 180
const courseYears = 3
const shown = 200

export const deskHandlers = {
  'desk.overview': async (context) => {
    const { trx, today } = context
    const day = today()
    const next = await sql<{ id: number; number: string; series: string; date: string; place: string }>`
      select meeting.id, number, meetingSeries.name as series, date, meeting.place from meeting
      join meetingSeries on meetingSeries.id = seriesId where date >= ${day} order by date, meeting.id limit 1`.execute(
      trx,
    )
    const [meeting] = next.rows
    const decisions = await decisionItems(context)
    const items = [
      ...decisions,
      ...(await draftItems(trx, day)),
      ...(await expiringCategories(trx, day)),
      ...(await overdueCourses(trx, day)),
      ...(await missingConsents(trx)),
    ]
    const count = async (table: 'school' | 'librarian' | 'meeting'): Promise<number> => {
      const where =
        table === 'school' ? sql`where state = 'active'` : table === 'librarian' ? sql`where erased = 0` : sql``
      const row = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)} ${where}`.execute(trx)
      return row.rows[0]?.n ?? 0
    }
    return {
      nextMeeting: meeting
        ? { id: meeting.id, title: `${meeting.series} № ${meeting.number}`, date: meeting.date, place: meeting.place }
        : null,
      items: items.slice(0, shown),
      counts: {
        schools: await count('school'),
        librarians: await count('librarian'),
        meetings: await count('meeting'),
        openDecisions: decisions.length,
        overdueDecisions: decisions.filter((item) => item.kind === 'decision-overdue').length,
      },
    }
  },
} satisfies Handlers

async function decisionItems(context: QueryContext): Promise<DeskItem[]> {
  const rows = await sql<Record<string, unknown>>`
    select * from (${decisionSource.select(context, wholeList)}) as list where state in ('overdue', 'soon')
    order by state = 'overdue' desc, deadline`.execute(context.trx)
  return rows.rows.map((raw) => {
    const row = decisionSource.row(raw)
    return {
      kind: row.state === 'overdue' ? 'decision-overdue' : 'decision-soon',
      record: 'decision',
      id: row.id,
      title: row.text,
      detail: [row.addressees, `${row.meeting} от ${formatDate(row.meetingDate, 'digits')}`]
        .filter(Boolean)
        .join(' · '),
      date: row.deadline,
    }
  })
}

async function draftItems(trx: Kysely<Database>, day: string): Promise<DeskItem[]> {
  const rows = await sql<{ id: number; number: string; series: string; date: string }>`
    select meeting.id, number, meetingSeries.name as series, date from meeting join meetingSeries on meetingSeries.id = seriesId
    where meeting.state = 'draft' and date < ${day} order by date`.execute(trx)
  return rows.rows.map((row) => ({
    kind: 'draft-meeting',
    record: 'meeting',
    id: row.id,
    title: `${row.series} № ${row.number}`,
    detail: `протокол не подписан, заседание было ${formatDate(row.date, 'digits')}`,
    date: row.date,
  }))
}

const personName = sql`trim(surname || ' ' || given || ' ' || patronymic)`
/** Only people who work somewhere today are worth chasing. */
const working = (day: string) =>
  sql`exists (select 1 from employment where librarianId = librarian.id and ("from" is null or "from" <= ${day}) and ("to" is null or "to" >= ${day}))`

async function expiringCategories(trx: Kysely<Database>, day: string): Promise<DeskItem[]> {
  const rows = await sql<{ id: number; name: string; until: string }>`
    select id, ${personName} as name, categoryUntil as until from librarian
    where erased = 0 and category <> 'none' and categoryUntil <= ${addDays(day, expiringWithin)} and ${working(day)} order by categoryUntil`.execute(
    trx,
  )
  return rows.rows.map((row) => ({
    kind: 'category-expiring',
    record: 'librarian',
    id: row.id,
    title: row.name,
    detail: row.until < day ? 'срок категории истёк' : 'истекает срок категории',
    date: row.until,
  }))
}

async function overdueCourses(trx: Kysely<Database>, day: string): Promise<DeskItem[]> {
  const border = addMonths(day, -12 * courseYears)
  const rows = await sql<{ id: number; name: string; last: string | null }>`
    select id, name, last from (
      select id, sortKey, ${personName} as name, (select max(coalesce("to", "from")) from course where librarianId = librarian.id) as last
      from librarian where erased = 0 and ${working(day)})
    where last is null or last < ${border} order by last is null, last, sortKey`.execute(trx)
  return rows.rows.map((row) => ({
    kind: 'course-overdue',
    record: 'librarian',
    id: row.id,
    title: row.name,
    detail: row.last === null ? 'сведений о курсах нет' : 'курсы старше трёх лет',
    date: row.last,
  }))
}

async function missingConsents(trx: Kysely<Database>): Promise<DeskItem[]> {
  const rows = await sql<{ id: number; name: string }>`
    select id, ${personName} as name from librarian where erased = 0 and consentOn is null order by sortKey`.execute(
    trx,
  )
  return rows.rows.map((row) => ({
    kind: 'consent-missing',
    record: 'librarian',
    id: row.id,
    title: row.name,
    detail: 'нет согласия на обработку персональных данных',
    date: null,
  }))
}
