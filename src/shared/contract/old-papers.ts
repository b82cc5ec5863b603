import { z } from 'zod'
import { command, job, query } from './core'
import { FilledLine, Id, Line, named, OptionalDate } from './fields'
import { ListQuery, type ListSpec, listPage } from './lists'
import { Meeting } from './meetings'
import { Roadmap } from './roadmaps'

/**
 * Old papers coming in (PRODUCT «Old papers in»): a Word or text file is read into lines and tables (`Original`), understood
 * as a draft of a meeting or road map whose every field is linked to its place, reviewed beside the original, and saved.
 * The original itself is kept: nothing of it is dropped.
 */

export const paperKinds = { protocol: 'протокол', roadmap: 'дорожная карта или план' } as const
export const PaperKind = z.enum(['protocol', 'roadmap'])
export type PaperKind = z.infer<typeof PaperKind>

export const paperFormats = { docx: 'Word (.docx)', doc: 'Word 97–2003 (.doc)', text: 'текст (.txt)' } as const

/** A paragraph of the original, or one of a cell. */
export const OriginalLine = z.object({
  /** As written; a line break inside the paragraph is \n, a tab \t. Deleted by tracked changes is not of it. */
  text: z.string(),
  /** The number or bullet Word made by itself, which the text does not have: «1.», «2.1.», «–»; '' without. */
  label: z.string(),
  /** Depth in a list, 0 outermost; null: not of a list. */
  level: z.int().nullable(),
  /** Which list: lines of one list carry one number; null: not of a list. */
  list: z.int().nullable(),
  heading: z.boolean(),
  centred: z.boolean(),
  /** Bold stretches, [from, to). */
  bold: z.array(z.tuple([z.int(), z.int()])),
  /** `box`: a text box; `note`: a footnote. Headers and footers of the page are not of the paper. */
  part: z.enum(['body', 'box', 'note']),
  /** Index into `tables`, row and first column; null outside tables. */
  cell: z.object({ table: z.int(), row: z.int(), column: z.int() }).nullable(),
})
export type OriginalLine = z.infer<typeof OriginalLine>

/** Cells of a table, left to right, top to bottom; a merged one once, with its spans. Its lines are [from, to). */
export const OriginalTable = z.object({
  rows: z.int(),
  columns: z.int(),
  /** Rows Word repeats on every page. */
  headRows: z.int(),
  cells: z.array(
    z.object({
      row: z.int(),
      column: z.int(),
      rowSpan: z.int(),
      columnSpan: z.int(),
      from: z.int(),
      to: z.int(),
    }),
  ),
})
export type OriginalTable = z.infer<typeof OriginalTable>

/** What a file says, in its order; lines of a table stand together, cell by cell. */
export const Original = z.object({
  format: z.enum(['docx', 'doc', 'text']),
  /** Of a text: «UTF-8», «Windows-1251», «CP866». */
  encoding: z.string().nullable(),
  lines: z.array(OriginalLine),
  tables: z.array(OriginalTable),
})
export type Original = z.infer<typeof Original>

/** Characters of one line of the original, [from, to). */
export const Place = z.object({ line: z.int(), from: z.int(), to: z.int() })
export type Place = z.infer<typeof Place>

/**
 * Where a field came from and how sure it is. `path` names the field in the draft: `date`, `number`, `theme`, `chairs/<uid>`,
 * `agenda/<uid>/title`, `agenda/<uid>/vote`, `speeches/<uid>`, `decisions/<uid>/text`, `decisions/<uid>/addressees/<uid>`,
 * `decisions/<uid>/dues/<index>`; of a road map `title`, `period`, `approval`, `columns/<uid>`, `sections/<uid>/title`,
 * `items/<uid>/title|dues|executors|document|results`, `parts/<uid>/title|dues`, `items/<uid>/cells/<column uid>`.
 */
