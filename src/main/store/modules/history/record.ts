import { associationKinds, protocolLayouts } from '@shared/contract/associations'
import type { HistoryEntry } from '@shared/contract/history'
import { categories, contestLevels, courseForms, educationFields, educationLevels } from '@shared/contract/librarians'
import { attendanceStates, executionStates, meetingFormats, meetingStates } from '@shared/contract/meetings'
import { connectionStates, fundCategories, libraryStatuses, schoolStates, schoolTypes } from '@shared/contract/schools'
import { formatDate, isRealDate } from '@shared/domain/dates'
import type { Database as Sqlite } from 'better-sqlite3'
import { isJournaled, type JournaledTable, type TableInfo, tables } from '../../database/tables'

interface ChangeRow {
  id: number
  groupId: number
  tableName: string
  rowKey: string
  op: 'I' | 'U' | 'D'
  before: string | null
}
interface GroupRow {
  id: number
  title: string
  author: string
  at: string
}
type Image = Record<string, unknown>

/** Everything that happened to a record and its rows, newest first, with values before and after. */
export function recordHistory(raw: Sqlite, record: string, recordId: number, limit: number): HistoryEntry[] {
  const changes = raw
    .prepare<[string, number], ChangeRow>(
      'SELECT id, groupId, tableName, rowKey, op, before FROM change WHERE record = ? AND recordId = ? ORDER BY id DESC',
    )
    .all(record, recordId)
  const groups = new Map<number, HistoryEntry>()
  // Walking back, the state after a change is the image before the next one, or the row as it is now.
  const after = new Map<string, Image | null>()
  for (const change of changes) {
    if (!isJournaled(change.tableName)) continue
    const info: TableInfo = tables[change.tableName]
    const row = `${change.tableName}/${change.rowKey}`
    const later = after.has(row) ? (after.get(row) ?? null) : currentRow(raw, change.tableName, info, change.rowKey)
    const earlier = change.before === null ? null : (JSON.parse(change.before) as Image)
    after.set(row, earlier)
    let entry = groups.get(change.groupId)
    if (!entry) {
      if (groups.size >= limit) break
      entry = headOf(raw, change.groupId)
      groups.set(change.groupId, entry)
    }
    const fields = differences(raw, change.tableName, earlier, later)
    if (fields.length === 0 && change.op === 'U') continue
    entry.changes.unshift({
      what: info.title,
      rowKey: change.rowKey,
      op: change.op === 'I' ? 'added' : change.op === 'D' ? 'removed' : 'changed',
      fields,
    })
  }
  return [...groups.values()]
}

function headOf(raw: Sqlite, groupId: number): HistoryEntry {
  const group = raw
    .prepare<[number], GroupRow>('SELECT id, title, author, at FROM changeGroup WHERE id = ?')
    .get(groupId)
  return { groupId, title: group?.title ?? '', author: group?.author ?? '', at: group?.at ?? '', changes: [] }
}

function currentRow(raw: Sqlite, table: string, info: TableInfo, key: string): Image | null {
  const value = info.key === 'id' ? Number(key) : key
  return raw.prepare<[string | number], Image>(`SELECT * FROM "${table}" WHERE "${info.key}" = ?`).get(value) ?? null
}

function differences(
  raw: Sqlite,
  table: JournaledTable,
  before: Image | null,
  after: Image | null,
): HistoryEntry['changes'][number]['fields'] {
  const { columns }: TableInfo = tables[table]
  return Object.entries(columns).flatMap(([column, title]) => {
    const was = display(raw, table, column, before?.[column])
    const is = display(raw, table, column, after?.[column])
    return was === is ? [] : [{ title, before: was, after: is }]
  })
}

const references: Readonly<Record<string, string>> = {
  schoolId: 'SELECT shortName AS name FROM school WHERE id = ?',
  successorId: 'SELECT shortName AS name FROM school WHERE id = ?',
  librarianId: "SELECT trim(surname || ' ' || given || ' ' || patronymic) AS name FROM librarian WHERE id = ?",
  seriesId: 'SELECT name FROM meetingSeries WHERE id = ?',
}
/** Stored value → what people read, by table and column. */
const choices: Readonly<Partial<Record<JournaledTable, Record<string, Readonly<Record<string, string>>>>>> = {
  school: { type: schoolTypes, state: schoolStates },
  schoolStatus: { status: libraryStatuses },
  schoolConnection: { state: connectionStates },
  schoolFund: { category: fundCategories },
  librarian: { category: categories },
  education: { level: educationLevels, field: educationFields },
  course: { form: courseForms },
  contestResult: { level: contestLevels },
  association: { kind: associationKinds },
  meetingSeries: { layout: protocolLayouts },
  meeting: {
    layout: protocolLayouts,
    format: meetingFormats,
    state: meetingStates,
    attendanceMode: { roster: 'по списку', count: 'числом' },
  },
  attendance: { state: attendanceStates },
  execution: { state: executionStates },
}
const yesNo = new Set(['hasLending', 'hasStore', 'hasMediaLibrary', 'internet', 'main', 'unanimous'])

function display(raw: Sqlite, table: JournaledTable, column: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  const lookUp = references[column]
  if (lookUp && typeof value === 'number') {
    return raw.prepare<[number], { name: string }>(lookUp).get(value)?.name ?? `№ ${value}`
  }
  if (yesNo.has(column)) return value === 1 ? 'да' : 'нет'
  if (column === 'rate' && typeof value === 'number') return String(value / 100).replace('.', ',')
  if (typeof value === 'string' && isRealDate(value)) return formatDate(value, 'digits')
  return choices[table]?.[column]?.[String(value)] ?? String(value)
}
