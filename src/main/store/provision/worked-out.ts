import { provisionDay } from '@shared/domain/provision'
import { schoolYearOf } from '@shared/domain/school-year'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { factsReader } from './facts'
import { type KeptRow, keptRows, subjectSorts } from './keep'

/**
 * Provision worked out for one answer, where the kept rows do not hold: as the table `provision_rows(token)` of this
 * connection. The rows live as long as the file stays as it is.
 */
interface Answer {
  version: string
  rows: readonly KeptRow[]
}

const answers = new WeakMap<Sqlite, Map<string, Answer>>()

/** The token under which `provision_rows` has the rows. */
export function workedOut(raw: Sqlite, schoolYear: string, today: string): string {
  register(raw)
  const shelf = answers.get(raw) ?? new Map<string, Answer>()
  answers.set(raw, shelf)
  const token = `${schoolYear} ${provisionDay(schoolYear, today)}`
  const version = versionOf(raw)
  if (shelf.get(token)?.version !== version) {
    for (const [other, answer] of shelf) if (answer.version !== version) shelf.delete(other)
    // A report compares two years, turn by turn.
    const [oldest] = shelf.keys()
    if (shelf.size > 1 && oldest !== undefined) shelf.delete(oldest)
    shelf.set(token, { version, rows: everySchool(raw, schoolYear, today) })
  }
  return token
}

/** Changes with every write, of this connection or another. */
function versionOf(raw: Sqlite): string {
  const own = prepared<[], { changes: number }>(raw, 'SELECT total_changes() AS changes').get()?.changes
  const others = prepared<[], { data_version: number }>(raw, 'PRAGMA data_version').get()?.data_version
  return `${own} ${others}`
}

/** A past year is told as it was on its 1 September. */
function everySchool(raw: Sqlite, schoolYear: string, today: string): KeptRow[] {
  const isPast = schoolYear < schoolYearOf(today)
  const facts = factsReader(raw, today, isPast ? provisionDay(schoolYear, today) : null)
  const subjects = subjectSorts(raw)
  return prepared<[], { id: number; sortKey: string }>(raw, 'SELECT id, sortKey FROM school ORDER BY id')
    .all()
    .flatMap(({ id, sortKey }) => keptRows(facts, id, schoolYear, sortKey, subjects))
}

const columns = [
  'id',
  'schoolId',
  'subjectId',
  'grade',
  'students',
  'nextStudents',
  'usable',
  'expired',
  'nextUsable',
  'deficit',
  'surplus',
  'nextDeficit',
  'nextSurplus',
  'schoolSort',
  'subjectSort',
] as const satisfies readonly (keyof KeptRow)[]

const registered = new WeakSet<Sqlite>()

function register(raw: Sqlite): void {
  if (registered.has(raw)) return
  registered.add(raw)
  raw.table('provision_rows', {
    columns: [...columns],
    parameters: ['token'],
    *rows(token: unknown) {
      for (const row of answers.get(raw)?.get(String(token))?.rows ?? []) yield columns.map((name) => row[name])
    },
  })
}
