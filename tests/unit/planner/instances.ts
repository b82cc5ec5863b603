import { type Control, type MadePlan, makePlan } from '@store/planner/plan'
import { type Demand, fits, type Problem, type Supply } from '@store/planner/problem'
import { type Random, seeded } from '@store/planner/random'

export interface Shape {
  schools: number
  editions: number
  /** Of each, on average, of every school and edition. */
  density: number
  copies: number
  /** Editions to a family; 1: none may stand for another. */
  family?: number
}

/** A district of this shape; the same seed gives the same one. */
export function district(seed: number, shape: Shape, rest: Partial<Problem> = {}): Problem {
  const random = seeded(seed * 7919 + 13)
  const supplies: Supply[] = []
  const demands: Demand[] = []
  const chance = (share: number): boolean => random(1000) < share * 1000
  for (let edition = 0; edition < shape.editions; edition++) {
    const family = (shape.family ?? 1) > 1 ? Math.floor(edition / (shape.family ?? 1)) : -1
    for (let school = 0; school < shape.schools; school++) {
      const copies = 1 + random(shape.copies)
      if (chance(shape.density)) supplies.push({ school, edition, family, copies, rank: edition % 3 })
      // Now and then a school both gives and asks for a title: it must not give to itself.
      if (chance(shape.density)) {
        demands.push({
          school,
          edition,
          family,
          substitutes: chance(0.6),
          copies: 1 + random(shape.copies),
          priority: random(3),
        })
      }
    }
  }
  return {
    schools: shape.schools,
    supplies,
    demands,
    rule: 'priority',
    minimumLot: 1,
    minimumPair: 1,
    via: null,
    locked: [],
    refused: new Set(),
    distance: null,
    ...rest,
  }
}

export const steps = (limit: number): Control => ({ spent: (done) => done / limit, stopped: () => false })

export const planned = (problem: Problem, limit = 3000): MadePlan => makePlan(problem, steps(limit))

export const tripsOf = (problem: Problem, plan: MadePlan): Map<string, number> => {
  const trips = new Map<string, number>()
  const count = (key: string, copies: number): void => {
    trips.set(key, (trips.get(key) ?? 0) + copies)
  }
  for (const { supply, demand, copies } of plan.deliveries) {
    const [from, to] = [problem.supplies[supply]?.school ?? -1, problem.demands[demand]?.school ?? -1]
    const { via } = problem
    if (via === null) count(`${from} → ${to}`, copies)
    else {
      if (from !== via) count(`${from} → point`, copies)
      if (to !== via) count(`point → ${to}`, copies)
    }
  }
  return trips
}

/** What is wrong with a plan; empty: it can be done, and its figures are true. */
export function faults(problem: Problem, plan: MadePlan): string[] {
  const found: string[] = []
  const given = new Map<number, number>()
  const got = new Map<number, number>()
  let copies = 0
  for (const line of plan.deliveries) {
    if (line.copies < 1) found.push('a line without copies')
    if (!line.locked && !fits(problem, line.supply, line.demand))
      found.push(`${line.supply} does not fit ${line.demand}`)
    given.set(line.supply, (given.get(line.supply) ?? 0) + line.copies)
    got.set(line.demand, (got.get(line.demand) ?? 0) + line.copies)
    copies += line.copies
  }
  for (const [supply, amount] of given) {
    if (amount > (problem.supplies[supply]?.copies ?? 0)) found.push(`supply ${supply} gives ${amount}`)
  }
  for (const [demand, amount] of got) {
    const asked = problem.demands[demand]?.copies ?? 0
    if (amount > asked) found.push(`demand ${demand} gets ${amount}`)
    if (problem.rule === 'minimum-lot' && amount < Math.min(asked, problem.minimumLot)) {
      found.push(`demand ${demand} gets ${amount}, under its lot`)
    }
  }
  const trips = tripsOf(problem, plan)
  for (const [trip, amount] of trips) if (amount < problem.minimumPair) found.push(`trip ${trip} carries ${amount}`)
  if (copies !== plan.copies) found.push(`${copies} copies, said ${plan.copies}`)
  if (trips.size !== plan.trips) found.push(`${trips.size} trips, said ${plan.trips}`)
  if (plan.copies > plan.bound) found.push(`${plan.copies} copies above the bound ${plan.bound}`)
  if (plan.tripsBound !== null && plan.tripsBound > plan.trips)
    found.push(`${plan.trips} trips under ${plan.tripsBound}`)
  return found
}

export const pickShape = (random: Random): Shape => ({
  schools: 3 + random(6),
  editions: 2 + random(10),
  density: 0.25 + random(40) / 100,
  copies: 1 + random(12),
  family: 1 + random(3),
})
