import { grouped } from './expected'
import type { Judged } from './judge'

/**
 * How many textbooks schools need and have, worked out anew from pupils, editions and movements by the rules as they are told to people
 * (decision 68, `docs/guide/provision.md`): neither the product's rules nor what it keeps are asked.
 */

export interface OwnRow {
  schoolId: number
  school: string
  subject: string
  grade: number
  /** Null: nobody wrote down how many study it. */
  students: number | null
  usable: number
  expired: number
}

export const deficitOf = (row: OwnRow): number => Math.max(0, (row.students ?? 0) - row.usable)
/** Nothing is spare where nobody knows how many study. */
export const spareOf = (row: OwnRow): number => (row.students === null ? 0 : Math.max(0, row.usable - row.students))

interface Subject {
  id: number
  name: string
  obligatory: number
  gradeFrom: number
  gradeTo: number
}
interface Shelf {
  schoolId: number
  subjectId: number
  gradeFrom: number
  gradeTo: number
  usable: number
  expired: number
}

const grades = Array.from({ length: 12 }, (_, index) => index + 1)
const key = (...parts: (string | number)[]): string => parts.join('/')
export const yearAfter = (schoolYear: string): string => {
  const second = Number(schoolYear.slice(5))
  return `${second}-${second + 1}`
}

/** Pupils of a school, a grade, a subject in a school year, as they were written down. */
class Pupils {
  readonly #all: Map<string, number>
  readonly #schools: Set<number>
  readonly #groups: Map<string, number>

  constructor(district: Judged, schoolYear: string) {
    const all = district.rows<{ schoolId: number; grade: number; students: number }>(
      'SELECT schoolId, grade, students FROM contingent WHERE schoolYear = ?',
      schoolYear,
    )
    this.#all = new Map(all.map((row) => [key(row.schoolId, row.grade), row.students]))
    this.#schools = new Set(all.map((row) => row.schoolId))
    this.#groups = new Map(
      district
        .rows<{ schoolId: number; grade: number; subjectId: number; students: number }>(
          'SELECT schoolId, grade, subjectId, students FROM subjectStudents WHERE schoolYear = ?',
          schoolYear,
        )
        .map((row) => [key(row.schoolId, row.subjectId, row.grade), row.students]),
    )
  }

  /** Where a school has written its pupils down, a grade that is not among them has nobody. */
  all(schoolId: number, grade: number): number | null {
    return this.#all.get(key(schoolId, grade)) ?? (this.#schools.has(schoolId) ? 0 : null)
  }

  has(schoolId: number, grade: number): boolean {
    return this.#all.has(key(schoolId, grade))
  }

  group(schoolId: number, subjectId: number, grade: number): number | null {
    return this.#groups.get(key(schoolId, subjectId, grade)) ?? null
  }

  lastGrade(schoolId: number): number {
    return Math.max(0, ...grades.filter((grade) => (this.all(schoolId, grade) ?? 0) > 0))
  }
}

const studies = (subject: Subject, grade: number): boolean => grade >= subject.gradeFrom && grade <= subject.gradeTo

/** A subject everybody studies is studied by the whole grade; who is written down by name of the subject goes before. */
function studying(pupils: Pupils, schoolId: number, subject: Subject, grade: number): number | null {
  const group = pupils.group(schoolId, subject.id, grade)
  if (group !== null) return group
  return subject.obligatory === 1 && studies(subject, grade) ? pupils.all(schoolId, grade) : null
}

/** Of a year that nobody has written down yet: the grade below moves up, the first and the tenth are formed anew as they are now. */
function studyingNext(now: Pupils, next: Pupils, schoolId: number, subject: Subject, grade: number): number | null {
  const written =
    next.group(schoolId, subject.id, grade) ??
    (next.has(schoolId, grade) ? studying(next, schoolId, subject, grade) : null)
  if (written !== null) return written
  const from = grade === 1 || grade === 10 ? grade : grade - 1
  if (grade > now.lastGrade(schoolId)) return studies(subject, grade) && subject.obligatory === 1 ? 0 : null
  // A group moves up into a grade that has such groups; where none comes from below, one is formed anew.
  const group = now.group(schoolId, subject.id, from)
  if (group !== null && studying(now, schoolId, subject, grade) !== null) return group
  if (subject.obligatory === 0) return now.group(schoolId, subject.id, grade)
  return subject.obligatory === 1 && studies(subject, grade) ? now.all(schoolId, from) : null
}

/** Copies on the shelves at the end of a day by the grades they are for, judged by their dates on another day. */
function shelves(district: Judged, held: string, judged: string): Shelf[] {
  return district.rows<Shelf>(
    `SELECT lot.schoolId, b.subjectId, b.gradeFrom, b.gradeTo,
       sum(CASE WHEN b.usableUntil < ? THEN 0 ELSE m.copies END) AS usable,
       sum(CASE WHEN b.usableUntil < ? THEN m.copies ELSE 0 END) AS expired
     FROM movement m JOIN lot ON lot.id = m.lotId JOIN textbook b ON b.id = lot.textbookId
     WHERE b.kind = 'textbook' AND m.date <= ? GROUP BY lot.schoolId, b.subjectId, b.gradeFrom, b.gradeTo`,
    judged,
    judged,
    held,
  )
}

