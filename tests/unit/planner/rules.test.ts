import { type Control, makePlan } from '@store/planner/plan'
import { fits, type Problem } from '@store/planner/problem'
import { seeded } from '@store/planner/random'
import { largestRemainder } from '@store/planner/shares'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { district, faults, pickShape, planned, steps, tripsOf } from './instances'
import { mostCopies } from './oracle'

const runs = { numRuns: 40 }
const seed = fc.integer({ min: 1, max: 1_000_000 })
const shapeOf = (of: number) => pickShape(seeded(of * 31 + 7))

describe('a plan', () => {
  it('can be done, and has as many copies as an independent bound', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom('priority', 'proportional'), fc.boolean(), (of, rule, isVia) => {
        const problem = district(of, shapeOf(of), { rule, via: isVia ? 1 : null })
        const plan = planned(problem, 200)
        expect(faults(problem, plan)).toEqual([])
        const most = mostCopies(problem)
        expect([plan.copies, plan.bound]).toEqual([most, most])
      }),
      runs,
    )
  })

  it('keeps to its lots and smallest trips, and never claims more than the bound', () => {
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 12 }),
        (of, minimumLot, minimumPair) => {
          const problem = district(of, shapeOf(of), { rule: 'minimum-lot', minimumLot, minimumPair })
          const plan = planned(problem, 200)
          expect(faults(problem, plan)).toEqual([])
          expect(plan.bound).toBe(mostCopies(problem))
        },
      ),
      runs,
    )
  })

  it('satisfies as many of the first as could be with them alone, then of the next', () => {
    fc.assert(
      fc.property(seed, (of) => {
        const problem = district(of, shapeOf(of))
        const plan = planned(problem, 300)
        for (const level of [0, 1, 2]) {
          const first = {
            ...problem,
            demands: problem.demands.map((one) => (one.priority <= level ? one : { ...one, copies: 0 })),
          }
          const got = plan.deliveries
            .filter((line) => (problem.demands[line.demand]?.priority ?? 0) <= level)
            .reduce((sum, line) => sum + line.copies, 0)
          expect(got).toBe(mostCopies(first))
        }
      }),
      runs,
    )
  })

  it('shares one title in proportion to the needs, by the largest remainder', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
        (copies, asked) => {
          const problem: Problem = {
            ...district(1, { schools: 10, editions: 0, density: 0, copies: 1 }),
            rule: 'proportional',
            supplies: [{ school: 9, edition: 1, family: -1, copies, rank: 0 }],
            demands: asked.map((one, school) => ({
              school,
              edition: 1,
              family: -1,
              substitutes: false,
              copies: one,
              priority: 1,
            })),
          }
          const plan = planned(problem, 50)
          const got = asked.map((_, demand) => plan.deliveries.find((line) => line.demand === demand)?.copies ?? 0)
          const total = asked.reduce((sum, one) => sum + one, 0)
          expect(got.reduce((sum, one) => sum + one, 0)).toBe(Math.min(copies, total))
          for (const [demand, one] of asked.entries()) {
            const exact = Math.min(1, copies / total) * one
            expect(Math.abs((got[demand] ?? 0) - exact)).toBeLessThan(1)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it('largest remainder gives everything out and nobody more than the room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200 }),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 30 })), { maxLength: 8 }),
        (total, parts) => {
          const rooms = parts.map(([, room]) => room)
          const quotas = largestRemainder(
            total,
            parts.map(([weight]) => weight),
            rooms,
          )
          expect(quotas.reduce((sum, one) => sum + one, 0)).toBe(
            Math.min(
              total,
              rooms.reduce((sum, one) => sum + one, 0),
            ),
          )
          for (const [place, one] of quotas.entries()) expect(one).toBeLessThanOrEqual(rooms[place] ?? 0)
        },
      ),
    )
  })

  it('is the same for the same problem and number of steps', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 0, max: 400 }), (of, limit) => {
        const problem = district(of, shapeOf(of))
        expect(planned(problem, limit)).toEqual(planned(problem, limit))
      }),
      { numRuns: 15 },
    )
  })

  it('stopped at any moment is a plan with all its copies', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }), (of, looks, minimumPair) => {
        const problem = district(
          of,
          { ...shapeOf(of), schools: 9, editions: 14 },
          { minimumPair, distance: (a, b) => a + b },
        )
        let looked = 0
        const control: Control = { spent: (done) => done / 4000, stopped: () => ++looked >= looks }
        const plan = makePlan(problem, control)
        expect(plan.stopped).toBe(looked >= looks)
        expect(faults(problem, plan)).toEqual([])
        if (minimumPair === 1) expect(plan.copies).toBe(plan.bound)
      }),
      runs,
    )
  })

  it('keeps locked lines as they are, and never proposes what was turned down', () => {
    fc.assert(
      fc.property(seed, (of) => {
        const problem = district(of, shapeOf(of))
        const first = planned(problem, 100)
        const locked = first.deliveries
          .filter((_, place) => place % 3 === 0)
          .map(({ supply, demand, copies }) => ({ supply, demand, copies }))
        const refused = new Set(
          first.deliveries
            .filter((_, place) => place % 3 === 1)
            .map((line) => line.supply * problem.demands.length + line.demand),
        )
        const second = { ...problem, locked, refused }
        const plan = planned(second, 100)
        expect(faults(second, plan)).toEqual([])
        expect(plan.deliveries.slice(0, locked.length)).toEqual(locked.map((line) => ({ ...line, locked: true })))
      }),
      runs,
    )
  })

  it('goes the shorter way of equal trips', () => {
    const far = (from: number, to: number): number => (Math.min(from, to) === 0 ? 90 : 5)
    const made = district(3, { schools: 4, editions: 0, density: 0, copies: 1 }, { distance: far })
    const problem: Problem = {
      ...made,
      supplies: [0, 1].map((school) => ({ school, edition: 1, family: -1, copies: 5, rank: 0 })),
      demands: [{ school: 2, edition: 1, family: -1, substitutes: false, copies: 5, priority: 1 }],
    }
    const plan = makePlan(problem, steps(400))
    expect([plan.trips, plan.distanceKm]).toEqual([1, 5])
  })

  it('gives the edition asked for, and of equal ones what serves longest, where that takes no more trips', () => {
    fc.assert(
      fc.property(seed, (of) => {
        const problem = district(of, { ...shapeOf(of), family: 3 })
        const plan = planned(problem, 200)
        // Were two givers of one pair to change places for the better, it would have been done.
        const trips = tripsOf(problem, plan)
        for (const line of plan.deliveries) {
          const [supply, demand] = [problem.supplies[line.supply], problem.demands[line.demand]]
          for (const [other, better] of problem.supplies.entries()) {
            if (!supply || !demand || better.school !== supply.school || !fits(problem, other, line.demand)) continue
            const given = plan.deliveries
              .filter((one) => one.supply === other)
              .reduce((sum, one) => sum + one.copies, 0)
            if (given === better.copies) continue
            const cost = (one: typeof better): number => (one.edition === demand.edition ? 0 : 1000) + one.rank
            expect(cost(better)).toBeGreaterThanOrEqual(cost(supply))
          }
        }
        expect(trips.size).toBe(plan.trips)
      }),
      runs,
    )
  })
})
