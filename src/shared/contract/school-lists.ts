import { z } from 'zod'
import { query } from './core'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'
import {
  ConnectionState,
  connectionStates,
  FundCategory,
  fundCategories,
  LibraryStatus,
  libraryStatuses,
} from './schools'

/** What the card of a school holds in rows, as lists of the whole district. A row's record is the school. */

const Row = z.object({ id: z.int(), schoolId: z.int(), school: z.string() })

const school: ColumnSpec = {
  key: 'school',
  title: 'Школа',
  type: 'text',
  width: 260,
  edit: { required: true, reference: 'school' },
  headings: ['наименование школы', 'наименование оо', 'оо', 'краткое наименование', 'общеобразовательная организация'],
}

type Own = Pick<ListSpec, 'name' | 'title' | 'schoolYear' | 'nouns' | 'identity'> & {
  thenBy?: string
  columns: readonly ColumnSpec[]
}

const listOf = ({ columns, thenBy, ...own }: Own): ListSpec => ({
  ...own,
  record: 'school',
  recordKey: 'schoolId',
  defaultSort: [
    { column: 'school', desc: false },
    ...(thenBy === undefined ? [] : [{ column: thenBy, desc: thenBy === 'year' }]),
  ],
  columns: [school, ...columns],
})

export const SchoolConnectionRow = Row.extend({
  name: z.string(),
  state: ConnectionState,
  date: z.string().nullable(),
  note: z.string(),
})

/** Of a school year: those dated not after its end, and those without a date. */
export const schoolConnectionList: ListSpec = listOf({
  name: 'schoolConnections',
  title: 'Подключения',
  schoolYear: 'as-of',
  nouns: ['подключение', 'подключения', 'подключений'],
  identity: [['school', 'name']],
  thenBy: 'name',
  columns: [
    {
      key: 'name',
      title: 'Подключение',
      type: 'text',
      width: 200,
      edit: { required: true },
      headings: ['ресурс', 'электронный ресурс', 'эбс', 'библиотечный ресурс', 'название ресурса'],
    },
    {
      key: 'state',
      title: 'Состояние подключения',
      type: 'choice',
      width: 180,
      choices: connectionStates,
      edit: {},
      headings: ['состояние', 'статус'],
    },
    { key: 'date', title: 'Дата подключения', type: 'date', width: 140, edit: {}, headings: ['дата'] },
    { key: 'note', title: 'Примечание', type: 'text', width: 220, edit: {}, headings: ['примечания'] },
  ],
})

export const SchoolStatusRow = Row.extend({
  status: LibraryStatus,
  since: z.string().nullable(),
  order: z.string(),
})

/** Of a school year: those given not after its end. */
export const schoolStatusList: ListSpec = listOf({
  name: 'schoolStatuses',
  title: 'Статусы библиотек',
  schoolYear: 'as-of',
  nouns: ['статус библиотеки', 'статуса библиотек', 'статусов библиотек'],
  identity: [
    ['school', 'status', 'since'],
    ['school', 'status'],
  ],
  thenBy: 'since',
  columns: [
    {
      key: 'status',
      title: 'Статус библиотеки',
      type: 'choice',
      width: 150,
      choices: libraryStatuses,
      edit: { required: true },
      headings: ['статус', 'библиотека', 'вид библиотеки'],
    },
    { key: 'since', title: 'Статус с', type: 'date', width: 110, edit: {}, headings: ['дата', 'дата присвоения', 'с'] },
    { key: 'order', title: 'Приказ', type: 'text', width: 260, edit: {}, headings: ['номер приказа', 'основание'] },
  ],
})

export const SchoolFundRow = Row.extend({
  year: z.int(),
  category: FundCategory,
  received: z.int(),
  disposed: z.int(),
  held: z.int(),
})

/** Funds are counted by calendar years (ОО-2), which a school year does not name. */
export const schoolFundList: ListSpec = listOf({
  name: 'schoolFunds',
  title: 'Фонды',
  schoolYear: 'none',
  nouns: ['строка фонда', 'строки фонда', 'строк фонда'],
  identity: [['school', 'year', 'category']],
  thenBy: 'year',
  columns: [
    {
      key: 'year',
      title: 'Год',
      type: 'number',
      ordinal: true,
      width: 80,
      edit: { required: true },
      headings: ['отчётный год'],
    },
    {
      key: 'category',
      title: 'Вид документов',
      type: 'choice',
      width: 220,
      choices: fundCategories,
      edit: {},
      headings: ['фонд', 'вид фонда', 'вид изданий'],
    },
    { key: 'received', title: 'Поступило', type: 'number', width: 110, edit: {}, headings: ['поступило экз.'] },
    { key: 'disposed', title: 'Выбыло', type: 'number', width: 110, edit: {}, headings: ['выбыло экз.', 'списано'] },
    {
      key: 'held',
      title: 'Состоит',
      type: 'number',
      width: 110,
      edit: {},
      headings: ['состоит экз.', 'состоит на конец года', 'экземпляров', 'кол-во экз.'],
    },
  ],
})

export const SchoolDocumentRow = Row.extend({
  name: z.string(),
  number: z.string(),
  date: z.string().nullable(),
  note: z.string(),
})

export const schoolDocumentList: ListSpec = listOf({
  name: 'schoolDocuments',
  title: 'Документы библиотек',
  schoolYear: 'none',
  nouns: ['документ', 'документа', 'документов'],
  identity: [
    ['school', 'name', 'number'],
    ['school', 'name'],
  ],
  thenBy: 'name',
  columns: [
    {
      key: 'name',
      title: 'Документ',
      type: 'text',
      width: 240,
      edit: { required: true },
      headings: ['название документа', 'наименование документа', 'вид документа'],
    },
    { key: 'number', title: 'Номер', type: 'text', width: 110, edit: {}, headings: ['номер документа', '№ документа'] },
    { key: 'date', title: 'Дата', type: 'date', width: 110, edit: {}, headings: ['дата документа', 'от'] },
    { key: 'note', title: 'Примечание', type: 'text', width: 220, edit: {}, headings: ['примечания'] },
  ],
})

export const schoolLists: readonly ListSpec[] = [
  schoolConnectionList,
  schoolStatusList,
  schoolFundList,
  schoolDocumentList,
]

export const schoolListsContract = {
  'schoolConnections.list': query(ListQuery, listPage(SchoolConnectionRow), ['school']),
  'schoolStatuses.list': query(ListQuery, listPage(SchoolStatusRow), ['school']),
  'schoolFunds.list': query(ListQuery, listPage(SchoolFundRow), ['school']),
  'schoolDocuments.list': query(ListQuery, listPage(SchoolDocumentRow), ['school']),
} as const
