import { z } from 'zod'
import { command, job, Nothing, query } from './core'
import { FilledLine, Id } from './fields'
import { CellValue } from './lists'

/**
 * Excel and CSV files coming in, in four steps: which sheet and columns (`inspect`) → what will change (`prepare`,
 * `rows`, `choose`) → one undo step (`apply`) → «Отменить импорт» (`undo`). The file itself is never changed.
 */

/** A column of the sheet and the column of the list it is taken for. */
export const ColumnMatch = z.object({
  /** 0 is A. */
  index: z.int().min(0),
  /** «A», «AB». */
  letter: z.string(),
  /** Head of the column as it stands; a merged head over several columns is joined: «Курсы / часов». */
  heading: z.string(),
  /** First filled cells, as text. */
  samples: z.array(z.string()),
  /** Key of the list's column; null: not taken. `$key` is our own hidden key. */
  column: z.string().nullable(),
  /** Why: chosen last time for such a file, or known by its heading. */
  how: z.enum(['remembered', 'heading']).nullable(),
  /** Why a column that is understood is not taken: «считается по другим данным», «номер строки». */
  note: z.string(),
})
export type ColumnMatch = z.infer<typeof ColumnMatch>

export const SheetInfo = z.object({
  name: z.string(),
  /** Rows that hold anything. */
  rows: z.int(),
  /** 1-based number of the last row of the heads; null where none was found. */
  headRow: z.int().nullable(),
  /** The list it looks most like; null: like none. */
  list: z.string().nullable(),
  hidden: z.boolean(),
})
export type SheetInfo = z.infer<typeof SheetInfo>

export const FileInspection = z.object({
  file: z.string(),
  format: z.enum(['xlsx', 'xls', 'csv']),
  /** Of a text file: what was recognised. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(SheetInfo),
  /** The sheet, list and head looked at: as asked for, else the best. */
  sheet: z.string(),
  list: z.string().nullable(),
  headRow: z.int().nullable(),
  columns: z.array(ColumnMatch),
  /** Written by this program from these very data: rows are known by their keys. */
  ownKeys: z.boolean(),
  /** Worth knowing before going on: hidden rows, other sheets with rows. */
  notes: z.array(z.string()),
})
export type FileInspection = z.infer<typeof FileInspection>

/** What is wrong with a cell of the file (the CLI prints it as it is). */
export const FileFault = z.object({
  sheet: z.string(),
  /** «D14». */
  cell: z.string(),
  /** Heading of the column, or its letter. */
  column: z.string(),
  /** 1-based, as Excel shows it. */
  row: z.int(),
  expected: z.string(),
  found: z.string(),
  /** The whole sentence: «Строка 14, столбец «Обучающихся»: «пять» — нужно целое число. Исправьте …». */
  text: z.string(),
})
export type FileFault = z.infer<typeof FileFault>

export const ImportRowKind = z.enum(['new', 'changed', 'conflict', 'fault', 'unchanged', 'skipped'])

export const ImportRow = z.object({
  /** Row of the file. */
  row: z.int(),
  kind: ImportRowKind,
  /** The record it is; null: a new one. */
  id: z.int().nullable(),
  /** What people call it: the first columns. */
  title: z.string(),
  /** Cells that would change: what is in the data, what is in the file, and for a conflict what both started from. */
  cells: z.array(
    z.object({
      column: z.string(),
      before: CellValue,
      after: CellValue,
      /** Both the file and the data have changed it since the file was written. */
      conflict: z.boolean(),
    }),
  ),
  faults: z.array(FileFault),
  /** Why it is skipped: «пустая строка», «строка итогов», «повтор строки 12». */
  note: z.string(),
  /** Of a conflict: whose value is taken. */
  choice: z.enum(['data', 'file']).nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportCounts = z.object({
  new: z.int(),
  changed: z.int(),
  conflict: z.int(),
  fault: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
})
export type ImportCounts = z.infer<typeof ImportCounts>

export const ImportRun = z.object({
  id: z.int(),
  list: z.string(),
  /** Name of the file without its folder. */
  file: z.string(),
  sheet: z.string(),
  /** ISO time of preparing, of applying. */
  preparedAt: z.string(),
  appliedAt: z.string().nullable(),
  state: z.enum(['prepared', 'applied', 'undone']),
  counts: ImportCounts,
})
export type ImportRun = z.infer<typeof ImportRun>

/** Rows written: `left` were not, for their faults. */
export const ImportDone = z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), left: z.int() })

