import { provisionDay } from '@shared/domain/provision'
import { type Figures, schoolProvision } from '@shared/domain/school-provision'
import { nextSchoolYear, schoolYearOf } from '@shared/domain/school-year'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { type FactsReader, factsReader } from './facts'

/**
 * The table `provision`: rows of this school year and of the next, worked out anew for each school that triggers have noted.
 * Called before a command ends, in its transaction. Where the rows do not hold (another year, a day has come on which books
 * run out and nothing was written since) a list works out its own: see `keptHolds`.
 */
export function keepProvision(raw: Sqlite, today: string): void {
  moveYears(raw, today)
  const dirty = prepared<[], { schoolId: number }>(raw, 'SELECT schoolId FROM provisionDirty ORDER BY schoolId').all()
  if (dirty.length === 0) return
  const years = keptYears(raw)
  const facts = factsReader(raw, today)
  const subjects = subjectSorts(raw)
  for (const { schoolId } of dirty) {
    const school = prepared<[number], { sortKey: string }>(raw, 'SELECT sortKey FROM school WHERE id = ?').get(schoolId)
    for (const { schoolYear } of years) {
      const rows = school ? keptRows(facts, schoolId, schoolYear, school.sortKey, subjects) : []
      writeRows(raw, schoolYear, schoolId, rows)
    }
  }
  prepared(raw, 'DELETE FROM provisionDirty').run()
}

interface Year {
  schoolYear: string
  day: string
}

const keptYears = (raw: Sqlite): Year[] =>
  prepared<[], Year>(raw, 'SELECT schoolYear, day FROM provisionYear ORDER BY schoolYear').all()

const wantedYears = (today: string): string[] => {
  const now = schoolYearOf(today)
  return [now, nextSchoolYear(now)]
}

/** Notes the schools that a new day or a new school year makes other. */
function moveYears(raw: Sqlite, today: string): void {
  const kept = keptYears(raw)
  const wanted = wantedYears(today)
  if (wanted.join() !== kept.map((one) => one.schoolYear).join()) {
    prepared(raw, 'DELETE FROM provision').run()
    prepared(raw, 'DELETE FROM provisionYear').run()
    for (const year of wanted) {
      prepared<[string, string]>(raw, 'INSERT INTO provisionYear (schoolYear, day) VALUES (?, ?)').run(
        year,
        provisionDay(year, today),
      )
    }
    prepared(raw, 'INSERT INTO provisionDirty (schoolId) SELECT id FROM school WHERE true ON CONFLICT DO NOTHING').run()
    return
  }
  for (const { schoolYear, day } of kept) {
    const now = provisionDay(schoolYear, today)
    if (now === day) continue
    const [from, to] = between(day, now)
    prepared<[string, string]>(
      raw,
      `INSERT INTO provisionDirty (schoolId) SELECT DISTINCT schoolId FROM provisionStock
       WHERE usableUntil <> '' AND usableUntil >= ? AND usableUntil < ? ON CONFLICT DO NOTHING`,
    ).run(from, to)
    prepared<[string, string]>(raw, 'UPDATE provisionYear SET day = ? WHERE schoolYear = ?').run(now, schoolYear)
  }
}

/** A book runs out between two days when its date lies from the earlier one to before the later. */
const between = (one: string, other: string): [string, string] => (one < other ? [one, other] : [other, one])

/** Whether the kept rows are those of this year as they would be worked out today. */
export function keptHolds(raw: Sqlite, schoolYear: string, today: string): boolean {
  if (schoolYear < schoolYearOf(today)) return false
  const kept = prepared<[string], { day: string }>(raw, 'SELECT day FROM provisionYear WHERE schoolYear = ?').get(
    schoolYear,
  )
  if (!kept || prepared(raw, 'SELECT 1 FROM provisionDirty LIMIT 1').get()) return false
  const now = provisionDay(schoolYear, today)
  if (now === kept.day) return true
  const [from, to] = between(kept.day, now)
  return !prepared<[string, string]>(
    raw,
    "SELECT 1 FROM provisionStock WHERE usableUntil <> '' AND usableUntil >= ? AND usableUntil < ? LIMIT 1",
  ).get(from, to)
}

const figures = [
  'students',
  'nextStudents',
  'usable',
  'expired',
  'nextUsable',
  'deficit',
  'surplus',
  'nextDeficit',
  'nextSurplus',
] as const satisfies readonly (keyof Figures)[]

export interface KeptRow extends Figures {
  id: number
  schoolId: number
  schoolSort: string
  subjectSort: string
}

/** The number of a row, whatever year it is of; a number of a school and a subject have room for a million subjects. */
export const provisionId = (schoolId: number, subjectId: number, grade: number): number =>
  (schoolId * 1_000_000 + subjectId) * 16 + grade

export const subjectSorts = (raw: Sqlite): Map<number, string> =>
  new Map(
    prepared<[], { id: number; sortKey: string }>(raw, 'SELECT id, sortKey FROM subject')
      .all()
      .map((subject) => [subject.id, subject.sortKey]),
  )

export function keptRows(
  facts: FactsReader,
  schoolId: number,
  schoolYear: string,
  schoolSort: string,
  subjects: ReadonlyMap<number, string>,
): KeptRow[] {
  return schoolProvision(facts.of(schoolId, schoolYear)).map((row) => ({
    ...row,
    id: provisionId(schoolId, row.subjectId, row.grade),
    schoolId,
    schoolSort,
    subjectSort: subjects.get(row.subjectId) ?? '',
  }))
}

const columns = ['schoolId', 'subjectId', 'grade', ...figures, 'schoolSort', 'subjectSort'] as const

/** Writes only what differs. */
function writeRows(raw: Sqlite, schoolYear: string, schoolId: number, rows: readonly KeptRow[]): void {
  const before = new Map(
    prepared<[string, number, number], KeptRow>(
      raw,
      `SELECT id, ${columns.join(', ')} FROM provision WHERE schoolYear = ? AND id BETWEEN ? AND ?`,
    )
      .all(schoolYear, provisionId(schoolId, 0, 0), provisionId(schoolId + 1, 0, 0) - 1)
      .map((row) => [row.id, row]),
  )
  const put = prepared<(string | number)[]>(
    raw,
    `INSERT OR REPLACE INTO provision (schoolYear, id, ${columns.join(', ')})
     VALUES (${Array.from({ length: columns.length + 2 }, () => '?').join(', ')})`,
  )
  for (const row of rows) {
    const known = before.get(row.id)
    before.delete(row.id)
    if (known && columns.every((name) => known[name] === row[name])) continue
    put.run(schoolYear, row.id, ...columns.map((name) => row[name]))
  }
  for (const id of before.keys()) {
    prepared<[string, number]>(raw, 'DELETE FROM provision WHERE schoolYear = ? AND id = ?').run(schoolYear, id)
  }
}
