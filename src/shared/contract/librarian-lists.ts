import { z } from 'zod'
import { query } from './core'
import {
  ContestLevel,
  CourseForm,
  commonPositions,
  contestLevels,
  courseForms,
  EducationField,
  EducationLevel,
  educationFields,
  educationLevels,
} from './librarians'
import { type ColumnSpec, ListQuery, type ListSpec, listPage } from './lists'

/** What the card of a librarian holds in rows, as lists of the whole bank. A row's record is the librarian. */

const Row = z.object({
  id: z.int(),
  librarianId: z.int(),
  /** «Фамилия Имя Отчество», of namesakes with the birth date: «… (12.05.1980)». */
  librarian: z.string(),
})

const librarian: ColumnSpec = {
  key: 'librarian',
  title: 'Библиотекарь',
  type: 'text',
  width: 240,
  edit: { required: true, reference: 'librarian' },
  headings: [
    'фио',
    'ф.и.о.',
    'ф и о',
    'фамилия имя отчество',
    'фамилия, имя, отчество',
    'фио библиотекаря',
    'сотрудник',
  ],
}

/** Of the person, on the list's day; a report of one association counts its own people's rows by it. */
const associations: ColumnSpec = { key: 'associations', title: 'Объединения', type: 'text', width: 220, hidden: true }

type Own = Pick<ListSpec, 'name' | 'title' | 'schoolYear' | 'nouns' | 'identity'> & { columns: readonly ColumnSpec[] }

const listOf = ({ columns, ...own }: Own): ListSpec => ({
  ...own,
  record: 'librarian',
  recordKey: 'librarianId',
  defaultSort: [{ column: 'librarian', desc: false }],
  columns: [librarian, ...columns],
})

export const EmploymentRow = Row.extend({
  school: z.string(),
  position: z.string(),
  /** Hundredths of a ставка. */
  rate: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  main: z.boolean(),
})

/** Of a school year: the places held on any day of it. */
export const employmentList: ListSpec = listOf({
  name: 'employments',
  title: 'Места работы',
  schoolYear: 'within',
  nouns: ['место работы', 'места работы', 'мест работы'],
  identity: [
    ['librarian', 'school', 'position', 'from'],
    ['librarian', 'school', 'position'],
  ],
  columns: [
    {
      key: 'school',
      title: 'Школа',
      type: 'text',
      width: 220,
      edit: { required: true, reference: 'school' },
      headings: ['место работы', 'оо', 'наименование оо', 'наименование школы', 'образовательная организация'],
    },
    {
      key: 'position',
      title: 'Должность',
      type: 'text',
      width: 190,
      edit: { suggestions: commonPositions },
      headings: ['занимаемая должность'],
    },
    {
      key: 'rate',
      title: 'Ставка',
      type: 'hundredths',
      width: 80,
      total: 'sum',
      edit: {},
      headings: ['нагрузка', 'доля ставки', 'количество ставок', 'размер ставки'],
    },
    { key: 'from', title: 'Работает с', type: 'date', width: 110, edit: {}, headings: ['принят', 'дата приёма', 'с'] },
    {
      key: 'to',
      title: 'Работает по',
      type: 'date',
      width: 115,
      edit: {},
      headings: ['уволен', 'дата увольнения', 'по'],
    },
    { key: 'main', title: 'Основное место', type: 'boolean', width: 130, edit: {}, headings: ['основное'] },
  ],
})

export const EducationRow = Row.extend({
  level: EducationLevel,
  field: EducationField,
  institution: z.string(),
  speciality: z.string(),
  year: z.int().nullable(),
})

export const educationList: ListSpec = listOf({
  name: 'educations',
  title: 'Образование',
  schoolYear: 'none',
  nouns: ['запись об образовании', 'записи об образовании', 'записей об образовании'],
  identity: [
    ['librarian', 'level', 'field', 'institution', 'year'],
    ['librarian', 'level', 'field'],
  ],
  columns: [
    {
      key: 'level',
      title: 'Уровень образования',
      type: 'choice',
      width: 150,
      choices: educationLevels,
      edit: { required: true },
      headings: ['уровень', 'образование'],
    },
    {
      key: 'field',
      title: 'Направление',
      type: 'choice',
      width: 140,
      choices: educationFields,
      edit: {},
      headings: ['направление образования', 'вид образования', 'профиль'],
    },
    {
      key: 'institution',
      title: 'Учебное заведение',
      type: 'text',
      width: 260,
      edit: {},
      headings: [
        'учреждение',
        'вуз',
        'наименование учебного заведения',
        'что окончил',
        'какое учебное заведение окончил',
      ],
    },
    {
      key: 'speciality',
      title: 'Специальность',
      type: 'text',
      width: 200,
      edit: {},
      headings: ['специальность по диплому', 'квалификация', 'специальность, квалификация'],
    },
    {
      key: 'year',
      title: 'Год окончания',
      type: 'number',
      ordinal: true,
      width: 120,
      edit: {},
      headings: ['год', 'окончил в'],
    },
  ],
})

export const CourseRow = Row.extend({
  title: z.string(),
  hours: z.int().nullable(),
  organisation: z.string(),
  form: CourseForm,
  from: z.string().nullable(),
  to: z.string().nullable(),
  certificate: z.string(),
  /** Its last day known. */
  endedOn: z.string().nullable(),
  associations: z.string(),
})

