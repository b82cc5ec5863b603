import type { ImportCounts, ImportRow } from '@shared/contract/imports'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../context'
import { backUp, freshBackup } from '../database/backup'
import { canonicalText } from '../documents/xlsx/row-key'
import { listRecord } from '../lists/all'
import { editRows } from '../lists/edit'
import type { AnyListRecord } from '../lists/record'
import { currentRows } from './comparing/current'
import { findRun, refuseDone, rowsToWrite } from './staging'

/** Few at a time: what outlives a young collection stays in the heap until a full one. */
const portion = 200
/** As SQLite takes it, −KB: else pages of the tables and their indexes go to the disk and back while they are filled. */
const largeCache = -32_000
/** Rows from which a backup is made first. */
const largeImport = 1000

interface Done {
  added: number
  changed: number
  unchanged: number
  left: number
}

/**
 * Writes a prepared import inside the running command: one transaction, one undo step.
 * @throws AppError `import-faults`, `import-conflicts`, `import-stale`, `import-done`, and what a record itself refuses
 */
export async function applyRun(context: CommandContext, id: number, skipFaulty: boolean): Promise<Done> {
  const { raw } = context
  const run = findRun(raw, id)
  refuseDone(run)
  const counts = JSON.parse(run.counts) as ImportCounts
  if (counts.fault > 0 && !skipFaulty) {
    throw new AppError(
      'import-faults',
      `В файле «${run.file}» ${counted(counts.fault, ['строка с ошибкой', 'строки с ошибками', 'строк с ошибками'])}. Исправьте их в файле и загрузите его снова или загрузите остальные строки без них.`,
    )
  }
  refuseUndecided(context, id, run.file)
  const isLarge = counts.new + counts.changed + counts.conflict >= largeImport
  // The window has it made while a person looks at what would change.
  if (isLarge && !freshBackup(raw, context.folder, context.now())) {
    backUp(context.folder, 'before-import', context.now())
  }
  const list = listRecord(run.list)
  const done: Done = { added: 0, changed: 0, unchanged: counts.unchanged, left: counts.fault }
  const usualCache = raw.pragma('cache_size', { simple: true })
  try {
    raw.pragma(`cache_size = ${largeCache}`)
    for (const rows of rowsToWrite(raw, id, portion)) await writePortion(context, list, rows, done)
  } finally {
    raw.pragma(`cache_size = ${usualCache}`)
  }
  const groupId = raw
    .prepare<[], { groupId: number | null }>('SELECT groupId FROM changeContext WHERE id = 1')
    .get()?.groupId
  raw
    .prepare("UPDATE importRun SET state = 'applied', appliedAt = ?, groupId = ? WHERE id = ?")
    .run(context.now().toISOString(), groupId ?? null, id)
  context.describe(
    `${list.source.spec.title} из «${run.file}», ${counted(done.added, ['новая', 'новые', 'новых'])}, ${counted(done.changed, ['изменённая', 'изменённые', 'изменённых'])}`,
  )
  context.touch(['import'])
  return done
}

function refuseUndecided({ raw }: CommandContext, id: number, file: string): void {
  const undecided =
    raw
      .prepare<[number], { n: number }>(
        "SELECT count(*) AS n FROM importRow WHERE runId = ? AND kind = 'conflict' AND choice IS NULL",
      )
      .get(id)?.n ?? 0
  if (undecided === 0) return
  throw new AppError(
    'import-conflicts',
    `${counted(undecided, ['строку', 'строки', 'строк'])} файла «${file}» изменили и в файле, и в данных. Выберите для них, чьё значение оставить.`,
  )
}

async function writePortion(
  context: CommandContext,
  list: AnyListRecord,
  rows: readonly ImportRow[],
  done: Done,
): Promise<void> {
  const current = await currentRows(
    context,
    list,
    rows.flatMap((row) => (row.id === null ? [] : [row.id])),
  )
  const edits: { id: number | null; cells: Record<string, string | number | boolean | null>; row: ImportRow }[] = []
  for (const row of rows) {
    refuseStale(row, row.id === null ? null : (current.get(row.id) ?? undefined))
    const taken = row.cells.filter((cell) => !cell.conflict || row.choice === 'file')
    if (taken.length === 0) {
      done.unchanged++
      continue
    }
    edits.push({ id: row.id, cells: Object.fromEntries(taken.map((cell) => [cell.column, cell.after])), row })
    if (row.id === null) done.added++
    else done.changed++
  }
  try {
    await editRows(context, list, edits)
  } catch (error) {
    throw atFileRow(error, edits)
  }
}

/** @param current as the record is now; undefined: it is gone; null: the row is a new one */
function refuseStale(row: ImportRow, current: Readonly<Record<string, unknown>> | null | undefined): void {
  if (current === null) return
  const same =
    current !== undefined &&
    row.cells.every((cell) => {
      const now = (current[cell.column] ?? null) as typeof cell.before
      return canonicalText(now) === canonicalText(cell.before)
    })
  if (same) return
  throw new AppError(
    'import-stale',
    `Строка ${row.row} файла («${row.title}»): запись ${current === undefined ? 'удалили' : 'изменили'} после сравнения файла с данными. Подготовьте загрузку заново: она покажет, что изменится теперь.`,
    `rows.${row.row}`,
  )
}

/** A refusal of the engine names the place among the rows written; people know the row of the file. */
function atFileRow(error: unknown, edits: readonly { row: ImportRow }[]): unknown {
  if (!(error instanceof AppError)) return error
  const index = /^rows\.(\d+)/.exec(error.path ?? '')?.[1]
  const row = index === undefined ? undefined : edits[Number(index)]?.row
  if (!row) return error
  return new AppError(
    error.code,
    `Строка ${row.row} файла («${row.title}»): ${error.message} Ничего не загружено. Исправьте файл и загрузите его снова.`,
    `rows.${row.row}`,
  )
}
