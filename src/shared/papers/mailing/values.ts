import type { Profile } from '../../contract/app'
import type { Mailing, MailingRecipient, MailingValues } from '../../contract/mailings'
import { formatDate } from '../../domain/dates'
import { inDative } from '../../domain/text/dative'
import { initialsFirst, parsePersonName, shortName } from '../../domain/text/names'
import { personInDative, salutation } from '../../domain/text/person-dative'
import { commonValues } from '../templates/common'
import { mailingFields, recipientFields, withAliases } from '../templates/fields'
import { capitalised } from '../text'

/** What is known of a recipient beside what was written. */
export interface KnownRecipient {
  recipient: MailingRecipient
  school: {
    shortName: string
    fullName: string
    director: string
    locality: string
    address: string
    phone: string
    email: string
  } | null
  librarian: { name: string; position: string } | null
  /** In the event of the mailing. */
  result: string
  tasks: MailingValues['tasks']
}

export interface MailingFacts {
  mailing: Pick<Mailing, 'kind' | 'title' | 'date' | 'number' | 'text' | 'signerName' | 'signerPosition' | 'recipients'>
  profile: Profile
  event: { name: string; from: string; to: string } | null
}

/** Fields that are the same for all. */
export function sharedValues({ mailing, profile, event }: MailingFacts): Record<string, string> {
  const signer = parsePersonName(mailing.signerName)
  const when =
    event === null
      ? ''
      : event.from === event.to
        ? formatDate(event.from, 'words')
        : `${formatDate(event.from, 'words')} — ${formatDate(event.to, 'words')}`
  return {
    ...commonValues(profile, mailing.date, mailing.title),
    ...withAliases(
      {
        номер: mailing.number,
        тема: mailing.title,
        подписавший: signer ? initialsFirst(signer) : mailing.signerName,
        'должность подписавшего': mailing.signerPosition,
        мероприятие: event?.name ?? '',
        'дата мероприятия': when,
        количество: String(mailing.recipients.length),
      },
      mailingFields,
    ),
  }
}

export function valuesOf(known: KnownRecipient, facts: MailingFacts): MailingValues {
  const { recipient, school, librarian } = known
  const name = first(recipient.name, librarian?.name, librarian === null ? school?.director : '')
  const position = first(
    recipient.position,
    librarian?.position,
    librarian === null && school !== null && isDirector(recipient, school.director) ? 'директор' : '',
  )
  const organisation = first(recipient.organisation, school?.shortName)
  const person = parsePersonName(name)
  const short = person ? shortName(person) : name
  const dativePosition = inDative(position)
  const post = [capitalised(dativePosition), organisation].filter((part) => part !== '').join(' ')
  const own = withAliases(
    {
      кому: [post, personInDative(short)].filter((part) => part !== '').join('\n'),
      обращение: salutation(name),
      фио: name,
      'фио дательный': personInDative(name),
      'фамилия и инициалы': short,
      'имя отчество': person ? [person.given, person.patronymic].filter((part) => part !== '').join(' ') : '',
      должность: position,
      'должность дательный': dativePosition,
      школа: organisation,
      'полное название школы': first(school?.fullName, organisation),
      директор: school?.director ?? '',
      'директор дательный': personInDative(school?.director ?? ''),
      'населённый пункт': school?.locality ?? '',
      адрес: school?.address ?? '',
      телефон: school?.phone ?? '',
      почта: school?.email ?? '',
      'за что': first(recipient.reason, facts.mailing.kind === 'certificate' ? facts.mailing.title : ''),
      результат: known.result,
    },
    recipientFields,
  )
  return {
    uid: recipient.uid,
    label: first(facts.mailing.kind === 'letter' ? organisation : short, short, organisation, 'без имени'),
    values: { ...sharedValues(facts), ...own },
    tasks: known.tasks,
  }
}

const first = (...texts: readonly (string | null | undefined)[]): string =>
  texts.find((text) => text !== undefined && text !== null && text !== '') ?? ''

/** A school without a name written: its head is written to. */
const isDirector = ({ name }: MailingRecipient, director: string): boolean => name === '' || name === director
