import { z } from 'zod'
import { command, job, query, SavedRecord } from './core'
import { Count, FilledLine, Id, IsoDate, Line, named, OnTemplate, OptionalDate, Text, Uid } from './fields'
import { MoneySource, TextbookDetails, textbookDetails } from './holdings'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'

/** Write-off of textbooks (PRODUCT, module 7; FORMS §5, form 0504144). Quantities are copies, money is kopecks. */

export const writeOffReasons = {
  outdated: 'устарелость по содержанию',
  worn: 'ветхость',
  defective: 'дефектность',
  lost: 'утрата',
  unsuited: 'непрофильность',
  expired: 'истечение предельного срока',
  other: 'иное',
} as const
export const WriteOffReason = z.enum(Object.keys(writeOffReasons) as [keyof typeof writeOffReasons])
export type WriteOffReason = z.infer<typeof WriteOffReason>

/** Направление выбытия. */
export const disposals = {
  none: 'не указано',
  'waste-paper': 'макулатура',
  exchange: 'обменный фонд',
  sale: 'продажа',
  gift: 'безвозмездная передача',
} as const
export const Disposal = z.enum(Object.keys(disposals) as [keyof typeof disposals])

/** `booked`: copies are off the balance; `reversed`: put back by reversing movements. */
export const writeOffStates = { drafted: 'черновик', booked: 'проведён', reversed: 'сторнирован' } as const
export const WriteOffState = z.enum(['drafted', 'booked', 'reversed'])

export const commissionRoles = { chair: 'председатель', member: 'член комиссии' } as const

export const CommissionMember = z.object({
  uid: Uid,
  role: named('Роль', z.enum(['chair', 'member'])),
  position: named('Должность', Line),
  name: named('ФИО', FilledLine),
})
export type CommissionMember = z.infer<typeof CommissionMember>

export const WriteOffLine = z.object({
  uid: Uid,
  lotId: named('Книги', Id),
  copies: named('Экземпляров', z.int('нужно целое число').min(1, 'нужен хотя бы один экземпляр').max(1_000_000)),
  inventoryNumbers: named('Инвентарные номера', Line),
})
export type WriteOffLine = z.infer<typeof WriteOffLine>

/** One act is of one school and one reason, in two copies. */
export const WriteOff = z.object({
  schoolId: named('Школа', Id),
  campaignId: named('Кампания', Id.nullable()),
  reason: named('Причина исключения', WriteOffReason),
  /** Of `other`. */
  reasonText: named('Причина словами', Line),
  number: named('Номер акта', Line),
  date: named('Дата акта', IsoDate),
  okpo: named('ОКПО', Line),
  unit: named('Структурное подразделение', Line),
  debit: named('Дебет', Line),
  credit: named('Кредит', Line),
  /** Order that appointed the commission. */
  order: named('Приказ о комиссии', Line),
  disposal: named('Направление выбытия', Disposal),
  note: named('Примечание', Text),
  commission: z.array(CommissionMember).max(20),
  lines: z.array(WriteOffLine).max(5000),
})
export type WriteOff = z.infer<typeof WriteOff>

export const WriteOffRecord = SavedRecord.extend({
  writeOff: WriteOff,
  state: WriteOffState,
  bookedOn: z.string().nullable(),
  school: z.string(),
  schoolFull: z.string(),
  director: z.string(),
  lines: z.array(
    WriteOffLine.extend({
      id: z.int(),
      title: z.string(),
      authors: z.string(),
      publisher: z.string(),
      publicationYear: z.int(),
      price: z.int(),
      source: MoneySource,
      held: z.int(),
    }),
  ),
  copies: z.int(),
  sum: z.int(),
})
export type WriteOffRecord = z.infer<typeof WriteOffRecord>

