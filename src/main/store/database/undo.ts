import { AppError } from '@shared/errors'
import type { Database as Sqlite } from 'better-sqlite3'
import { isJournaled, tables } from './tables'

/** Linear undo and redo of whole commands, from the journal alone: they live over a restart. */

interface Step {
  groupId: number
  title: string
  at: string
}
interface GroupRow {
  id: number
  title: string
  at: string
  undo: string
}
interface ChangeRow {
  tableName: string
  rowKey: string
  op: 'I' | 'U' | 'D'
  before: string | null
}

/** What the next undo and redo would do; `blocked` says why undo stops where it does. */
export function undoStack(raw: Sqlite): { undo: Step | null; redo: Step | null; blocked: string | null } {
  const last = raw
    .prepare<[], GroupRow>(
      "SELECT id, title, at, undo FROM changeGroup WHERE state = 'applied' ORDER BY id DESC LIMIT 1",
    )
    .get()
  const next = raw
    .prepare<[], GroupRow>("SELECT id, title, at, undo FROM changeGroup WHERE state = 'undone' ORDER BY id LIMIT 1")
    .get()
  const step = (row: GroupRow): Step => ({ groupId: row.id, title: row.title, at: row.at })
  const barrier = last?.undo === 'barrier'
  return {
    undo: last && !barrier ? step(last) : null,
    redo: next ? step(next) : null,
    blocked: last && barrier ? barrierSentence(last.title) : null,
  }
}

interface ListedStep extends Step {
  author: string
  records: number
}

/** All steps undo and redo would go through, next first. @param limit of each; null: all */
export function undoSteps(
  raw: Sqlite,
  limit: number | null,
): { undo: ListedStep[]; redo: ListedStep[]; blocked: string | null } {
  const barrier = raw
    .prepare<[], { id: number; title: string }>(
      "SELECT id, title FROM changeGroup WHERE +state = 'applied' AND undo = 'barrier' ORDER BY id DESC LIMIT 1",
    )
    .get()
  const steps = (state: string, order: string): ListedStep[] =>
    raw
      .prepare<[string, number, number], ListedStep>(
        `SELECT id AS groupId, title, at, author, records FROM changeGroup WHERE state = ? AND id > ?
         ORDER BY id ${order} LIMIT ?`,
      )
      .all(state, barrier?.id ?? 0, limit ?? -1)
  return {
    undo: steps('applied', 'DESC'),
    redo: steps('undone', 'ASC'),
    blocked: barrier ? barrierSentence(barrier.title) : null,
  }
}

const barrierSentence = (title: string): string =>
  `Дальше отменить нельзя: «${title}» отменяется только своей командой.`

function changesOf(raw: Sqlite, groupId: number): ChangeRow[] {
  return raw
    .prepare<[number], ChangeRow>('SELECT tableName, rowKey, op, before FROM change WHERE groupId = ? ORDER BY id DESC')
    .all(groupId)
}

/** Applies the inverse of a group's changes, last first; the triggers journal it as the running group's own. */
export function revertGroup(raw: Sqlite, groupId: number): void {
  raw.pragma('defer_foreign_keys = ON')
  for (const change of changesOf(raw, groupId)) {
    if (!isJournaled(change.tableName)) throw new Error(`No such journaled table: ${change.tableName}`)
    const table = `"${change.tableName}"`
    const keyColumn = tables[change.tableName].key
    const key = keyColumn === 'id' ? Number(change.rowKey) : change.rowKey
    if (change.op === 'I') {
      raw.prepare(`DELETE FROM ${table} WHERE "${keyColumn}" = ?`).run(key)
      continue
    }
    const before = JSON.parse(change.before ?? '{}') as Record<string, string | number | null>
    const columns = Object.keys(before)
    if (change.op === 'D') {
      const names = columns.map((name) => `"${name}"`).join(', ')
      raw
        .prepare(`INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`)
        .run(...Object.values(before))
    } else {
      // A revision only ever grows, else an editor opened before the undo could save over what came after it.
      const { revision, ...rest } = before
      const sets = Object.keys(rest).map((name) => `"${name}" = ?`)
      if (revision !== undefined) sets.push('revision = revision + 1')
      raw.prepare(`UPDATE ${table} SET ${sets.join(', ')} WHERE "${keyColumn}" = ?`).run(...Object.values(rest), key)
    }
  }
}

/** Takes back the last applied step. Call inside a group of kind `undo`; `groupId` is that group. */
export function undoLast(raw: Sqlite): Step {
  const { undo, blocked } = undoStack(raw)
  if (!undo) {
    throw blocked === null
      ? new AppError('nothing-to-undo', 'Отменять нечего: изменений, которые можно отменить, нет.')
      : new AppError('undo-blocked', blocked)
  }
  revertGroup(raw, undo.groupId)
  raw.prepare("UPDATE changeGroup SET state = 'undone' WHERE id = ?").run(undo.groupId)
  return undo
}

/** Does the last undone step again: reverts the group that undid it. */
export function redoNext(raw: Sqlite): Step {
  const { redo } = undoStack(raw)
  if (!redo) throw new AppError('nothing-to-undo', 'Повторять нечего: отменённых изменений нет.')
  const undoing = raw
    .prepare<[number], { id: number }>(
      "SELECT id FROM changeGroup WHERE kind = 'undo' AND targetId = ? ORDER BY id DESC LIMIT 1",
    )
    .get(redo.groupId)
  if (!undoing) throw new Error(`Group ${redo.groupId} is undone, but nothing undid it`)
  revertGroup(raw, undoing.id)
  raw.prepare("UPDATE changeGroup SET state = 'applied' WHERE id = ?").run(redo.groupId)
  return redo
}
