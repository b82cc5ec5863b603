import type { Mailing, MailingKind } from '@shared/contract/mailings'
import { parsePersonName, shortName } from '@shared/domain/text/names'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { readProfile } from '../../database/profile'
import { defaultTemplate } from '../../templates/store'
import { recipientsFrom } from './recipients'

/** What a new letter starts with; of an event, certificates to its winners. */
export async function blankMailing(context: QueryContext, kind: MailingKind, eventId: number | null): Promise<Mailing> {
  const { raw } = context
  const date = context.today()
  const profile = readProfile(context.raw, context.today())
  const last = prepared<[string], Pick<Mailing, 'signerName' | 'signerPosition' | 'templateId'>>(
    raw,
    'SELECT signerName, signerPosition, templateId FROM mailing WHERE kind = ? ORDER BY date DESC, id DESC LIMIT 1',
  ).get(kind)
  const methodologist = parsePersonName(profile.methodologist)
  const event =
    eventId === null
      ? undefined
      : prepared<[number], { name: string }>(raw, 'SELECT name FROM event WHERE id = ?').get(eventId)
  return {
    kind,
    title: event?.name ?? '',
    date,
    number: nextNumber(context, date),
    // The first letter is on the letterhead of all papers, the next ones on what the last was.
    templateId: last === undefined ? (kind === 'letter' ? defaultTemplate(raw, 'letterhead') : null) : last.templateId,
    text: '',
    signerPosition: last?.signerPosition ?? (profile.methodologist === '' ? '' : 'Методист'),
    signerName: last?.signerName ?? (methodologist ? shortName(methodologist) : profile.methodologist),
    eventId: event === undefined ? null : eventId,
    sentOn: null,
    note: '',
    recipients: event === undefined || eventId === null ? [] : await winnersFirst(context, eventId),
  }
}

async function winnersFirst(context: QueryContext, eventId: number): Promise<Mailing['recipients']> {
  const winners = await recipientsFrom(context, { from: 'event', eventId, winnersOnly: true })
  return winners.length > 0 ? winners : recipientsFrom(context, { from: 'event', eventId, winnersOnly: false })
}

/** The number after the greatest of that calendar year: «01-12/45» goes on as «01-12/46». */
export function nextNumber({ raw }: QueryContext, date: string): string {
  const numbers = prepared<[string], { number: string }>(
    raw,
    "SELECT number FROM mailing WHERE substr(date, 1, 4) = ? AND number <> ''",
  ).all(date.slice(0, 4))
  let most = { prefix: '', value: 0 }
  for (const { number } of numbers) {
    const [, prefix = '', digits = ''] = /^(.*?)(\d{1,9})$/u.exec(number) ?? []
    if (digits !== '' && Number(digits) > most.value) most = { prefix, value: Number(digits) }
  }
  return `${most.prefix}${most.value + 1}`
}
