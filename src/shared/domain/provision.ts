import type { IsoDate } from './dates'
import { nextSchoolYear, type SchoolYear, schoolYearBounds } from './school-year'

/**
 * Provision (обеспеченность): copies valid for use against students, by school × subject × grade (PRODUCT, module 5:
 * Потребность = Учеников − В наличии). Quantities are copies and students. Decision 68 tells why it is counted so.
 */

export const firstGrade = 1
export const lastGrade = 12

/** By grade. A grade that is absent is not known, which is another thing than nobody in it. */
export type ByGrade = ReadonlyMap<number, number>

/** Copies of editions for the same grades, both included. */
export interface Span {
  gradeFrom: number
  gradeTo: number
  copies: number
}

/** The day a school year is judged on: today while within it, else its 1 September. */
export function provisionDay(schoolYear: SchoolYear, today: IsoDate): IsoDate {
  const { from, to } = schoolYearBounds(schoolYear)
  return today >= from && today <= to ? today : from
}

/** The 1 September for which the year after is judged. */
export function nextProvisionDay(schoolYear: SchoolYear): IsoDate {
  return schoolYearBounds(nextSchoolYear(schoolYear)).from
}

/** A book may be used on its usable-until day itself; without one, always. */
export function isUsable(usableUntil: IsoDate | null, on: IsoDate): boolean {
  return usableUntil === null || usableUntil === '' || usableUntil >= on
}

/** Hundredths of copies for each student, cut, not rounded: 1,00 says that there is enough for all. Null without students. */
export function coefficientOf(copies: number, students: number): number | null {
  return students === 0 ? null : Math.floor((copies * 100) / students)
}

/** Parts in proportion to the weights, by cumulative rounding: their sum is the whole. Weights must not all be 0. */
export function inProportion(whole: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let weighed = 0
  let given = 0
  return weights.map((weight) => {
    weighed += weight
    const due = Math.floor((2 * whole * weighed + total) / (2 * total))
    const part = due - given
    given = due
    return part
  })
}

/**
 * Copies by grade (the index). What is for one grade is that grade's; an edition for several is shared between them, those
 * for fewer grades first: to students who have no copy yet as they are, then what is left as the students are. No copy is
 * lost or doubled; without students all go to the first grade of the edition.
 */
export function shareCopies(editions: readonly Span[], students: ByGrade): number[] {
  const has = new Array<number>(lastGrade + 1).fill(0)
  for (const { gradeFrom, gradeTo, copies } of spansOf(editions)) {
    if (gradeFrom === gradeTo) {
      has[gradeFrom] = (has[gradeFrom] ?? 0) + copies
      continue
    }
    const grades = gradesOf(gradeFrom, gradeTo)
    const studying = grades.map((grade) => students.get(grade) ?? 0)
    const lacking = studying.map((count, index) => Math.max(0, count - (has[gradeFrom + index] ?? 0)))
    const lack = lacking.reduce((sum, count) => sum + count, 0)
    const first = copies >= lack ? lacking : inProportion(copies, lacking)
    const rest = Math.max(0, copies - lack)
    const more = shareAsStudents(rest, studying)
    for (const [index, grade] of grades.entries()) {
      has[grade] = (has[grade] ?? 0) + (first[index] ?? 0) + (more[index] ?? 0)
    }
  }
  return has
}

/** Copies that serve nobody (past their date), told by grade as the students are. */
export function shareUnused(editions: readonly Span[], students: ByGrade): number[] {
  const has = new Array<number>(lastGrade + 1).fill(0)
  for (const { gradeFrom, gradeTo, copies } of spansOf(editions)) {
    const grades = gradesOf(gradeFrom, gradeTo)
    const parts = shareAsStudents(
      copies,
      grades.map((grade) => students.get(grade) ?? 0),
    )
    for (const [index, grade] of grades.entries()) has[grade] = (has[grade] ?? 0) + (parts[index] ?? 0)
  }
  return has
}

function shareAsStudents(copies: number, studying: readonly number[]): number[] {
  if (studying.some((count) => count > 0)) return inProportion(copies, studying)
  return studying.map((_, index) => (index === 0 ? copies : 0))
}

const gradesOf = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n)

/** One entry for each pair of grades, narrow ones first: the answer does not depend on the order of editions. */
function spansOf(editions: readonly Span[]): Span[] {
  const found = new Map<number, Span>()
  for (const { gradeFrom, gradeTo, copies } of editions) {
    const key = (gradeTo - gradeFrom) * 100 + gradeFrom
    const known = found.get(key)
    if (known) known.copies += copies
    else found.set(key, { gradeFrom, gradeTo, copies })
  }
  return [...found].sort(([one], [other]) => one - other).map(([, span]) => span)
}

/** Grades that are formed anew every autumn: the first, and the tenth, since about half leave after the ninth. */
const formedAnew: ReadonlySet<number> = new Set([1, 10])

/**
 * Students of the next school year: its own contingent where known, else this year's grade below moved up; grades 1 and 10
 * as this year's. Nobody is moved past the school's last grade.
 */
export function nextContingent(now: ByGrade, known: ByGrade): Map<number, number> {
  const top = Math.max(0, ...[...now].filter(([, students]) => students > 0).map(([grade]) => grade))
  const next = new Map<number, number>()
  for (let grade = firstGrade; grade <= lastGrade; grade++) {
    const students =
      known.get(grade) ?? (grade > top ? undefined : formedAnew.has(grade) ? now.get(grade) : now.get(grade - 1))
    if (students !== undefined) next.set(grade, students)
  }
  return next
}

/** The same for a subject that not all study: a group moves up with its grade where the grade above studies it too. */
export function nextGroups(now: ByGrade, known: ByGrade): Map<number, number> {
  const next = new Map(known)
  for (const [grade, students] of now) {
    if (known.has(grade)) continue
    next.set(grade, formedAnew.has(grade) ? students : (now.get(grade - 1) ?? students))
  }
  return next
}
