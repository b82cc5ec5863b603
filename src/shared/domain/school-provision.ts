import type { IsoDate } from './dates'
import {
  type ByGrade,
  firstGrade,
  isUsable,
  lastGrade,
  nextContingent,
  nextGroups,
  nextProvisionDay,
  provisionDay,
  type Span,
  shareCopies,
  shareUnused,
} from './provision'
import type { SchoolYear } from './school-year'

/** What the provision of one school in one year follows from. */
export interface SchoolFacts {
  schoolYear: SchoolYear
  today: IsoDate
  /** Of the year and of the next; empty where nothing is written down. */
  contingent: ByGrade
  nextContingent: ByGrade
  /** Subject → grade → how many study it, where it is not all. */
  groups: ReadonlyMap<number, ByGrade>
  nextGroups: ReadonlyMap<number, ByGrade>
  subjects: readonly SubjectFacts[]
  stock: readonly Stock[]
}

export interface SubjectFacts {
  id: number
  obligatory: boolean
  gradeFrom: number
  gradeTo: number
}

/** Copies of a school of editions of one subject, for the same grades and with the same usable-until date. */
export interface Stock extends Span {
  subjectId: number
  /** '' or null: no date. */
  usableUntil: IsoDate | null
}

export interface Figures {
  subjectId: number
  grade: number
  students: number
  nextStudents: number
  usable: number
  expired: number
  nextUsable: number
  deficit: number
  surplus: number
  nextDeficit: number
  nextSurplus: number
}

const none: ByGrade = new Map()

/** Rows where there is anybody or anything, by subject as given and grade. */
export function schoolProvision(facts: SchoolFacts): Figures[] {
  const next = nextContingent(facts.contingent, facts.nextContingent)
  const stock = bySubject(facts.stock)
  return facts.subjects.flatMap((subject) => {
    const students = studying(subject, facts.contingent, facts.groups.get(subject.id) ?? none)
    const groups = nextGroups(facts.groups.get(subject.id) ?? none, facts.nextGroups.get(subject.id) ?? none)
    const nextStudents = studying(subject, next, groups)
    const held = stock.get(subject.id) ?? []
    if (held.length === 0 && students.size === 0 && nextStudents.size === 0) return []
    const known = facts.contingent.size > 0
    return subjectRows(facts, subject.id, {
      held,
      students,
      nextStudents,
      isKnown: (grade) => known && isKnown(subject, facts.groups.get(subject.id) ?? none, grade),
      isNextKnown: (grade) => next.size > 0 && isKnown(subject, groups, grade),
    })
  })
}

interface OfSubject {
  held: readonly Stock[]
  students: ByGrade
  nextStudents: ByGrade
  isKnown(grade: number): boolean
  isNextKnown(grade: number): boolean
}

/** Where it is not known how many study a subject, nothing of it can be said to be spare. */
export const isKnown = (subject: SubjectFacts, groups: ByGrade, grade: number): boolean =>
  subject.obligatory || groups.has(grade)

function subjectRows(facts: SchoolFacts, subjectId: number, of: OfSubject): Figures[] {
  const { held, students, nextStudents } = of
  const on = provisionDay(facts.schoolYear, facts.today)
  const nextOn = nextProvisionDay(facts.schoolYear)
  const usable = shareCopies(usableOn(held, on), students)
  const expired = shareUnused(
    held.filter((one) => !isUsable(one.usableUntil, on)),
    students,
  )
  const nextUsable = shareCopies(usableOn(held, nextOn), nextStudents)
  const rows: Figures[] = []
  for (let grade = firstGrade; grade <= lastGrade; grade++) {
    const row: Figures = {
      subjectId,
      grade,
      students: students.get(grade) ?? 0,
      nextStudents: nextStudents.get(grade) ?? 0,
      usable: usable[grade] ?? 0,
      expired: expired[grade] ?? 0,
      nextUsable: nextUsable[grade] ?? 0,
      deficit: 0,
      surplus: 0,
      nextDeficit: 0,
      nextSurplus: 0,
    }
    if (row.students + row.nextStudents + row.usable + row.expired + row.nextUsable === 0) continue
    row.deficit = Math.max(0, row.students - row.usable)
    row.nextDeficit = Math.max(0, row.nextStudents - row.nextUsable)
    if (of.isKnown(grade)) row.surplus = Math.max(0, row.usable - row.students)
    if (of.isNextKnown(grade)) row.nextSurplus = Math.max(0, row.nextUsable - row.nextStudents)
    rows.push(row)
  }
  return rows
}

export const usableOn = (stock: readonly Stock[], on: IsoDate): Stock[] =>
  stock.filter((one) => isUsable(one.usableUntil, on))

/** An obligatory subject is studied by the whole contingent of its grades; a number given for a grade goes before it. */
export function studying(subject: SubjectFacts, contingent: ByGrade, groups: ByGrade): Map<number, number> {
  const students = new Map<number, number>()
  if (subject.obligatory) {
    for (const [grade, count] of contingent) {
      if (grade >= subject.gradeFrom && grade <= subject.gradeTo) students.set(grade, count)
    }
  }
  for (const [grade, count] of groups) students.set(grade, count)
  return students
}

function bySubject(stock: readonly Stock[]): Map<number, Stock[]> {
  const found = new Map<number, Stock[]>()
  for (const one of stock) {
    if (one.copies <= 0) continue
    const known = found.get(one.subjectId)
    if (known) known.push(one)
    else found.set(one.subjectId, [one])
  }
  return found
}
