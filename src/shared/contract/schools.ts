import { z } from 'zod'
import { parseCoordinates } from '../domain/distance'
import { command, query, SavedRecord } from './core'
import {
  Count,
  Email,
  FilledLine,
  Id,
  Line,
  named,
  OptionalCount,
  OptionalDate,
  SchoolYear,
  Text,
  Uid,
  WithoutSemicolon,
} from './fields'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'

/** Schools of the district with their library cards (PRODUCT, module 1; FORMS §9). */

export const schoolTypes = {
  school: 'СОШ',
  basic: 'ООШ',
  primary: 'НОШ',
  gymnasium: 'гимназия',
  lyceum: 'лицей',
  boarding: 'школа-интернат',
  evening: 'вечерняя школа',
  branch: 'филиал',
  other: 'другое',
} as const
export const SchoolType = z.enum(Object.keys(schoolTypes) as [keyof typeof schoolTypes])

export const schoolStates = { active: 'работает', closed: 'закрыта', merged: 'присоединена' } as const
export const SchoolState = z.enum(['active', 'closed', 'merged'])

/** LibraryStatus: ШБ, ШИБЦ/ИБЦ, МИБЦ, РРИБЦ. */
export const libraryStatuses = { shb: 'ШБ', ibc: 'ШИБЦ', mibc: 'МИБЦ', rribc: 'РРИБЦ', none: 'нет библиотеки' } as const
export const LibraryStatus = z.enum(Object.keys(libraryStatuses) as [keyof typeof libraryStatuses])

export const connectionStates = { planned: 'планируется', active: 'подключена', stopped: 'прекращена' } as const
export const ConnectionState = z.enum(['planned', 'active', 'stopped'])

/** Rows of the fund table, ОО-2 section 2.6. */
export const fundCategories = {
  total: 'Всего',
  textbooks: 'учебники',
  manuals: 'учебные пособия',
  fiction: 'художественная литература',
  reference: 'справочный материал',
  printed: 'печатные издания',
  audiovisual: 'аудиовизуальные документы',
  electronic: 'электронные документы',
} as const
export const FundCategory = z.enum(Object.keys(fundCategories) as [keyof typeof fundCategories])

export const School = z.object({
  fullName: named('Полное наименование', FilledLine),
  shortName: named('Краткое наименование', WithoutSemicolon),
  type: named('Тип', SchoolType),
  code: named('Код ОО', Line),
  inn: named(
    'ИНН',
    Line.refine((text) => text === '' || /^(\d{10}|\d{12})$/.test(text), 'в ИНН 10 или 12 цифр'),
  ),
  locality: named('Населённый пункт', Line),
  address: named('Адрес', Line),
  /** Degrees of latitude and longitude, «56.4977, 40.9301»; empty: not known. For the shortest way between schools. */
  coordinates: named(
    'Координаты',
    Line.refine(
      (text) => text === '' || parseCoordinates(text) !== null,
      'координаты записываются как 56.4977, 40.9301 (широта, долгота)',
    ),
  ),
  phone: named('Телефон', Line),
  email: named('Электронная почта', Email),
  site: named('Сайт', Line),
  director: named('Директор', Line),
  foundedOn: named('Дата основания', OptionalDate),
  state: named('Состояние', SchoolState),
  closedOn: named('Дата закрытия', OptionalDate),
  successorId: named('Правопреемник', Id.nullable()),
  note: named('Примечание', Text),
  library: z.object({
    hasLending: named('Абонемент', z.boolean()),
    readingRoomSeats: named('Мест в читальном зале', OptionalCount),
    hasStore: named('Книгохранилище', z.boolean()),
    hasMediaLibrary: named('Медиатека', z.boolean()),
    areaSqM: named('Площадь, м²', OptionalCount),
    computers: named('Компьютеров', OptionalCount),
    internet: named('Интернет', z.boolean()),
    internetMbps: named('Скорость, Мбит/с', OptionalCount),
    system: named('АИБС', Line),
    openingHours: named('Режим работы', Line),
    cleaningDay: named('Санитарный день', Line),
  }),
  /** Newest last; the one in force on a day is the last not after it. */
  statuses: z.array(
    z.object({
      uid: Uid,
      status: named('Статус библиотеки', LibraryStatus),
      since: named('Статус с', OptionalDate),
      order: named('Приказ', Line),
    }),
  ),
  connections: z.array(
    z.object({
      uid: Uid,
      /** НЭБ, ЛитРес:Школа, Библиошкола… from the editable list `connectionNames`, or any other. */
      name: named('Подключение', FilledLine),
      state: named('Состояние подключения', ConnectionState),
      date: named('Дата подключения', OptionalDate),
      note: named('Примечание', Line),
    }),
  ),
  funds: z.array(
    z.object({
      uid: Uid,
      year: named('Год', z.int('нужен год').min(1990, 'год раньше 1990').max(2100, 'год позже 2100')),
      category: named('Вид документов', FundCategory),
      received: named('Поступило', Count),
      disposed: named('Выбыло', Count),
      held: named('Состоит', Count),
    }),
  ),
  contingent: z.array(
    z.object({
      uid: Uid,
      schoolYear: named('Учебный год', SchoolYear),
      grade: named('Класс', z.int().min(1, 'классы — от 1 до 12').max(12, 'классы — от 1 до 12')),
      classes: named('Классов-комплектов', Count),
      students: named('Обучающихся', Count),
    }),
  ),
  documents: z.array(
    z.object({ uid: Uid, name: named('Документ', FilledLine), number: Line, date: OptionalDate, note: Line }),
  ),
})
export type School = z.infer<typeof School>

