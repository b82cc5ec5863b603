import { z } from 'zod'
import { command, query } from './core'
import { Count, Id, IsoDate, Line, named } from './fields'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'
import { OnDay, TextbookLevel, textbookColumn, textbookLevels } from './textbooks'

/**
 * Holdings as a ledger: a lot is school × textbook × year of publication × price × source of money, its balance the sum of
 * its movements, never below zero on any date. Money is kopecks, quantities are copies, dates are ISO.
 */

export const moneySources = {
  unknown: 'не указан',
  federal: 'федеральный бюджет',
  regional: 'региональный бюджет',
  municipal: 'муниципальный бюджет',
  own: 'средства организации',
  sponsors: 'спонсоры',
} as const
export const MoneySource = z.enum(Object.keys(moneySources) as [keyof typeof moneySources])
export type MoneySource = z.infer<typeof MoneySource>

/** In and out say the sign; a correction and a reversal may be either. */
export const movementKinds = {
  receipt: 'поступление',
  correction: 'инвентаризация',
  'transfer-out': 'передано',
  'transfer-in': 'получено',
  'loan-out': 'выдано временно',
  'loan-in': 'получено временно',
  'return-out': 'возвращено',
  'return-in': 'принят возврат',
  'write-off': 'списано',
  reversal: 'сторно',
} as const
export const MovementKind = z.enum(Object.keys(movementKinds) as [keyof typeof movementKinds])
export type MovementKind = z.infer<typeof MovementKind>
/** Kinds a person enters by hand; the others come from their acts. */
export const TypedMovementKind = z.enum(['receipt', 'correction'])

/** Of one lot at once; more is a slip of typing. With it sums in kopecks stay whole numbers. */
export const MOST_COPIES = 1_000_000

/** 0 is «not known». */
export const PublicationYear = z
  .int('нужен год')
  .refine((year) => year === 0 || (year >= 1950 && year <= 2100), 'год издания — от 1950 до 2100')

/** What makes a lot. */
export const LotKey = z.object({
  schoolId: Id,
  textbookId: Id,
  publicationYear: named('Год издания', PublicationYear),
  price: named('Цена', Count),
  source: named('Источник средств', MoneySource),
})
export type LotKey = z.infer<typeof LotKey>

export const schoolColumn: ColumnSpec = {
  key: 'school',
  title: 'Школа',
  type: 'text',
  width: 220,
  edit: { required: true, reference: 'school' },
  headings: ['наименование школы', 'наименование оо', 'оо', 'краткое наименование', 'общеобразовательная организация'],
}
export const publicationYearColumn: ColumnSpec = {
  key: 'publicationYear',
  title: 'Год издания',
  type: 'number',
  ordinal: true,
  width: 110,
  edit: {},
  headings: ['год', 'год изд.', 'издан'],
}
export const priceColumn: ColumnSpec = {
  key: 'price',
  title: 'Цена',
  type: 'money',
  width: 100,
  edit: {},
  headings: ['цена за экз.', 'цена, руб.', 'цена за единицу'],
}
export const sourceColumn: ColumnSpec = {
  key: 'source',
  title: 'Источник средств',
  type: 'choice',
  width: 170,
  choices: moneySources,
  edit: {},
  headings: ['источник финансирования', 'источник', 'бюджет'],
}
/** What a list tells of its textbook besides the name. */
export const textbookDetails: readonly ColumnSpec[] = [
  { key: 'subject', title: 'Предмет', type: 'text', width: 150, tells: 'textbook' },
  { key: 'grades', title: 'Класс', type: 'text', width: 70, tells: 'textbook', headings: ['классы', 'параллель'] },
  {
    key: 'authors',
    title: 'Авторы',
    type: 'text',
    width: 180,
    hidden: true,
    tells: 'textbook',
    headings: ['автор', 'авторский коллектив'],
  },
  {
    key: 'publisher',
    title: 'Издательство',
    type: 'text',
    width: 150,
    hidden: true,
    tells: 'textbook',
    headings: ['издатель'],
  },
  {
    key: 'fplCode',
    title: 'Код ФПУ',
    type: 'text',
    width: 130,
    hidden: true,
    tells: 'textbook',
    headings: ['код по фпу', 'номер по фпу', '№ фпу'],
  },
  { key: 'usableUntil', title: 'Использовать до', type: 'date', width: 130 },
]
export const TextbookDetails = z.object({
  textbookId: z.int(),
  textbook: z.string(),
  subject: z.string(),
  grades: z.string(),
  authors: z.string(),
  publisher: z.string(),
  fplCode: z.string(),
  usableUntil: z.string().nullable(),
})