/** A whole shared as the weights are, so that the shares make it up exactly. */
function shared(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, one) => all + one, 0)
  if (sum === 0) return weights.map(() => 0)
  let before = 0
  let seen = 0
  return weights.map((weight) => {
    seen += weight
    const upTo = Math.round((whole * seen) / sum)
    const share = upTo - before
    before = upTo
    return share
  })
}

/** Rows of one subject of one school: books of fewer grades first, to pupils who have none, the rest as the pupils are. */
function rowsOf(subject: Subject, students: ReadonlyMap<number, number>, own: readonly Shelf[]) {
  const usable = new Map<number, number>()
  const expired = new Map<number, number>()
  const give = (to: Map<number, number>, among: readonly number[], shares: readonly number[]): void => {
    for (const [at, grade] of among.entries()) to.set(grade, (to.get(grade) ?? 0) + (shares[at] ?? 0))
  }
  const ordered = [...own].sort(
    (a, b) => a.gradeTo - a.gradeFrom - (b.gradeTo - b.gradeFrom) || a.gradeFrom - b.gradeFrom,
  )
  for (const shelf of ordered) {
    const all = grades.filter((grade) => grade >= shelf.gradeFrom && grade <= shelf.gradeTo)
    const taught = all.filter((grade) => (students.get(grade) ?? 0) > 0)
    // Books of grades nobody is taught in stand with the first of them.
    const among = taught.length > 0 ? taught : all.slice(0, 1)
    const pupils = among.map((grade) => students.get(grade) || 1)
    const without = among.map((grade) => Math.max(0, (students.get(grade) ?? 0) - (usable.get(grade) ?? 0)))
    const lacking = without.reduce((sum, one) => sum + one, 0)
    const first = Math.min(shelf.usable, lacking)
    give(usable, among, shared(first, without))
    give(usable, among, shared(shelf.usable - first, pupils))
    give(expired, among, shared(shelf.expired, pupils))
  }
  return grades
    .filter((grade) => (students.get(grade) ?? 0) > 0 || (usable.get(grade) ?? 0) > 0 || (expired.get(grade) ?? 0) > 0)
    .map((grade) => ({
      subject: subject.name,
      grade,
      students: students.get(grade) ?? null,
      usable: usable.get(grade) ?? 0,
      expired: expired.get(grade) ?? 0,
    }))
}

function every(
  district: Judged,
  place: number | null,
  all: readonly Shelf[],
  study: (schoolId: number, subject: Subject, grade: number) => number | null,
): OwnRow[] {
  const subjects = district.rows<Subject>('SELECT * FROM subject')
  const schools = district.rows<{ id: number; shortName: string }>(
    `SELECT id, shortName FROM school
     WHERE ? IS NULL OR id IN (SELECT schoolId FROM associationSchool WHERE associationId = ?)`,
    place,
    place,
  )
  const own = grouped(all, (shelf) => key(shelf.schoolId, shelf.subjectId))
  return schools.flatMap((school) =>
    subjects.flatMap((subject) => {
      const students = new Map<number, number>()
      for (const grade of grades) {
        const count = study(school.id, subject, grade)
        if (count !== null) students.set(grade, count)
      }
      return rowsOf(subject, students, own.get(key(school.id, subject.id)) ?? []).map((row) => ({
        schoolId: school.id,
        school: school.shortName,
        ...row,
      }))
    }),
  )
}

/** The day the provision of a school year is judged on: today while it lasts, its 1 September when it is over. */
export const provisionDay = (schoolYear: string, today: string): string =>
  today > `${schoolYear.slice(5)}-08-31` ? `${schoolYear.slice(0, 4)}-09-01` : today

/** Of a school year that has begun. @param place an association, whose schools are counted; null: the municipality */
export function provisionOf(district: Judged, schoolYear: string, place: number | null, today: string): OwnRow[] {
  const day = provisionDay(schoolYear, today)
  const pupils = new Pupils(district, schoolYear)
  return every(district, place, shelves(district, day, day), (schoolId, subject, grade) =>
    studying(pupils, schoolId, subject, grade),
  )
}

/** Of the school year after the one that lasts: what is held now and may be used on its first day. */
export function provisionAfter(district: Judged, schoolYear: string, place: number | null, today: string): OwnRow[] {
  const next = yearAfter(schoolYear)
  const now = new Pupils(district, schoolYear)
  const then = new Pupils(district, next)
  return every(district, place, shelves(district, today, `${next.slice(0, 4)}-09-01`), (schoolId, subject, grade) =>
    studyingNext(now, then, schoolId, subject, grade),
  )
}

/** Whether anybody wrote down pupils of that year: else there is nothing to say. */
export const pupilsKnown = (district: Judged, schoolYear: string): boolean =>
  (district.number('SELECT count(*) FROM contingent WHERE schoolYear = ?', schoolYear) ?? 0) > 0
