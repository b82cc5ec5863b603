import { z } from 'zod'
import { command, job, query, SavedRecord } from './core'
import { FilledLine, Id, IsoDate, Line, named, OnTemplate, OptionalDate, Text } from './fields'
import {
  LotKey,
  MoneySource,
  priceColumn,
  publicationYearColumn,
  schoolColumn,
  sourceColumn,
  TextbookDetails,
  textbookDetails,
} from './holdings'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'
import { textbookColumn } from './textbooks'

/** Exchange fund: surpluses, needs and reservations (PRODUCT, module 6; FORMS §4). Quantities are copies, money is kopecks. */

export const conditions = { good: 'хорошее', fair: 'удовлетворительное', worn: 'ветхое', new: 'новое' } as const
export const Condition = z.enum(Object.keys(conditions) as [keyof typeof conditions])

const Copies = z.int('нужно целое число').min(1, 'нужен хотя бы один экземпляр').max(1_000_000, 'не больше 1 000 000')

/** `open`: counts in the fund; `withdrawn`: taken back by the school. What is used up or past its date is told by figures. */
export const fundStates = { open: 'открыто', withdrawn: 'отозвано' } as const
export const FundState = z.enum(['open', 'withdrawn'])

export const Surplus = LotKey.extend({
  copies: named('Экземпляров', Copies),
  condition: named('Состояние книг', Condition),
  since: named('Заявлено', IsoDate),
  until: named('Действует до', OptionalDate),
  state: named('Состояние', FundState),
  note: named('Примечание', Text),
})
export type Surplus = z.infer<typeof Surplus>

const amount = (key: string, title: string): ColumnSpec => ({ key, title, type: 'number', width: 100, total: 'sum' })
const inFund: ColumnSpec = { ...amount('inFund', 'Открыто, экз.'), hidden: true }
const copies = (...headings: readonly string[]): ColumnSpec => ({
  key: 'copies',
  title: 'Экземпляров',
  type: 'number',
  width: 110,
  total: 'sum',
  edit: { required: true },
  headings: ['количество', 'кол-во', 'кол-во экз.', 'количество экз.', 'экз.', ...headings],
})
const since: ColumnSpec = {
  key: 'since',
  title: 'Заявлено',
  type: 'date',
  width: 110,
  edit: {},
  headings: ['дата', 'дата заявки'],
}
const until: ColumnSpec = { key: 'until', title: 'Действует до', type: 'date', width: 120, edit: {}, hidden: true }
const state: ColumnSpec = {
  key: 'state',
  title: 'Состояние',
  type: 'choice',
  width: 110,
  choices: fundStates,
  edit: {},
}
const note: ColumnSpec = {
  key: 'note',
  title: 'Примечание',
  type: 'text',
  width: 200,
  edit: { multiline: true },
  headings: ['примечания'],
}

/** What is to be seen at once of a surplus that is open: more than the school has, past its day, nothing left to promise. */
export const surplusRemarks = { over: 'больше, чем в остатках', past: 'срок прошёл', used: 'всё обещано' } as const
export const needRemarks = { past: 'срок прошёл', met: 'всё подобрано' } as const

export const SurplusRow = TextbookDetails.extend({
  id: z.int(),
  schoolId: z.int(),
  school: z.string(),
  lotId: z.int(),
  publicationYear: z.int().nullable(),
  price: z.int().nullable(),
  source: MoneySource,
  copies: z.int(),
  condition: Condition,
  since: z.string(),
  until: z.string().nullable(),
  state: FundState,
  note: z.string(),
  reserved: z.int(),
  /** In transfers of any state that is not cancelled. */
  transferred: z.int(),
  /** copies − reserved − transferred while open and not past its date, else 0. */
  free: z.int(),
  /** Balance of the lot. */
  held: z.int(),
  /** Copies of it in the fund, promised ones included; 0 of what is not open. */
  inFund: z.int(),
  remark: z.enum(['over', 'past', 'used']).nullable(),
})
export type SurplusRow = z.infer<typeof SurplusRow>

export const surplusList: ListSpec = {
  name: 'surpluses',
  title: 'Излишки',
  record: 'surplus',
  schoolYear: 'none',
  onDay: true,
  nouns: ['излишек', 'излишка', 'излишков'],
  identity: [
    ['school', 'textbook', 'publicationYear', 'price', 'source'],
    ['school', 'textbook', 'publicationYear'],
    ['school', 'textbook'],
  ],
  defaultSort: [
    { column: 'school', desc: false },
    { column: 'textbook', desc: false },
  ],
  columns: [
    schoolColumn,
    textbookColumn,
    ...textbookDetails,
    publicationYearColumn,
    priceColumn,
    sourceColumn,
    copies('излишек', 'излишки', 'невостребовано', 'излишек, экз.', 'лишних', 'могут передать'),
    amount('reserved', 'В брони'),
    amount('transferred', 'В передачах'),
    amount('free', 'Свободно'),
    amount('held', 'В остатках'),
    inFund,
    { key: 'remark', title: 'Замечание', type: 'choice', width: 170, choices: surplusRemarks },
    {
      key: 'condition',
      title: 'Состояние книг',
      type: 'choice',
      width: 150,
      choices: conditions,
      edit: {},
      headings: ['физическое состояние'],
    },
    since,
    until,
    state,
    note,
  ],
}

