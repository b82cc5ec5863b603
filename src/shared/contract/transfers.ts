import { z } from 'zod'
import { command, job, query, SavedRecord } from './core'
import { Condition } from './exchange'
import { FilledLine, Id, IsoDate, Line, named, OnTemplate, OptionalDate, Text, Uid } from './fields'
import { MoneySource, TextbookDetails, textbookDetails } from './holdings'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'

/**
 * Transfers school → school (PRODUCT, module 6; FORMS §4). Copies leave the giver's lot when handed over, come to the same
 * lot of the receiver when received, and go back when a temporary transfer is returned: no state makes or loses a copy.
 */

export const transferStates = {
  drafted: 'черновик',
  agreed: 'согласована',
  handed: 'передана',
  received: 'получена',
  returned: 'возвращена',
  cancelled: 'отменена',
} as const
export const TransferState = z.enum(Object.keys(transferStates) as [keyof typeof transferStates])
export type TransferState = z.infer<typeof TransferState>

export const transferTerms = { permanent: 'постоянно', temporary: 'временно' } as const
export const TransferTerm = z.enum(['permanent', 'temporary'])

export const TransferLine = z.object({
  uid: Uid,
  /** The giver's lot. */
  lotId: named('Книги', Id),
  copies: named('Экземпляров', z.int('нужно целое число').min(1, 'нужен хотя бы один экземпляр').max(1_000_000)),
  condition: named('Состояние книг', Condition),
  /** On the accounts of the giver (бухгалтерский учёт). */
  accounted: named('На бухгалтерском учёте', z.boolean()),
  surplusId: named('Излишек', Id.nullable()),
  needId: named('Потребность', Id.nullable()),
  reservationId: named('Бронь', Id.nullable()),
  /** Line of a plan it was accepted from. */
  planLineId: Id.nullable(),
  /** The edition the receiver asked for, where another is given. */
  forTextbookId: named('Вместо', Id.nullable()),
})
export type TransferLine = z.infer<typeof TransferLine>

/** Who signs for a school: ФИО, position, power of attorney. */
export const Representative = z.object({ name: Line, position: Line, attorney: Line })

export const Transfer = z.object({
  fromSchoolId: named('Передаёт', Id),
  toSchoolId: named('Получает', Id),
  term: named('Срок', TransferTerm),
  /** Of a temporary one. */
  dueBack: named('Вернуть до', OptionalDate),
  actNumber: named('Номер акта', Line),
  actDate: named('Дата акта', OptionalDate),
  giver: named('Сдал', Representative),
  receiver: named('Принял', Representative),
  /** School that is the collection point, when the books go through one. */
  viaSchoolId: named('Через пункт обмена', Id.nullable()),
  /** Exchange meeting it belongs to. */
  meetingId: named('Встреча для обмена', Id.nullable()),
  note: named('Примечание', Text),
  lines: z.array(TransferLine).max(2000),
})
export type Transfer = z.infer<typeof Transfer>

/** A transfer with what its state adds: dates, and of each line how much came and went back. */
export const TransferRecord = SavedRecord.extend({
  transfer: Transfer,
  state: TransferState,
  draftedOn: z.string(),
  agreedOn: z.string().nullable(),
  handedOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  returnedOn: z.string().nullable(),
  /** The act was given out: what is undone after it is undone by reversing movements. */
  issuedOn: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  lines: z.array(
    TransferLine.extend({
      id: z.int(),
      textbookId: z.int(),
      title: z.string(),
      authors: z.string(),
      publisher: z.string(),
      fplCode: z.string(),
      publicationYear: z.int(),
      price: z.int(),
      source: MoneySource,
      usableUntil: z.string().nullable(),
      forTitle: z.string().nullable(),
      /** Came to the receiver; the rest went back to the giver. Null before. */
      received: z.int().nullable(),
      returned: z.int(),
      /** Balance of the giver's lot now. */
      held: z.int(),
    }),
  ),
  copies: z.int(),
  sum: z.int(),
})
export type TransferRecord = z.infer<typeof TransferRecord>

export const TransferRow = z.object({
  id: z.int(),
  actNumber: z.string(),
  actDate: z.string().nullable(),
  fromSchoolId: z.int(),
  from: z.string(),
  toSchoolId: z.int(),
  to: z.string(),
  titles: z.int(),
  copies: z.int(),
  sum: z.int(),
  term: TransferTerm,
  dueBack: z.string().nullable(),
  /** Temporary, received, and its day has passed. */
  overdue: z.boolean(),
  state: TransferState,
  draftedOn: z.string(),
  handedOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  returnedOn: z.string().nullable(),
  meeting: z.string(),
  note: z.string(),
})
export type TransferRow = z.infer<typeof TransferRow>

