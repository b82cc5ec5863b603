import { Closing } from './closing'
import { Flows } from './flows'
import { buildGraph } from './graph'
import { complete, openGreedily } from './greedy'
import { tripsBound } from './lower-bound'
import { MinimumTrips } from './minimum'
import { closeEmpty, deliveriesOf, preferBetter } from './prefer'
import type { Delivery, Problem } from './problem'
import { seeded } from './random'
import { Rerouting } from './reroute'
import { dropSmall, OpenTrips, searchTrips, shortenTrips } from './search'
import { targetsOf } from './shares'

export interface Progress {
  steps: number
  copies: number
  bound: number
  trips: number
}

/** When the search ends. Asked between steps, never within one. */
export interface Control {
  /** How much of what may be spent is spent, 0–1; 1 and above: enough. */
  spent(steps: number): number
  /** The person has stopped it: what is there is the plan. */
  stopped(progress: Progress): boolean
}

export interface MadePlan {
  /** Locked lines first, as they were given. */
  deliveries: (Delivery & { locked: boolean })[]
  copies: number
  /** No plan has more: max-flow, worked out apart from the search. */
  bound: number
  trips: number
  tripsBound: number | null
  distanceKm: number | null
  steps: number
  stopped: boolean
}

/** Steps between two looks at the clock and at the person. */
const portion = 32
/** Of what may be spent, so much goes for shorter ways with the number of trips settled. */
const forDistance = 0.1

/**
 * The transfers that satisfy the most copies; among those the fewest trips; then the shortest way; then the editions asked
 * for and those that serve longest. The same problem and a limit of steps give the same plan.
 */
export function makePlan(problem: Problem, control: Control): MadePlan {
  const graph = buildGraph(problem)
  const targets = targetsOf(problem, graph)
  const flows = new Flows(graph, targets)
  const rerouting = new Rerouting(flows)
  if (problem.via === null) openGreedily(flows)
  complete(flows, rerouting)
  flows.release()
  const random = seeded(20_260_901)
  const closing = new Closing(flows, rerouting, random)
  const locked = problem.locked.reduce((sum, line) => sum + line.copies, 0)
  const bound = targets.bound + locked
  let [steps, stopped] = [0, false]
  const trips = new OpenTrips(flows)
  const goesOn = (until: number): boolean => {
    if (steps % portion !== 0) return true
    stopped ||= control.stopped({ steps, copies: flows.copies + locked, bound, trips: trips.all })
    return !stopped && control.spent(steps) < until
  }
  let dropped = 0
  for (const _ of dropSmall(flows, closing, trips)) {
    // Steps are not counted here: without a first look at each trip there is hardly a plan. Seconds are.
    if (++dropped % portion === 0 && !goesOn(1)) break
  }
  const tripsLast = problem.distance === null ? 1 : 1 - forDistance
  const counted = function* (until: number): Generator<number> {
    while (goesOn(until)) yield ++steps
  }
  let minimum: MinimumTrips | null = null
  if (problem.minimumPair > 1 || problem.rule === 'minimum-lot') {
    closing.minimumPair = problem.minimumPair
    minimum = new MinimumTrips(flows, rerouting, random, problem.minimumPair)
    minimum.enforce()
    trips.refill()
  }
  const searching = { flows, closing, trips, random, minimum, legs: problem.via !== null }
  searchTrips(searching, counted(tripsLast))
  if (problem.distance !== null) shortenTrips(searching, counted(1))
  preferBetter(flows, problem.minimumPair)
  closeEmpty(flows)
  const copies = flows.copies + locked
  return {
    deliveries: [
      ...problem.locked.map((line) => ({ ...line, locked: true })),
      ...deliveriesOf(flows).map((line) => ({ ...line, locked: false })),
    ],
    copies,
    bound,
    trips: flows.trips,
    tripsBound: copies === bound ? tripsBound(problem, graph, targets) : null,
    distanceKm: distanceOf(flows),
    steps,
    stopped,
  }
}

/** Null where the way of some trip is not known. */
function distanceOf(flows: Flows): number | null {
  const { graph } = flows
  let metres = 0
  for (let trip = 1; trip < graph.trips; trip++) {
    if ((flows.volume[trip] ?? 0) === 0) continue
    if (graph.tripKnown[trip] === 0) return null
    metres += graph.tripDistance[trip] ?? 0
  }
  return metres / 1000
}
