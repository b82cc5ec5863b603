import type { ImportCounts, ImportRow, ImportRun } from '@shared/contract/imports'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext, QueryContext } from '../context'
import { prepared } from '../database/prepared'

/** Prepared imports wait this long for a decision; then their rows are cleared away, ms. */
const kept = 7 * 24 * 3600 * 1000
/** Rows of imports already applied are only looked at for a while; the log of imports stays. */
const keptApplied = 60 * 24 * 3600 * 1000

interface RunRow {
  id: number
  list: string
  file: string
  sheet: string
  preparedAt: string
  appliedAt: string | null
  state: 'staging' | 'prepared' | 'applied' | 'undone'
  groupId: number | null
  counts: string
}

const gone = (): AppError =>
  new AppError('not-found', 'Этой загрузки больше нет. Выберите файл и подготовьте её заново.', 'id')

/**
 * Whether the change of an import has been undone by the ordinary undo since: its group itself cannot tell, once what
 * could have been redone is cut off.
 */
const undoneSql = `(SELECT kind FROM changeGroup WHERE targetId = importRun.groupId ORDER BY id DESC LIMIT 1) IS 'undo'`

export function findRun(raw: Sqlite, id: number): RunRow {
  const row = prepared<[number], RunRow & { taken: number }>(
    raw,
    `SELECT importRun.*, ${undoneSql} AS taken FROM importRun WHERE id = ? AND state <> 'staging'`,
  ).get(id)
  if (!row) throw gone()
  return { ...row, state: row.state === 'applied' && row.taken === 1 ? 'undone' : row.state }
}

export function runOf(row: RunRow): ImportRun {
  const { id, list, file, sheet, preparedAt, appliedAt } = row
  const state = row.state === 'staging' ? 'prepared' : row.state
  return { id, list, file, sheet, preparedAt, appliedAt, state, counts: JSON.parse(row.counts) as ImportCounts }
}

export function listRuns(context: QueryContext, limit: number): ImportRun[] {
  const rows = context.raw
    .prepare<[number], { id: number }>("SELECT id FROM importRun WHERE state <> 'staging' ORDER BY id DESC LIMIT ?")
    .all(limit)
  return rows.map(({ id }) => runOf(findRun(context.raw, id)))
}

/** Opens a run whose rows follow; clears away what was left by those nobody finished. */
export function beginRun(
  context: CommandContext,
  input: { list: string; file: string; sheet: string; match: { source: string; columns: (string | null)[] } },
): { id: number } {
  const { raw } = context
  const now = context.now()
  const before = (age: number): string => new Date(now.getTime() - age).toISOString()
  raw.prepare("DELETE FROM importRun WHERE state = 'staging'").run()
  raw.prepare("DELETE FROM importRun WHERE state = 'prepared' AND preparedAt < ?").run(before(kept))
  raw
    .prepare('DELETE FROM importRow WHERE runId IN (SELECT id FROM importRun WHERE appliedAt < ?)')
    .run(before(keptApplied))
  const { match } = input
  if (match.source !== '') {
    raw
      .prepare(
        `INSERT INTO importMatch (list, source, columns) VALUES (?, ?, ?)
         ON CONFLICT (list, source) DO UPDATE SET columns = excluded.columns`,
      )
      .run(input.list, match.source, JSON.stringify(match.columns))
  }
  const since = raw.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM changeGroup').get()?.id ?? 0
  const { lastInsertRowid } = raw
    .prepare(
      `INSERT INTO importRun (list, file, sheet, preparedAt, state, sinceGroup, counts)
       VALUES (?, ?, ?, ?, 'staging', ?, '{}')`,
    )
    .run(input.list, input.file, input.sheet, now.toISOString(), since)
  return { id: Number(lastInsertRowid) }
}

