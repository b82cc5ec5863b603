import { basename } from 'node:path'
import type { FileFault, FileInspection, ImportRow, ImportRun } from '@shared/contract/imports'
import { listSpecs } from '@shared/contract/list-specs'
import type { CellValue, ListSpec } from '@shared/contract/lists'
import { normKey } from '@shared/domain/text/norm'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { valueText } from '@store/imports/cells/read-cell'
import { writableLists } from '@store/lists/all'
import { type CliContext, type CliStore, type Printed, pathOf, usage, withStore } from '../context'
import { arePapers, importPapers } from './old-papers'

export interface ImportOptions {
  as?: string
  sheet?: string
  dryRun?: boolean
  skipFaulty?: boolean
  conflicts?: string
  /** «столбец=значение» for all rows. */
  set?: string[]
  /** The file is the federal list; the order's details, where they are named. */
  fpl?: string | true
}

/** Faults printed in words; `--json` has them all. */
const shownFaults = 50
const page = 1000

interface Conflict {
  row: number
  column: string
  data: string
  file: string
}

interface Imported {
  file: string
  kind: string
  sheet: string
  added: number
  changed: number
  unchanged: number
  skipped: number
  faults: FileFault[]
  conflicts: Conflict[]
  /** Of a federal list: textbooks no longer in it, and those with another last day of use. */
  dropped?: number
  redated?: number
}

export async function importFiles(
  context: CliContext,
  files: readonly string[],
  options: ImportOptions,
): Promise<Printed> {
  if (arePapers(context, files, options.as)) return importPapers(context, files, options)
  const wanted = { list: kindOf(options.as), choice: choiceOf(options.conflicts) }
  if (options.fpl !== undefined && (wanted.list ?? 'textbooks') !== 'textbooks') {
    throw usage('--fpl: федеральный перечень загружается в учебники: --as textbooks.')
  }
  return withStore(context, async (store) => {
    const done: Imported[] = []
    let text = ''
    let finding: AppError | undefined
    for (const file of files) {
      const one = await importFile(store, pathOf(context, file), { ...options, ...wanted })
      done.push(one.imported)
      text += one.text
      finding = one.finding
      // What comes after may lean on this file: a list of schools before their librarians.
      if (finding) break
    }
    const json = files.length === 1 ? done[0] : done
    return { json, text, ...(finding ? { finding } : {}) }
  })
}

function kindOf(word: string | undefined): string | null {
  if (word === undefined) return null
  const found = writableLists.find(
    (name) => name === word || name === `${word}s` || name === `${word}es` || name === `${word.replace(/y$/, 'ie')}s`,
  )
  if (found !== undefined) return found
  throw usage(`--as: вида «${word}» нет. Есть: protocol, roadmap, ${writableLists.join(', ')}.`)
}

function choiceOf(word: string | undefined): 'file' | 'data' | null {
  if (word === undefined) return null
  if (word === 'file' || word === 'data') return word
  throw usage(
    '--conflicts: чьё значение оставить, где изменены и файл, и данные: file (из файла) или data (из данных).',
  )
}

/** «школа=СОШ № 3», by title or key of the column. @throws AppError `usage` */
function constantsOf(spec: ListSpec, given: readonly string[]): { column: string; value: string }[] {
  return given.map((text) => {
    const at = text.indexOf('=')
    const name = text.slice(0, Math.max(at, 0)).trim()
    const column = spec.columns.find((one) => one.edit && (one.key === name || normKey(one.title) === normKey(name)))
    if (at > 0 && column) return { column: column.key, value: text.slice(at + 1).trim() }
    const titles = spec.columns.filter((one) => one.edit).map((one) => `«${one.title}»`)
    throw usage(`--set: «${text}» — нужно «столбец=значение», столбец один из: ${titles.join(', ')}.`)
  })
}

interface Asked extends ImportOptions {
  list: string | null
  choice: 'file' | 'data' | null
}

async function importFile(
  { call }: CliStore,
  file: string,
  asked: Asked,
): Promise<{ imported: Imported; text: string; finding?: AppError }> {
  const seen = await call('imports.inspect', { file, list: asked.list, sheet: asked.sheet ?? null })
  const spec = seen.list === null ? undefined : listSpecs[seen.list]
  const columns = seen.columns.flatMap(({ index, column }) => (column === null ? [] : [{ index, column }]))
  if (!spec || seen.headRow === null || columns.every(({ column }) => column === '$key')) throw unrecognised(seen)
  const run = await call('imports.prepare', {
    file,
    list: spec.name,
    sheet: seen.sheet,
    headRow: seen.headRow,
    columns,
    constants: constantsOf(spec, asked.set ?? []),
  })
  try {
    return await settle(call, seen, spec, run, asked)
  } finally {
    if (asked.dryRun === true || (await call('imports.get', { id: run.id })).state === 'prepared') {
      await call('imports.drop', { id: run.id })
    }
  }
}

