import { z } from 'zod'
import { type AttentionKind, attentionKinds } from '../domain/staffing/attention'
import { query } from './core'
import { Id, IsoDate, SchoolYear } from './fields'
import { Filter, ListQuery, type ListSpec, listPage } from './lists'

/** Staffing analysis (кадровое обеспечение) and what is due of whom (PRODUCT, module 2; FORMS §8). */

/** One counted figure. */
export const StaffingFigure = z.object({
  /** Key of the group; null: «не указано». */
  key: z.string().nullable(),
  title: z.string(),
  count: z.int(),
  /** Sum of rates, hundredths; null where schools are counted. */
  rate: z.int().nullable(),
  /** The same count a school year ago; null where it was not kept. */
  previous: z.int().nullable(),
  /** Of the list `StaffingTable.list` in the same school year: shows exactly the rows counted. */
  filters: z.array(Filter),
})
export type StaffingFigure = z.infer<typeof StaffingFigure>

export const staffingTables = {
  positions: 'По должностям',
  education: 'По образованию',
  libraryService: 'По библиотечному стажу',
  service: 'По общему стажу',
  category: 'По квалификационной категории',
  categoryState: 'По сроку действия категории',
  age: 'По возрасту',
  courses: 'По курсам повышения квалификации',
  libraries: 'Библиотеки по моделям',
} as const
export type StaffingTableId = keyof typeof staffingTables

export const StaffingTable = z.object({
  id: z.enum(Object.keys(staffingTables) as [StaffingTableId, ...StaffingTableId[]]),
  title: z.string(),
  list: z.enum(['librarians', 'schools']),
  /** Each person (school) is in one row: the counts sum up to `total`. */
  rows: z.array(StaffingFigure),
  total: StaffingFigure,
})
export type StaffingTable = z.infer<typeof StaffingTable>

export const Staffing = z.object({
  schoolYear: SchoolYear,
  /** The day it is counted on: the last of the school year, or today while that has not come. */
  on: IsoDate,
  /** The same of the year before; null where nothing was there yet. */
  previous: z.object({ schoolYear: SchoolYear, on: IsoDate }).nullable(),
  /** Working people, schools open on that day, and schools among them where nobody works in the library. */
  people: StaffingFigure,
  schools: StaffingFigure,
  vacant: StaffingFigure,
  tables: z.array(StaffingTable),
})
export type Staffing = z.infer<typeof Staffing>

export const attentionStates = { overdue: 'просрочено', soon: 'скоро', missing: 'не заполнено' } as const
export const AttentionState = z.enum(['overdue', 'soon', 'missing'])

export const AttentionRow = z.object({
  /** Made of the person and the kind. */
  id: z.int(),
  librarianId: z.int(),
  name: z.string(),
  schools: z.string(),
  position: z.string(),
  kind: z.enum(Object.keys(attentionKinds) as [AttentionKind, ...AttentionKind[]]),
  due: z.string().nullable(),
  state: AttentionState,
  phone: z.string(),
  email: z.string(),
})
export type AttentionRow = z.infer<typeof AttentionRow>

/** What is due of people working today, in advance: a row for each person and reason. */
export const attentionList: ListSpec = {
  name: 'attention',
  title: 'Сроки и пробелы',
  record: 'librarian',
  recordKey: 'librarianId',
  schoolYear: 'none',
  nouns: ['запись', 'записи', 'записей'],
  identity: [],
  defaultSort: [
    { column: 'due', desc: false },
    { column: 'name', desc: false },
  ],
  columns: [
    { key: 'due', title: 'Срок', type: 'date', width: 105 },
    { key: 'state', title: 'Состояние', type: 'choice', width: 120, choices: attentionStates },
    { key: 'kind', title: 'На что обратить внимание', type: 'choice', width: 210, choices: attentionKinds },
    { key: 'name', title: 'ФИО', type: 'text', width: 250 },
    { key: 'schools', title: 'Школа', type: 'text', width: 210 },
    { key: 'position', title: 'Должность', type: 'text', width: 170 },
    { key: 'phone', title: 'Телефон', type: 'text', width: 150 },
    { key: 'email', title: 'Электронная почта', type: 'text', width: 190 },
  ],
}

export const SchoolLibrarian = z.object({
  id: z.int(),
  name: z.string(),
  position: z.string(),
  rate: z.int(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  main: z.boolean(),
  /** Works there on the day asked about; those who do stand first. */
  working: z.boolean(),
  phone: z.string(),
  email: z.string(),
})
export type SchoolLibrarian = z.infer<typeof SchoolLibrarian>

export const staffingContract = {
  'librarians.staffing': query(z.object({ schoolYear: SchoolYear.nullable().default(null) }), Staffing, [
    'librarian',
    'school',
    'profile',
  ]),
  'attention.list': query(ListQuery, listPage(AttentionRow), ['librarian', 'school']),
  /** Who works and worked in a school's library. */
  'librarians.atSchool': query(
    z.object({ schoolId: Id, schoolYear: SchoolYear.nullable().default(null) }),
    z.array(SchoolLibrarian),
    ['librarian', 'school'],
  ),
} as const
