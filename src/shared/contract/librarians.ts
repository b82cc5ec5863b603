import { z } from 'zod'
import { ageBands, type Band, serviceBands } from '../domain/staffing/bands'
import { type EducationClass, educationClasses } from '../domain/staffing/education'
import { type PositionGroup, positionGroups } from '../domain/staffing/positions'
import {
  type AttestationState,
  attestationStates,
  type CategoryState,
  type CourseState,
  categoryStates,
  courseStates,
} from '../domain/staffing/terms'
import { command, query, SavedRecord } from './core'
import { Count, Email, FilledLine, Id, IsoDate, Line, named, OptionalDate, Text, Uid, WithoutSemicolon } from './fields'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'

/** The bank of librarians (PRODUCT, module 2; FORMS §8). */

export const educationLevels = { higher: 'высшее', vocational: 'СПО', secondary: 'среднее общее' } as const
export const EducationLevel = z.enum(['higher', 'vocational', 'secondary'])
export const educationFields = { library: 'библиотечное', pedagogical: 'педагогическое', other: 'другое' } as const
export const EducationField = z.enum(['library', 'pedagogical', 'other'])

export const categories = {
  none: 'без категории',
  first: 'первая',
  highest: 'высшая',
  'methodist-teacher': 'педагог-методист',
  mentor: 'педагог-наставник',
} as const
export const Category = z.enum(Object.keys(categories) as [keyof typeof categories])

export const courseForms = { 'in-person': 'очная', remote: 'дистанционная', mixed: 'очно-заочная' } as const
export const CourseForm = z.enum(['in-person', 'remote', 'mixed'])

export const contestLevels = {
  municipal: 'муниципальный',
  regional: 'региональный',
  national: 'всероссийский',
  international: 'международный',
} as const
export const ContestLevel = z.enum(['municipal', 'regional', 'national', 'international'])

/** Positions offered for choosing; any other can be typed. */
export const commonPositions = [
  'педагог-библиотекарь',
  'библиотекарь',
  'заведующий библиотекой',
  'заведующий ИБЦ',
  'руководитель ИБЦ',
  'руководитель МИБЦ',
  'учитель',
  'методист',
] as const

export const Librarian = z.object({
  surname: named('Фамилия', FilledLine),
  given: named('Имя', Line),
  patronymic: named('Отчество', Line),
  birthDate: named('Дата рождения', OptionalDate),
  phone: named('Телефон', Line),
  email: named('Электронная почта', Email),
  /** Start of the whole working life and of library work; service is computed from them. */
  workingSince: named('Трудовой стаж с', OptionalDate),
  libraryWorkSince: named('Библиотечный стаж с', OptionalDate),
  category: named('Категория', Category),
  categoryOn: named('Дата присвоения категории', OptionalDate),
  categoryUntil: named('Категория действует до', OptionalDate),
  /** Аттестация на соответствие занимаемой должности. */
  attestedOn: named('Аттестация на соответствие', OptionalDate),
  roleInAssociation: named('Роль в РМО', Line),
  consentOn: named('Согласие на обработку ПДн', OptionalDate),
  note: named('Примечание', Text),
  employments: z.array(
    z.object({
      uid: Uid,
      schoolId: named('Школа', Id),
      position: named('Должность', WithoutSemicolon),
      /** Hundredths of a ставка: 50 is 0,5. */
      rate: named('Ставка', z.int().min(1, 'ставка больше нуля').max(200, 'ставка не больше 2')),
      from: named('Работает с', OptionalDate),
      to: named('Работает по', OptionalDate),
      main: named('Основное место', z.boolean()),
    }),
  ),
  educations: z.array(
    z.object({
      uid: Uid,
      level: named('Уровень образования', EducationLevel),
      field: named('Направление образования', EducationField),
      institution: named('Учебное заведение', Line),
      speciality: named('Специальность', Line),
      year: named('Год окончания', z.int().min(1940).max(2100).nullable()),
    }),
  ),
  courses: z.array(
    z.object({
      uid: Uid,
      title: named('Тема курсов', FilledLine),
      hours: named('Часов', Count.nullable()),
      organisation: named('Организация', Line),
      form: named('Форма обучения', CourseForm),
      from: named('Курсы с', OptionalDate),
      to: named('Курсы по', OptionalDate),
      certificate: named('Удостоверение', Line),
    }),
  ),
  awards: z.array(
    z.object({
      uid: Uid,
      title: named('Награда', FilledLine),
      level: named('Уровень', Line),
      on: named('Дата награды', OptionalDate),
    }),
  ),
  publications: z.array(
    z.object({
      uid: Uid,
      title: named('Публикация', FilledLine),
      where: named('Издание', Line),
      year: named('Год', z.int().min(1950).max(2100).nullable()),
    }),
  ),
  contests: z.array(
    z.object({
      uid: Uid,
      title: named('Конкурс', FilledLine),
      level: named('Уровень конкурса', ContestLevel),
      result: named('Результат', Line),
      on: named('Дата конкурса', OptionalDate),
    }),
  ),
})
export type Librarian = z.infer<typeof Librarian>

