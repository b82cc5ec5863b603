import type { School } from '@shared/contract/schools'
import { schoolYearStart } from '@shared/domain/school-year'
import { type NextUid, noise } from '../marks'
import type { SchoolSketch } from './sketch'

export const sampleYears = ['2024-2025', '2025-2026', '2026-2027'] as const

/** Pupils a class holds before it is divided. */
const classSize = 26

/**
 * Children who came to the first class in that autumn. The country's births fell after 2015, so first classes shrink
 * from about 2022 on; each school adds its own trend and accident.
 */
function cohortSize(sketch: SchoolSketch, place: number, autumn: number): number {
  const births = autumn <= 2021 ? 1 : 1 - 0.045 * (autumn - 2021)
  const own = sketch.trend ** (autumn - 2015)
  return sketch.cohort * births * own * (0.9 + 0.2 * noise(place, autumn))
}

/** About half leave for colleges after the ninth class. */
const stays = (grade: number): number => (grade <= 9 ? 1 : grade === 10 ? 0.48 : 0.45)

/** Pupils of one class level; whole, and a child or two come or go as the cohort moves up. */
function pupils(sketch: SchoolSketch, place: number, year: number, grade: number): number {
  const [first, last] = sketch.grades
  if (grade < first || grade > last) return 0
  const base = cohortSize(sketch, place, year - grade + 1) * (sketch.type === 'evening' ? 1 : stays(grade))
  const moved = Math.round((noise(place * 100 + grade, year) - 0.5) * 3)
  return Math.max(1, Math.round(base) + moved)
}

/** Lines of contingent by school year and class; `merged` is the school whose children came over in that year. */
export function contingentOf(
  sketch: SchoolSketch,
  place: number,
  next: NextUid,
  merged: { sketch: SchoolSketch; place: number; from: string } | null,
): School['contingent'] {
  const lines: School['contingent'] = []
  for (const schoolYear of sampleYears) {
    const start = schoolYearStart(schoolYear)
    if (sketch.state && sketch.state.on < `${start}-09-01`) continue
    const [first, last] = sketch.grades
    for (let grade = first; grade <= last; grade++) {
      const guests = merged && merged.from <= `${start}-09-01` ? pupils(merged.sketch, merged.place, start, grade) : 0
      const students = pupils(sketch, place, start, grade) + guests
      lines.push({ uid: next(), schoolYear, grade, classes: Math.ceil(students / classSize), students })
    }
  }
  return lines
}
