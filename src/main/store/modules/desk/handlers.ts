import type { DeskItem } from '@shared/contract/papers'
import { addDays, addMonths, formatDate } from '@shared/domain/dates'
import type { AttentionKind } from '@shared/domain/staffing/attention'
import { AHEAD_MONTHS } from '@shared/domain/staffing/terms'
import { counted } from '@shared/domain/text/plural'
import { type Kysely, sql } from 'kysely'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import type { Database } from '../../database/schema'
import { lateWriteOffs } from '../../ledger/campaigns-late'
import { attentionSource } from '../../lists/attention'
import { decisionSource } from '../../lists/decisions'
import { wholeList } from '../../lists/list'
import { roadmapItemSource } from '../../lists/roadmaps'
import type { Handlers } from '../../module'
import { eventItems } from './events'

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
      ...(await roadmapItems(context)),
      ...exchangeItems(context),
      ...writeOffItems(context),
      ...eventItems(context),
      ...(await draftItems(trx, day)),
      ...(await peopleItems(context)),
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

/** Days a reservation has left when it is told. */
const reservationSoon = 3

/** Books not given back in time, and promises about to lapse. */
function exchangeItems({ raw, today }: QueryContext): DeskItem[] {
  const day = today()
  const late = prepared<
    [string],
    { id: number; number: string; from: string; to: string; dueBack: string; copies: number }
  >(
    raw,
    `SELECT transfer.id, actNumber AS number, giver.shortName AS "from", taker.shortName AS "to", dueBack,
       sum(line.received - line.returned) AS copies
     FROM transfer JOIN transferLine AS line ON line.transferId = transfer.id
     JOIN school AS giver ON giver.id = fromSchoolId JOIN school AS taker ON taker.id = toSchoolId
     WHERE term = 'temporary' AND transfer.state = 'received' AND dueBack < ?
     GROUP BY transfer.id HAVING copies > 0 ORDER BY dueBack, transfer.id`,
  ).all(day)
  const lapsing = prepared<
    [string, string],
    { id: number; book: string; from: string; to: string; expiresOn: string; copies: number }
  >(
    raw,
    `SELECT reservation.id, textbook.label AS book, giver.shortName AS "from", taker.shortName AS "to", expiresOn,
       reservation.copies
     FROM reservation JOIN surplus ON surplus.id = surplusId JOIN need ON need.id = needId
     JOIN lot ON lot.id = lotId JOIN textbook ON textbook.id = lot.textbookId
     JOIN school AS giver ON giver.id = lot.schoolId JOIN school AS taker ON taker.id = need.schoolId
     WHERE reservation.state = 'active' AND expiresOn BETWEEN ? AND ? ORDER BY expiresOn, reservation.id`,
  ).all(day, addDays(day, reservationSoon))
  const forms = ['экземпляр', 'экземпляра', 'экземпляров'] as const
  return [
    ...late.map(
      (one): DeskItem => ({
        kind: 'transfer-overdue',
        record: 'transfer',
        id: one.id,
        title: `${one.to} → ${one.from}`,
        detail: `вернуть ${counted(one.copies, forms)}${one.number === '' ? '' : `, акт № ${one.number}`}`,
        date: one.dueBack,
      }),
    ),
    ...lapsing.map(
      (one): DeskItem => ({
        kind: 'reservation-expiring',
        record: 'reservation',
        id: one.id,
        title: one.book,
        detail: `${counted(one.copies, forms)}, ${one.from} → ${one.to}`,
        date: one.expiresOn,
      }),
    ),
  ]
}

/** Acts of a campaign not booked by their school's day. */
function writeOffItems({ raw, today }: QueryContext): DeskItem[] {
  return lateWriteOffs(raw, today()).map((one) => ({
    kind: 'write-off-overdue',
    record: 'write-off-campaign',
    id: one.campaignId,
    title: one.school,
    detail: `провести акт: ${counted(one.copies, ['экземпляр', 'экземпляра', 'экземпляров'])}, ${one.campaign}`,
    date: one.dueOn,
  }))
}

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

/** Items whose time has come; where sub-events have their own, those are told of, not the item over them. */
async function roadmapItems(context: QueryContext): Promise<DeskItem[]> {
  const rows = await sql<Record<string, unknown>>`
    select * from (${roadmapItemSource.select(context, wholeList)}) as list where state in ('overdue', 'soon')
      and not exists (select 1 from roadmapItem as part where part.parentUid = list.uid)
    order by state = 'overdue' desc, deadline`.execute(context.trx)
  return rows.rows.map((raw) => {
    const row = roadmapItemSource.row(raw)
    return {
      kind: row.state === 'overdue' ? 'roadmap-overdue' : 'roadmap-soon',
      record: 'roadmap-item',
      id: row.id,
      title: row.number === '' ? row.title : `${row.number}. ${row.title}`,
      detail: [row.executors, row.roadmap].filter(Boolean).join(' · '),
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

/** From the one rule of what is due (`domain/staffing/attention`); further ahead than half a year is for the tab «Сроки». */
async function peopleItems(context: QueryContext): Promise<DeskItem[]> {
  const soon = addMonths(context.today(), AHEAD_MONTHS)
  const rows = await sql<Record<string, unknown>>`
    select * from (${attentionSource.select(context, wholeList)})
    where kind in (${sql.join(Object.keys(deskKinds))}) and (due is null or due <= ${soon})
    order by due is null, due, "name$sort"`.execute(context.trx)
  return rows.rows.flatMap((raw) => {
    const { kind, librarianId, name, due } = attentionSource.row(raw)
    const shown = deskKinds[kind]
    if (shown === undefined) return []
    return [{ kind: shown.kind, record: 'librarian', id: librarianId, title: name, detail: shown.detail, date: due }]
  })
}

/** What of it belongs on the desk, and in which words. */
const deskKinds: Partial<Record<AttentionKind, { kind: DeskItem['kind']; detail: string }>> = {
  'category-expired': { kind: 'category-expiring', detail: 'срок категории истёк' },
  'category-expiring': { kind: 'category-expiring', detail: 'истекает срок категории' },
  'course-old': { kind: 'course-overdue', detail: 'курсы старше трёх лет' },
  'course-none': { kind: 'course-overdue', detail: 'сведений о курсах нет' },
  'consent-missing': { kind: 'consent-missing', detail: 'нет согласия на обработку персональных данных' },
}