export const PaperMark = z.object({
  path: z.string(),
  places: z.array(Place),
  sure: z.boolean(),
  /** Why it is not sure, or what was noticed, as a Russian sentence; '' when all is well. */
  note: z.string(),
  /** People or schools of the bank it may be, best first; the draft has the first only when it is sure. */
  choices: z.array(
    z.object({ librarianId: z.int().nullable(), schoolId: z.int().nullable(), text: z.string(), detail: z.string() }),
  ),
})
export type PaperMark = z.infer<typeof PaperMark>

/** A meeting as far as the paper tells: the series may be unknown, and so may the day. */
export const ProtocolDraft = Meeting.extend({
  seriesId: Id.nullable(),
  date: OptionalDate,
  /** As in the paper: «заседания районного методического объединения педагогов-библиотекарей». */
  series: named('Чьё заседание', Line),
})
export type ProtocolDraft = z.infer<typeof ProtocolDraft>

/** A road map as far as the paper tells. */
export const RoadmapDraft = Roadmap.extend({
  from: OptionalDate,
  to: OptionalDate,
  columns: Roadmap.shape.columns.or(z.array(z.never())),
})
export type RoadmapDraft = z.infer<typeof RoadmapDraft>

/** Words of the original that belong to no field. `kept`: where they are kept («в заметках»), '' when only in the original. */
export const Unrecognised = z.object({ line: z.int(), text: z.string() })
export type Unrecognised = z.infer<typeof Unrecognised>

/** Copy-over slips and what does not agree, as in the editor; `where` in words. */
export const PaperWarning = z.object({ code: z.string(), text: z.string(), where: z.string(), path: z.string() })
export type PaperWarning = z.infer<typeof PaperWarning>

export const Understood = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('protocol'),
    protocol: ProtocolDraft,
    marks: z.array(PaperMark),
    unrecognised: z.array(Unrecognised),
  }),
  z.object({
    kind: z.literal('roadmap'),
    roadmap: RoadmapDraft,
    marks: z.array(PaperMark),
    unrecognised: z.array(Unrecognised),
  }),
])
export type Understood = z.infer<typeof Understood>

/** `review`: read and waiting; `saved`: its record is there; `failed`: could not be read; `dismissed`: put aside. */
export const paperStates = {
  review: 'проверить',
  saved: 'сохранён',
  failed: 'не прочитан',
  dismissed: 'отложен',
} as const
export const PaperState = z.enum(['review', 'saved', 'failed', 'dismissed'])

export const OldPaper = z.object({
  id: z.int(),
  revision: z.int(),
  /** Name of the file without its folder. */
  file: z.string(),
  readAt: z.string(),
  state: PaperState,
  original: Original,
  understood: Understood,
  warnings: z.array(PaperWarning),
  /** The record it was saved as. */
  record: z.enum(['meeting', 'roadmap']).nullable(),
  recordId: z.int().nullable(),
  /** Why it may be there already: «Протокол № 1 от 08.09.2023 уже есть», '' when not. */
  duplicate: z.string(),
  duplicateId: z.int().nullable(),
})
export type OldPaper = z.infer<typeof OldPaper>

export const OldPaperRow = z.object({
  id: z.int(),
  file: z.string(),
  kind: PaperKind.nullable(),
  title: z.string(),
  date: z.string().nullable(),
  state: PaperState,
  /** Fields that want a look, and lines that belong to no field. */
  unsure: z.int(),
  unrecognised: z.int(),
  duplicate: z.string(),
  failure: z.string(),
  readAt: z.string(),
  folder: z.string(),
  recordId: z.int().nullable(),
})
export type OldPaperRow = z.infer<typeof OldPaperRow>