const text = (key: string, title: string, width: number, rest: Partial<ColumnSpec> = {}): ColumnSpec => ({
  key,
  title,
  type: 'text',
  width,
  ...rest,
})
const date = (key: string, title: string, rest: Partial<ColumnSpec> = {}): ColumnSpec => ({
  key,
  title,
  type: 'date',
  width: 110,
  ...rest,
})

export const transferList: ListSpec = {
  name: 'transfers',
  title: 'Передачи',
  record: 'transfer',
  schoolYear: 'within',
  nouns: ['передача', 'передачи', 'передач'],
  identity: [],
  defaultSort: [{ column: 'draftedOn', desc: true }],
  columns: [
    text('actNumber', 'Акт №', 80),
    date('actDate', 'Дата акта'),
    text('from', 'Передаёт', 210),
    text('to', 'Получает', 210),
    { key: 'titles', title: 'Названий', type: 'number', width: 90, total: 'sum' },
    { key: 'copies', title: 'Экземпляров', type: 'number', width: 110, total: 'sum' },
    { key: 'sum', title: 'Стоимость', type: 'money', width: 120, total: 'sum' },
    { key: 'state', title: 'Состояние', type: 'choice', width: 130, choices: transferStates },
    { key: 'term', title: 'Срок', type: 'choice', width: 110, choices: transferTerms },
    date('dueBack', 'Вернуть до'),
    { key: 'overdue', title: 'Просрочена', type: 'boolean', width: 110 },
    date('draftedOn', 'Составлена'),
    date('handedOn', 'Передана'),
    date('receivedOn', 'Получена'),
    date('returnedOn', 'Возвращена', { hidden: true }),
    text('meeting', 'Встреча', 180, { hidden: true }),
    text('note', 'Примечание', 200, { hidden: true }),
  ],
}

/** Register of the exchange fund (FORMS §4): one line of one transfer. */
export const TransferLineRow = TextbookDetails.extend({
  id: z.int(),
  transferId: z.int(),
  actNumber: z.string(),
  actDate: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  copies: z.int(),
  price: z.int().nullable(),
  sum: z.int(),
  term: TransferTerm,
  since: z.string().nullable(),
  until: z.string().nullable(),
  handedOn: z.string().nullable(),
  receivedOn: z.string().nullable(),
  received: z.int().nullable(),
  returned: z.int(),
  returnedOn: z.string().nullable(),
  /** Copies handed over; once received, those that came. */
  came: z.int(),
  /** `came` at the price of buying: of the textbook, else of the copies themselves. */
  saved: z.int(),
  /** Of a temporary one, copies with the receiver or on the way. */
  onLoan: z.int(),
  state: TransferState,
  /** Who received, and the phone of the receiving school. */
  person: z.string(),
  phone: z.string(),
  note: z.string(),
})
export type TransferLineRow = z.infer<typeof TransferLineRow>

export const transferLineList: ListSpec = {
  name: 'transferLines',
  title: 'Реестр обменного фонда',
  record: 'transfer',
  recordKey: 'transferId',
  schoolYear: 'within',
  onDay: true,
  nouns: ['строка реестра', 'строки реестра', 'строк реестра'],
  identity: [],
  defaultSort: [
    { column: 'from', desc: false },
    { column: 'to', desc: false },
  ],
  columns: [
    text('from', 'Школа-передатчик', 200),
    text('to', 'Школа-получатель', 200),
    text('textbook', 'Учебник', 300),
    ...textbookDetails.map((column) => ({ ...column, hidden: true })),
    { key: 'copies', title: 'Экземпляров', type: 'number', width: 110, total: 'sum' },
    { key: 'price', title: 'Цена', type: 'money', width: 100 },
    { key: 'sum', title: 'Стоимость', type: 'money', width: 120, total: 'sum' },
    { key: 'term', title: 'Вид', type: 'choice', width: 110, choices: transferTerms },
    date('since', 'Срок с'),
    date('until', 'Срок по'),
    date('handedOn', 'Выдано'),
    date('receivedOn', 'Получено', { hidden: true }),
    { key: 'received', title: 'Получено, экз.', type: 'number', width: 120, total: 'sum' },
    { key: 'returned', title: 'Возвращено, экз.', type: 'number', width: 130, total: 'sum' },
    date('returnedOn', 'Возвращено'),
    { key: 'came', title: 'Передано, экз.', type: 'number', width: 120, total: 'sum', hidden: true },
    { key: 'saved', title: 'Сбережено', type: 'money', width: 120, total: 'sum', hidden: true },
    { key: 'onLoan', title: 'На руках, экз.', type: 'number', width: 120, total: 'sum', hidden: true },
    { key: 'state', title: 'Состояние', type: 'choice', width: 130, choices: transferStates },
    text('actNumber', 'Акт №', 80),
    date('actDate', 'Дата акта', { hidden: true }),
    text('person', 'Сотрудник', 180, { personal: true }),
    text('phone', 'Телефон', 140, { personal: true }),
    text('note', 'Примечание', 180),
  ],
}

