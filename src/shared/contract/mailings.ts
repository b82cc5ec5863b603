import { z } from 'zod'
import { command, job, query, SavedRecord } from './core'
import { FilledLine, Id, IsoDate, Line, named, OptionalDate, Text, Uid } from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'

/** Letters to schools and certificates of thanks (PRODUCT, module 12): one text for many, each with words of her own. */

export const mailingKinds = { letter: 'письмо', certificate: 'благодарность' } as const
export const MailingKind = z.enum(['letter', 'certificate'])
export type MailingKind = z.infer<typeof MailingKind>

/** A school, a person of the bank, or anyone else by name. What is left empty is taken from the school's or person's card. */
export const MailingRecipient = z.object({
  uid: Uid,
  schoolId: named('Школа', Id.nullable()),
  librarianId: named('Библиотекарь', Id.nullable()),
  name: named('ФИО', Line),
  position: named('Должность', Line),
  /** Where she works, for those whose school is none of ours. */
  organisation: named('Организация', Line),
  /** «за победу в конкурсе…», «о прибытии к 10:00»: what only this one is told. */
  reason: named('За что', Line),
})
export type MailingRecipient = z.infer<typeof MailingRecipient>

export const Mailing = z.object({
  kind: named('Вид', MailingKind),
  /** «О сверке учебников»; of a certificate what it is for. */
  title: named('Тема', FilledLine),
  date: named('Дата', IsoDate),
  number: named('Исходящий номер', Line),
  /** Null: our own look. */
  templateId: named('Бланк или шаблон', Id.nullable()),
  /** Paragraphs; fields in braces are filled for each. */
  text: named('Текст', Text),
  signerPosition: named('Должность подписавшего', Line),
  signerName: named('Кто подписал', Line),
  eventId: named('Мероприятие', Id.nullable()),
  sentOn: named('Отправлено', OptionalDate),
  note: named('Примечание', Text),
  recipients: z.array(MailingRecipient).max(5000),
})
export type Mailing = z.infer<typeof Mailing>

export const MailingRecord = SavedRecord.extend({ mailing: Mailing })
export type MailingRecord = z.infer<typeof MailingRecord>

/** What of each recipient is put into a letter or a template, by the names of fields. */
export const MailingValues = z.object({
  uid: Uid,
  /** For a list and the name of a file: «СОШ № 3», «Скворцова З.И.». */
  label: z.string(),
  values: z.record(z.string(), z.string()),
  /** Unfulfilled decisions given to the school. */
  tasks: z.array(z.record(z.string(), z.string())),
})
export type MailingValues = z.infer<typeof MailingValues>

export const MailingRow = z.object({
  id: z.int(),
  title: z.string(),
  kind: MailingKind,
  date: z.string(),
  number: z.string(),
  template: z.string(),
  recipients: z.int(),
  schools: z.int(),
  event: z.string(),
  signerName: z.string(),
  sentOn: z.string().nullable(),
  note: z.string(),
})
export type MailingRow = z.infer<typeof MailingRow>

export const mailingList: ListSpec = {
  name: 'mailings',
  title: 'Письма и благодарности',
  record: 'mailing',
  schoolYear: 'within',
  nouns: ['письмо или благодарность', 'письма и благодарности', 'писем и благодарностей'],
  identity: [],
  defaultSort: [{ column: 'date', desc: true }],
  columns: [
    { key: 'title', title: 'Тема', type: 'text', width: 300 },
    { key: 'kind', title: 'Вид', type: 'choice', width: 130, choices: mailingKinds },
    { key: 'date', title: 'Дата', type: 'date', width: 100 },
    { key: 'number', title: 'Исх. №', type: 'text', width: 90 },
    { key: 'recipients', title: 'Получателей', type: 'number', width: 110, total: 'sum' },
    { key: 'schools', title: 'Школ', type: 'number', width: 80 },
    { key: 'sentOn', title: 'Отправлено', type: 'date', width: 110 },
    { key: 'template', title: 'Бланк или шаблон', type: 'text', width: 180 },
    { key: 'event', title: 'Мероприятие', type: 'text', width: 220 },
    { key: 'signerName', title: 'Кто подписал', type: 'text', width: 170, hidden: true },
    { key: 'note', title: 'Примечание', type: 'text', width: 220 },
  ],
}

/** Whom to add at once. */
export const RecipientSource = z.discriminatedUnion('from', [
  /** All working schools, or of an association. */
  z.object({ from: z.literal('schools'), associationId: Id.nullable().default(null) }),
  /** Schools with decisions whose time has passed. */
  z.object({ from: z.literal('overdue') }),
  z.object({ from: z.literal('event'), eventId: Id, winnersOnly: z.boolean().default(false) }),
  z.object({ from: z.literal('librarians'), associationId: Id.nullable().default(null) }),
  /** Those who are 50, 55, 60… in this calendar year, or have so many tens of years of service. */
  z.object({ from: z.literal('anniversaries'), year: z.int().min(1990).max(2100) }),
  z.object({ from: z.literal('meeting'), meetingId: Id }),
])
export type RecipientSource = z.infer<typeof RecipientSource>

const reads = [
  'mailing',
  'paper-template',
  'school',
  'librarian',
  'event',
  'meeting',
  'profile',
  'association',
] as const

export const mailingsContract = {
  'mailings.list': query(ListQuery, listPage(MailingRow), reads),
  'mailings.get': query(z.object({ id: Id }), MailingRecord, reads),
  /** What a new one starts with: today, the next number, who signs; of an event its winners' certificates. */
  'mailings.blank': query(
    z.object({ kind: MailingKind.default('letter'), eventId: Id.nullable().default(null) }),
    Mailing.extend({ title: Line }),
    reads,
  ),
  /** The number after the greatest of that calendar year. */
  'mailings.nextNumber': query(z.object({ date: IsoDate }), z.object({ number: z.string() }), reads),
  'mailings.recipients': query(z.object({ source: RecipientSource }), z.array(MailingRecipient), reads),
  /** Of a mailing being written: what its fields become. */
  'mailings.values': query(
    z.object({ mailing: Mailing.extend({ title: Line }), limit: z.int().min(1).max(5000).default(5000) }),
    z.array(MailingValues),
    reads,
  ),
  /** @throws `not-found`, `conflict`, `invalid-input` */
  'mailings.save': command(
    'Письмо или благодарность',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), mailing: Mailing }),
    SavedRecord,
  ),
  'mailings.remove': command('Удаление письма', z.object({ id: Id }), z.object({})),
  /**
   * One Word file, each recipient on a page of its own; or (`separately`) a file for each in the folder `out`.
   * @throws `no-recipients`, `template-broken`
   */
  'papers.mailing': job(
    'Письма в Word',
    z.object({
      id: Id,
      separately: z.boolean().default(false),
      uids: z.array(Uid).nullable().default(null),
      out: FilledLine,
    }),
    z.object({ file: z.string(), files: z.int() }),
  ),
} as const