export const oldPaperList: ListSpec = {
  name: 'oldPapers',
  title: 'Загруженные документы',
  record: 'old-paper',
  schoolYear: 'none',
  nouns: ['документ', 'документа', 'документов'],
  identity: [],
  defaultSort: [
    { column: 'readAt', desc: true },
    { column: 'file', desc: false },
  ],
  columns: [
    { key: 'file', title: 'Файл', type: 'text', width: 230 },
    { key: 'kind', title: 'Вид', type: 'choice', width: 130, choices: paperKinds },
    { key: 'title', title: 'Что это', type: 'text', width: 320 },
    { key: 'date', title: 'Дата', type: 'date', width: 100 },
    { key: 'state', title: 'Состояние', type: 'choice', width: 120, choices: paperStates },
    { key: 'unsure', title: 'Проверить', type: 'number', width: 95, total: 'sum' },
    { key: 'unrecognised', title: 'Не понято строк', type: 'number', width: 110, total: 'sum' },
    { key: 'duplicate', title: 'Повтор', type: 'text', width: 220 },
    { key: 'failure', title: 'Почему не прочитан', type: 'text', width: 260 },
    { key: 'readAt', title: 'Загружен', type: 'date', width: 105 },
    { key: 'folder', title: 'Папка', type: 'text', width: 220, hidden: true },
  ],
}

const reads = ['old-paper', 'meeting', 'roadmap', 'association', 'librarian', 'school'] as const

export const oldPapersContract = {
  /**
   * Reads files, and all papers of folders named among them, one by one; what cannot be read is told of with the others.
   * Stops between files when cancelled: what has been read stays. `as` null: the kind is recognised.
   */
  'oldPapers.read': job(
    'Чтение документов',
    z.object({ files: z.array(FilledLine).min(1).max(5000), as: PaperKind.nullable().default(null) }),
    z.object({
      papers: z.array(
        z.object({
          id: z.int(),
          file: z.string(),
          state: PaperState,
          code: z.string(),
          failure: z.string(),
          duplicate: z.string(),
        }),
      ),
      read: z.int(),
      failed: z.int(),
      /** The same bytes as a paper already here; not read again. */
      repeated: z.int(),
    }),
  ),
  'oldPapers.list': query(ListQuery, listPage(OldPaperRow), reads),
  /** @throws `not-found`, `invalid-input` when it could not be read */
  'oldPapers.get': query(z.object({ id: Id }), OldPaper, reads),
  /** The paper a record was read from; null: none. */
  'oldPapers.of': query(
    z.object({ record: z.enum(['meeting', 'roadmap']), id: Id }),
    z.object({ id: z.int(), file: z.string() }).nullable(),
    reads,
  ),
  /** Keeps what was corrected in the review. @throws `conflict` */
  'oldPapers.update': command(
    'Проверка документа',
    z.object({ id: Id, revision: z.int(), understood: Understood }),
    z.object({ revision: z.int() }),
    'none',
  ),
  /** Understands the kept original anew, as another kind; corrections are left. */
  'oldPapers.understand': command(
    'Разбор документа',
    z.object({ id: Id, as: PaperKind }),
    z.object({ revision: z.int() }),
    'none',
  ),
  /** Makes records of reviewed papers, all in one undo step; one that cannot be saved is told of and left for review. */
  'oldPapers.save': command(
    'Загрузка документов',
    z.object({ ids: z.array(Id).min(1).max(1000) }),
    z.object({
      saved: z.array(z.object({ id: z.int(), record: z.enum(['meeting', 'roadmap']), recordId: z.int() })),
      left: z.array(z.object({ id: z.int(), code: z.string(), message: z.string(), path: z.string() })),
    }),
  ),
  /** Puts aside (or back) what is not wanted. */
  'oldPapers.dismiss': command(
    'Документ отложен',
    z.object({ ids: z.array(Id).min(1).max(1000), dismissed: z.boolean() }),
    z.object({}),
    'none',
  ),
  /** Takes papers off the list, originals and all; those saved as records stay. */
  'oldPapers.drop': command('Документы убраны', z.object({ ids: z.array(Id).min(1).max(5000) }), z.object({}), 'none'),
  /** Inner: writes down one paper that the job has read. */
  'oldPapers.stage': command(
    'Документ прочитан',
    z.object({
      file: Line,
      folder: z.string(),
      hash: z.string(),
      original: Original.nullable(),
      understood: Understood.nullable(),
      failure: z.string(),
    }),
    z.object({ id: z.int(), duplicate: z.string() }),
    'none',
  ),
} as const
