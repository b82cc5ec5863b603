import type { ListQuery } from '@shared/contract/lists'
import { type TransferLineRow, type TransferRow, transferLineList, transferList } from '@shared/contract/transfers'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import { atDay, awayOnDay, cameByDay, returnedByDay } from '../../ledger/fund-day'
import type { ListSource } from '../../lists/list'
import { textbookDetailColumns } from '../../lists/textbooks'

/** Drafted within the school year, or what happened to it last did. */
function within(query: ListQuery): RawBuilder<unknown> {
  if (query.schoolYear === null) return sql``
  const { from, to } = schoolYearBounds(query.schoolYear)
  return sql`where (transfer.draftedOn between ${from} and ${to}
    or coalesce(transfer.handedOn, transfer.agreedOn) between ${from} and ${to}
    or coalesce(transfer.returnedOn, transfer.receivedOn) between ${from} and ${to})`
}

const lineSum = (what: RawBuilder<unknown>): RawBuilder<number> =>
  sql`(select coalesce(sum(${what}), 0) from transferLine as line join lot on lot.id = line.lotId where line.transferId = transfer.id)`

const pair = sql`
  giver.shortName as "from", giver.sortKey as "from$sort", giver.nameKey as "from$norm",
  taker.shortName as "to", taker.sortKey as "to$sort", taker.nameKey as "to$norm"`
const pairJoins = sql`
  join school as giver on giver.id = transfer.fromSchoolId join school as taker on taker.id = transfer.toSchoolId`

type Like = (norm: RawBuilder<unknown>) => RawBuilder<unknown>

export const transferSource: ListSource<TransferRow> = {
  spec: transferList,
  sorted: ['from', 'to'],
  normed: ['from', 'to'],
  keys: ['fromSchoolId', 'toSchoolId', 'meetingId'],
  filled: ['draftedOn', 'from', 'to', 'state', 'term', 'copies', 'titles', 'sum'],
  select(context, query) {
    return sql`
      select transfer.id, transfer.actNumber, transfer.actDate, transfer.fromSchoolId, transfer.toSchoolId, ${pair},
        ${query.search === '' ? sql`''` : sql`ru_norm(transfer.actNumber || ' ' || transfer.note) || ' ' || giver.norm || ' ' || taker.norm`} as norm,
        (select count(*) from transferLine as line where line.transferId = transfer.id) as titles,
        ${lineSum(sql`line.copies`)} as copies, ${lineSum(sql`line.copies * lot.price`)} as sum,
        transfer.term, transfer.dueBack, ${overdue(context.today())} as overdue, transfer.state, transfer.draftedOn,
        transfer.handedOn, transfer.receivedOn, transfer.returnedOn,
        coalesce((select meetingSeries.name || ', № ' || meeting.number from meeting
          join meetingSeries on meetingSeries.id = meeting.seriesId where meeting.id = transfer.meetingId), '') as meeting,
        transfer.note, transfer.meetingId
      from transfer ${pairJoins} ${within(query)}`
  },
  row: (raw) => ({ ...(raw as unknown as TransferRow), overdue: raw.overdue === 1 }),
}

/** Temporary, received, past its day, and not all is back. */
export const overdue = (today: string): RawBuilder<unknown> =>
  sql`(transfer.term = 'temporary' and transfer.state = 'received' and transfer.dueBack < ${today}
    and exists (select 1 from transferLine as line where line.transferId = transfer.id and line.received > line.returned))`

/** What a line tells of its way, as things stand. */
const wayNow = sql`
  transfer.handedOn, transfer.receivedOn, transferLine.received, transferLine.returned,
  case when transferLine.returned > 0 then coalesce(transfer.returnedOn, (select max(movement.date) from movement
    where movement.transferLineId = transferLine.id and movement.kind = 'return-out')) end as returnedOn, transfer.state`

const byDay = (name: string, day: string): RawBuilder<unknown> =>
  sql`case when ${sql.ref(`transfer.${name}`)} <= ${day} then ${sql.ref(`transfer.${name}`)} end as ${sql.ref(name)}`

/** The same at the end of a day. */
const wayOn = (day: string): RawBuilder<unknown> => sql`
  ${byDay('handedOn', day)}, ${byDay('receivedOn', day)},
  case when transfer.receivedOn <= ${day} then transferLine.received end as received,
  ${atDay(returnedByDay('transferLine'), day)} as returned, ${byDay('returnedOn', day)},
  case when transfer.state = 'cancelled' and transfer.cancelledOn <= ${day} then 'cancelled'
    when transfer.returnedOn <= ${day} then 'returned' when transfer.receivedOn <= ${day} then 'received'
    when transfer.handedOn <= ${day} then 'handed' when transfer.agreedOn <= ${day} then 'agreed' else 'drafted' end as state`

const came = (day: string): RawBuilder<number> => atDay(cameByDay('transferLine'), day)

export const transferLineSource: ListSource<TransferLineRow> = {
  spec: transferLineList,
  sorted: ['from', 'to', 'textbook', 'subject'],
  normed: ['from', 'to', 'textbook', 'subject'],
  keys: ['transferId', 'surplusId', 'needId', 'textbookId', 'fromSchoolId', 'toSchoolId'],
  filled: [
    'from',
    'to',
    'textbook',
    'subject',
    'copies',
    'sum',
    'state',
    'term',
    'returned',
    'came',
    'saved',
    'onLoan',
  ],
  select(context, query) {
    const day = query.on ?? context.today()
    const drafted = sql`${query.schoolYear === null ? sql`where` : sql`and`} transfer.draftedOn <= ${day}`
    return sql`
      select transferLine.id, transferLine.transferId, transfer.actNumber, transfer.actDate, ${pair}, ${textbookDetailColumns},
        ${query.search === '' ? sql`''` : sql`ru_norm(transfer.actNumber || ' ' || transfer.note || ' ' || transfer.receiverName)`} as norm,
        transferLine.copies, nullif(lot.price, 0) as price, transferLine.copies * lot.price as sum, transfer.term,
        coalesce(transfer.handedOn, transfer.actDate) as since, transfer.dueBack as until,
        ${query.on === null ? wayNow : wayOn(query.on)},
        ${came(day)} as came, ${came(day)} * coalesce(textbook.price, lot.price) as saved,
        case when transfer.term = 'temporary' and transfer.handedOn <= ${day}
          then ${atDay(awayOnDay('transferLine'), day)} else 0 end as onLoan,
        transfer.receiverName as person, taker.phone, transfer.note,
        transferLine.surplusId, transferLine.needId, transfer.fromSchoolId, transfer.toSchoolId,
        transfer.fromSchoolId as "$from", transfer.toSchoolId as "$to"
      from transferLine join transfer on transfer.id = transferLine.transferId ${pairJoins}
        join lot on lot.id = transferLine.lotId join textbook on textbook.id = lot.textbookId
        join subject on subject.id = textbook.subjectId ${within(query)} ${query.on === null ? sql`` : drafted}`
  },
  beside: (like: Like) => sql`("$from" in (select id from school where ${like(sql`school.norm`)})
    or "$to" in (select id from school where ${like(sql`school.norm`)})
    or textbookId in (select id from textbook where ${like(sql`textbook.norm`)}))`,
  row: (raw) => raw as unknown as TransferLineRow,
}