export const importsContract = {
  /** @throws `file-unreadable`, `file-too-big`, `file-missing` with what to do about it */
  'imports.inspect': job(
    'Чтение файла',
    z.object({
      file: FilledLine,
      sheet: z.string().nullable().default(null),
      list: z.string().nullable().default(null),
      headRow: z.int().min(1).nullable().default(null),
    }),
    FileInspection,
  ),
  /** Compares the file with the data and keeps what it found; answers how much of what. Nothing of the data changes. */
  'imports.prepare': job(
    'Сравнение файла с данными',
    z.object({
      file: FilledLine,
      list: z.string(),
      sheet: z.string(),
      headRow: z.int().min(0),
      columns: z.array(z.object({ index: z.int().min(0), column: z.string() })).max(500),
      /** What the file has no column for, the same in all its rows and as people write it: the school. */
      constants: z
        .array(z.object({ column: z.string(), value: z.string().max(1000) }))
        .max(50)
        .default([]),
    }),
    ImportRun,
  ),
  'imports.rows': query(
    z.object({
      id: Id,
      kind: ImportRowKind,
      /** File row after which the page starts. */
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    z.object({ rows: z.array(ImportRow), total: z.int() }),
    ['import'],
  ),
  /** Whose value conflicts take: of one file row, or of all (`row` null). */
  'imports.choose': command(
    'Выбор при расхождении',
    z.object({ id: Id, row: z.int().nullable(), choice: z.enum(['data', 'file']) }),
    Nothing,
    'none',
  ),
  /**
   * Writes what was prepared, all of it or nothing, as one undo step. With faults it is refused (`import-faults`) unless
   * `skipFaulty`; with conflicts nobody has decided, `import-conflicts`; when a record has changed since `prepare` it is
   * refused (`import-stale`). An import is applied once (`import-done`).
   */
  'imports.apply': command('Импорт', z.object({ id: Id, skipFaulty: z.boolean().default(false) }), ImportDone),
  /** Takes an import back, later too; refused (`import-undo-blocked`) when its rows have changed since. */
  'imports.undo': command('Отмена импорта', z.object({ id: Id }), Nothing, 'none'),
  /** One import, applied or not. @throws `not-found` */
  'imports.get': query(z.object({ id: Id }), ImportRun, ['import', '*']),
  'imports.list': query(z.object({ limit: z.int().max(500).default(100) }), z.array(ImportRun), ['import', '*']),
  'imports.drop': command('Импорт', z.object({ id: Id }), Nothing, 'none'),

  /** The store's own: `imports.prepare` hands what it found to the writer in portions. */
  'imports.begin': command(
    'Импорт',
    z.object({
      list: z.string(),
      file: z.string(),
      sheet: z.string(),
      /** How the columns of such a file were matched: taken again next time. */
      match: z.object({ source: z.string(), columns: z.array(z.string().nullable()) }),
    }),
    z.object({ id: z.int() }),
    'none',
  ),
  'imports.stage': command(
    'Импорт', // Made by the store itself a moment before: not gone through cell by cell.
    z.object({ id: Id, rows: z.array(z.custom<ImportRow>()).max(5000) }),
    Nothing,
    'none',
  ),
  'imports.ready': command('Импорт', z.object({ id: Id, counts: ImportCounts }), ImportRun, 'none'),
} as const