export const SchoolRow = z.object({
  id: z.int(),
  shortName: z.string(),
  fullName: z.string(),
  type: SchoolType,
  locality: z.string(),
  code: z.string(),
  inn: z.string(),
  director: z.string(),
  phone: z.string(),
  email: z.string(),
  site: z.string(),
  address: z.string(),
  coordinates: z.string(),
  /** In force at the end of the chosen school year. */
  libraryStatus: LibraryStatus.nullable(),
  students: z.int().nullable(),
  classes: z.int().nullable(),
  librarians: z.int(),
  computers: z.int().nullable(),
  state: SchoolState,
  foundedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  note: z.string(),
  hasLending: z.boolean(),
  readingRoomSeats: z.int().nullable(),
  hasStore: z.boolean(),
  hasMediaLibrary: z.boolean(),
  areaSqM: z.int().nullable(),
  internet: z.boolean(),
  internetMbps: z.int().nullable(),
  system: z.string(),
  openingHours: z.string(),
  cleaningDay: z.string(),
  /** Not closed or merged yet at the end of the chosen school year. */
  open: z.boolean(),
  /** Short names, parted by «; ». */
  associations: z.string(),
})
export type SchoolRow = z.infer<typeof SchoolRow>

/** The library card of the school (FORMS §9). */
const libraryColumns: readonly ColumnSpec[] = [
  { key: 'associations', title: 'Объединения', type: 'text', width: 220, hidden: true },
  flag('hasLending', 'Абонемент'),
  count('readingRoomSeats', 'Мест в читальном зале', ['читальный зал', 'посадочных мест', 'кол-во посадочных мест']),
  flag('hasStore', 'Книгохранилище'),
  flag('hasMediaLibrary', 'Медиатека'),
  { ...count('areaSqM', 'Площадь, м²', ['площадь', 'площадь библиотеки', 'площадь, кв.м']), total: 'sum' },
  flag('internet', 'Интернет', ['наличие интернета', 'доступ в интернет', 'выход в интернет']),
  count('internetMbps', 'Скорость, Мбит/с', ['скорость интернета', 'скорость']),
  line('system', 'АИБС', 140, ['автоматизированная система', 'электронный каталог']),
  line('openingHours', 'Режим работы', 180, ['часы работы', 'график работы']),
  line('cleaningDay', 'Санитарный день', 140),
  {
    key: 'foundedOn',
    title: 'Дата основания',
    type: 'date',
    width: 125,
    hidden: true,
    edit: {},
    headings: ['основана'],
  },
  {
    key: 'closedOn',
    title: 'Дата закрытия',
    type: 'date',
    width: 125,
    hidden: true,
    edit: {},
    headings: ['закрыта с'],
  },
  {
    key: 'note',
    title: 'Примечание',
    type: 'text',
    width: 240,
    hidden: true,
    edit: { multiline: true },
    headings: ['примечания', 'заметки'],
  },
]