export function stageRows(context: CommandContext, id: number, rows: readonly ImportRow[]): Record<string, never> {
  const insert = prepared(
    context.raw,
    `INSERT INTO importRow (runId, row, kind, recordId, title, cells, faults, note, choice)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const row of rows) {
    insert.run(
      id,
      row.row,
      row.kind,
      row.id,
      row.title,
      row.cells.length === 0 ? '[]' : JSON.stringify(row.cells),
      row.faults.length === 0 ? '[]' : JSON.stringify(row.faults),
      row.note,
      row.choice,
    )
  }
  return {}
}

export function finishRun(context: CommandContext, id: number, counts: ImportCounts): ImportRun {
  context.raw
    .prepare("UPDATE importRun SET state = 'prepared', counts = ? WHERE id = ?")
    .run(JSON.stringify(counts), id)
  context.touch(['import'])
  return runOf(findRun(context.raw, id))
}

/** A prepared import is forgotten; of an applied one only the rows looked at, its log stays. */
export function dropRun(context: CommandContext, id: number): Record<string, never> {
  const { raw } = context
  raw.prepare("DELETE FROM importRun WHERE id = ? AND state IN ('staging', 'prepared')").run(id)
  raw.prepare('DELETE FROM importRow WHERE runId = ?').run(id)
  context.touch(['import'])
  return {}
}

interface StagedRow {
  row: number
  kind: ImportRow['kind']
  recordId: number | null
  title: string
  cells: string
  faults: string
  note: string
  choice: 'data' | 'file' | null
}

export const stagedRow = (row: StagedRow): ImportRow => ({
  row: row.row,
  kind: row.kind,
  id: row.recordId,
  title: row.title,
  cells: JSON.parse(row.cells) as ImportRow['cells'],
  faults: row.faults === '[]' ? [] : (JSON.parse(row.faults) as ImportRow['faults']),
  note: row.note,
  choice: row.choice,
})

export function readRows(
  { raw }: QueryContext,
  input: { id: number; kind: ImportRow['kind']; after: number; limit: number },
): { rows: ImportRow[]; total: number } {
  findRun(raw, input.id)
  const rows = prepared<[number, string, number, number], StagedRow>(
    raw,
    `SELECT row, kind, recordId, title, cells, faults, note, choice FROM importRow
     WHERE runId = ? AND kind = ? AND row > ? ORDER BY row LIMIT ?`,
  ).all(input.id, input.kind, input.after, input.limit)
  const total = prepared<[number, string], { n: number }>(
    raw,
    'SELECT count(*) AS n FROM importRow WHERE runId = ? AND kind = ?',
  ).get(input.id, input.kind)
  return { rows: rows.map(stagedRow), total: total?.n ?? 0 }
}

/** Records the rows of a run are of, those included that are left as they are or cannot be written. */
export function recordsOf(raw: Sqlite, id: number): number[] {
  return prepared<[number], { id: number }>(
    raw,
    'SELECT DISTINCT recordId AS id FROM importRow WHERE runId = ? AND recordId IS NOT NULL',
  )
    .all(id)
    .map((row) => row.id)
}

/** Rows to be written, in the order of the file, a portion at a time. */
export function* rowsToWrite(raw: Sqlite, id: number, portion: number): Generator<ImportRow[]> {
  const read = prepared<[number, number, number], StagedRow>(
    raw,
    `SELECT row, kind, recordId, title, cells, faults, note, choice FROM importRow
     WHERE runId = ? AND row > ? AND kind IN ('new', 'changed', 'conflict') ORDER BY row LIMIT ?`,
  )
  let after = 0
  for (;;) {
    const rows = read.all(id, after, portion).map(stagedRow)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)?.row ?? after
  }
}

/** @throws AppError `not-found`, `import-done` */
export function choose(
  context: CommandContext,
  input: { id: number; row: number | null; choice: 'data' | 'file' },
): Record<string, never> {
  refuseDone(findRun(context.raw, input.id))
  const { changes } = context.raw
    .prepare("UPDATE importRow SET choice = ? WHERE runId = ? AND kind = 'conflict' AND (? IS NULL OR row = ?)")
    .run(input.choice, input.id, input.row, input.row)
  if (changes === 0 && input.row !== null) {
    throw new AppError('not-found', `В строке ${input.row} файла нет расхождения.`, 'row')
  }
  context.touch(['import'])
  return {}
}

export function refuseDone(run: RunRow): void {
  if (run.state === 'prepared') return
  throw new AppError(
    'import-done',
    run.state === 'applied'
      ? `Файл «${run.file}» уже загружен. Чтобы загрузить его ещё раз, подготовьте загрузку заново.`
      : `Загрузка файла «${run.file}» была отменена. Чтобы загрузить его снова, подготовьте загрузку заново.`,
    'id',
  )
}
