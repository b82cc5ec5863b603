import { z } from 'zod'
import { Profile } from './app'
import { command, job, query, SavedRecord } from './core'
import { FilledLine, Id, IsoDate, Line, named, SchoolYear, Text, Uid } from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'
import { Figure, SectionContent } from './report-content'

/**
 * Annual reports (PRODUCT, module 12): sections chosen and ordered by the methodologist, in each the parts made from the data
 * (`report-content.ts`) and her own text around them. Numbers are never typed into a report: they are asked for when it is shown
 * or written, and kept only with a submitted one.
 */

/** Numbers of a part as she has seen them, by key: what was true when she accepted the part or wrote beside it. */
export const SeenFigures = z.record(z.string().max(200), Figure.shape.value)
export type SeenFigures = z.infer<typeof SeenFigures>

export const ReportPiece = z.object({
  uid: Uid,
  /** Key of the part made from the data; empty: her own text. */
  part: z.string().max(100),
  hidden: named('Скрыт', z.boolean()),
  /** In place of the part's own caption; empty: as it is. */
  title: named('Подпись', Line),
  /** Her own text, paragraphs; a line that begins with «- » is an item of a list. Empty in a part made from the data. */
  text: named('Текст', Text),
  /** Null: not yet accepted (a part) or nothing to compare with (a text). */
  seen: SeenFigures.nullable(),
})
export type ReportPiece = z.infer<typeof ReportPiece>

export const ReportSection = z.object({
  uid: Uid,
  /** Of the catalogue; one the program does not know shows her texts only. `own`: nothing is made from the data. */
  kind: z.string().min(1).max(60),
  title: named('Заголовок', FilledLine),
  hidden: named('Скрыт', z.boolean()),
  newPage: named('С новой страницы', z.boolean()),
  pieces: z.array(ReportPiece).max(200),
})
export type ReportSection = z.infer<typeof ReportSection>

export const Report = z.object({
  title: named('Название', FilledLine),
  schoolYear: named('Учебный год', SchoolYear),
  /** Null: the whole municipality. */
  associationId: named('Объединение', Id.nullable()),
  /** «В управление образования…», a block at the right of the first page; lines. */
  addressee: named('Кому', Text),
  signer: z.object({ position: named('Должность', Line), name: named('Подписал', Line) }),
  compare: named('Сравнивать с прошлым годом', z.boolean()),
  contents: named('Оглавление', z.boolean()),
  note: named('Примечание', Text),
  sections: z.array(ReportSection).max(100),
})
export type Report = z.infer<typeof Report>

export const reportStates = { draft: 'готовится', submitted: 'сдан' } as const
export const ReportState = z.enum(['draft', 'submitted'])

export const ReportRow = z.object({
  id: z.int(),
  title: z.string(),
  schoolYear: z.string(),
  association: z.string(),
  state: ReportState,
  submittedOn: z.string().nullable(),
  sections: z.int(),
  note: z.string(),
})
export type ReportRow = z.infer<typeof ReportRow>

export const reportList: ListSpec = {
  name: 'reports',
  title: 'Отчёты',
  record: 'report',
  schoolYear: 'none',
  nouns: ['отчёт', 'отчёта', 'отчётов'],
  identity: [],
  defaultSort: [
    { column: 'schoolYear', desc: true },
    { column: 'title', desc: false },
  ],
  typed: false,
  columns: [
    { key: 'schoolYear', title: 'Учебный год', type: 'text', width: 110 },
    { key: 'title', title: 'Название', type: 'text', width: 420 },
    { key: 'association', title: 'Объединение', type: 'text', width: 240 },
    { key: 'state', title: 'Состояние', type: 'choice', width: 120, choices: reportStates },
    { key: 'submittedOn', title: 'Сдан', type: 'date', width: 105 },
    { key: 'sections', title: 'Разделов', type: 'number', width: 90 },
    { key: 'note', title: 'Примечание', type: 'text', width: 260, hidden: true },
  ],
}

/** Everything a report's paper is made of: what is kept with a submitted one, and what is gathered for any other. */
export const ReportData = z.object({
  report: Report,
  /** Content by section uid; a hidden section has none. */
  contents: z.record(z.string(), SectionContent),
  /** Head of the paper, as the profile and the association say it. */
  head: z.object({
    municipality: z.string(),
    authority: z.string(),
    association: z.string(),
    /** Day of the numbers. */
    on: IsoDate,
  }),
})
export type ReportData = z.infer<typeof ReportData>

/** What was submitted, with the settings its paper was made by. */
export const FrozenReport = z.object({ at: z.string(), author: z.string(), data: ReportData, profile: Profile })
export type FrozenReport = z.infer<typeof FrozenReport>