function flag(key: string, title: string, headings: readonly string[] = []): ColumnSpec {
  return { key, title, type: 'boolean', width: 120, hidden: true, edit: {}, headings }
}
function count(key: string, title: string, headings: readonly string[] = []): ColumnSpec {
  return { key, title, type: 'number', width: 120, hidden: true, edit: {}, headings }
}
function line(key: string, title: string, width: number, headings: readonly string[] = []): ColumnSpec {
  return { key, title, type: 'text', width, hidden: true, edit: {}, headings }
}

export const schoolList: ListSpec = {
  name: 'schools',
  title: 'Школы',
  record: 'school',
  schoolYear: 'as-of',
  nouns: ['школа', 'школы', 'школ'],
  identity: [['inn'], ['code'], ['shortName'], ['fullName']],
  defaultSort: [{ column: 'shortName', desc: false }],
  columns: [
    {
      key: 'shortName',
      title: 'Школа',
      type: 'text',
      width: 240,
      edit: { required: true },
      headings: [
        'краткое наименование',
        'сокращённое наименование',
        'название',
        'наименование оо',
        'наименование школы',
        'оо',
        'общеобразовательная организация',
      ],
    },
    {
      key: 'type',
      title: 'Тип',
      type: 'choice',
      width: 90,
      choices: schoolTypes,
      edit: {},
      headings: ['тип оо', 'вид'],
    },
    {
      key: 'locality',
      title: 'Населённый пункт',
      type: 'text',
      width: 150,
      edit: {},
      headings: ['село', 'посёлок', 'город'],
    },
    { key: 'libraryStatus', title: 'Библиотека', type: 'choice', width: 100, choices: libraryStatuses },
    { key: 'students', title: 'Обучающихся', type: 'number', width: 110, total: 'sum' },
    { key: 'classes', title: 'Классов', type: 'number', width: 90, total: 'sum' },
    { key: 'librarians', title: 'Библиотекарей', type: 'number', width: 120, total: 'sum' },
    {
      key: 'director',
      title: 'Директор',
      type: 'text',
      width: 190,
      edit: {},
      headings: ['руководитель', 'фио директора', 'фио руководителя'],
    },
    {
      key: 'phone',
      title: 'Телефон',
      type: 'text',
      width: 150,
      edit: {},
      headings: ['тел', 'номер телефона', 'контактный телефон', 'телефон школы'],
    },
    {
      key: 'email',
      title: 'Электронная почта',
      type: 'text',
      width: 190,
      edit: {},
      headings: ['e-mail', 'email', 'эл почта', 'почта', 'адрес электронной почты'],
    },
    { key: 'state', title: 'Состояние', type: 'choice', width: 110, choices: schoolStates, edit: {} },
    { key: 'open', title: 'Действует', type: 'boolean', width: 95, hidden: true },
    {
      key: 'computers',
      title: 'Компьютеров',
      type: 'number',
      width: 110,
      total: 'sum',
      hidden: true,
      edit: {},
      headings: ['кол-во компьютеров', 'пк'],
    },
    { key: 'code', title: 'Код ОО', type: 'text', width: 100, hidden: true, edit: {}, headings: ['код', 'код школы'] },
    { key: 'inn', title: 'ИНН', type: 'text', width: 110, hidden: true, edit: {}, headings: ['инн оо'] },
    {
      key: 'address',
      title: 'Адрес',
      type: 'text',
      width: 260,
      hidden: true,
      edit: {},
      headings: ['почтовый адрес', 'юридический адрес', 'местонахождение'],
    },
    {
      key: 'coordinates',
      title: 'Координаты',
      type: 'text',
      width: 170,
      hidden: true,
      edit: {},
      headings: ['широта, долгота', 'геокоординаты'],
    },
    {
      key: 'site',
      title: 'Сайт',
      type: 'text',
      width: 180,
      hidden: true,
      edit: {},
      headings: ['адрес сайта', 'официальный сайт'],
    },
    {
      key: 'fullName',
      title: 'Полное наименование',
      type: 'text',
      width: 360,
      hidden: true,
      edit: {},
      headings: ['полное название', 'наименование по уставу'],
    },
    ...libraryColumns,
  ],
}