/** What the printed act is called and coded: orders change it, so she can. */
export const WriteOffForm = z.object({
  okud: named('Код формы по ОКУД', Line),
  /** Under «АКТ № …». */
  heading: named('Заголовок акта', FilledLine),
  listHeading: named('Заголовок списка', FilledLine),
  /** Who approves, over the director's name. */
  approver: named('Кто утверждает', FilledLine),
  /** Last line before the signatures. */
  closing: named('Строка о числе экземпляров', Line),
})
export type WriteOffForm = z.infer<typeof WriteOffForm>

export const WriteOffRow = z.object({
  id: z.int(),
  schoolId: z.int(),
  school: z.string(),
  number: z.string(),
  date: z.string(),
  reason: WriteOffReason,
  titles: z.int(),
  copies: z.int(),
  sum: z.int(),
  state: WriteOffState,
  bookedOn: z.string().nullable(),
  campaign: z.string(),
  disposal: Disposal,
  note: z.string(),
})
export type WriteOffRow = z.infer<typeof WriteOffRow>

const text = (key: string, title: string, width: number, rest: Partial<ColumnSpec> = {}): ColumnSpec => ({
  key,
  title,
  type: 'text',
  width,
  ...rest,
})
const copies: ColumnSpec = { key: 'copies', title: 'Экземпляров', type: 'number', width: 110, total: 'sum' }
const sum: ColumnSpec = { key: 'sum', title: 'Сумма', type: 'money', width: 120, total: 'sum' }
const reason: ColumnSpec = { key: 'reason', title: 'Причина', type: 'choice', width: 210, choices: writeOffReasons }

/** Register of acts. */
export const writeOffList: ListSpec = {
  name: 'writeOffs',
  title: 'Акты о списании',
  record: 'write-off',
  schoolYear: 'within',
  nouns: ['акт', 'акта', 'актов'],
  identity: [],
  defaultSort: [{ column: 'date', desc: true }],
  columns: [
    text('number', 'Акт №', 80),
    { key: 'date', title: 'Дата', type: 'date', width: 110 },
    text('school', 'Школа', 220),
    { key: 'state', title: 'Состояние', type: 'choice', width: 120, choices: writeOffStates },
    { key: 'titles', title: 'Названий', type: 'number', width: 90, total: 'sum' },
    copies,
    sum,
    reason,
    { key: 'bookedOn', title: 'Проведён', type: 'date', width: 110 },
    text('campaign', 'Кампания', 180),
    { key: 'disposal', title: 'Направление', type: 'choice', width: 170, choices: disposals, hidden: true },
    text('note', 'Примечание', 200, { hidden: true }),
  ],
}

export const WriteOffLineRow = TextbookDetails.extend({
  id: z.int(),
  writeOffId: z.int(),
  number: z.string(),
  date: z.string(),
  schoolId: z.int(),
  school: z.string(),
  reason: WriteOffReason,
  publicationYear: z.int().nullable(),
  price: z.int().nullable(),
  copies: z.int(),
  sum: z.int(),
  inventoryNumbers: z.string(),
  state: WriteOffState,
})
export type WriteOffLineRow = z.infer<typeof WriteOffLineRow>

/** What was written off, line by line: grouped by school or reason it is the consolidated sheet. */
export const writeOffLineList: ListSpec = {
  name: 'writeOffLines',
  title: 'Списанные учебники',
  record: 'write-off',
  recordKey: 'writeOffId',
  schoolYear: 'within',
  nouns: ['строка', 'строки', 'строк'],
  identity: [],
  defaultSort: [
    { column: 'school', desc: false },
    { column: 'textbook', desc: false },
  ],
  columns: [
    text('school', 'Школа', 220),
    text('textbook', 'Учебник', 300),
    ...textbookDetails,
    { key: 'publicationYear', title: 'Год издания', type: 'number', ordinal: true, width: 110 },
    reason,
    copies,
    { key: 'price', title: 'Цена', type: 'money', width: 100 },
    sum,
    text('inventoryNumbers', 'Инв. номера', 140, { hidden: true }),
    text('number', 'Акт №', 80),
    { key: 'date', title: 'Дата акта', type: 'date', width: 110 },
    { key: 'state', title: 'Состояние', type: 'choice', width: 120, choices: writeOffStates },
  ],
}

