import type { Problem } from '@store/planner/problem'
import { describe, expect, it } from 'vitest'
import { district, faults, planned, type Shape } from './instances'
import { provenOptimum } from './oracle'

/** Small instances against HiGHS: the most copies, and with those the fewest trips, both proven. */
const cases: readonly { what: string; shape: Shape; rest?: Partial<Problem>; seeds: number }[] = [
  { what: 'straight', shape: { schools: 6, editions: 8, density: 0.4, copies: 12 }, seeds: 12 },
  { what: 'many titles', shape: { schools: 5, editions: 16, density: 0.35, copies: 20 }, seeds: 6 },
  { what: 'with substitutes', shape: { schools: 6, editions: 8, density: 0.35, copies: 10, family: 3 }, seeds: 10 },
  {
    what: 'through a collection point',
    shape: { schools: 8, editions: 8, density: 0.3, copies: 10, family: 2 },
    rest: { via: 2 },
    seeds: 8,
  },
  {
    what: 'no trip under 8 copies',
    shape: { schools: 5, editions: 7, density: 0.35, copies: 9 },
    rest: { minimumPair: 8 },
    seeds: 8,
  },
  {
    what: 'lots of 5',
    shape: { schools: 5, editions: 6, density: 0.4, copies: 10 },
    rest: { rule: 'minimum-lot', minimumLot: 5 },
    seeds: 6,
  },
]

describe('the plan reaches the proven optimum of small instances', () => {
  for (const { what, shape, rest, seeds } of cases) {
    for (let seed = 1; seed <= seeds; seed++) {
      it(`${what}, ${seed}`, async () => {
        // Priorities are a rule of their own, which HiGHS is not told of.
        const made = district(seed, shape, rest)
        const problem = { ...made, demands: made.demands.map((one) => ({ ...one, priority: 1 })) }
        const plan = planned(problem, 4000)
        expect(faults(problem, plan)).toEqual([])
        expect({ copies: plan.copies, trips: plan.trips }).toEqual(await provenOptimum(problem))
      })
    }
  }
})