export const HoldingRow = TextbookDetails.extend({
  id: z.int(),
  schoolId: z.int(),
  school: z.string(),
  publicationYear: z.int().nullable(),
  price: z.int().nullable(),
  source: MoneySource,
  level: TextbookLevel,
  isbn: z.string(),
  copies: z.int(),
  /** price × copies */
  sum: z.int(),
  usable: z.boolean(),
  /** Copies promised: drafted or agreed transfers, and write-offs not booked yet. */
  promised: z.int(),
})
export type HoldingRow = z.infer<typeof HoldingRow>

/**
 * Lots with their balance on a day. Written by import only: a row of a file is what the school counted, and the difference
 * is booked as a correction.
 */
export const holdingList: ListSpec = {
  name: 'holdings',
  title: 'Остатки',
  record: 'holding',
  schoolYear: 'as-of',
  onDay: true,
  typed: false,
  nouns: ['остаток', 'остатка', 'остатков'],
  identity: [
    ['school', 'textbook', 'publicationYear', 'price', 'source'],
    ['school', 'textbook', 'publicationYear', 'price'],
    ['school', 'textbook', 'publicationYear'],
    ['school', 'textbook'],
  ],
  emptyTells: ['publicationYear', 'price'],
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
    {
      key: 'copies',
      title: 'Экземпляров',
      type: 'number',
      width: 110,
      total: 'sum',
      edit: { required: true },
      headings: ['количество', 'кол-во', 'кол-во экз.', 'количество экз.', 'экз.', 'в наличии', 'фонд', 'остаток'],
    },
    { key: 'sum', title: 'Стоимость', type: 'money', width: 120, total: 'sum' },
    { key: 'usable', title: 'Годен', type: 'boolean', width: 80 },
    { key: 'promised', title: 'Обещано', type: 'number', width: 90, total: 'sum' },
    { key: 'level', title: 'Уровень', type: 'choice', width: 110, choices: textbookLevels, hidden: true },
    { key: 'isbn', title: 'ISBN', type: 'text', width: 140, hidden: true, tells: 'textbook' },
  ],
}

export const MovementRow = TextbookDetails.extend({
  id: z.int(),
  lotId: z.int(),
  schoolId: z.int(),
  school: z.string(),
  date: z.string(),
  kind: MovementKind,
  /** Signed. */
  copies: z.int(),
  publicationYear: z.int().nullable(),
  price: z.int().nullable(),
  source: MoneySource,
  sum: z.int(),
  document: z.string(),
  note: z.string(),
  transferId: z.int().nullable(),
  writeOffId: z.int().nullable(),
})
export type MovementRow = z.infer<typeof MovementRow>