/** Keys of a table of titles or bands as a schema. */
const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>) => z.enum(Object.keys(table) as [K, ...K[]])
const titlesOf = (bands: Readonly<Record<string, Band>>): Record<string, string> =>
  Object.fromEntries(Object.entries(bands).map(([key, band]) => [key, band.title]))

export const serviceBandTitles = titlesOf(serviceBands)
export const ageBandTitles = titlesOf(ageBands)

export const LibrarianRow = z.object({
  id: z.int(),
  /** «Фамилия Имя Отчество». */
  name: z.string(),
  /** Of the places held at the end of the chosen school year, the main one first: «СОШ № 1; СОШ № 2». */
  schools: z.string(),
  /** One for each place in their order, or one alone when it is the same in all. */
  position: z.string(),
  /** Sum of rates, hundredths. */
  rate: z.int().nullable(),
  education: z.string(),
  birthDate: z.string().nullable(),
  age: z.int().nullable(),
  /** Whole years. */
  service: z.int().nullable(),
  libraryService: z.int().nullable(),
  category: Category,
  categoryUntil: z.string().nullable(),
  attestedOn: z.string().nullable(),
  lastCourseOn: z.string().nullable(),
  phone: z.string(),
  email: z.string(),
  roleInAssociation: z.string(),
  consentOn: z.string().nullable(),
  working: z.boolean(),
  /** What the staffing certificate counts by; null: not known. Each person has one of each. */
  positionGroup: keysOf<PositionGroup>(positionGroups).nullable(),
  educationClass: keysOf<EducationClass>(educationClasses).nullable(),
  serviceBand: keysOf(serviceBands).nullable(),
  libraryServiceBand: keysOf(serviceBands).nullable(),
  ageBand: keysOf(ageBands).nullable(),
  categoryState: keysOf<CategoryState>(categoryStates),
  courseState: keysOf<CourseState>(courseStates),
  /** «высшее, библиотечное: Институт культуры, библиотековедение, 1996». */
  educationDetails: z.string(),
  /** «тема, 72 ч., организация, 2024». */
  lastCourse: z.string(),
  awards: z.string(),
  attestationState: keysOf<AttestationState>(attestationStates),
  /** Short names of associations she is in on the day, parted by «; ». */
  associations: z.string(),
  /** Courses finished, awards and results of contests of the school year, by its day. */
  yearCourses: z.int(),
  yearAwards: z.int(),
  yearContests: z.int(),
  surname: z.string(),
  given: z.string(),
  patronymic: z.string(),
  workingSince: z.string().nullable(),
  libraryWorkSince: z.string().nullable(),
  categoryOn: z.string().nullable(),
  note: z.string(),
})
export type LibrarianRow = z.infer<typeof LibrarianRow>