export const priorities = { high: 'в первую очередь', usual: 'обычная', low: 'в последнюю очередь' } as const
export const Priority = z.enum(['high', 'usual', 'low'])

export const Need = z.object({
  schoolId: Id,
  textbookId: Id,
  copies: named('Экземпляров', Copies),
  /** Another edition of the same ФПУ code, grades and subject will do. */
  substitutes: named('Можно замену', z.boolean()),
  priority: named('Очерёдность', Priority),
  since: named('Заявлено', IsoDate),
  until: named('Действует до', OptionalDate),
  state: named('Состояние', FundState),
  note: named('Примечание', Text),
})
export type Need = z.infer<typeof Need>

export const NeedRow = TextbookDetails.extend({
  id: z.int(),
  schoolId: z.int(),
  school: z.string(),
  copies: z.int(),
  substitutes: z.boolean(),
  priority: Priority,
  since: z.string(),
  until: z.string().nullable(),
  state: FundState,
  note: z.string(),
  reserved: z.int(),
  /** In transfers of any state that is not cancelled. */
  transferred: z.int(),
  /** copies − reserved − transferred while open and not past its date, else 0. */
  unmet: z.int(),
  /** Free copies of the same edition, and of what may stand for it, in other schools. */
  offered: z.int(),
  /** Copies of it in the fund, promised ones included; 0 of what is not open. */
  inFund: z.int(),
  remark: z.enum(['past', 'met']).nullable(),
})
export type NeedRow = z.infer<typeof NeedRow>

export const needList: ListSpec = {
  name: 'needs',
  title: 'Потребности',
  record: 'need',
  schoolYear: 'none',
  onDay: true,
  nouns: ['потребность', 'потребности', 'потребностей'],
  identity: [['school', 'textbook']],
  defaultSort: [
    { column: 'school', desc: false },
    { column: 'textbook', desc: false },
  ],
  columns: [
    schoolColumn,
    textbookColumn,
    ...textbookDetails,
    copies('потребность', 'нужно', 'требуется', 'не хватает экз.', 'потребность, экз.', 'дополнительная потребность'),
    amount('reserved', 'В брони'),
    amount('transferred', 'В передачах'),
    amount('unmet', 'Не хватает'),
    { key: 'offered', title: 'Есть в фонде', type: 'number', width: 110 },
    inFund,
    { key: 'remark', title: 'Замечание', type: 'choice', width: 130, choices: needRemarks },
    { key: 'substitutes', title: 'Можно замену', type: 'boolean', width: 120, edit: {}, headings: ['замена'] },
    {
      key: 'priority',
      title: 'Очерёдность',
      type: 'choice',
      width: 150,
      choices: priorities,
      edit: {},
      headings: ['приоритет'],
    },
    since,
    until,
    state,
    note,
  ],
}

/** `used` became a transfer. Past `expiresOn` an active one holds nothing any more. */
export const reservationStates = {
  active: 'действует',
  used: 'в передаче',
  cancelled: 'снята',
  expired: 'истекла',
} as const
export const ReservationState = z.enum(['active', 'used', 'cancelled', 'expired'])

export const ReservationRow = z.object({
  id: z.int(),
  surplusId: z.int(),
  needId: z.int(),
  from: z.string(),
  to: z.string(),
  textbook: z.string(),
  /** The edition asked for, where another is given. */
  forTextbook: z.string(),
  publicationYear: z.int().nullable(),
  copies: z.int(),
  madeOn: z.string(),
  expiresOn: z.string(),
  state: ReservationState,
  note: z.string(),
})
export type ReservationRow = z.infer<typeof ReservationRow>

export const reservationList: ListSpec = {
  name: 'reservations',
  title: 'Брони',
  record: 'reservation',
  schoolYear: 'none',
  nouns: ['бронь', 'брони', 'броней'],
  identity: [],
  defaultSort: [{ column: 'expiresOn', desc: false }],
  columns: [
    { key: 'from', title: 'Школа-передатчик', type: 'text', width: 200 },
    { key: 'to', title: 'Школа-получатель', type: 'text', width: 200 },
    { key: 'textbook', title: 'Учебник', type: 'text', width: 300 },
    { key: 'publicationYear', title: 'Год издания', type: 'number', ordinal: true, width: 110 },
    { key: 'forTextbook', title: 'Вместо', type: 'text', width: 220 },
    { key: 'copies', title: 'Экземпляров', type: 'number', width: 110, total: 'sum' },
    { key: 'madeOn', title: 'Забронировано', type: 'date', width: 130 },
    { key: 'expiresOn', title: 'Бронь до', type: 'date', width: 110 },
    { key: 'state', title: 'Состояние', type: 'choice', width: 110, choices: reservationStates },
    { key: 'note', title: 'Примечание', type: 'text', width: 200 },
  ],
}

