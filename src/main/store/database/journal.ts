import { normKey } from '@shared/domain/text/norm'
import type { Database as Sqlite } from 'better-sqlite3'
import { type TableInfo, tables } from './tables'

/**
 * The journal is written by triggers generated from the tables themselves, so that no path that writes can forget it.
 * An insert leaves its key, an update or delete the row before it. Without a change group in `changeContext` the
 * NOT NULL of `change.groupId` refuses the write: nothing gets into a journaled table past the dispatcher.
 * A row given to another record (a line of the contingent to another school) leaves the one and comes to the other, so
 * that the history of each knows of it.
 */
const quoted = (name: string): string => `"${name}"`

function columnsOf(raw: Sqlite, table: string): string[] {
  return raw
    .prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map((column) => column.name)
}

function triggersOf(table: string, info: TableInfo, columns: string[]): string {
  const image = `json_object(${columns.map((name) => `'${name}', OLD.${quoted(name)}`).join(', ')})`
  const differs = columns.map((name) => `OLD.${quoted(name)} IS NOT NEW.${quoted(name)}`).join(' OR ')
  const entry = (row: 'OLD' | 'NEW', op: string, before: string): string =>
    `INSERT INTO change (groupId, tableName, rowKey, record, recordId, op, before)
     VALUES ((SELECT groupId FROM changeContext WHERE id = 1), '${table}', CAST(${row}.${quoted(info.key)} AS TEXT),
             '${info.record}', ${row}.${quoted(info.owner)}, '${op}', ${before});`
  return `
CREATE TRIGGER ${quoted(`journal_${table}_insert`)} AFTER INSERT ON ${quoted(table)}
BEGIN ${entry('NEW', 'I', 'NULL')} END;
CREATE TRIGGER ${quoted(`journal_${table}_update`)} AFTER UPDATE ON ${quoted(table)}
WHEN OLD.${quoted(info.owner)} IS NEW.${quoted(info.owner)} AND (${differs})
BEGIN ${entry('OLD', 'U', image)} END;
CREATE TRIGGER ${quoted(`journal_${table}_move`)} AFTER UPDATE ON ${quoted(table)}
WHEN OLD.${quoted(info.owner)} IS NOT NEW.${quoted(info.owner)}
BEGIN ${entry('OLD', 'D', image)} ${entry('NEW', 'I', 'NULL')} END;
CREATE TRIGGER ${quoted(`journal_${table}_delete`)} AFTER DELETE ON ${quoted(table)}
BEGIN ${entry('OLD', 'D', image)} END;`
}

const operations = ['insert', 'update', 'move', 'delete'] as const

/** Names of all triggers the journal consists of. */
export function journalTriggers(): string[] {
  return Object.keys(tables).flatMap((table) => operations.map((op) => `journal_${table}_${op}`))
}

/**
 * Takes all journal triggers away for the time of a migration: its own changes of rows are nobody's step, and a column
 * that a trigger names cannot be dropped.
 */
export function removeJournal(raw: Sqlite): void {
  const old = raw
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal\\_%' ESCAPE '\\'",
    )
    .all()
  for (const { name } of old) raw.exec(`DROP TRIGGER ${quoted(name)}`)
}

/** Makes all journal triggers anew; ends every migration, since columns may have changed. */
export function installJournal(raw: Sqlite): void {
  for (const [table, info] of Object.entries<TableInfo>(tables)) {
    const columns = columnsOf(raw, table).filter((name) => !info.computed?.includes(name))
    raw.exec(triggersOf(table, info, columns))
  }
}

export interface GroupHead {
  command: string
  title: string
  author: string
  at: string
  kind: 'do' | 'undo' | 'redo'
  undo: 'step' | 'barrier'
  targetId: number | null
}

/** Opens a change group inside the running transaction; all journaled writes until `closeGroup` belong to it. */
export function openGroup(raw: Sqlite, head: GroupHead): number {
  const { lastInsertRowid } = raw
    .prepare(
      `INSERT INTO changeGroup (command, title, author, at, kind, undo, state, targetId)
       VALUES (:command, :title, :author, :at, :kind, :undo, :state, :targetId)`,
    )
    .run({ ...head, state: head.kind === 'do' ? 'applied' : 'dead' })
  const groupId = Number(lastInsertRowid)
  raw.prepare('UPDATE changeContext SET groupId = ? WHERE id = 1').run(groupId)
  return groupId
}

/** Ends the group and says which kinds of record it touched; a group that changed nothing leaves no trace. */
export function closeGroup(raw: Sqlite, groupId: number, title: string): string[] {
  raw.prepare('UPDATE changeContext SET groupId = NULL WHERE id = 1').run()
  raw
    .prepare(
      `INSERT INTO changeTouch (tableName, groupId, record)
       SELECT DISTINCT tableName, groupId, record FROM change WHERE groupId = ?`,
    )
    .run(groupId)
  const topics = raw
    .prepare<[number], { record: string }>('SELECT DISTINCT record FROM changeTouch WHERE groupId = ?')
    .all(groupId)
    .map((row) => row.record)
  const head = raw.prepare<[number], { kind: string }>('SELECT kind FROM changeGroup WHERE id = ?').get(groupId)
  if (topics.length === 0 && head?.kind === 'do') {
    raw.prepare('DELETE FROM changeGroup WHERE id = ?').run(groupId)
    return topics
  }
  raw
    .prepare(
      `UPDATE changeGroup SET title = :title, norm = :norm, records =
         (SELECT count(*) FROM (SELECT DISTINCT record, recordId FROM change WHERE groupId = :groupId))
       WHERE id = :groupId`,
    )
    .run({ title, norm: normKey(title), groupId })
  if (head?.kind === 'do') {
    // A new change after an undo cuts off what could have been redone.
    raw.prepare("UPDATE changeGroup SET state = 'dead' WHERE state = 'undone'").run()
  }
  return topics
}