/** Computed: the full words of FORMS §8, and what the staffing analysis counts by. */
const staffingColumns: readonly ColumnSpec[] = [
  { key: 'educationDetails', title: 'Образование подробно', type: 'text', width: 320, hidden: true },
  { key: 'lastCourse', title: 'Последние курсы подробно', type: 'text', width: 320, hidden: true },
  { key: 'awards', title: 'Награды', type: 'text', width: 240, hidden: true },
  {
    key: 'positionGroup',
    title: 'Группа должностей',
    type: 'choice',
    width: 190,
    hidden: true,
    choices: positionGroups,
  },
  {
    key: 'educationClass',
    title: 'Вид образования',
    type: 'choice',
    width: 180,
    hidden: true,
    choices: educationClasses,
  },
  { key: 'serviceBand', title: 'Стаж, группа', type: 'choice', width: 120, hidden: true, choices: serviceBandTitles },
  {
    key: 'libraryServiceBand',
    title: 'Библ. стаж, группа',
    type: 'choice',
    width: 140,
    hidden: true,
    choices: serviceBandTitles,
  },
  { key: 'ageBand', title: 'Возраст, группа', type: 'choice', width: 130, hidden: true, choices: ageBandTitles },
  { key: 'categoryState', title: 'Срок категории', type: 'choice', width: 200, hidden: true, choices: categoryStates },
  { key: 'courseState', title: 'Курсы за 3 года', type: 'choice', width: 140, hidden: true, choices: courseStates },
  {
    key: 'attestationState',
    title: 'Соответствие должности',
    type: 'choice',
    width: 190,
    hidden: true,
    choices: attestationStates,
  },
  { key: 'associations', title: 'Объединения', type: 'text', width: 220, hidden: true },
  { key: 'yearCourses', title: 'Курсов за год', type: 'number', width: 110, hidden: true },
  { key: 'yearAwards', title: 'Наград за год', type: 'number', width: 110, hidden: true },
  { key: 'yearContests', title: 'Конкурсов за год', type: 'number', width: 125, hidden: true },
]

export const librarianList: ListSpec = {
  name: 'librarians',
  title: 'Библиотекари',
  record: 'librarian',
  schoolYear: 'as-of',
  nouns: ['библиотекарь', 'библиотекаря', 'библиотекарей'],
  identity: [
    ['name', 'birthDate'],
    ['name'],
    ['surname', 'given', 'patronymic', 'birthDate'],
    ['surname', 'given', 'patronymic'],
  ],
  defaultSort: [{ column: 'name', desc: false }],
  columns: [
    {
      key: 'name',
      title: 'ФИО',
      type: 'text',
      width: 250,
      edit: { required: true },
      headings: [
        'ф и о',
        'ф.и.о.',
        'фамилия имя отчество',
        'фамилия, имя, отчество',
        'фио библиотекаря',
        'фио педагога-библиотекаря',
        'фио работника',
        'библиотекарь',
        'педагог-библиотекарь',
        'сотрудник',
      ],
    },
    {
      key: 'schools',
      title: 'Школа',
      type: 'text',
      width: 210,
      edit: { reference: 'school' },
      headings: ['место работы', 'оо', 'наименование оо', 'наименование школы', 'образовательная организация', 'моу'],
    },
    {
      key: 'position',
      title: 'Должность',
      type: 'text',
      width: 170,
      edit: { suggestions: commonPositions },
      headings: ['занимаемая должность', 'должность по штатному расписанию'],
    },
    {
      key: 'rate',
      title: 'Ставка',
      type: 'hundredths',
      width: 80,
      total: 'sum',
      edit: {},
      headings: ['нагрузка', 'доля ставки', 'кол-во ставок', 'количество ставок', 'объём ставки', 'размер ставки'],
    },
    {
      key: 'education',
      title: 'Образование',
      type: 'text',
      width: 180,
      edit: {},
      headings: ['уровень образования', 'образование (уровень)', 'образование уровень'],
    },
    { key: 'service', title: 'Стаж, лет', type: 'number', width: 90 },
    { key: 'libraryService', title: 'Библ. стаж, лет', type: 'number', width: 120 },
    {
      key: 'category',
      title: 'Категория',
      type: 'choice',
      width: 130,
      choices: categories,
      edit: {},
      headings: ['квалификационная категория', 'кв. категория', 'категория (квалификационная)'],
    },
    {
      key: 'categoryUntil',
      title: 'Категория до',
      type: 'date',
      width: 110,
      edit: {},
      headings: ['категория действует до', 'срок действия категории', 'дата окончания категории'],
    },
    { key: 'lastCourseOn', title: 'Последние курсы', type: 'date', width: 130 },
    {
      key: 'phone',
      personal: true,
      title: 'Телефон',
      type: 'text',
      width: 150,
      edit: {},
      headings: [
        'тел',
        'тел.',
        'номер телефона',
        'контактный телефон',
        'сотовый телефон',
        'мобильный телефон',
        'моб. тел.',
      ],
    },
    {
      key: 'email',
      personal: true,
      title: 'Электронная почта',
      type: 'text',
      width: 190,
      edit: {},
      headings: ['e-mail', 'email', 'эл. почта', 'эл почта', 'почта', 'адрес электронной почты', 'электронный адрес'],
    },
    {
      key: 'roleInAssociation',
      title: 'Роль в РМО',
      type: 'text',
      width: 150,
      edit: {},
      headings: ['роль в объединении', 'роль', 'обязанности в рмо'],
    },
    { key: 'working', title: 'Работает', type: 'boolean', width: 90 },
    {
      key: 'attestedOn',
      title: 'Аттестация',
      type: 'date',
      width: 110,
      hidden: true,
      edit: {},
      headings: [
        'аттестация на соответствие',
        'дата аттестации',
        'соответствие занимаемой должности',
        'аттестация на соответствие занимаемой должности',
      ],
    },
    {
      key: 'birthDate',
      personal: true,
      title: 'Дата рождения',
      type: 'date',
      width: 120,
      hidden: true,
      edit: {},
      headings: ['день рождения', 'д.р.', 'число, месяц, год рождения', 'дата рожд'],
    },
    { key: 'age', title: 'Возраст', type: 'number', width: 80, personal: true, hidden: true },
    {
      key: 'consentOn',
      personal: true,
      title: 'Согласие ПДн',
      type: 'date',
      width: 120,
      hidden: true,
      edit: {},
      headings: ['согласие на обработку пдн', 'согласие на обработку персональных данных', 'дата согласия'],
    },
    {
      key: 'surname',
      title: 'Фамилия',
      type: 'text',
      width: 140,
      hidden: true,
      edit: { standsFor: 'name', partOf: 'name' },
    },
    { key: 'given', title: 'Имя', type: 'text', width: 120, hidden: true, edit: { partOf: 'name' } },
    { key: 'patronymic', title: 'Отчество', type: 'text', width: 140, hidden: true, edit: { partOf: 'name' } },
    {
      key: 'workingSince',
      title: 'Трудовой стаж с',
      type: 'date',
      width: 130,
      hidden: true,
      edit: {},
      headings: ['стаж с', 'общий стаж с', 'начало трудовой деятельности', 'дата начала трудовой деятельности'],
    },
    {
      key: 'libraryWorkSince',
      title: 'Библиотечный стаж с',
      type: 'date',
      width: 150,
      hidden: true,
      edit: {},
      headings: ['библ. стаж с', 'в библиотеке с', 'начало работы в библиотеке', 'дата начала работы в библиотеке'],
    },
    {
      key: 'categoryOn',
      title: 'Категория с',
      type: 'date',
      width: 110,
      hidden: true,
      edit: {},
      headings: ['дата присвоения категории', 'дата присвоения', 'дата категории', 'категория присвоена'],
    },
    ...staffingColumns,
    {
      key: 'note',
      title: 'Примечание',
      type: 'text',
      width: 240,
      personal: true,
      hidden: true,
      edit: { multiline: true },
      headings: ['примечания', 'заметки'],
    },
  ],
}

