import { counted } from '@shared/domain/text/plural'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'
import { factsReader } from './facts'
import { keptHolds, keptRows, subjectSorts } from './keep'

/** Stock by what provision asks of a textbook, from the lots themselves. */
const stockOfLots = `
  SELECT lot.schoolId, subjectId, gradeFrom, gradeTo, coalesce(usableUntil, '') AS usableUntil, sum(copies) AS copies
  FROM lot JOIN textbook ON textbook.id = lot.textbookId WHERE kind = 'textbook' AND copies <> 0 GROUP BY 1, 2, 3, 4, 5`

/** What is kept for provision and is not what it should be; for `check`. Sentences for people. */
export function wrongProvision(raw: Sqlite, today: string): string[] {
  const wrong: string[] = []
  const kept = 'SELECT * FROM provisionStock WHERE copies <> 0'
  const different = prepared<[], { n: number }>(
    raw,
    `SELECT (SELECT count(*) FROM (${stockOfLots} EXCEPT ${kept})) + (SELECT count(*) FROM (${kept} EXCEPT ${stockOfLots})) AS n`,
  ).get()?.n
  if (different !== 0) {
    wrong.push(`Сводные остатки для обеспеченности расходятся с остатками: ${counted(different ?? 0, rows)}.`)
  }
  const years = prepared<[], { schoolYear: string }>(raw, 'SELECT schoolYear FROM provisionYear').all()
  const schools = prepared<[], { id: number; sortKey: string }>(raw, 'SELECT id, sortKey FROM school').all()
  const facts = factsReader(raw, today)
  const subjects = subjectSorts(raw)
  for (const { schoolYear } of years) {
    if (!keptHolds(raw, schoolYear, today)) continue
    const stored = new Map(
      prepared<[string], { id: number }>(raw, 'SELECT * FROM provision WHERE schoolYear = ?')
        .all(schoolYear)
        .map((row) => [row.id, row as Readonly<Record<string, unknown>>]),
    )
    let rowsWrong = 0
    for (const { id, sortKey } of schools) {
      for (const row of keptRows(facts, id, schoolYear, sortKey, subjects)) {
        const found = stored.get(row.id)
        stored.delete(row.id)
        if (!found || Object.entries(row).some(([name, value]) => found[name] !== value)) rowsWrong += 1
      }
    }
    rowsWrong += stored.size
    if (rowsWrong > 0) wrong.push(`Обеспеченность за ${schoolYear}: устарело ${counted(rowsWrong, rows)}.`)
  }
  return wrong
}

const rows = ['строка', 'строки', 'строк'] as const

/** Works everything out anew, after rows were written past the triggers (a generator that loads millions without them). */
export function rebuildProvision(raw: Sqlite): void {
  prepared(raw, 'DELETE FROM provisionStock').run()
  prepared(raw, `INSERT INTO provisionStock ${stockOfLots}`).run()
  prepared(raw, 'INSERT INTO provisionDirty (schoolId) SELECT id FROM school WHERE true ON CONFLICT DO NOTHING').run()
}
