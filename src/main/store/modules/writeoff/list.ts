import {
  type WriteOffCampaignRow,
  type WriteOffLineRow,
  type WriteOffRow,
  writeOffCampaignList,
  writeOffLineList,
  writeOffList,
} from '@shared/contract/writeoff'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import type { ListSource } from '../../lists/list'
import { textbookDetailColumns } from '../../lists/textbooks'

const within = (date: RawBuilder<unknown>, schoolYear: string | null): RawBuilder<unknown> => {
  if (schoolYear === null) return sql`1`
  const { from, to } = schoolYearBounds(schoolYear)
  return sql`${date} between ${from} and ${to}`
}

const linesOf = (what: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select ${what} from writeOffLine as line join lot on lot.id = line.lotId where line.writeOffId = writeOff.id)`

/** Register of acts. */
export const writeOffSource: ListSource<WriteOffRow> = {
  spec: writeOffList,
  sorted: ['school'],
  normed: ['school'],
  filled: ['date', 'school', 'reason', 'state'],
  keys: ['schoolId'],
  select: (_, query) => sql`
    select writeOff.id, writeOff.schoolId, school.shortName as school, school.sortKey as "school$sort",
      school.nameKey as "school$norm", writeOff.number, writeOff.date, writeOff.reason,
      (select count(distinct lot.textbookId) from writeOffLine as line join lot on lot.id = line.lotId
        where line.writeOffId = writeOff.id) as titles,
      coalesce(${linesOf(sql`sum(line.copies)`)}, 0) as copies,
      coalesce(${linesOf(sql`sum(line.copies * lot.price)`)}, 0) as sum,
      writeOff.state, writeOff.bookedOn, coalesce(writeOffCampaign.name, '') as campaign, writeOff.disposal, writeOff.note,
      school.norm || ' ' || ru_norm(writeOff.number || ' ' || writeOff.note) as norm
    from writeOff
    join school on school.id = writeOff.schoolId
    left join writeOffCampaign on writeOffCampaign.id = writeOff.campaignId
    where ${within(sql`writeOff.date`, query.schoolYear)}`,
  row: (raw) => raw as unknown as WriteOffRow,
}

/** What was written off, line by line. */
export const writeOffLineSource: ListSource<WriteOffLineRow> = {
  spec: writeOffLineList,
  sorted: ['school', 'textbook', 'subject'],
  normed: ['school', 'textbook', 'subject'],
  filled: ['school', 'textbook', 'subject', 'grades', 'date', 'reason', 'state'],
  keys: ['schoolId', 'textbookId'],
  select: (_, query) => sql`
    select line.id, line.writeOffId, writeOff.number, writeOff.date, writeOff.schoolId, school.shortName as school,
      school.sortKey as "school$sort", school.nameKey as "school$norm", ${textbookDetailColumns}, writeOff.reason,
      nullif(lot.publicationYear, 0) as publicationYear, nullif(lot.price, 0) as price, line.copies,
      line.copies * lot.price as sum, line.inventoryNumbers, writeOff.state,
      textbook.norm || ' ' || school.norm || ' ' || ru_norm(writeOff.number) as norm
    from writeOffLine as line
    join writeOff on writeOff.id = line.writeOffId
    join school on school.id = writeOff.schoolId
    join lot on lot.id = line.lotId
    join textbook on textbook.id = lot.textbookId
    join subject on subject.id = textbook.subjectId
    where ${within(sql`writeOff.date`, query.schoolYear)}`,
  row: (raw) => raw as unknown as WriteOffLineRow,
}

/** Campaigns any day of which is in the school year; copies and sums are of booked acts. */
export const writeOffCampaignSource: ListSource<WriteOffCampaignRow> = {
  spec: writeOffCampaignList,
  sorted: [],
  filled: ['name', 'from', 'to', 'reason'],
  select(_, query) {
    const years = query.schoolYear === null ? null : schoolYearBounds(query.schoolYear)
    const booked = (what: RawBuilder<unknown>): RawBuilder<unknown> => sql`
      coalesce((select ${what} from writeOff join writeOffLine as line on line.writeOffId = writeOff.id
        join lot on lot.id = line.lotId where writeOff.campaignId = campaign.id and writeOff.state = 'booked'), 0)`
    return sql`
      select campaign.id, campaign.name, campaign."from", campaign."to", campaign.reason,
        (select count(*) from writeOffCampaignSchool where campaignId = campaign.id) as schools,
        (select count(distinct writeOff.schoolId) from writeOff where campaignId = campaign.id and state = 'booked') as doneSchools,
        (select count(*) from writeOff where campaignId = campaign.id) as acts,
        ${booked(sql`sum(line.copies)`)} as copies, ${booked(sql`sum(line.copies * lot.price)`)} as sum,
        ru_norm(campaign.name || ' ' || campaign.note) as norm
      from writeOffCampaign as campaign
      where ${years === null ? sql`1` : sql`campaign."from" <= ${years.to} and campaign."to" >= ${years.from}`}`
  },
  row: (raw) => raw as unknown as WriteOffCampaignRow,
}
