import { type MailingRow, mailingList } from '@shared/contract/mailings'
import { schoolYearBounds } from '@shared/domain/school-year'
import { type RawBuilder, sql } from 'kysely'
import type { ListSource } from '../../lists/list'

function within(schoolYear: string | null): RawBuilder<unknown> {
  if (schoolYear === null) return sql`1`
  const { from, to } = schoolYearBounds(schoolYear)
  return sql`mailing.date between ${from} and ${to}`
}

export const mailingSource: ListSource<MailingRow> = {
  spec: mailingList,
  sorted: ['title'],
  normed: ['title'],
  filled: ['title', 'kind', 'date'],
  keys: ['templateId', 'eventId'],
  select: (_, query) => sql`
    select mailing.id, mailing.title, mailing.sortKey as "title$sort", mailing.nameKey as "title$norm", mailing.kind, mailing.date,
      mailing.number, mailing.templateId, mailing.eventId,
      coalesce((select name from paperTemplate where paperTemplate.id = mailing.templateId), '') as template,
      (select count(*) from mailingRecipient where mailingRecipient.mailingId = mailing.id) as recipients,
      (select count(distinct schoolId) from mailingRecipient where mailingRecipient.mailingId = mailing.id) as schools,
      coalesce((select name from event where event.id = mailing.eventId), '') as event,
      mailing.signerName, mailing.sentOn, mailing.note, mailing.norm
    from mailing where ${within(query.schoolYear)}`,
  row: (raw) => raw as unknown as MailingRow,
}