/** Of a school year: courses that ended in it, and those without dates. */
export const courseList: ListSpec = listOf({
  name: 'courses',
  title: 'Курсы повышения квалификации',
  schoolYear: 'within',
  nouns: ['запись о курсах', 'записи о курсах', 'записей о курсах'],
  identity: [
    ['librarian', 'title', 'from', 'to'],
    ['librarian', 'title'],
  ],
  columns: [
    {
      key: 'title',
      title: 'Тема курсов',
      type: 'text',
      width: 320,
      edit: { required: true },
      headings: ['тема', 'курсы', 'название курсов', 'программа', 'тема курсов повышения квалификации', 'курсы тема'],
    },
    {
      key: 'hours',
      title: 'Часов',
      type: 'number',
      width: 80,
      total: 'sum',
      edit: {},
      headings: ['кол-во часов', 'количество часов', 'объём часов', 'объём, часов', 'час', 'курсы часов'],
    },
    {
      key: 'organisation',
      title: 'Организация',
      type: 'text',
      width: 220,
      edit: {},
      headings: ['где', 'место прохождения', 'учреждение', 'организатор', 'на базе', 'курсы где'],
    },
    {
      key: 'form',
      title: 'Форма обучения',
      type: 'choice',
      width: 140,
      choices: courseForms,
      edit: {},
      headings: ['форма'],
    },
    { key: 'from', title: 'Курсы с', type: 'date', width: 105, edit: {}, headings: ['дата начала', 'начало', 'с'] },
    {
      key: 'to',
      title: 'Курсы по',
      type: 'date',
      width: 105,
      edit: {},
      headings: ['дата окончания', 'окончание', 'дата прохождения', 'дата', 'по'],
    },
    {
      key: 'certificate',
      title: 'Удостоверение',
      type: 'text',
      width: 170,
      edit: {},
      headings: ['документ', 'номер удостоверения', 'реквизиты документа', '№ удостоверения'],
    },
    { key: 'endedOn', title: 'Курсы завершены', type: 'date', width: 130, hidden: true },
    associations,
  ],
})

export const AwardRow = Row.extend({
  title: z.string(),
  level: z.string(),
  on: z.string().nullable(),
  associations: z.string(),
})

/** Of a school year: awards given in it, and those without a date. */
export const awardList: ListSpec = listOf({
  name: 'awards',
  title: 'Награды',
  schoolYear: 'within',
  nouns: ['награда', 'награды', 'наград'],
  identity: [
    ['librarian', 'title', 'on'],
    ['librarian', 'title'],
  ],
  columns: [
    {
      key: 'title',
      title: 'Награда',
      type: 'text',
      width: 320,
      edit: { required: true },
      headings: ['награды', 'вид награды', 'наименование награды', 'название награды', 'награды и звания'],
    },
    {
      key: 'level',
      title: 'Уровень',
      type: 'text',
      width: 180,
      edit: {},
      headings: ['уровень награды', 'кем награждён'],
    },
    { key: 'on', title: 'Дата награды', type: 'date', width: 120, edit: {}, headings: ['дата', 'дата награждения'] },
    associations,
  ],
})

export const PublicationRow = Row.extend({
  title: z.string(),
  where: z.string(),
  year: z.int().nullable(),
  associations: z.string(),
})

export const publicationList: ListSpec = listOf({
  name: 'publications',
  title: 'Публикации',
  schoolYear: 'none',
  nouns: ['публикация', 'публикации', 'публикаций'],
  identity: [
    ['librarian', 'title', 'year'],
    ['librarian', 'title'],
  ],
  columns: [
    {
      key: 'title',
      title: 'Публикация',
      type: 'text',
      width: 320,
      edit: { required: true },
      headings: ['публикации', 'название публикации', 'название', 'тема', 'статья'],
    },
    {
      key: 'where',
      title: 'Издание',
      type: 'text',
      width: 240,
      edit: {},
      headings: ['где опубликовано', 'место публикации'],
    },
    {
      key: 'year',
      title: 'Год',
      type: 'number',
      ordinal: true,
      width: 80,
      edit: {},
      headings: ['год публикации', 'год издания'],
    },
    associations,
  ],
})

export const ContestRow = Row.extend({
  title: z.string(),
  level: ContestLevel,
  result: z.string(),
  on: z.string().nullable(),
  associations: z.string(),
})

/** Of a school year: contests of it, and those without a date. */
export const contestList: ListSpec = listOf({
  name: 'contests',
  title: 'Конкурсы',
  schoolYear: 'within',
  nouns: ['участие в конкурсе', 'участия в конкурсах', 'участий в конкурсах'],
  identity: [
    ['librarian', 'title', 'on'],
    ['librarian', 'title'],
  ],
  columns: [
    {
      key: 'title',
      title: 'Конкурс',
      type: 'text',
      width: 320,
      edit: { required: true },
      headings: ['конкурсы', 'название конкурса', 'наименование конкурса', 'мероприятие'],
    },
    {
      key: 'level',
      title: 'Уровень конкурса',
      type: 'choice',
      width: 150,
      choices: contestLevels,
      edit: {},
      headings: ['уровень'],
    },
    {
      key: 'result',
      title: 'Результат',
      type: 'text',
      width: 170,
      edit: {},
      headings: ['итог', 'место', 'результат участия'],
    },
    { key: 'on', title: 'Дата конкурса', type: 'date', width: 120, edit: {}, headings: ['дата', 'дата проведения'] },
    associations,
  ],
})

export const librarianLists: readonly ListSpec[] = [
  employmentList,
  educationList,
  courseList,
  awardList,
  publicationList,
  contestList,
]

const reads = ['librarian'] as const

export const librarianListsContract = {
  'employments.list': query(ListQuery, listPage(EmploymentRow), ['librarian', 'school']),
  'educations.list': query(ListQuery, listPage(EducationRow), reads),
  'courses.list': query(ListQuery, listPage(CourseRow), reads),
  'awards.list': query(ListQuery, listPage(AwardRow), reads),
  'publications.list': query(ListQuery, listPage(PublicationRow), reads),
  'contests.list': query(ListQuery, listPage(ContestRow), reads),
} as const