async function settle(
  call: CliStore['call'],
  seen: FileInspection,
  spec: ListSpec,
  run: ImportRun,
  asked: Asked,
): Promise<{ imported: Imported; text: string; finding?: AppError }> {
  const faults = (await all(call, run.id, 'fault')).flatMap((row) => row.faults)
  const conflicts =
    asked.choice === null ? (await all(call, run.id, 'conflict')).flatMap((row) => conflictsOf(spec, row)) : []
  const { counts } = run
  const imported: Imported = {
    file: seen.file,
    kind: spec.name,
    sheet: seen.sheet,
    added: counts.new,
    changed: counts.changed + (asked.choice === 'file' ? counts.conflict : 0),
    unchanged: counts.unchanged,
    skipped: counts.skipped,
    faults,
    conflicts,
  }
  const refused = refusalOf(seen, faults.length > 0 && asked.skipFaulty !== true, conflicts.length)
  if (refused) {
    // Nothing is written of a file that is refused.
    const nothing = asked.dryRun === true ? imported : { ...imported, added: 0, changed: 0 }
    return { imported: nothing, text: textOf(seen, spec, imported, 'ничего не загружено'), finding: refused }
  }
  if (asked.dryRun === true) return { imported, text: textOf(seen, spec, imported, 'проверка, ничего не загружено') }
  if (asked.choice !== null) await call('imports.choose', { id: run.id, row: null, choice: asked.choice })
  const done = await write(call, run.id, asked)
  const applied = {
    ...imported,
    added: done.added,
    changed: done.changed,
    unchanged: done.unchanged,
    ...('dropped' in done ? { dropped: done.dropped, redated: done.redated.length } : {}),
  }
  return { imported: applied, text: textOf(seen, spec, applied, 'загружено') }
}

function write(call: CliStore['call'], id: number, asked: Asked) {
  const skipFaulty = asked.skipFaulty === true
  if (asked.fpl === undefined) return call('imports.apply', { id, skipFaulty })
  return call('textbooks.applyFpl', { runId: id, order: asked.fpl === true ? '' : asked.fpl, skipFaulty })
}

function refusalOf(seen: FileInspection, faulty: boolean, conflicts: number): AppError | undefined {
  const name = basename(seen.file)
  if (faulty) {
    return new AppError(
      'import-faults',
      `Файл «${name}» не загружен: в нём есть ошибки. Исправьте их или загрузите остальные строки: --skip-faulty.`,
    )
  }
  if (conflicts === 0) return undefined
  return new AppError(
    'import-conflicts',
    `Файл «${name}» не загружен: ${counted(conflicts, ['ячейка изменена', 'ячейки изменены', 'ячеек изменено'])} и в файле, и в данных. Укажите, чьё значение оставить: --conflicts file или --conflicts data.`,
  )
}

function unrecognised(seen: FileInspection): AppError {
  const heads = seen.columns.map((column) => `«${column.heading}»`).filter((head) => head !== '«»')
  const understood = heads.length === 0 ? 'Шапка таблицы не найдена' : `Шапка: ${heads.slice(0, 8).join(', ')}`
  return new AppError(
    'import-unrecognised',
    `В файле «${basename(seen.file)}», лист «${seen.sheet}», не узнан ни один список. ${understood}. Укажите вид: --as ${writableLists.slice(0, 3).join(' | ')}, или исправьте названия столбцов.`,
  )
}

async function all(call: CliStore['call'], id: number, kind: ImportRow['kind']): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for (;;) {
    const part = await call('imports.rows', { id, kind, after: rows.at(-1)?.row ?? 0, limit: page })
    rows.push(...part.rows)
    if (part.rows.length < page) return rows
  }
}

function conflictsOf(spec: ListSpec, row: ImportRow): Conflict[] {
  const text = (key: string, value: CellValue): string => {
    const column = spec.columns.find((one) => one.key === key)
    return column ? valueText(column, value) : String(value ?? '')
  }
  return row.cells
    .filter((cell) => cell.conflict)
    .map((cell) => ({
      row: row.row,
      column: spec.columns.find((one) => one.key === cell.column)?.title ?? cell.column,
      data: text(cell.column, cell.before),
      file: text(cell.column, cell.after),
    }))
}

function textOf(seen: FileInspection, spec: ListSpec, imported: Imported, outcome: string): string {
  const taken = seen.columns.flatMap(({ letter, heading, column }) => {
    const title = spec.columns.find((one) => one.key === column)?.title
    return title === undefined ? [] : [`${letter} «${heading.replace(/\s+/gu, ' ')}» → ${title}`]
  })
  const left = seen.columns.filter((one) => one.column === null && one.heading !== '').map((one) => `«${one.heading}»`)
  const faults = imported.faults.slice(0, shownFaults).map((fault) => `  ${fault.text}`)
  const more = imported.faults.length - faults.length
  const rows: readonly [number, readonly [string, string, string]][] = [
    [imported.added, ['новая', 'новые', 'новых']],
    [imported.changed, ['изменённая', 'изменённые', 'изменённых']],
    [imported.unchanged, ['без изменений', 'без изменений', 'без изменений']],
    [imported.skipped, ['пропущена', 'пропущены', 'пропущено']],
  ]
  return [
    `${basename(seen.file)}, лист «${seen.sheet}»: ${spec.title} — ${outcome}.`,
    `Столбцы: ${taken.join('; ')}.`,
    ...(left.length > 0 ? [`Не взяты: ${left.join(', ')}.`] : []),
    `Строк: ${rows.map(([count, forms]) => counted(count, forms)).join(', ')}.`,
    ...(imported.dropped === undefined
      ? []
      : [`Исключено из перечня: ${imported.dropped}, с другим предельным сроком: ${imported.redated ?? 0}.`]),
    ...seen.notes,
    ...(imported.faults.length > 0 ? [`Ошибки (${imported.faults.length}):`, ...faults] : []),
    ...(more > 0 ? [`  …и ещё ${more}; все — с параметром --json.`] : []),
    ...imported.conflicts
      .slice(0, shownFaults)
      .map((one) => `  Строка ${one.row}, «${one.column}»: в данных «${one.data}», в файле «${one.file}».`),
    '',
  ].join('\n')
}