/** Lots that fit are candidates; every condition that is given must hold, none given fits all. */
export const WriteOffRule = z.object({
  /** Published in or before. */
  publishedBy: named('Издано не позже', z.int().min(1950).max(2100).nullable()),
  /** Past the usable-until date on this day. */
  usableUntilBefore: named('Срок использования истёк к', OptionalDate),
  /** Dropped from the federal list. */
  dropped: named('Исключены из перечня', z.boolean()),
  /** Words of the title, subject or publisher. */
  search: named('Слова', Line),
})
export type WriteOffRule = z.infer<typeof WriteOffRule>

/** «Списание 2016–2018»: a rule, a reason, and the schools with their days. */
export const WriteOffCampaign = z.object({
  name: named('Название', FilledLine),
  from: named('Начало', IsoDate),
  to: named('Окончание', IsoDate),
  rule: WriteOffRule,
  reason: named('Причина исключения', WriteOffReason),
  disposal: named('Направление выбытия', Disposal),
  note: named('Примечание', Text),
  schools: z
    .array(
      z.object({
        uid: Uid,
        schoolId: named('Школа', Id),
        dueOn: named('Срок', OptionalDate),
        note: named('Примечание', Line),
      }),
    )
    .max(5000),
  commission: z.array(CommissionMember).max(20),
})
export type WriteOffCampaign = z.infer<typeof WriteOffCampaign>

/** Where a school is in a campaign. */
export const campaignSchoolStates = {
  none: 'нечего списывать',
  waiting: 'ожидается',
  drafted: 'акт составлен',
  done: 'списано',
  overdue: 'просрочено',
} as const
export const CampaignSchoolState = z.enum(Object.keys(campaignSchoolStates) as [keyof typeof campaignSchoolStates])

export const CampaignSchool = z.object({
  schoolId: z.int(),
  school: z.string(),
  dueOn: z.string().nullable(),
  state: CampaignSchoolState,
  /** Copies by the rule that are still held and promised to nobody; 0 where the rule names nothing. */
  candidates: z.int(),
  candidateSum: z.int(),
  /** Copies in acts of the campaign. */
  drafted: z.int(),
  booked: z.int(),
  bookedSum: z.int(),
})
export type CampaignSchool = z.infer<typeof CampaignSchool>

export const WriteOffCampaignRow = z.object({
  id: z.int(),
  name: z.string(),
  from: z.string(),
  to: z.string(),
  reason: WriteOffReason,
  schools: z.int(),
  /** Schools of it with a booked act. */
  doneSchools: z.int(),
  acts: z.int(),
  copies: z.int(),
  sum: z.int(),
})
export type WriteOffCampaignRow = z.infer<typeof WriteOffCampaignRow>

export const writeOffCampaignList: ListSpec = {
  name: 'writeOffCampaigns',
  title: 'Кампании списания',
  record: 'write-off-campaign',
  schoolYear: 'within',
  nouns: ['кампания', 'кампании', 'кампаний'],
  identity: [],
  defaultSort: [{ column: 'from', desc: true }],
  columns: [
    text('name', 'Кампания', 260),
    { key: 'from', title: 'Начало', type: 'date', width: 110 },
    { key: 'to', title: 'Окончание', type: 'date', width: 110 },
    reason,
    { key: 'schools', title: 'Школ', type: 'number', width: 80, total: 'sum' },
    { key: 'doneSchools', title: 'Школ списало', type: 'number', width: 110, total: 'sum', hidden: true },
    { key: 'acts', title: 'Актов', type: 'number', width: 80, total: 'sum' },
    copies,
    sum,
  ],
}

export const Candidate = z.object({
  lotId: z.int(),
  schoolId: z.int(),
  school: z.string(),
  textbook: z.string(),
  subject: z.string(),
  grades: z.string(),
  publicationYear: z.int(),
  price: z.int(),
  source: MoneySource,
  usableUntil: z.string().nullable(),
  /** Held and not promised. */
  copies: z.int(),
  /** Which condition of the rule it fits, in words. */
  why: z.string(),
})
export type Candidate = z.infer<typeof Candidate>

