import { z } from 'zod'
import { ProtocolLayout } from './associations'
import { job } from './core'
import { FilledLine, Id, IsoDate, OnTemplate, SchoolYear } from './fields'
import { ListQuery } from './lists'

/** Columns of the printed list of librarians (FORMS §8), in their order; № п/п stands before them. */
export const LibrarianPaperColumn = z.enum([
  'name',
  'schools',
  'position',
  'rate',
  'birthDate',
  'education',
  'service',
  'libraryService',
  'category',
  'attestedOn',
  'courses',
  'awards',
  'phone',
  'email',
  'role',
  'consentOn',
])
export type LibrarianPaperColumn = z.infer<typeof LibrarianPaperColumn>

/** Papers: Word and Excel files made from the data. `out` is the full path of the file to write. */

const Written = z.object({ file: z.string() })
const out = FilledLine
/** Her letterhead or cover; null: none. */
const templateId = OnTemplate

export const PrintListInput = z.object({
  list: z.string(),
  query: ListQuery.prefault({}),
  /** As the grid shows them; widths in its pixels, null is the list's own. */
  columns: z
    .array(z.object({ key: z.string(), width: z.int().nullable() }))
    .min(1)
    .max(200),
  /** Groups whose rows are not printed, by their values as JSON: all but some, or only some. */
  closed: z.object({ all: z.boolean(), except: z.array(z.string()).max(10_000) }).default({ all: false, except: [] }),
})
export type PrintListInput = z.infer<typeof PrintListInput>

export const papersContract = {
  'papers.protocol': job(
    'Протокол в Word',
    z.object({ meetingId: Id, layout: ProtocolLayout.nullable().default(null), out, templateId }),
    Written,
  ),
  'papers.attendance': job('Список присутствующих', z.object({ meetingId: Id, out, templateId }), Written),
  /** One decision to one school; `number` as printed («1.2»), `schoolId` null: to the addressees of the decision. */
  'papers.extract': job(
    'Выписка из протокола',
    z.object({ meetingId: Id, number: FilledLine, schoolId: Id.nullable().default(null), out, templateId }),
    Written,
  ),
  /** What a grid shows, with its filter, order and columns. */
  'papers.list': job(
    'Список в Excel',
    z.object({
      list: z.string(),
      query: ListQuery.prefault({}),
      columns: z.array(z.string()).nullable().default(null),
      /** False leaves out the columns with personal data. */
      personal: z.boolean().default(true),
      out,
    }),
    Written.extend({ rows: z.int() }),
  ),
  /** The bank as a list in Word: the people the query finds, those working when it names nobody. */
  'papers.librarians': job(
    'Список библиотекарей в Word',
    z.object({
      query: ListQuery.prefault({}),
      /** Null: the usual ones. */
      columns: z.array(LibrarianPaperColumn).min(1, 'не выбрано ни одного столбца').nullable().default(null),
      /** False leaves out the columns with personal data. */
      personal: z.boolean().default(true),
      out,
      templateId,
    }),
    Written.extend({ rows: z.int() }),
  ),
  'papers.staffing': job(
    'Справка о кадрах в Word',
    z.object({ schoolYear: SchoolYear.nullable().default(null), out, templateId }),
    Written,
  ),
  /** As the original names its columns, with section rows; landscape. `execution` puts in what was done. */
  'papers.roadmap': job(
    'Дорожная карта в Word',
    z.object({ roadmapId: Id, execution: z.boolean().default(false), out, templateId }),
    Written,
  ),
  /** The same as a workbook that can be read back as a list of items. */
  'papers.roadmapSheet': job(
    'Дорожная карта в Excel',
    z.object({ roadmapId: Id, execution: z.boolean().default(false), out }),
    Written,
  ),
  /** Report of execution: counts by section, what is done, overdue and still ahead, on a day. */
  'papers.roadmapReport': job(
    'Отчёт о выполнении',
    z.object({
      roadmapId: Id,
      on: IsoDate.nullable().default(null),
      format: z.enum(['docx', 'xlsx']).default('docx'),
      out,
      templateId,
    }),
    Written,
  ),
  /** The year view: months across, items down. */
  'papers.roadmapYear': job(
    'Годовой график',
    z.object({ roadmapId: Id, from: IsoDate, to: IsoDate, out, templateId }),
    Written,
  ),
  /**
   * The annual report: a kept one, or that of a school year as it would be begun now. By the name of the file: .docx the paper, .xlsx its
   * annexes.
   */
  'papers.report': job(
    'Отчёт в Word',
    z.object({
      reportId: Id.nullable().default(null),
      schoolYear: SchoolYear.nullable().default(null),
      /** Of the paper alone; on a template a submitted one is no more the very file that was submitted. */
      templateId,
      /** True puts telephones, birth dates and the like into the annexes. */
      personal: z.boolean().default(false),
      out,
    }),
    Written,
  ),
  /** What a grid shows, for the printer or PDF (`shell.print`): a whole page of HTML; `pages` is about how many. */
  'papers.listPage': job(
    'Подготовка списка к печати',
    PrintListInput,
    z.object({ html: z.string(), rows: z.int(), pages: z.int() }),
  ),
} as const
