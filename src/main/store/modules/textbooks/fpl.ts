import type { FplUpdate } from '@shared/contract/textbooks'
import { counted } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { findRun, recordsOf, rowsToWrite, runOf } from '../../imports/staging'

/** A newer federal list (ФПУ) against the catalogue: what it adds, changes, gives another date, and no longer has. */

/** @throws AppError `not-found` where the run is gone or is of another list */
export function fplChanges(raw: Sqlite, runId: number): FplUpdate {
  const run = runOf(findRun(raw, runId))
  if (run.list !== 'textbooks') {
    throw new AppError(
      'not-found',
      'Эта загрузка не из списка «Учебники»: перечень (ФПУ) загружается в него. Выберите файл и список заново.',
      'runId',
    )
  }
  const { counts } = run
  const droppedTitles = dropped(raw, recordsOf(raw, runId))
  return {
    added: counts.new,
    changed: counts.changed + counts.conflict,
    unchanged: counts.unchanged,
    dropped: droppedTitles.length,
    redated: redated(raw, runId),
    droppedTitles,
  }
}

const portion = 1000

function redated(raw: Sqlite, runId: number): FplUpdate['redated'] {
  const found: FplUpdate['redated'] = []
  for (const rows of rowsToWrite(raw, runId, portion)) {
    for (const row of rows) {
      const date = row.cells.find((cell) => cell.column === 'usableUntil')
      if (row.id === null || !date || (date.conflict && row.choice === 'data')) continue
      found.push({ id: row.id, title: labelOf(raw, row.id), before: textOf(date.before), after: textOf(date.after) })
    }
  }
  return found
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const labelOf = (raw: Sqlite, id: number): string =>
  prepared<[number], { label: string }>(raw, 'SELECT label FROM textbook WHERE id = ?').get(id)?.label ?? ''

function dropped(raw: Sqlite, present: readonly number[]): FplUpdate['droppedTitles'] {
  return prepared<[string], FplUpdate['droppedTitles'][number]>(
    raw,
    `SELECT id, label AS title, fplCode, coalesce((SELECT sum(copies) FROM lot WHERE textbookId = textbook.id), 0) AS copies
     FROM textbook WHERE fplState = 'listed' AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY nameSort, id`,
  ).all(JSON.stringify(present))
}

interface Asked {
  runId: number
  order: string
  skipFaulty: boolean
}

/** @throws AppError as `fplChanges` and `imports.apply` */
export async function applyFpl(context: CommandContext, { runId, order, skipFaulty }: Asked): Promise<FplUpdate> {
  const { raw } = context
  const update = fplChanges(raw, runId)
  const known = recordsOf(raw, runId)
  const done = await context.run('imports.apply', { id: runId, skipFaulty })
  const listed = JSON.stringify([...known, ...madeNow(raw)])
  prepared<[string]>(
    raw,
    `UPDATE textbook SET fplState = 'listed', revision = revision + 1
     WHERE fplState <> 'listed' AND id IN (SELECT value FROM json_each(?))`,
  ).run(listed)
  if (order !== '') {
    prepared<[string, string, string]>(
      raw,
      `UPDATE textbook SET "order" = ?, revision = revision + 1
       WHERE "order" <> ? AND id IN (SELECT value FROM json_each(?))`,
    ).run(order, order, listed)
  }
  prepared<[string]>(
    raw,
    `UPDATE textbook SET fplState = 'dropped', revision = revision + 1 WHERE id IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify(update.droppedTitles.map((one) => one.id)))
  const forms = ['учебник', 'учебника', 'учебников'] as const
  context.describe(
    `${counted(done.added, forms)} добавлено, ${counted(done.changed, forms)} изменено, ${counted(update.dropped, forms)} исключено`,
  )
  return { ...update, added: done.added, changed: done.changed, unchanged: done.unchanged }
}

/** Textbooks this command has added. */
function madeNow(raw: Sqlite): number[] {
  return prepared<[], { id: number }>(
    raw,
    `SELECT recordId AS id FROM change WHERE groupId = (SELECT groupId FROM changeContext WHERE id = 1)
     AND record = 'textbook' AND tableName = 'textbook' AND op = 'I'`,
  )
    .all()
    .map((row) => row.id)
}