/** Surpluses and needs that can meet: one edition, or editions of which one may stand for the other. */
export const MatchGroup = z.object({
  /** The first textbook of the group, by which it is named. */
  textbookId: z.int(),
  title: z.string(),
  detail: z.string(),
  surpluses: z.array(
    z.object({
      id: z.int(),
      schoolId: z.int(),
      school: z.string(),
      textbookId: z.int(),
      textbook: z.string(),
      publicationYear: z.int().nullable(),
      price: z.int().nullable(),
      usableUntil: z.string().nullable(),
      free: z.int(),
      condition: Condition,
    }),
  ),
  needs: z.array(
    z.object({
      id: z.int(),
      schoolId: z.int(),
      school: z.string(),
      textbookId: z.int(),
      textbook: z.string(),
      unmet: z.int(),
      substitutes: z.boolean(),
      priority: Priority,
    }),
  ),
  free: z.int(),
  unmet: z.int(),
})
export type MatchGroup = z.infer<typeof MatchGroup>

const fundTopics = ['surplus', 'need', 'reservation', 'transfer', 'textbook', 'school', 'holding', 'subject'] as const

/**
 * State of the fund on a day: what was open then and not yet used up, by the dates the records keep. `copies` is what was
 * left of it, promised copies included. A row whose number was changed since counts with that of today.
 */
export const FundSummary = z.object({
  on: z.string(),
  surpluses: z.object({ rows: z.int(), copies: z.int(), free: z.int(), schools: z.int() }),
  needs: z.object({ rows: z.int(), copies: z.int(), unmet: z.int(), schools: z.int() }),
  reserved: z.int(),
  /** Of the school year up to the day. */
  transferred: z.object({ transfers: z.int(), copies: z.int(), savedKopecks: z.int() }),
  onLoan: z.object({ copies: z.int(), overdue: z.int() }),
  expiringReservations: z.int(),
})
export type FundSummary = z.infer<typeof FundSummary>

export const exchangeContract = {
  'surpluses.list': query(ListQuery, listPage(SurplusRow), fundTopics),
  'surpluses.get': query(z.object({ id: Id }), SavedRecord.extend({ surplus: Surplus }), ['surplus', 'holding']),
  'surpluses.save': command(
    'Излишек',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), surplus: Surplus }),
    SavedRecord,
  ),
  'surpluses.remove': command('Удаление излишка', z.object({ id: Id }), z.object({})),
  'needs.list': query(ListQuery, listPage(NeedRow), fundTopics),
  'needs.get': query(z.object({ id: Id }), SavedRecord.extend({ need: Need }), ['need']),
  'needs.save': command(
    'Потребность',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), need: Need }),
    SavedRecord,
  ),
  'needs.remove': command('Удаление потребности', z.object({ id: Id }), z.object({})),

  /** The fund as it was on a day (null: now). */
  'exchange.summary': query(z.object({ on: IsoDate.nullable().default(null) }), FundSummary, fundTopics),
  /** What fits what: groups where something is free and something unmet first. `both`: only those. */
  'exchange.matches': query(
    z.object({
      search: z.string().max(300).default(''),
      schoolId: Id.nullable().default(null),
      /** The group this book is in. */
      textbookId: Id.nullable().default(null),
      both: z.boolean().default(true),
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().min(0).default(0),
    }),
    z.object({ groups: z.array(MatchGroup), total: z.int() }),
    fundTopics,
  ),
  'reservations.list': query(ListQuery, listPage(ReservationRow), fundTopics),
  /** Promises copies of a surplus to a need. @throws `not-enough` when fewer are free or needed, `invalid-input` when the editions do not fit */
  'reservations.make': command(
    'Бронь',
    z.object({ surplusId: Id, needId: Id, copies: Copies, expiresOn: IsoDate, note: Line.default('') }),
    z.object({ id: z.int() }),
  ),
  'reservations.cancel': command(
    'Снятие брони',
    z.object({ ids: z.array(Id).min(1).max(10_000) }),
    z.object({ cancelled: z.int() }),
  ),
  'reservations.extend': command('Продление брони', z.object({ id: Id, expiresOn: IsoDate }), z.object({})),
  /** Transfers of the reserved copies, one for each pair of schools. Answers their ids. */
  'reservations.transfer': command(
    'Передачи по броням',
    z.object({ ids: z.array(Id).min(1).max(10_000) }),
    z.object({ transferIds: z.array(z.int()) }),
  ),
  /**
   * An exchange meeting from transfers that are drafted or agreed: a draft protocol with who brings what to whom, which the
   * transfers are linked to.
   */
  'exchange.prepareMeeting': command(
    'Встреча для обмена',
    z.object({
      seriesId: Id,
      date: IsoDate,
      time: z.string().nullable().default(null),
      place: Line,
      transferIds: z.array(Id).min(1).max(2000),
    }),
    z.object({ meetingId: z.int() }),
  ),
  /** Who brings what to whom, in Word. */
  'papers.exchangeSheet': job(
    'Лист обмена',
    z.object({
      transferIds: z.array(Id).min(1).max(2000),
      title: Line.default(''),
      out: FilledLine,
      templateId: OnTemplate,
    }),
    z.object({ file: z.string() }),
  ),
} as const