/** A row of the contingent: one grade of one school in one school year. Its record is the school. */
export const ContingentRow = z.object({
  id: z.int(),
  schoolId: z.int(),
  school: z.string(),
  schoolYear: z.string(),
  grade: z.int(),
  classes: z.int(),
  students: z.int(),
})
export type ContingentRow = z.infer<typeof ContingentRow>

export const contingentList: ListSpec = {
  name: 'contingent',
  title: 'Контингент',
  record: 'school',
  recordKey: 'schoolId',
  schoolYear: 'within',
  nouns: ['строка контингента', 'строки контингента', 'строк контингента'],
  identity: [['school', 'schoolYear', 'grade']],
  defaultSort: [
    { column: 'school', desc: false },
    { column: 'grade', desc: false },
  ],
  columns: [
    {
      key: 'school',
      title: 'Школа',
      type: 'text',
      width: 260,
      edit: { required: true, reference: 'school' },
      headings: [
        'наименование школы',
        'наименование оо',
        'оо',
        'краткое наименование',
        'общеобразовательная организация',
      ],
    },
    { key: 'schoolYear', title: 'Учебный год', type: 'text', width: 120, edit: {}, headings: ['уч год', 'год'] },
    {
      key: 'grade',
      title: 'Класс',
      type: 'number',
      width: 80,
      edit: { required: true },
      headings: ['параллель', 'классы'],
    },
    {
      key: 'classes',
      title: 'Классов-комплектов',
      type: 'number',
      width: 160,
      total: 'sum',
      edit: {},
      headings: ['кол-во классов', 'количество классов', 'классов', 'комплектов'],
    },
    {
      key: 'students',
      title: 'Обучающихся',
      type: 'number',
      width: 130,
      total: 'sum',
      edit: {},
      headings: [
        'учащихся',
        'учеников',
        'кол-во обучающихся',
        'количество учащихся',
        'контингент',
        'количество обучающихся',
      ],
    },
  ],
}

export const schoolsContract = {
  'contingent.list': query(ListQuery, listPage(ContingentRow), ['school']),
  'schools.list': query(ListQuery, listPage(SchoolRow), ['school', 'librarian']),
  'schools.get': query(z.object({ id: Id }), SavedRecord.extend({ school: School }), ['school']),
  /** Makes (`id` null) or changes a school. Refused as `duplicate` when another one has this short name, code or ИНН. */
  'schools.save': command(
    'Школа',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), school: School }),
    SavedRecord,
  ),
  /** Refused (`in-use`) while anything speaks of the school; closing keeps its past. */
  'schools.remove': command('Удаление школы', z.object({ id: Id }), z.object({})),
  /** Short names for choosing from, active ones first. */
  'schools.options': query(
    z.object({ search: z.string().default(''), limit: z.int().max(2000).default(50) }),
    z.array(z.object({ id: z.int(), name: z.string(), state: SchoolState })),
    ['school'],
  ),
  'schools.connectionNames': query(z.object({}), z.array(z.string()), ['school', 'profile']),
  'schools.saveConnectionNames': command(
    'Список подключений',
    z.object({ names: z.array(FilledLine).max(200) }),
    z.object({}),
  ),
} as const