export const ReportRecord = z.object({
  id: z.int(),
  revision: z.int(),
  report: Report,
  state: ReportState,
  submittedOn: z.string().nullable(),
  association: z.string(),
  /** Of a submitted one: when and by whom it was kept. */
  frozen: z.object({ at: z.string(), author: z.string() }).nullable(),
})
export type ReportRecord = z.infer<typeof ReportRecord>

/** A part a section can have. */
export const PartSpec = z.object({
  key: z.string(),
  title: z.string(),
  form: z.enum(['text', 'table', 'chart']),
  /** In a new report at once; others are offered. */
  usual: z.boolean(),
})
export type PartSpec = z.infer<typeof PartSpec>

export const SectionSpec = z.object({
  kind: z.string(),
  title: z.string(),
  /** What it tells, for the one who chooses. */
  hint: z.string(),
  parts: z.array(PartSpec),
  usual: z.boolean(),
})
export type SectionSpec = z.infer<typeof SectionSpec>

export const ReportTemplate = z.object({ id: z.int(), name: z.string(), sections: z.int() })
export type ReportTemplate = z.infer<typeof ReportTemplate>

const reads = ['report', 'association'] as const
/** All kinds but the report itself: typing in it must not ask for the numbers again. */
export const reportTopics = [
  'profile',
  'school',
  'librarian',
  'association',
  'meeting',
  'decision',
  'roadmap',
  'event',
  'textbook',
  'subject',
  'holding',
  'subject-students',
  'surplus',
  'need',
  'reservation',
  'transfer',
  'write-off',
  'write-off-campaign',
] as const

export const reportsContract = {
  'reports.list': query(ListQuery, listPage(ReportRow), reads),
  'reports.get': query(z.object({ id: Id }), ReportRecord, reads),
  /** Sections there are, in the usual order of a report (FORMS §11); every module brings its own. */
  'reports.catalogue': query(z.object({}), z.array(SectionSpec), []),
  /** What the data say for a section now: its sentences, tables, charts and every number with where it comes from. */
  'reports.section': query(
    z.object({
      kind: z.string(),
      schoolYear: SchoolYear,
      associationId: Id.nullable().default(null),
      /** With last year's numbers. */
      compare: z.boolean().default(true),
    }),
    SectionContent,
    reportTopics,
  ),
  /** A new report: of the usual sections, of a template, or of another report with her texts of it. It is saved by `reports.save`. */
  'reports.blank': query(
    z.object({
      schoolYear: SchoolYear.nullable().default(null),
      /** Null: the whole municipality; left out: as the other report has it. */
      associationId: Id.nullable().optional(),
      templateId: Id.nullable().default(null),
      reportId: Id.nullable().default(null),
    }),
    Report,
    ['report', 'association', 'profile'],
  ),
  /** @throws `invalid-input`, `conflict`, `not-found`, `locked` when submitted */
  'reports.save': command(
    'Отчёт',
    z.object({ id: Id.nullable(), revision: z.int().nullable(), report: Report }),
    SavedRecord,
  ),
  /** @throws `locked` when submitted */
  'reports.remove': command('Удаление отчёта', z.object({ id: Id }), z.object({})),
  'reports.templates': query(z.object({}), z.array(ReportTemplate), ['report-template']),
  /** Sections, parts and, when asked, texts; one of the same name is replaced. */
  'reports.saveTemplate': command(
    'Шаблон отчёта',
    z.object({ name: FilledLine, report: Report, texts: z.boolean() }),
    z.object({ id: z.int() }),
  ),
  'reports.removeTemplate': command('Удаление шаблона отчёта', z.object({ id: Id }), z.object({})),
  /** Gathers the numbers, writes the paper and keeps both. @throws `conflict` when it has changed meanwhile */
  'reports.submit': job('Сдача отчёта', z.object({ id: Id, revision: z.int() }), z.object({ at: z.string() })),
  /** What `reports.submit` has made. Not for the window. */
  'reports.keep': command(
    'Сдача отчёта',
    z.object({ id: Id, revision: z.int(), data: ReportData, profile: Profile, file: z.base64(), on: IsoDate }),
    z.object({ at: z.string() }),
    'barrier',
  ),
  /** Back to work; what was kept is let go. */
  'reports.reopen': command('Возврат отчёта в работу', z.object({ id: Id }), z.object({}), 'barrier'),
  /** What was submitted. @throws `not-found` */
  'reports.frozen': query(z.object({ id: Id }), FrozenReport, reads),
  /** Everything the paper is made of: kept, of a submitted one; gathered now, of any other. */
  'reports.gather': job('Подготовка отчёта', z.object({ id: Id }), ReportData),
} as const