/** Who gives to whom, copies: for the map of flows. */
export const Flow = z.object({
  fromSchoolId: z.int(),
  from: z.string(),
  toSchoolId: z.int(),
  to: z.string(),
  copies: z.int(),
  titles: z.int(),
})
export type Flow = z.infer<typeof Flow>

const Step = z.object({ id: Id, revision: z.int().nullable().default(null) })
const topics = ['transfer', 'holding', 'textbook', 'school', 'meeting'] as const

export const transfersContract = {
  'transfers.list': query(ListQuery, listPage(TransferRow), topics),
  'transferLines.list': query(ListQuery, listPage(TransferLineRow), topics),
  'transfers.get': query(z.object({ id: Id }), TransferRecord, topics),
  /** Lines are changed while it is drafted; later only who signs, the act, the meeting and the note. @throws `not-enough`, `locked` */
  'transfers.save': command(
    'Передача',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), transfer: Transfer }),
    SavedRecord,
  ),
  /** Only a draft or a cancelled one that never moved a copy. @throws `in-use` */
  'transfers.remove': command('Удаление передачи', z.object({ id: Id }), z.object({})),
  /** drafted → agreed; gives the act its number and date where it has none. */
  'transfers.agree': command('Согласование передачи', Step.extend({ on: IsoDate }), SavedRecord),
  /**
   * agreed → handed: copies leave the giver. @throws `not-enough` with how many are there; with `correct` the missing are
   * booked first as found by inventory.
   */
  'transfers.hand': command(
    'Передача книг',
    Step.extend({ on: IsoDate, correct: z.boolean().default(false) }),
    SavedRecord,
  ),
  /** handed → received; of a line fewer may have come, the rest goes back to the giver. */
  'transfers.receive': command(
    'Получение книг',
    Step.extend({ on: IsoDate, received: z.array(z.object({ uid: Uid, copies: z.int().min(0) })).default([]) }),
    SavedRecord,
  ),
  /** Of a temporary one; in parts too. All back: received → returned. Empty `lines`: everything. */
  'transfers.return': command(
    'Возврат книг',
    Step.extend({ on: IsoDate, lines: z.array(z.object({ uid: Uid, copies: z.int().min(1) })).default([]) }),
    SavedRecord,
  ),
  /** One state back: by removal of its movements before the act was given out, after it by reversing ones. @throws `not-enough` */
  'transfers.back': command('Шаг назад', Step.extend({ on: IsoDate }), SavedRecord),
  /** drafted or agreed → cancelled: frees what it held. */
  'transfers.cancel': command('Отмена передачи', Step, SavedRecord),
  /** Marks the act as given out. */
  'transfers.issue': command('Выдача акта', Step.extend({ on: IsoDate }), SavedRecord),
  'transfers.linkMeeting': command(
    'Встреча для обмена',
    z.object({ ids: z.array(Id).min(1).max(2000), meetingId: Id.nullable() }),
    z.object({}),
  ),
  /** Transfers not cancelled that were drafted within the days (null: of any), by pair of schools. */
  'transfers.flows': query(
    z.object({ from: IsoDate.nullable().default(null), to: IsoDate.nullable().default(null) }),
    z.array(Flow),
    topics,
  ),
  /** Act with its list, in Word. */
  'papers.transferAct': job(
    'Акт приёма-передачи',
    z.object({ id: Id, out: FilledLine, templateId: OnTemplate }),
    z.object({ file: z.string() }),
  ),
} as const
