import {
  coefficientOf,
  inProportion,
  isUsable,
  nextContingent,
  nextGroups,
  provisionDay,
  type Span,
  shareCopies,
  shareUnused,
} from '@shared/domain/provision'
import { type SchoolFacts, schoolProvision } from '@shared/domain/school-provision'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const grade = fc.integer({ min: 1, max: 12 })
const copies = fc.integer({ min: 0, max: 200 })
const span: fc.Arbitrary<Span> = fc
  .tuple(grade, grade, copies)
  .map(([one, other, count]) => ({ gradeFrom: Math.min(one, other), gradeTo: Math.max(one, other), copies: count }))
const students = fc.uniqueArray(fc.tuple(grade, copies), { selector: ([one]) => one }).map((rows) => new Map(rows))
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

describe('a share', () => {
  it('in proportion keeps the whole and is never more than one away from the exact part', () => {
    fc.assert(
      fc.property(copies, fc.array(copies, { minLength: 1 }), (whole, weights) => {
        const total = sum(weights)
        fc.pre(total > 0)
        const parts = inProportion(whole, weights)
        expect(sum(parts)).toBe(whole)
        for (const [index, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(Math.abs(part - (whole * (weights[index] ?? 0)) / total)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('loses and doubles no copy, gives no grade outside the edition any, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(span), students, (editions, studying) => {
        for (const share of [shareCopies, shareUnused]) {
          const has = share(editions, studying)
          expect(sum(has)).toBe(sum(editions.map((one) => one.copies)))
          expect(has.every((count) => count >= 0)).toBe(true)
          for (const [index, count] of has.entries()) {
            const reached = editions.some((one) => one.gradeFrom <= index && index <= one.gradeTo)
            if (!reached) expect(count).toBe(0)
          }
          expect(share(editions.toReversed(), studying)).toEqual(has)
        }
      }),
    )
  })

  it('of editions for the same grades leaves nobody without a book while one is over', () => {
    fc.assert(
      fc.property(span, students, (edition, studying) => {
        const has = shareCopies([edition], studying)
        const grades = [...studying].filter(([one]) => edition.gradeFrom <= one && one <= edition.gradeTo)
        const lack = sum(grades.map(([one, count]) => Math.max(0, count - (has[one] ?? 0))))
        expect(lack).toBe(Math.max(0, sum(grades.map(([, count]) => count)) - edition.copies))
      }),
    )
  })

  it('of 10–11 goes where the books for one grade do not reach', () => {
    const studying = new Map([
      [10, 20],
      [11, 20],
    ])
    const tenth = { gradeFrom: 10, gradeTo: 10, copies: 20 }
    expect(shareCopies([{ gradeFrom: 10, gradeTo: 11, copies: 20 }, tenth], studying).slice(10, 12)).toEqual([20, 20])
    expect(shareCopies([{ gradeFrom: 10, gradeTo: 11, copies: 21 }], studying).slice(10, 12)).toEqual([11, 10])
    expect(shareCopies([{ gradeFrom: 10, gradeTo: 11, copies: 7 }], new Map()).slice(10, 12)).toEqual([7, 0])
  })
})

describe('days and dates', () => {
  it('judge this year today and any other on its 1 September', () => {
    expect(provisionDay('2026-2027', '2026-11-21')).toBe('2026-11-21')
    expect(provisionDay('2027-2028', '2026-11-21')).toBe('2027-09-01')
    expect(provisionDay('2025-2026', '2026-11-21')).toBe('2025-09-01')
    expect(provisionDay('2026-2027', '2027-08-31')).toBe('2027-08-31')
  })

  it('let a book be used on its last day', () => {
    expect(isUsable('2026-08-31', '2026-08-31')).toBe(true)
    expect(isUsable('2026-08-31', '2026-09-01')).toBe(false)
    expect(isUsable(null, '2099-01-01')).toBe(true)
  })

  it('a coefficient says 1,00 only where there is enough for all', () => {
    expect(coefficientOf(199, 200)).toBe(99)
    expect(coefficientOf(200, 200)).toBe(100)
    expect(coefficientOf(0, 5)).toBe(0)
    expect(coefficientOf(7, 0)).toBeNull()
  })
})

describe('the next school year', () => {
  const now = new Map([
    [1, 30],
    [2, 28],
    [3, 31],
    [9, 40],
    [10, 18],
    [11, 20],
  ])

  it('moves grades up; the first and the tenth are formed anew; nobody goes past the last grade', () => {
    expect([...nextContingent(now, new Map())]).toEqual([
      [1, 30],
      [2, 30],
      [3, 28],
      [4, 31],
      [10, 18],
      [11, 18],
    ])
    expect(nextContingent(new Map([[9, 12]]), new Map()).get(10)).toBeUndefined()
  })

  it('goes by its own contingent where that is known', () => {
    const next = nextContingent(now, new Map([[10, 25]]))
    expect([next.get(10), next.get(11), next.get(1)]).toEqual([25, 18, 30])
  })

  it('moves groups up where the grade above studies the subject', () => {
    const groups = new Map([
      [5, 20],
      [6, 18],
      [10, 7],
    ])
    expect([...nextGroups(groups, new Map())]).toEqual([
      [5, 20],
      [6, 20],
      [10, 7],
    ])
    expect(nextGroups(groups, new Map([[6, 3]])).get(6)).toBe(3)
  })
})

describe('provision of a school', () => {
  const facts = (over: Partial<SchoolFacts>): SchoolFacts => ({
    schoolYear: '2026-2027',
    today: '2026-11-21',
    contingent: new Map([
      [5, 50],
      [6, 40],
    ]),
    nextContingent: new Map(),
    groups: new Map(),
    nextGroups: new Map(),
    subjects: [
      { id: 1, obligatory: true, gradeFrom: 5, gradeTo: 9 },
      { id: 2, obligatory: false, gradeFrom: 5, gradeTo: 9 },
    ],
    stock: [],
    ...over,
  })
  const stock = (subjectId: number, of: number, count: number, usableUntil: string | null = null) => ({
    subjectId,
    gradeFrom: of,
    gradeTo: of,
    copies: count,
    usableUntil,
  })

  it('tells what lacks, what is spare, and what is past its date apart', () => {
    const rows = schoolProvision(
      facts({ stock: [stock(1, 5, 30, '2027-08-31'), stock(1, 5, 25, '2026-08-31'), stock(1, 6, 45)] }),
    )
    expect(rows[0]).toMatchObject({ grade: 5, students: 50, usable: 30, expired: 25, deficit: 20, surplus: 0 })
    expect(rows[0]).toMatchObject({ nextStudents: 0, nextUsable: 0, nextDeficit: 0 })
    expect(rows[1]).toMatchObject({ grade: 6, students: 40, usable: 45, surplus: 5, nextStudents: 50, nextDeficit: 5 })
  })

  it('asks for a subject that is not for all only as many as study it', () => {
    expect(schoolProvision(facts({})).map((row) => row.subjectId)).toEqual([1, 1])
    const rows = schoolProvision(facts({ groups: new Map([[2, new Map([[5, 12]])]]), stock: [stock(2, 5, 10)] }))
    expect(rows.find((row) => row.subjectId === 2)).toMatchObject({ students: 12, usable: 10, deficit: 2 })
    const some = schoolProvision(facts({ groups: new Map([[1, new Map([[5, 48]])]]) }))
    expect(some[0]).toMatchObject({ subjectId: 1, grade: 5, students: 48 })
  })

  it('calls nothing spare while the contingent is not known', () => {
    const [row] = schoolProvision(facts({ contingent: new Map(), stock: [stock(1, 5, 30)] }))
    expect(row).toMatchObject({ usable: 30, students: 0, surplus: 0, nextSurplus: 0 })
  })

  it('counts every copy once, and what lacks is never beside what is spare', () => {
    const held = fc.record({
      subjectId: fc.constantFrom(1, 2),
      gradeFrom: fc.integer({ min: 5, max: 7 }),
      gradeTo: fc.integer({ min: 7, max: 9 }),
      copies: fc.integer({ min: 1, max: 60 }),
      usableUntil: fc.constantFrom(null, '', '2025-08-31', '2026-11-20', '2026-11-21', '2027-08-31', '2027-09-01'),
    })
    fc.assert(
      fc.property(fc.array(held), students, students, (all, contingent, coming) => {
        const rows = schoolProvision(facts({ stock: all, contingent, nextContingent: coming }))
        expect(sum(rows.map((row) => row.usable + row.expired))).toBe(sum(all.map((one) => one.copies)))
        const next = all.filter((one) => isUsable(one.usableUntil, '2027-09-01'))
        expect(sum(rows.map((row) => row.nextUsable))).toBe(sum(next.map((one) => one.copies)))
        for (const row of rows) {
          expect(row.deficit === 0 || row.surplus === 0).toBe(true)
          // Nobody has said how many study the second subject.
          const known = contingent.size > 0 && row.subjectId === 1
          expect(row.surplus).toBe(known ? Math.max(0, row.usable - row.students) : 0)
          expect(row.deficit).toBe(Math.max(0, row.students - row.usable))
        }
      }),
    )
  })
})