export const movementList: ListSpec = {
  name: 'movements',
  title: 'Движение фонда',
  record: 'holding',
  recordKey: 'lotId',
  schoolYear: 'within',
  nouns: ['движение', 'движения', 'движений'],
  identity: [
    ['date', 'school', 'textbook', 'publicationYear', 'price', 'source', 'kind', 'document', 'copies'],
    ['date', 'school', 'textbook', 'document', 'copies'],
    ['date', 'school', 'textbook', 'copies'],
  ],
  emptyTells: ['publicationYear', 'price', 'document'],
  defaultSort: [{ column: 'date', desc: true }],
  columns: [
    {
      key: 'date',
      title: 'Дата',
      type: 'date',
      width: 110,
      edit: { required: true },
      headings: ['дата поступления', 'дата операции'],
    },
    schoolColumn,
    {
      key: 'kind',
      title: 'Движение',
      type: 'choice',
      width: 150,
      choices: movementKinds,
      edit: {},
      headings: ['вид движения', 'операция'],
    },
    textbookColumn,
    ...textbookDetails.map((column) => ({ ...column, hidden: true })),
    publicationYearColumn,
    priceColumn,
    sourceColumn,
    {
      key: 'copies',
      title: 'Экземпляров',
      type: 'number',
      width: 110,
      total: 'sum',
      edit: { required: true },
      headings: ['количество', 'кол-во', 'кол-во экз.', 'количество экз.', 'экз.', 'поступило'],
    },
    { key: 'sum', title: 'Стоимость', type: 'money', width: 120, total: 'sum' },
    {
      key: 'document',
      title: 'Документ',
      type: 'text',
      width: 180,
      edit: {},
      headings: ['накладная', 'акт', 'основание'],
    },
    { key: 'note', title: 'Примечание', type: 'text', width: 200, edit: {}, headings: ['примечания'] },
  ],
}

/** A receipt or correction as typed. */
export const Movement = LotKey.extend({
  date: named('Дата', IsoDate),
  kind: named('Движение', TypedMovementKind),
  /** Signed: a receipt is above zero. */
  copies: named(
    'Экземпляров',
    z
      .int('нужно целое число')
      .refine((n) => n !== 0, 'число экземпляров не может быть нулём')
      .refine((n) => Math.abs(n) <= MOST_COPIES, 'не больше 1 000 000'),
  ),
  document: named('Документ', Line),
  note: named('Примечание', Line),
})
export type Movement = z.infer<typeof Movement>

export const holdingsContract = {
  'holdings.list': query(ListQuery, listPage(HoldingRow), [
    'holding',
    'textbook',
    'school',
    'transfer',
    'write-off',
    'surplus',
  ]),
  /** A lot with its balance on every day it changed. */
  'holdings.get': query(
    z.object({ id: Id }),
    z.object({
      id: z.int(),
      key: LotKey,
      school: z.string(),
      textbook: z.string(),
      copies: z.int(),
      promised: z.int(),
      movements: z.array(MovementRow.extend({ balance: z.int(), removable: z.boolean() })),
    }),
    ['holding', 'textbook', 'school', 'transfer', 'write-off'],
  ),
  /** Balances of the lots of a school, or of a textbook, on a day; for choosing what to give, offer or write off. */
  'holdings.lots': query(
    z.object({
      schoolId: Id.nullable(),
      textbookId: Id.nullable(),
      on: OnDay,
      search: z.string().max(200).default(''),
    }),
    z.array(
      LotKey.extend({
        id: z.int(),
        school: z.string(),
        textbook: z.string(),
        usableUntil: z.string().nullable(),
        copies: z.int(),
        free: z.int(),
      }),
    ),
    ['holding', 'textbook', 'school', 'transfer', 'write-off', 'surplus'],
  ),
  /** Books so many copies more (or fewer) that the balance on the day is `copies`. @throws `not-enough` */
  'holdings.correct': command(
    'Инвентаризация',
    z.object({
      lotId: Id,
      date: IsoDate,
      copies: Count.max(MOST_COPIES, 'не больше 1 000 000'),
      document: Line,
      note: Line,
    }),
    z.object({ difference: z.int() }),
  ),
  'movements.list': query(ListQuery, listPage(MovementRow), ['holding', 'textbook', 'school']),
  /** A receipt or correction. @throws `not-enough` when the balance would be below zero on some day */
  'movements.add': command(
    'Движение фонда',
    z.object({ movement: Movement }),
    z.object({ id: z.int(), lotId: z.int() }),
  ),
  /** Only what no act was issued for; after an act `movements.reverse`. @throws `in-use`, `not-enough` */
  'movements.remove': command('Удаление движения', z.object({ id: Id }), z.object({})),
  'movements.reverse': command('Сторно', z.object({ id: Id, date: IsoDate, note: Line }), z.object({ id: z.int() })),
} as const
