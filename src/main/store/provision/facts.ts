import type { SchoolFacts, Stock, SubjectFacts } from '@shared/domain/school-provision'
import { nextSchoolYear, type SchoolYear } from '@shared/domain/school-year'
import type { Database as Sqlite } from 'better-sqlite3'
import { prepared } from '../database/prepared'

/** Reads what provision follows from, school by school. */
export interface FactsReader {
  of(schoolId: number, schoolYear: SchoolYear): SchoolFacts
}

interface Counted {
  schoolYear: string
  subjectId: number
  grade: number
  students: number
}

/**
 * @param on balances of this day instead of what there is now, for a school year that is past
 */
export function factsReader(raw: Sqlite, today: string, on: string | null = null): FactsReader {
  const subjects = prepared<[], Omit<SubjectFacts, 'obligatory'> & { obligatory: number }>(
    raw,
    'SELECT id, obligatory, gradeFrom, gradeTo FROM subject ORDER BY id',
  )
    .all()
    .map((subject) => ({ ...subject, obligatory: subject.obligatory === 1 }))
  const contingent = prepared<[number, string, string], Counted>(
    raw,
    'SELECT schoolYear, 0 AS subjectId, grade, students FROM contingent WHERE schoolId = ? AND schoolYear IN (?, ?)',
  )
  const groups = prepared<[number, string, string], Counted>(
    raw,
    'SELECT schoolYear, subjectId, grade, students FROM subjectStudents WHERE schoolId = ? AND schoolYear IN (?, ?)',
  )
  const stock = prepared<[number], Stock>(
    raw,
    'SELECT subjectId, gradeFrom, gradeTo, usableUntil, copies FROM provisionStock WHERE schoolId = ?',
  )
  const later = on === null ? new Map<number, Stock[]>() : bookedAfter(raw, on)
  return {
    of(schoolId, schoolYear) {
      const next = nextSchoolYear(schoolYear)
      const classes = contingent.all(schoolId, schoolYear, next)
      const studied = groups.all(schoolId, schoolYear, next)
      return {
        schoolYear,
        today,
        contingent: byGrade(classes, schoolYear),
        nextContingent: byGrade(classes, next),
        groups: bySubject(studied, schoolYear),
        nextGroups: bySubject(studied, next),
        subjects,
        stock: merged([...stock.all(schoolId), ...(later.get(schoolId) ?? [])]),
      }
    },
  }
}

const byGrade = (rows: readonly Counted[], year: string): Map<number, number> =>
  new Map(rows.filter((row) => row.schoolYear === year).map((row) => [row.grade, row.students]))

function bySubject(rows: readonly Counted[], year: string): Map<number, Map<number, number>> {
  const found = new Map<number, Map<number, number>>()
  for (const row of rows) {
    if (row.schoolYear !== year) continue
    const grades = found.get(row.subjectId) ?? new Map<number, number>()
    found.set(row.subjectId, grades.set(row.grade, row.students))
  }
  return found
}

/** What was booked after the day, to be taken off; by school. */
function bookedAfter(raw: Sqlite, on: string): Map<number, Stock[]> {
  const rows = prepared<[string], Stock & { schoolId: number }>(
    raw,
    `SELECT lot.schoolId, subjectId, gradeFrom, gradeTo, coalesce(usableUntil, '') AS usableUntil, -sum(movement.copies) AS copies
     FROM movement JOIN lot ON lot.id = movement.lotId JOIN textbook ON textbook.id = lot.textbookId
     WHERE movement.date > ? AND textbook.kind = 'textbook' GROUP BY 1, 2, 3, 4, 5`,
  ).all(on)
  const found = new Map<number, Stock[]>()
  for (const { schoolId, ...stock } of rows) {
    const known = found.get(schoolId)
    if (known) known.push(stock)
    else found.set(schoolId, [stock])
  }
  return found
}

function merged(stock: readonly Stock[]): Stock[] {
  const found = new Map<string, Stock>()
  for (const one of stock) {
    const key = `${one.subjectId} ${one.gradeFrom} ${one.gradeTo} ${one.usableUntil}`
    const known = found.get(key)
    if (known) known.copies += one.copies
    else found.set(key, { ...one })
  }
  return [...found.values()]
}
