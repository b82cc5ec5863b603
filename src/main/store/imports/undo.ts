import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import type { CommandContext } from '../context'
import { closeGroup, openGroup } from '../database/journal'
import { tables } from '../database/tables'
import { revertGroup, undoLast, undoStack } from '../database/undo'
import { findRun } from './staging'

/**
 * Takes an import back. While it is the last step it is the ordinary undo, and can be redone; later it is a change of its
 * own, refused when anything the import wrote has been changed since. @throws AppError `import-undo-blocked`, `not-found`
 */
export function undoRun(context: CommandContext, id: number): Record<string, never> {
  const { raw } = context
  const run = findRun(raw, id)
  if (run.state === 'prepared') {
    throw new AppError('nothing-to-undo', `Файл «${run.file}» ещё не загружен: отменять нечего.`, 'id')
  }
  if (run.state === 'undone' || run.groupId === null) {
    throw new AppError('nothing-to-undo', `Загрузка файла «${run.file}» уже отменена.`, 'id')
  }
  const last = undoStack(raw).undo?.groupId === run.groupId
  if (!last) refuseChanged(raw, run.groupId, run.file)
  const title = `${last ? 'Отменено' : 'Отмена импорта'}: ${titleOf(raw, run.groupId)}`
  const groupId = openGroup(raw, {
    command: last ? 'history.undo' : 'imports.undo',
    title,
    author: context.author,
    at: context.now().toISOString(),
    kind: last ? 'undo' : 'do',
    undo: 'step',
    targetId: last ? run.groupId : null,
  })
  if (last) undoLast(raw)
  else {
    revert(raw, run.groupId, run.file)
    refuseReferred(raw, run.file)
    raw.prepare("UPDATE importRun SET state = 'undone' WHERE id = ?").run(id)
  }
  context.touch([...closeGroup(raw, groupId, title), 'import'])
  return {}
}

/** @throws AppError `import-undo-blocked` where copies the import brought are given away or written off since */
function revert(raw: Sqlite, groupId: number, file: string): void {
  try {
    revertGroup(raw, groupId)
  } catch (error) {
    if ((error as { message?: unknown }).message !== 'ledger-negative') throw error
    throw new AppError(
      'import-undo-blocked',
      `Отменить загрузку «${file}» нельзя: книги, которые она внесла, с тех пор переданы, списаны или сняты инвентаризацией, и остаток стал бы меньше нуля. Сначала отмените эти движения или исправьте остатки инвентаризацией.`,
      'id',
    )
  }
}

const titleOf = (raw: Sqlite, groupId: number): string =>
  raw.prepare<[number], { title: string }>('SELECT title FROM changeGroup WHERE id = ?').get(groupId)?.title ?? ''

/** Changes since that still stand: what was undone, and the undoing itself, cancel each other out. */
const sinceSql = `
  SELECT change.tableName, change.rowKey, change.record, change.recordId, changeGroup.title
  FROM change JOIN changeGroup ON changeGroup.id = change.groupId
  WHERE change.groupId > ? AND changeGroup.kind = 'do'
    AND (SELECT kind FROM changeGroup AS later WHERE later.targetId = changeGroup.id ORDER BY id DESC LIMIT 1) IS NOT 'undo'`

function refuseChanged(raw: Sqlite, groupId: number, file: string): void {
  const ours = new Set<string>()
  for (const row of raw
    .prepare<[number], { tableName: string; rowKey: string }>('SELECT tableName, rowKey FROM change WHERE groupId = ?')
    .iterate(groupId)) {
    ours.add(`${row.tableName}\u0000${row.rowKey}`)
  }
  const later = raw.prepare<[number], { tableName: string; rowKey: string; recordId: number; title: string }>(sinceSql)
  const blocking = new Map<string, string>()
  for (const row of later.iterate(groupId)) {
    if (!ours.has(`${row.tableName}\u0000${row.rowKey}`)) continue
    const what = (tables as Readonly<Record<string, { title: string }>>)[row.tableName]?.title ?? row.tableName
    blocking.set(`${row.tableName}${row.rowKey}`, `${what}: «${row.title}»`)
    if (blocking.size >= 4) break
  }
  if (blocking.size === 0) return
  const named = [...new Set(blocking.values())].slice(0, 3).join('; ')
  throw new AppError(
    'import-undo-blocked',
    `Отменить загрузку «${file}» нельзя: её строки с тех пор изменены (${named}${blocking.size > 3 ? ' и другие' : ''}). Исправьте записи по одной или верните данные из резервной копии.`,
    'id',
  )
}

/** Rows that came later may lean on those of the import: a school on which librarians now work. */
function refuseReferred(raw: Sqlite, file: string): void {
  const broken = raw.pragma('foreign_key_check') as { table: string }[]
  const [first] = broken
  if (!first) return
  const what = (tables as Readonly<Record<string, { title: string }>>)[first.table]?.title ?? first.table
  throw new AppError(
    'import-undo-blocked',
    `Отменить загрузку «${file}» нельзя: на её записи с тех пор ссылаются другие (${what}). Сначала удалите или перенесите их.`,
    'id',
  )
}
