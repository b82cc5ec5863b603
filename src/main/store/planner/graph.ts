import { add, at, grouped } from './ints'
import type { Problem } from './problem'

/**
 * The problem in typed arrays. Supplies and demands are renumbered so that those of one component (editions linked by
 * substitution) stand together; arcs are those of supplies, one after another. An arc may carry copies only while both its
 * trips are open: straight from school to school there is one (the other is trip 0, always open), through a collection point
 * there are two legs.
 */
export interface Graph {
  supplies: number
  demands: number
  arcs: number
  trips: number
  components: number
  /** Place in the problem's own lists. */
  supplyIndex: Int32Array
  demandIndex: Int32Array
  supplyCopies: Int32Array
  demandCopies: Int32Array
  /** `start[c]`…`start[c + 1]` are those of component c. */
  componentSupplies: Int32Array
  componentDemands: Int32Array
  supplyComponent: Int32Array
  demandComponent: Int32Array
  /** Arcs of supply i are `supplyArcs[i]`…`supplyArcs[i + 1]`; those into demand j `demandArcs[demandStart[j]…]`. */
  supplyArcs: Int32Array
  demandStart: Int32Array
  demandArcs: Int32Array
  arcSupply: Int32Array
  arcDemand: Int32Array
  /** What is given is worth less: 0 the edition asked for that serves longest. */
  arcCost: Int32Array
  arcTrip: Int32Array
  arcLeg: Int32Array
  tripStart: Int32Array
  tripArcs: Int32Array
  /** Copies of locked lines that go by the trip; such a trip is never closed. */
  tripLocked: Int32Array
  /** Metres; where the way is not known, the mean of the known ones. */
  tripDistance: Int32Array
  tripKnown: Int32Array
  /** 0 for trip 0, and legs that no one has to make (of the collection point itself). */
  tripCounts: Int32Array
}

/** A substitute costs more than any edition asked for. */
const substituteCost = 1 << 20

export function buildGraph(problem: Problem): Graph {
  const { supplies, demands } = problem
  const lockedSupply = new Int32Array(supplies.length)
  const lockedDemand = new Int32Array(demands.length)
  for (const line of problem.locked) {
    add(lockedSupply, line.supply, line.copies)
    add(lockedDemand, line.demand, line.copies)
  }
  const { supplyComponents, demandComponents, components } = componentsOf(problem)
  const bySupply = grouped(supplies.length, components, (index) => at(supplyComponents, index))
  const byDemand = grouped(demands.length, components, (index) => at(demandComponents, index))
  const supplyCopies = bySupply.items.map((index) =>
    Math.max(0, (supplies[index]?.copies ?? 0) - at(lockedSupply, index)),
  )
  const demandCopies = byDemand.items.map((index) =>
    Math.max(0, (demands[index]?.copies ?? 0) - at(lockedDemand, index)),
  )
  const arcs = arcsOf(problem, components, bySupply, byDemand, supplyCopies, demandCopies)
  const trips = tripsOf(problem, bySupply.items, byDemand.items, arcs)
  const byTarget = grouped(arcs.supply.length, demands.length, (arc) => at(arcs.demand, arc))
  const byTrip = arcsByTrip(trips.count, trips.trip, trips.leg)
  return {
    supplies: supplies.length,
    demands: demands.length,
    arcs: arcs.supply.length,
    trips: trips.count,
    components,
    supplyIndex: bySupply.items,
    demandIndex: byDemand.items,
    supplyCopies,
    demandCopies,
    componentSupplies: bySupply.start,
    componentDemands: byDemand.start,
    supplyComponent: bySupply.items.map((index) => at(supplyComponents, index)),
    demandComponent: byDemand.items.map((index) => at(demandComponents, index)),
    supplyArcs: arcs.start,
    demandStart: byTarget.start,
    demandArcs: byTarget.items,
    arcSupply: arcs.supply,
    arcDemand: arcs.demand,
    arcCost: arcs.cost,
    arcTrip: trips.trip,
    arcLeg: trips.leg,
    tripStart: byTrip.start,
    tripArcs: byTrip.items,
    tripLocked: trips.locked,
    ...distancesOf(problem, trips.ends),
    tripCounts: trips.counts,
  }
}

/** Editions, and families where a need of one would take a substitute, are joined; every other edition is on its own. */
function componentsOf(problem: Problem): {
  supplyComponents: Int32Array
  demandComponents: Int32Array
  components: number
} {
  const joined = new Set(problem.demands.filter((one) => one.substitutes && one.family >= 0).map((one) => one.family))
  const parent = new Map<string, string>()
  const root = (key: string): string => {
    let at = key
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    if (at !== key) parent.set(key, at)
    return at
  }
  const keyOf = (one: { edition: number; family: number }): string => {
    const key = `e${one.edition}`
    if (one.family >= 0 && joined.has(one.family)) {
      const [edition, family] = [root(key), root(`f${one.family}`)]
      if (edition !== family) parent.set(edition, family)
    }
    return key
  }
  const supplyKeys = problem.supplies.map(keyOf)
  const demandKeys = problem.demands.map(keyOf)
  const numbers = new Map<string, number>()
  const number = (key: string): number => {
    const top = root(key)
    const known = numbers.get(top)
    if (known !== undefined) return known
    numbers.set(top, numbers.size)
    return numbers.size - 1
  }
  const supplyComponents = Int32Array.from(supplyKeys, number)
  const demandComponents = Int32Array.from(demandKeys, number)
  return { supplyComponents, demandComponents, components: numbers.size }
}

interface Arcs {
  start: Int32Array
  supply: Int32Array
  demand: Int32Array
  cost: Int32Array
}
type Grouped = ReturnType<typeof grouped>