const topics = ['write-off', 'write-off-campaign', 'holding', 'textbook', 'school', 'transfer'] as const

export const writeOffContract = {
  'writeOffs.list': query(ListQuery, listPage(WriteOffRow), topics),
  'writeOffLines.list': query(ListQuery, listPage(WriteOffLineRow), topics),
  'writeOffs.get': query(z.object({ id: Id }), WriteOffRecord, topics),
  /** What a new act of a school starts with: the next number, and what its last act had, else the campaign. */
  'writeOffs.blank': query(
    z.object({ schoolId: Id, date: IsoDate, campaignId: Id.nullable().default(null) }),
    WriteOff,
    topics,
  ),
  /** Lines and reason only while it is drafted. @throws `not-enough`, `locked` */
  'writeOffs.save': command(
    'Акт о списании',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), writeOff: WriteOff }),
    SavedRecord,
  ),
  'writeOffs.remove': command('Удаление акта о списании', z.object({ id: Id }), z.object({})),
  /** Takes the copies off the balance on the act's date. @throws `not-enough` */
  'writeOffs.book': command(
    'Проведение акта о списании',
    z.object({ id: Id, revision: z.int().nullable().default(null) }),
    SavedRecord,
  ),
  /** Puts the copies back by reversing movements: the act has been given out. */
  'writeOffs.reverse': command(
    'Сторно акта о списании',
    z.object({ id: Id, revision: z.int().nullable().default(null), on: IsoDate }),
    SavedRecord,
  ),
  'writeOffs.candidates': query(
    z.object({
      rule: WriteOffRule,
      schoolIds: z.array(Id).max(5000).nullable().default(null),
      limit: z.int().min(1).max(20_000).default(2000),
    }),
    z.object({ candidates: z.array(Candidate), total: z.object({ lots: z.int(), copies: z.int(), sum: z.int() }) }),
    topics,
  ),
  /** Drafts acts, one for each school, of these lots as one step; 0 copies stands for all that are free. @throws `not-enough` */
  'writeOffs.draft': command(
    'Акты о списании',
    z.object({
      campaignId: Id.nullable(),
      date: IsoDate,
      reason: WriteOffReason,
      reasonText: Line.default(''),
      lots: z
        .array(z.object({ lotId: Id, copies: Count }))
        .min(1)
        .max(20_000),
    }),
    z.object({ ids: z.array(z.int()) }),
  ),
  'writeOffs.form': query(z.object({}), WriteOffForm, ['profile']),
  'writeOffs.saveForm': command('Форма акта о списании', z.object({ form: WriteOffForm }), z.object({})),
  'writeOffCampaigns.list': query(ListQuery, listPage(WriteOffCampaignRow), topics),
  'writeOffCampaigns.get': query(
    z.object({ id: Id }),
    SavedRecord.extend({ campaign: WriteOffCampaign, schools: z.array(CampaignSchool) }),
    topics,
  ),
  'writeOffCampaigns.save': command(
    'Кампания списания',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), campaign: WriteOffCampaign }),
    SavedRecord,
  ),
  'writeOffCampaigns.remove': command('Удаление кампании списания', z.object({ id: Id }), z.object({})),
  /** Act with its list, form 0504144, in Word. */
  'papers.writeOffAct': job(
    'Акт о списании',
    z.object({ id: Id, out: FilledLine, templateId: OnTemplate }),
    z.object({ file: z.string() }),
  ),
  /** Consolidated sheet of a campaign or of a stretch of days, in Excel. */
  'papers.writeOffSummary': job(
    'Свод списания',
    z.object({ campaignId: Id.nullable(), from: IsoDate.nullable(), to: IsoDate.nullable(), out: FilledLine }),
    z.object({ file: z.string() }),
  ),
} as const