export const librariansContract = {
  'librarians.list': query(ListQuery, listPage(LibrarianRow), ['librarian', 'school']),
  'librarians.get': query(z.object({ id: Id }), SavedRecord.extend({ librarian: Librarian }), ['librarian']),
  /** Refused as `duplicate` when the same ФИО with the same birth date (or with none) is there, unless `allowDuplicate`. */
  'librarians.save': command(
    'Библиотекарь',
    z.object({
      id: Id.nullable(),
      revision: z.int().nullable(),
      librarian: Librarian,
      allowDuplicate: z.boolean().default(false),
    }),
    SavedRecord,
  ),
  'librarians.remove': command('Удаление библиотекаря', z.object({ id: Id }), z.object({})),
  /**
   * 152-ФЗ: the person's fields are replaced by a mark in records and history; not undoable. Answers the backups that
   * still hold them.
   */
  'librarians.erase': command(
    'Обезличивание',
    z.object({ id: Id }),
    z.object({ backups: z.array(z.string()) }),
    'barrier',
  ),
  'librarians.options': query(
    z.object({
      search: z.string().default(''),
      on: IsoDate.nullable().default(null),
      limit: z.int().max(2000).default(50),
    }),
    z.array(z.object({ id: z.int(), name: z.string(), position: z.string(), school: z.string() })),
    ['librarian', 'school'],
  ),
} as const