function arcsOf(
  problem: Problem,
  components: number,
  bySupply: Grouped,
  byDemand: Grouped,
  supplyCopies: Int32Array,
  demandCopies: Int32Array,
): Arcs {
  const start = new Int32Array(problem.supplies.length + 1)
  const { demands, refused } = problem
  // As many as there would be were every supply to fit every demand of its component: mostly it does.
  let most = 0
  for (let c = 0; c < components; c++) {
    const own = at(bySupply.start, c + 1) - at(bySupply.start, c)
    most += own * (at(byDemand.start, c + 1) - at(byDemand.start, c))
  }
  const supply = new Int32Array(most)
  const demand = new Int32Array(most)
  const cost = new Int32Array(most)
  let count = 0
  for (let component = 0; component < components; component++) {
    const last = at(byDemand.start, component + 1)
    for (let i = at(bySupply.start, component); i < at(bySupply.start, component + 1); i++) {
      const place = at(bySupply.items, i)
      const from = problem.supplies[place]
      if (from !== undefined && at(supplyCopies, i) > 0) {
        for (let j = at(byDemand.start, component); j < last; j++) {
          const to = demands[at(byDemand.items, j)]
          if (to === undefined || at(demandCopies, j) === 0 || to.school === from.school) continue
          const same = to.edition === from.edition
          if (!same && !(to.substitutes && to.family >= 0 && to.family === from.family)) continue
          if (refused.size > 0 && refused.has(place * demands.length + at(byDemand.items, j))) continue
          supply[count] = i
          demand[count] = j
          cost[count++] = (same ? 0 : substituteCost) + from.rank
        }
      }
      start[i + 1] = count
    }
  }
  return { start, supply: supply.slice(0, count), demand: demand.slice(0, count), cost: cost.slice(0, count) }
}

interface Trips {
  count: number
  trip: Int32Array
  leg: Int32Array
  locked: Int32Array
  counts: Int32Array
  /** Schools a trip is from and to. */
  ends: [number, number][]
}

function tripsOf(problem: Problem, supplyIndex: Int32Array, demandIndex: Int32Array, arcs: Arcs): Trips {
  const { schools, via } = problem
  const numbers = new Int32Array(schools * schools).fill(-1)
  // Trip 0 is no trip: it is always open.
  const ends: [number, number][] = [[0, 0]]
  const number = (from: number, to: number): number => {
    const key = from * schools + to
    const known = at(numbers, key)
    if (known >= 0) return known
    numbers[key] = ends.length
    ends.push([from, to])
    return ends.length - 1
  }
  const both = (from: number, to: number): [number, number] =>
    via === null ? [number(from, to), 0] : [from === via ? 0 : number(from, via), to === via ? 0 : number(via, to)]
  const giver = supplyIndex.map((index) => problem.supplies[index]?.school ?? 0)
  const taker = demandIndex.map((index) => problem.demands[index]?.school ?? 0)
  const trip = new Int32Array(arcs.supply.length)
  const leg = new Int32Array(arcs.supply.length)
  for (let arc = 0; arc < trip.length; arc++) {
    const [first, second] = both(at(giver, at(arcs.supply, arc)), at(taker, at(arcs.demand, arc)))
    trip[arc] = first
    leg[arc] = second
  }
  const carried = problem.locked.map((line) => ({
    copies: line.copies,
    trips: both(problem.supplies[line.supply]?.school ?? 0, problem.demands[line.demand]?.school ?? 0),
  }))
  const locked = new Int32Array(ends.length)
  for (const { copies, trips } of carried) for (const one of trips) if (one > 0) add(locked, one, copies)
  const counts = new Int32Array(ends.length).fill(1)
  counts[0] = 0
  return { count: ends.length, trip, leg, locked, counts, ends }
}

/** Arcs of every trip; those of trip 0 are not listed. */
function arcsByTrip(trips: number, trip: Int32Array, leg: Int32Array): Grouped {
  const start = new Int32Array(trips + 1)
  for (let arc = 0; arc < trip.length; arc++) {
    if (at(trip, arc) > 0) add(start, at(trip, arc) + 1, 1)
    if (at(leg, arc) > 0) add(start, at(leg, arc) + 1, 1)
  }
  for (let one = 0; one < trips; one++) add(start, one + 1, at(start, one))
  const next = start.slice()
  const items = new Int32Array(at(start, trips))
  const put = (one: number, arc: number): void => {
    if (one === 0) return
    items[at(next, one)] = arc
    add(next, one, 1)
  }
  for (let arc = 0; arc < trip.length; arc++) {
    put(at(trip, arc), arc)
    put(at(leg, arc), arc)
  }
  return { start, items }
}

function distancesOf(problem: Problem, ends: readonly [number, number][]): Pick<Graph, 'tripDistance' | 'tripKnown'> {
  const tripDistance = new Int32Array(ends.length)
  const tripKnown = new Int32Array(ends.length)
  let [sum, known] = [0, 0]
  for (let trip = 1; trip < ends.length; trip++) {
    const [from, to] = ends[trip] ?? [0, 0]
    const km = problem.distance?.(from, to) ?? null
    if (km === null) continue
    tripDistance[trip] = Math.round(km * 1000)
    tripKnown[trip] = 1
    sum += at(tripDistance, trip)
    known++
  }
  if (known > 0) {
    const mean = Math.round(sum / known)
    for (let trip = 1; trip < ends.length; trip++) if (at(tripKnown, trip) === 0) tripDistance[trip] = mean
  }
  return { tripDistance, tripKnown }
}
