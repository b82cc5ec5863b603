import { type ByGrade, isUsable, shareCopies } from '@shared/domain/provision'
import { type HeldLot, lastLessons, type ProposalFacts, proposalsOf } from '@shared/domain/provision-proposals'
import fc from 'fast-check'
import { expect, it } from 'vitest'

/** Editions for one grade and for 10–11, as schools have them. */
const grades = fc.constantFrom([10, 10] as const, [11, 11] as const, [10, 11] as const, [9, 9] as const)
const lots: fc.Arbitrary<HeldLot[]> = fc
  .array(
    fc.record({
      grades,
      usableUntil: fc.constantFrom(null, '2026-09-01', '2027-03-01', '2027-08-31', '2028-08-31'),
      publicationYear: fc.integer({ min: 2014, max: 2026 }),
      copies: fc.integer({ min: 1, max: 60 }),
      leaving: fc.integer({ min: 0, max: 10 }),
      borrowed: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ grades: [gradeFrom, gradeTo], leaving, ...lot }, index) => ({
      ...lot,
      lotId: index + 1,
      subjectId: 1,
      gradeFrom,
      gradeTo,
      leaving: Math.min(leaving, lot.copies),
      offered: 0,
    })),
  )
const facts: fc.Arbitrary<ProposalFacts> = fc
  .record({
    lots,
    students: fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)),
    reservePercent: fc.constantFrom(0, 5, 20),
    year: fc.constantFrom('this' as const, 'next' as const),
  })
  .map(({ lots: held, students: [ninth, tenth, last], ...rest }) => ({
    ...rest,
    schoolYear: '2026-2027',
    today: '2026-11-20',
    contingent: new Map([
      [9, ninth],
      [10, tenth],
      [11, last],
    ]),
    nextContingent: new Map([
      [9, ninth],
      [10, tenth],
      [11, last],
    ]),
    groups: new Map(),
    nextGroups: new Map(),
    subjects: [{ id: 1, obligatory: true, gradeFrom: 9, gradeTo: 11 }],
    lots: held,
    coming: [],
  }))

const day = { this: '2026-11-20', next: '2027-09-01' } as const

function lackOf(held: readonly HeldLot[], students: ByGrade): number {
  const has = shareCopies(held, students)
  return [...students].reduce((sum, [grade, count]) => sum + Math.max(0, count - (has[grade] ?? 0)), 0)
}

it('leave nobody without a book, give nothing past its date, borrowed or promised; made, they are made no more', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const found = proposalsOf(given)
      if (found === null) throw new Error('The contingent is known')
      const on = day[given.year]
      const usable = given.lots.filter((lot) => isUsable(lot.usableUntil, on))
      const stay = usable.map((lot) => ({ ...lot, copies: lot.copies - lot.leaving }))
      const offered = new Map(found.offers.map((one) => [one.lotId, one.copies]))
      expect(offered.size).toBe(found.offers.length)
      for (const [lotId, copies] of offered) {
        const lot = given.lots.find((one) => one.lotId === lotId)
        expect(copies).toBeGreaterThan(0)
        expect(copies).toBeLessThanOrEqual((lot?.copies ?? 0) - (lot?.leaving ?? 0) - (lot?.borrowed ?? 0))
        expect(isUsable(lot?.usableUntil ?? null, lastLessons(given))).toBe(true)
      }
      const after = stay.map((lot) => ({ ...lot, copies: lot.copies - (offered.get(lot.lotId) ?? 0) }))
      expect(lackOf(after, given.contingent)).toBe(lackOf(stay, given.contingent))
      // What lacks is asked for, to the copy.
      expect(found.lacks.reduce((sum, one) => sum + one.copies, 0)).toBe(lackOf(stay, given.contingent))

      const made: ProposalFacts = {
        ...given,
        lots: given.lots.map((lot) => ({
          ...lot,
          leaving: lot.leaving + (offered.get(lot.lotId) ?? 0),
          offered: offered.get(lot.lotId) ?? 0,
        })),
        coming: found.lacks.map((one) => ({
          subjectId: 1,
          gradeFrom: one.grade,
          gradeTo: one.grade,
          usableUntil: null,
          copies: one.copies,
        })),
      }
      expect(proposalsOf(made)).toEqual({ offers: [], lacks: [] })
    }),
    { numRuns: 300 },
  )
})

it('the soonest to run out goes first, though not what serves no year', () => {
  const lot = (lotId: number, copies: number, usableUntil: string | null, publicationYear = 2022): HeldLot => ({
    ...{ lotId, subjectId: 1, gradeFrom: 9, gradeTo: 9, copies, usableUntil, publicationYear },
    ...{ leaving: 0, offered: 0, borrowed: 0 },
  })
  const found = proposalsOf({
    ...{ schoolYear: '2026-2027', today: '2026-11-20', year: 'this', reservePercent: 0, coming: [] },
    ...{ contingent: new Map([[9, 10]]), nextContingent: new Map(), groups: new Map(), nextGroups: new Map() },
    subjects: [{ id: 1, obligatory: true, gradeFrom: 9, gradeTo: 9 }],
    lots: [lot(1, 10, null), lot(2, 5, '2027-08-31'), lot(3, 5, '2026-12-31'), lot(4, 5, '2028-08-31', 2021)],
  })
  expect(found?.offers.map((one) => [one.lotId, one.copies])).toEqual([
    [2, 5],
    [4, 5],
    [1, 5],
  ])
})
